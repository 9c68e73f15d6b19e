"""What a document holds does nothing to where it is shown, and is told in every format all the same."""

import re
from html.parser import HTMLParser

import pytest
from tests.changes.making import BASE, Files, annex, area, compact, edition, files, priority, since
from tests.formats.changes.sample import described, hostile_changes, revision_changes, year_changes

from compactctl.changes.revisions import RevisionChanges
from compactctl.formats.changes import as_json
from compactctl.formats.readable import html, markdown, terminal
from compactctl.formats.readable.document import ReadableDocument
from compactctl.formats.safe import columns_of
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.since import Caveat

DOCUMENTS = {
    "hostile": described(hostile_changes()),
    "years": described(year_changes()),
    "revision": described(revision_changes()),
}
ESCAPES = "\x1b]0;title\x07\u202e\x9b31m"


def hidden_revision() -> RevisionChanges:
    """Return a revision whose name, which no file's rules bind, acts on terminals."""
    path = f"data/{ESCAPES}.yaml"
    return RevisionChanges(
        revision=f"main{ESCAPES}",
        base=BASE,
        commit=BASE[:10],
        unreadable=(path,),
        unreadable_now=(path,),
        caveats=(
            Caveat("unread", "could not be read then", (path,)),
            Caveat("not here", f"a sparse checkout leaves out {path}"),
        ),
        documents=(),
        files_differ=False,
        incomplete=(),
        incomplete_now=(),
        not_checked_out=(path,),
        labels={},
        titles={},
    )


def page_of(document: ReadableDocument) -> str:
    """Return the page as one text."""
    return b"".join(html.draw(document)).decode()


def drawn(document: ReadableDocument) -> tuple[str, str, str]:
    """Return the document in each format that people read."""
    return terminal.draw(document, full=True), markdown.draw(document), page_of(document)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("width", [terminal.WIDTH, 60, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    for line in terminal.draw(DOCUMENTS[name], width=width, full=True).splitlines():
        assert columns_of(line) <= width


def test_words_taken_out_and_put_in_are_marked_without_colour() -> None:
    text = terminal.draw(DOCUMENTS["years"], full=True)
    assert "How {+all+} pupils come to be in [-school-] {+school, safe+} and ready" in " ".join(text.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_runner_finds_no_command(name: str) -> None:
    for text in drawn(DOCUMENTS[name]):
        assert not re.search(r"(?m)^\s*::|##\w*\[", text)


def test_what_acts_unseen_is_shown() -> None:
    for text in drawn(described(hidden_revision())):
        assert not set(ESCAPES) & {"\x1b", "\x07", "\u202e", "\x9b"} & set(text)
        assert "u202e" in text
    assert "\x1b" not in as_json.revisions(hidden_revision()).decode()


class Elements(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_within_a_page_leads_somewhere_and_every_name_is_one_places(name: str) -> None:
    page = Elements(page_of(DOCUMENTS[name]))
    assert not page.open
    ids = [value for key, value in page.attributes if key == "id"]
    links = [value for key, value in page.attributes if key == "href"]
    assert len(ids) == len(set(ids))
    assert {value.removeprefix("#") for value in links if value} <= set(ids)


def test_where_very_many_signed_texts_changed_a_comment_says_so_before_all_else() -> None:
    both = [{"party": party, "role": "r", "date": "2003-12-01"} for party in ("authority", "department")]
    slugs = [authority.slug for authority in built_in_register()][:160]
    annexes = [annex(year, area("first")) for year in ("2003/04", "2004/05")]

    def compacts(why: str) -> Files:
        editions = [edition(item["year"], priority("first", why=why), signatures=both) for item in annexes]
        return files(annexes, [compact(slug, *editions) for slug in slugs])

    result = since(compacts("Results differ"), compacts("Results do not differ"))
    text = markdown.draw(described(result))
    names = [result.labels[slug] for slug in sorted(slugs)[:4]]
    named = "; ".join(f"{name} {year} (agreed 1 December 2003)" for name in names for year in ("2003/04", "2004/05"))
    assert f"> - **Changed after it was signed:** 320 texts; {named}; 312 more\n" in text
    assert text.count("  - **changed** 2003/04") > 30
    assert re.search(r"> {3}- 1\d\d of 320 stand in full only in the other formats", text)
    assert text.index("Changed after it was signed") < text.index("160 documents changed") < text.index("<details>")
    assert len(text) < markdown.LIMIT + 500


def test_a_hostile_text_ends_no_fold_and_calls_nobody() -> None:
    text = markdown.draw(DOCUMENTS["hostile"])
    assert text.count("<details>") == text.count("</details>") == 2
    assert "@everyone" not in text
    assert "<script" not in text
    assert "](http" not in text
