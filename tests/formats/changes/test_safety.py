"""What a document holds does nothing to where it is shown, and is told in every format all the same."""

import re
from html.parser import HTMLParser

import pytest
from tests.changes.making import BASE, Files, annex, area, compact, edition, files, priority, since
from tests.formats.changes.sample import hostile_changes, revision_changes, story_of, year_changes

from compactctl.changes.revisions import RevisionChanges
from compactctl.formats.changes import as_html, as_json
from compactctl.formats.changes.as_markdown import LIMIT, markdown
from compactctl.formats.changes.as_terminal import WIDTH, terminal
from compactctl.formats.changes.story import Section, Story, StoryItem, plain
from compactctl.formats.room import MAXIMUM_PAGE
from compactctl.formats.safe import columns_of
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.since import Caveat

STORIES = {
    "hostile": story_of(hostile_changes()),
    "years": story_of(year_changes()),
    "revision": story_of(revision_changes()),
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
        not_checked_out=(path,),
        labels={},
        titles={},
    )


def html(story: Story) -> str:
    """Return the page as one text."""
    return b"".join(as_html.html(story)).decode()


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [WIDTH, 60, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    for line in terminal(STORIES[name], width=width).splitlines():
        assert columns_of(line) <= width


@pytest.mark.parametrize("name", STORIES)
def test_in_a_pipe_there_is_no_escape_sequence_and_colour_changes_no_word(name: str) -> None:
    plain_text, coloured = terminal(STORIES[name]), terminal(STORIES[name], colour=True)
    assert "\x1b" not in plain_text
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain_text.splitlines()


def test_words_taken_out_and_put_in_are_marked_without_colour() -> None:
    text = terminal(STORIES["years"])
    assert "How {+all+} pupils come to be in [-school-] {+school, safe+} and ready" in " ".join(text.split())


@pytest.mark.parametrize("name", STORIES)
def test_a_runner_finds_no_command(name: str) -> None:
    story = STORIES[name]
    for text in (terminal(story), markdown(story), html(story)):
        assert not re.search(r"(?m)^\s*::|##\w*\[", text)


def test_what_acts_unseen_is_shown() -> None:
    story = story_of(hidden_revision())
    for text in (terminal(story), markdown(story), html(story)):
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


@pytest.mark.parametrize("name", STORIES)
def test_a_page_needs_nothing_else_and_runs_nothing(name: str) -> None:
    page = Elements(html(STORIES[name]))
    assert not page.open
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.names)
    links = [value for key, value in page.attributes if key in ("src", "href")]
    assert all(value and value.startswith("#part-") for value in links)
    assert not [key for key, _ in page.attributes if key.startswith("on") or key == "style"]


@pytest.mark.parametrize("name", STORIES)
def test_a_page_can_be_found_ones_way_in(name: str) -> None:
    page = Elements(html(STORIES[name]))
    ids = [value for key, value in page.attributes if key == "id"]
    assert len(ids) == len(set(ids))
    assert ("lang", "en-GB") in page.attributes
    assert page.names.count("h1") == page.names.count("main") == 1
    assert page.names.count("th") >= page.names.count("td") / 3


def test_a_comment_is_folded_but_for_a_few_lines() -> None:
    text = markdown(STORIES["years"])
    shown = text[: text.index("<details>")]
    assert len(shown.splitlines()) < 20
    assert text.count("<details>") == text.count("</details>") == 3


def test_a_comment_has_room_for_the_rest_whatever_had_been_signed() -> None:
    many = tuple(StoryItem(plain(f"a text {'x' * 200}")) for _ in range(1000))
    text = markdown(Story("Since main", (), (plain("A line."),), (), alerts=(StoryItem(plain("signed"), many),)))
    assert len(text) < LIMIT // 3
    assert "> - signed\n>   - a text x" in text
    assert ">   - 929 of 1000 stand in full only in the other formats" in text
    assert "- A line." in text


