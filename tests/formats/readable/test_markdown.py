"""A document as Markdown: what is brief open, all else folded, within the room of a comment."""

import re
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture
from tests.formats.readable.sample import EVERYTHING, MATRIX, NASTY, document, nasty

from compactctl.formats.readable.document import (
    Entry,
    Folded,
    Listing,
    Paragraph,
    ReadableDocument,
    Section,
    Words,
    listed_texts,
    plain,
)
from compactctl.formats.readable.markdown import LIMIT, draw

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "readable"
MORE: Final = "*There is more than has room here; the other formats show all of it.*\n"
LONG: Final = tuple(Entry(plain("x" * 200)) for _ in range(1000))


def folds(text: str) -> list[str]:
    """Return the lines that open or close a fold."""
    return re.findall(r"(?m)^<details>|^</details>", text)


def test_reads_as_it_did(file_regression: FileRegressionFixture) -> None:
    file_regression.check(draw(EVERYTHING), encoding="utf-8", fullpath=GOLDEN / "everything.md")


def test_nothing_acts_in_a_comment() -> None:
    text = "".join(draw(ReadableDocument(each, (plain(each),), sections=(part,))) for each, part in nasty_parts())
    assert not any(
        sign in text for sign in ("<script", "@everyone", "](http", "::error", "##[group]", "\x1b", "\u202e")
    )
    assert folds(text) == ["<details>", "</details>"] * (len(folds(text)) // 2)


def nasty_parts() -> list[tuple[str, Section]]:
    return list(zip(NASTY, nasty().sections, strict=True))


@pytest.mark.parametrize(("text", "part"), nasty_parts())
def test_every_row_of_a_table_has_as_many_cells_as_its_head(text: str, part: Section) -> None:
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(draw(document(*part.blocks)))
    rows = re.findall(r"(?s)<tr>(.*?)</tr>", rendered)
    of_groups = 1 if text else 0
    assert [len(re.findall(r"<t[hd]", row)) for row in rows] == [4] * (3 + of_groups) + [2] * (2 + of_groups)


def test_what_is_brief_is_open_and_all_else_folded() -> None:
    parts = (Section("Open", (Paragraph(plain("A")),), is_brief=True), Section("Folded", (Paragraph(plain("B")),)))
    text = draw(ReadableDocument("Title", sections=parts))
    opened, folded = text.split("<details>")
    assert opened == "## Title\n\n### Open\n\nA\n\n"
    assert folded == "<summary><b>Folded</b></summary>\n\nB\n\n</details>\n"


def test_the_line_of_a_fold_shows_what_changed_in_tags_since_markdown_is_not_read_there() -> None:
    line = (Words("old", "removed"), Words(" "), Words("new", "added"))
    empty, full = (Folded("Durham", line, blocks, badge="changed") for blocks in ((), (Paragraph(plain("Inside")),)))
    text = draw(document(empty, full))
    assert "<summary><b>changed</b> <b>Durham</b>: <del>old</del> <ins>new</ins></summary>" in text
    assert "- **changed** **Durham**: ~~old~~ <ins>new</ins>\n" in draw(
        document(Folded("Durham", line, (), badge="changed"))
    )


def test_a_comment_that_would_be_too_long_says_that_there_is_more_and_closes_its_folds() -> None:
    inner = Folded("Inner", plain("a line"), (Listing(LONG),))
    parts = (Section("Before", (Paragraph(plain("A")),)), Section("Outer", (inner,)))
    text = draw(ReadableDocument("Title", sections=parts, ending=(plain("The end"),)))
    assert LIMIT - 500 < len(text) <= LIMIT
    assert text.endswith(f"\n</details>\n\n</details>\n\n{MORE}\n*The end*\n")
    assert folds(text) == ["<details>", "</details>", "<details>", "<details>", "</details>", "</details>"]


@pytest.mark.parametrize("length", range(LIMIT - 190, LIMIT - 90))
def test_is_never_too_long_and_never_cut_without_a_word(length: int) -> None:
    inside = (Paragraph(plain("x" * length)), Folded("", plain("f"), (Paragraph(plain("y")),)))
    text = draw(ReadableDocument("T", sections=(Section("S", inside),)))
    assert len(text) <= LIMIT
    assert text.endswith(MORE) != ("\ny\n" in text)
    assert len(folds(text)) in (2, 4)


def folded(length: int) -> str:
    """Return a document with so long a text in a fold, drawn."""
    part = Section("Folded", (Paragraph(plain("x" * length)),))
    return draw(ReadableDocument("Title", sections=(part,), ending=(plain("The end"),)))


def test_shows_what_has_just_room() -> None:
    longest = LIMIT - len(f"\n{MORE}") - len(folded(0))
    assert MORE not in folded(longest)
    assert MORE in folded(longest + 1)


def test_one_text_longer_than_a_comment_leaves_room_for_nothing_else() -> None:
    text = draw(document(Paragraph(plain("x" * LIMIT * 10))))
    assert "xxx" not in text
    assert MORE in text


def test_a_comment_has_room_for_the_rest_whatever_its_alerts() -> None:
    alert = Entry(plain("signed"), LONG)
    text = draw(ReadableDocument("Title", (plain("A line."),), alerts=(alert,)))
    assert len(text) < LIMIT // 3
    assert f"> - signed\n>   - {'x' * 200}\n" in text
    assert ">   - 927 of 1000 stand in full only in the other formats" in text
    assert "\nA line.\n" in text


def test_shows_what_has_just_room_inside_an_alert() -> None:
    longest = LIMIT // 4 - len("  - ")
    fits, does_not = (
        draw(ReadableDocument("T", alerts=(Entry(plain("signed"), (Entry(plain("x" * length)),)),)))
        for length in (longest, longest + 1)
    )
    assert fits.endswith("x\n")
    assert does_not.endswith(
        "1 of 1 stand in full only in the other formats: there is no room for them in a comment.\n"
    )


def test_alerts_and_notices_together_leave_room_for_the_rest() -> None:
    notices = tuple(Entry(plain(f"notice {number}"), LONG) for number in range(5))
    parts = (Section("The documents", (Listing(LONG[:9]),), is_brief=True),)
    text = draw(ReadableDocument("Title", sections=parts, alerts=notices[:1], notices=notices))
    assert all(text.count(f"> - notice {number}\n") == (2 if number == 0 else 1) for number in range(5))
    assert len(text) < LIMIT * 3 // 4
    assert MORE not in text


def test_a_headline_stands_however_long_and_so_does_each_text_whose_changes_have_no_room() -> None:
    texts = (Entry(plain("Hampshire"), LONG), Entry(plain("Norfolk"), LONG[:2]))
    text = draw(ReadableDocument("Title", sections=(), alerts=(Entry(plain("signed " * LIMIT), texts),)))
    assert "> - signed signed" in text
    assert ">   - Hampshire\n>   - Norfolk\n>     - xxx" in text
    assert ">   - 1 of 2 stand in full only in the other formats" in text


def test_a_caption_that_repeats_the_title_is_left_out() -> None:
    assert draw(document(MATRIX._replace(caption="the part"))).lower().count("the part") == 1


def test_a_list_has_its_caption_above_it() -> None:
    assert "\nCounties:\n\n- Kent\n" in draw(document(listed_texts(["Kent"])._replace(caption="Counties")))
