"""A readable document for Word: what it says and how, read back; safe whatever its texts are, and for every reader."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from pytest_regressions.file_regression import FileRegressionFixture
from tests.formats.readable.sample import AREAS, EVERYTHING, NASTY, document, nasty
from tests.word.papers import described, opened, parts, said_of, style_of, text_of

from compactctl.formats.readable.document import (
    Card,
    Cards,
    Paragraph,
    ReadableDocument,
    Section,
    Table,
    TableRow,
    figure_columns,
    listed_texts,
    plain,
    rows_of,
    text_columns,
)
from compactctl.formats.readable.docx import draw

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "readable"
TWO_SIDES: Final = Cards(
    tuple(
        Card(
            plain(title),
            (
                Paragraph(plain("Why it matters")),
                Cards(
                    (Card(plain("We"), (listed_texts(("one", "two")),)), Card(plain("They"), (listed_texts(("one",)),)))
                ),
            ),
        )
        for title in ("First", "Second")
    ),
    heads=("Priority, and why", "Who does what"),
)


def test_reads_as_it_did(file_regression: FileRegressionFixture) -> None:
    file_regression.check(described(draw(EVERYTHING)), fullpath=GOLDEN / "everything.docx.txt")


def test_cards_that_hold_cards_are_rows_of_why_and_who_does_what() -> None:
    assert described(draw(document(TWO_SIDES))).splitlines()[2:] == [
        "[Heading 1] The part",
        "[table: Ruled Table] The part (Columns: Priority, and why and Who does what.)",
        "  row head:",
        "    | [Table Head] Priority, and why",
        "    | [Table Head] Who does what",
        *[
            line
            for title in ("First", "Second")
            for line in (
                "  row:",
                f"    | [Table Head] {title}",
                "    | [Table Text] Why it matters",
                "    | [Table Head] We",
                "    | [Table Bullet] one",
                "    | [Table Bullet] two",
                "    | [Table Text] They: one",
            )
        ],
        "[Table End]",
        "foot: [Footer] \tPage 1 of 1",
    ]


@pytest.mark.parametrize(("total", "last"), [(None, "0"), (("All", 3), "1")])
def test_a_table_has_its_heads_above_and_at_the_left_and_a_total_at_its_end(total: TableRow | None, last: str) -> None:
    counted = Table("Counted", (*text_columns("Area"), *figure_columns("Chosen")), rows_of([("Kent", 3)]), total=total)
    [table] = opened(draw(document(counted))).tables
    [look] = table._tbl.iter(qn("w:tblLook"))
    shown = {name: look.get(qn(f"w:{name}")) for name in ("firstRow", "firstColumn", "lastRow", "lastColumn")}
    assert shown == {"firstRow": "1", "firstColumn": "1", "lastRow": last, "lastColumn": "0"}
    assert (look.get(qn("w:noHBand")), look.get(qn("w:noVBand"))) == ("1", "1")


def test_a_table_for_a_pen_has_room_to_write() -> None:
    to_sign = Table("Sign", text_columns("For", "Signature"), rows_of([("Kent", None)]), is_for_a_pen=True)
    [table] = opened(draw(document(to_sign))).tables
    assert [row.height and round(row.height.mm) for row in table.rows] == [None, 8]


@pytest.mark.parametrize("shown", [EVERYTHING, nasty()], ids=["everything", "nasty"])
class TestSafety:
    def test_every_part_is_whole(self, shown: ReadableDocument) -> None:
        for part in parts(draw(shown)).values():
            ET.fromstring(part)

    def test_the_same_document_is_the_same_bytes(self, shown: ReadableDocument) -> None:
        assert draw(shown) == draw(shown)

    def test_nothing_is_linked_fetched_or_run(self, shown: ReadableDocument) -> None:
        drawn = parts(draw(shown))
        assert not any(b"TargetMode" in part for part in drawn.values())
        tags = {element.tag.partition("}")[2] for element in ET.fromstring(drawn["word/document.xml"]).iter()}
        assert tags.isdisjoint({"hyperlink", "object", "drawing", "pict", "altChunk", "instrText", "fldSimple"})

    def test_what_acts_unseen_is_shown(self, shown: ReadableDocument) -> None:
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", described(draw(shown))) is None


@pytest.mark.parametrize("text", [text for text in NASTY if text.isprintable() and text.strip()])
def test_a_text_reads_as_it_stands(text: str) -> None:
    [paragraph] = (p for p in opened(draw(document(Paragraph(plain(text))))).paragraphs if style_of(p) == "Normal")
    assert text_of(paragraph) == text


class TestReaders:
    """Who does not see a page hears its headings in order, and the titles and heads of its tables."""

    def test_headings_go_down_a_step_at_a_time(self) -> None:
        levels = [int(style[-1]) for style in _styles(EVERYTHING) if style.startswith("Heading")]
        assert levels[0] == 1
        assert all(level <= before + 1 for before, level in pairwise(levels))
        assert _styles(EVERYTHING)[0] == "Title"

    def test_every_table_has_a_title_what_it_holds_and_a_head_that_is_repeated(self) -> None:
        tables = [
            table for table in opened(draw(EVERYTHING)).tables if table.style and table.style.name != "Normal Table"
        ]
        assert len(tables) == 3
        for table in tables:
            assert said_of(table, "w:tblCaption")
            assert said_of(table, "w:tblDescription").startswith("Columns: ")
            assert [_has(table, row, "w:tblHeader") for row in range(len(table.rows))].count(True) == 1
            assert _has(table, 0, "w:tblHeader")

    def test_no_row_is_parted_by_the_end_of_a_page(self) -> None:
        [table] = opened(draw(document(AREAS))).tables
        assert all(_has(table, row, "w:cantSplit") for row in range(len(table.rows)))

    def test_its_looks_are_styles_alone(self) -> None:
        drawn = ET.fromstring(parts(draw(EVERYTHING))["word/document.xml"])
        looks = {child.tag for run in drawn.iter(qn("w:rPr")) for child in run}
        assert looks == {qn("w:rStyle")}
        assert {child.tag for paragraph in drawn.iter(qn("w:pPr")) for child in paragraph} == {qn("w:pStyle")}


def _styles(shown: ReadableDocument) -> list[str]:
    return [style_of(paragraph) for paragraph in opened(draw(shown)).paragraphs]


def _has(table: WordTable, row: int, tag: str) -> bool:
    return table.rows[row]._tr.find(f"{qn('w:trPr')}/{qn(tag)}") is not None


class TestOnePage:
    """Where one page is asked for, letters are as large as there is room for; nothing is cut where there is none."""

    @pytest.mark.parametrize(("priorities", "letters"), [(2, 9.5), (15, 9), (17, 8)])
    def test_letters_are_as_large_as_there_is_room_for(self, priorities: int, letters: float) -> None:
        assert _letters(_long(priorities, is_one_page=True)) == letters

    def test_what_is_close_stands_in_lines_before_it_is_set_smaller_still(self) -> None:
        texts = described(draw(_long(22, is_one_page=True)))
        assert "We: one; two" in texts
        assert "[Table Bullet]" not in texts

    def test_what_fits_no_page_is_set_as_usual_and_whole(self) -> None:
        assert _letters(_long(60, is_one_page=True)) == _letters(_long(60)) == 8.5
        assert described(draw(_long(60, is_one_page=True))).count("[Table Bullet] one") == 60


def _long(priorities: int, *, is_one_page: bool = False) -> ReadableDocument:
    cards = Cards(TWO_SIDES.cards[:1] * priorities, heads=TWO_SIDES.heads)
    return ReadableDocument("Long", sections=(Section("Part", (cards,)),), is_one_page=is_one_page)


def _letters(shown: ReadableDocument) -> float:
    size = opened(draw(shown)).styles["Normal"].element.find(f".//{qn('w:sz')}")
    return int(size.get(qn("w:val"))) / 2