def test_where_very_many_signed_texts_changed_a_comment_says_so_before_all_else() -> None:
    both = [{"party": party, "role": "r", "date": "2003-12-01"} for party in ("authority", "department")]
    slugs = [authority.slug for authority in built_in_register()][:160]
    annexes = [annex(year, area("first")) for year in ("2003/04", "2004/05")]

    def compacts(why: str) -> Files:
        editions = [edition(item["year"], priority("first", why=why), signatures=both) for item in annexes]
        return files(annexes, [compact(slug, *editions) for slug in slugs])

    result = since(compacts("Results differ"), compacts("Results do not differ"))
    text = markdown(story_of(result))
    names = [result.labels[slug] for slug in sorted(slugs)[:4]]
    named = "; ".join(f"{name} {year} (agreed 1 December 2003)" for name in names for year in ("2003/04", "2004/05"))
    assert f"> - **Changed after it was signed:** 320 texts; {named}; 312 more\n" in text
    assert text.count("  - **changed** 2003/04") > 30
    assert re.search(r"> {3}- 1\d\d of 320 stand in full only in the other formats", text)
    assert text.index("Changed after it was signed") < text.index("160 documents changed") < text.index("<details>")
    assert len(text) < LIMIT + 500


def test_a_headline_stands_however_long_and_so_does_each_text_whose_changes_have_no_room() -> None:
    changes = tuple(StoryItem(plain("x" * 200)) for _ in range(1000))
    texts = (StoryItem(plain("Hampshire"), changes), StoryItem(plain("Norfolk"), changes[:2]))
    text = markdown(Story("Since main", (), (), (), alerts=(StoryItem(plain("signed " * LIMIT), texts),)))
    assert "> - signed signed" in text
    assert ">   - Hampshire\n>   - Norfolk\n>     - xxx" in text
    assert ">   - 1 of 2 stand in full only in the other formats" in text


def test_alerts_and_caveats_together_leave_room_for_the_rest() -> None:
    many = tuple(StoryItem(plain("x" * 200)) for _ in range(1000))
    notices = tuple(StoryItem(plain(f"notice {number}"), many) for number in range(5))
    text = markdown(Story("Since main", notices, (), (Section("The documents", items=many[:9]),), alerts=notices[:1]))
    assert all(text.count(f"> - notice {number}\n") == (2 if number == 0 else 1) for number in range(5))
    assert len(text) < LIMIT * 3 // 4
    assert text.count("x" * 200) > 100
    assert "more stand in the other formats" not in text


def test_a_hostile_text_ends_no_fold_and_calls_nobody() -> None:
    text = markdown(STORIES["hostile"])
    assert text.count("</details>") == 3
    assert "@everyone" not in text
    assert "<script" not in text
    assert "](http" not in text


def test_a_comment_that_would_be_too_long_says_how_much_more_there_is() -> None:
    items = tuple(StoryItem(plain("word " * 40)) for _ in range(1000))
    text = markdown(Story("Long", (), (), (Section("Many", items=items), Section("After", items=items[:1]))))
    assert len(text) < LIMIT + 500
    assert re.search(r"\d+ more stand in the other formats", text)
    assert text.count("<details>") == text.count("</details>") == 2


@pytest.mark.parametrize("last", [0, 25_000])
def test_a_page_that_would_be_too_large_says_so_in_each_list_and_stays_within(last: int) -> None:
    long = StoryItem(plain("&" * 5000))
    full = (*[long] * 478, StoryItem(plain("x" * last)))
    nested = (StoryItem(plain("x"), (long,)),) * 3000
    page = html(Story("t", (), (), (Section("one", (), (*full, *nested)), Section("two", (), (long,)))))
    assert len(page.encode()) <= MAXIMUM_PAGE
    assert len(re.findall(r"[\d,]+ more stands? in the other formats", page)) in (2, 3)
    assert page.endswith("</html>\n")
