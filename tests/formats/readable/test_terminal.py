"""A document on a terminal: within its width, with or without colour, a screen of it or all."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture
from tests.formats.readable.sample import AREAS, EVERYTHING, MATRIX, document, nasty

from compactctl.formats.readable.document import (
    Bar,
    Block,
    Card,
    Cards,
    ColumnKind,
    Entry,
    Folded,
    Links,
    Listing,
    MatrixGroup,
    MatrixHead,
    Paragraph,
    Point,
    ReadableDocument,
    RowGroup,
    Section,
    Sign,
    SignMatrix,
    Sparkline,
    Table,
    TableColumn,
    Words,
    figure_columns,
    listed_texts,
    plain,
    rows_of,
    text_columns,
)
from compactctl.formats.readable.plain_text import bar_signs, sparkline_signs
from compactctl.formats.readable.terminal import MOST_ROWS, WIDTH, draw
from compactctl.formats.safe import columns_of

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "readable"
DOCUMENTS: Final = {"everything": EVERYTHING, "nasty": nasty()}


DRAWN: Final = {
    "brief": draw(EVERYTHING),
    "full": draw(EVERYTHING, full=True),
    "narrow": draw(EVERYTHING, width=40, full=True),
}


@pytest.mark.parametrize("name", DRAWN)
def test_reads_as_it_did(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(DRAWN[name], encoding="utf-8", fullpath=GOLDEN / f"{name}.txt")


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("width", [40, 69, 70, 80, 140])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = draw(DOCUMENTS[name], width=width, full=True).splitlines()
    assert max(map(columns_of, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


any_text = st.text(st.sampled_from("ab漢\N{COMBINING ACUTE ACCENT} :#\n\x1b"), max_size=60)


@given(st.integers(40, 140), st.lists(st.tuples(any_text, any_text, any_text, st.integers()), max_size=4), any_text)
def test_any_table_fits_and_holds_every_word(width: int, rows: list[tuple[str, str, str, int]], title: str) -> None:
    columns = (TableColumn("", ColumnKind.LETTER), *text_columns(title, "Words"), *figure_columns("Number"))
    text = draw(document(Table("", columns, rows_of(rows))), width=width)
    assert all(columns_of(line) <= width for line in text.splitlines())
    shown = re.sub(r"\s", "", text)
    assert all(f"{row[-1]:,}" in shown for row in rows)


def test_is_never_drawn_for_less_than_forty_columns() -> None:
    assert draw(EVERYTHING, width=3) == draw(EVERYTHING, width=40)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_colour_changes_no_word_and_without_it_there_is_no_escape_sequence(name: str) -> None:
    text, coloured = draw(DOCUMENTS[name], full=True), draw(DOCUMENTS[name], full=True, colour=True)
    assert "\x1b" not in text
    assert "\x1b[32m" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert max(map(columns_of, bare.splitlines())) <= WIDTH
    assert [line.rstrip() for line in bare.splitlines()] == text.splitlines()


def test_heads_are_strong_and_endings_dim_where_colour_is_wanted() -> None:
    coloured = draw(EVERYTHING, colour=True)
    assert coloured.startswith(f"\x1b[1m{EVERYTHING.title}\x1b[0m\n")
    assert "\x1b[2mMade by a tool.\x1b[0m\n" in coloured


def test_nothing_acts_on_a_terminal_or_a_runner() -> None:
    text = draw(nasty(), full=True)
    assert not re.search(r"(?m)^\s*::|##\w*\[|[\x07\x1b\x9b\u202e]", text)
    assert "u202e" in text


def test_marks_of_changes_are_explained_only_where_there_are_any() -> None:
    legend = "Words in texts: [-taken out-] {+put in+}"
    changed = document(Listing((Entry((Words("old", "removed"),)),)))
    assert draw(changed).endswith(f"\n- [-old-]\n\n{legend}\n")
    assert legend not in draw(document(Paragraph(plain("[-old-]"))))


def test_says_at_last_what_there_is_more_and_shows_all_of_it_where_that_is_wanted() -> None:
    inner = Paragraph(plain("Inside"))
    parts = (
        Section("Brief", (Folded("", plain("A line"), (inner,)), Section("Deep", (inner,))), is_brief=True),
        Section("Long", (Section("Longer", (inner,)),)),
        Section("Only links", (Links("Elsewhere", (Words("there", link="#x"),)),)),
    )
    parted = ReadableDocument("Title", sections=parts, ending=(plain("End"),))
    assert draw(parted) == "Title\n\nBRIEF\nA line (--full)\n\nEnd\n\n--full shows more: the details; Deep; Long.\n"
    assert (
        draw(parted, full=True) == "Title\n\nBRIEF\nA line\n  Inside\n\nDeep\nInside\n\nLONG\nLonger\nInside\n\nEnd\n"
    )


def test_says_of_cards_too_that_there_is_more() -> None:
    card = Card(plain("A card"), (Folded("", plain("A line"), (Paragraph(plain("Inside")),)),))
    text = draw(document(Cards((card,))))
    assert text == "A document\n\nTHE PART\nA card\n  A line (--full)\n\n--full shows more: the details.\n"


def test_a_caption_that_repeats_the_title_is_left_out() -> None:
    parts = document(replace(AREAS, caption="The part"), MATRIX._replace(caption="the part"))
    text = draw(parts)
    assert text.upper().count("THE PART") == 1
    assert "Who took up what:\n" in draw(document(MATRIX))


def test_lines_of_what_is_folded_stand_close_together() -> None:
    folds = [Folded(name, plain("as it was"), ()) for name in ("Durham", "Kent")]
    text = draw(document(*folds, Paragraph(plain("Two."))))
    assert text.endswith("\nTHE PART\nDurham: as it was\nKent: as it was\n\nTwo.\n")


MANY: Final = range(MOST_ROWS + 7)


@pytest.mark.parametrize(
    "block",
    [
        listed_texts([f"Row {number}" for number in MANY]),
        Table("", text_columns("Name"), rows_of((f"Row {number}",) for number in MANY)),
        SignMatrix(
            "",
            "Name",
            (MatrixHead("a", "First"),),
            (MatrixGroup("", tuple((plain(f"Row {number}"), (Sign("x", "yes"),)) for number in MANY)),),
            (),
        ),
    ],
    ids=["list", "table", "matrix"],
)
def test_shows_no_more_rows_than_can_be_read(block: Block) -> None:
    text = draw(document(block))
    assert f"Row {MOST_ROWS - 1}" in text
    assert f"Row {MOST_ROWS}\n" not in text
    assert "… and 7 more; --format html shows all\n" in text


def test_rows_of_all_groups_count_together_and_no_head_stands_without_rows() -> None:
    sizes = (MOST_ROWS - 1, 2, 3)
    groups = tuple(RowGroup(f"Group {size}", (("Name",),) * size) for size in sizes)
    text = draw(document(Table("", text_columns("Title"), groups)))
    assert text.splitlines().count("Name") == MOST_ROWS
    assert [f"Group {size}:" in text for size in sizes] == [True, True, False]
    assert "… and 4 more;" in text


def test_says_of_as_many_rows_as_can_be_read_that_they_are_all() -> None:
    text = draw(document(listed_texts([f"Row {number}" for number in range(MOST_ROWS)])))
    assert text.endswith(f"- Row {MOST_ROWS - 1}\n")


def test_badges_stand_in_a_column_unless_they_are_too_long_for_it() -> None:
    entries = [Entry(plain("line"), (Entry(plain("inside")),), badge="b" * length) for length in (1, 12, 13)]
    text = draw(document(Listing(tuple(entries))))
    inside = f"{' ' * 13}- inside\n"
    assert f"b{' ' * 12}line\n{inside}{'b' * 12} line\n{inside}- {'b' * 13} line\n  - inside\n" in text


def test_what_goes_on_below_a_name_is_indented() -> None:
    columns = (*text_columns("Name"), *figure_columns("Number"))
    text = draw(document(Table("", columns, rows_of((("word " * 10, 1), ("next", 2))))), width=40, full=True)
    assert "\nword word word word word word          1\n  word word word word\nnext" in text


def test_names_are_cut_and_pictures_left_out_so_that_a_row_is_a_line_in_brief() -> None:
    columns = (TableColumn("Area"), TableColumn("", ColumnKind.PICTURE), *figure_columns("Number"))
    table = Table("", columns, rows_of((("word " * 20, Bar(1, 1, 1), 1), ("next", None, 2))), note="How it is counted.")
    brief = draw(document(table), width=80)
    assert brief.count("word") < 20
    assert "…" in brief
    assert "█" in brief
    assert "How it is counted" not in brief
    assert "--full shows more: what is cut short." in brief
    assert "█" not in draw(document(replace(table, columns=(*columns[:2], TableColumn("N" * 50)))), width=80)
    assert draw(document(table), width=80, full=True).count("word") == 20


def test_a_fact_is_cut_below_its_second_line_in_brief() -> None:
    facts = ReadableDocument("A document", facts=(("Note", plain("word " * 50)), ("Next", plain("short"))))
    lines = draw(facts).splitlines()
    assert [line[-1] for line in lines[2:5]] == ["d", "…", "t"]
    assert draw(facts, full=True).count("word") == 50


def test_pictures_give_way_to_words_where_there_is_little_room() -> None:
    columns = (TableColumn("Area"), TableColumn("", ColumnKind.PICTURE))
    bars = Table("", columns, rows_of((("Sport", Bar(1, 1, 1)),)), legend=("yes", "no", "unknown"))
    assert "█ yes; ▒ no; ░ unknown" in draw(document(bars), width=70)
    assert not set("█▒░") & set(draw(document(bars), width=69))
    assert draw(document(bars), width=140).count("█") > draw(document(bars), width=80).count("█")


def test_a_table_without_room_is_told_row_by_row() -> None:
    columns = (TableColumn("", ColumnKind.LETTER), TableColumn("Area"), *figure_columns(*("Incomparable" * 2,) * 3))
    text = draw(document(Table("", columns, rows_of((("a", "Sport", 1, None, 1234),)), ("", "Sum", 1, 2, 3))), width=40)
    title = "Incomparable" * 2
    assert f"\na Sport\n  {title}: 1\n  {title}: 1,234\nSum\n  {title}: 1\n" in text


def test_a_wide_matrix_stands_in_pieces() -> None:
    heads = tuple(MatrixHead(chr(ord("a") + number), "Area") for number in range(26))
    signs = tuple(Sign("x", "yes") for _ in heads)
    rows = ((plain("Durham"), signs),)
    text = draw(document(SignMatrix("", "Name", heads, (MatrixGroup("", rows),), ())), width=40)
    assert text.count("Durham") == text.count("Name") == 2
    assert sum(line.count(" x") for line in text.splitlines() if line.startswith("Durham")) == 26


def test_a_matrix_stands_in_pieces_also_where_one_head_is_wide() -> None:
    heads = tuple(MatrixHead(letter, "Area") for letter in (*"abcdefghijklmn", "wide"))
    groups = (MatrixGroup("", ((plain("Durham"), (Sign("x", "yes"),) * 15),)),)
    text = draw(document(SignMatrix("", "Name", heads, groups, ())), width=40)
    assert [line.split()[0] for line in text.splitlines()[3:] if line] == ["Name", "Durham"] * 3


@given(st.tuples(*[st.integers(0, 10_000)] * 3), st.integers(3, 40))
def test_no_part_of_a_bar_is_drawn_as_nothing_but_nothing(parts: tuple[int, int, int], width: int) -> None:
    signs = bar_signs(Bar(*parts), width)
    assert len(signs) == (width if sum(parts) else 0)
    assert [sign in signs for sign in "█▒░"] == [bool(part) for part in parts]


def test_a_small_line_of_shares_has_a_dash_where_there_is_none() -> None:
    points = tuple(map(Point, (0.0, 0.01, None, 0.5, 0.99, 1.0)))
    assert sparkline_signs(Sparkline(points, "in words")) == "▁▂–▅▇█"
