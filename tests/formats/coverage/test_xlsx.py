"""The workbook, read back: five sheets, heads that stay, filters, numbers as numbers, texts that are only texts."""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.formats.coverage.sheets import head_row, table
from tests.running import COMMAND, DATA, environment, run

from compactctl.coverage.authority import report_authority
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import trend
from compactctl.coverage.year import cover
from compactctl.documents.years import AcademicYear
from compactctl.files.characters import shortened
from compactctl.formats.coverage import as_xlsx
from compactctl.formats.coverage.workbook import MOST_CHARACTERS, Row, Sheet, SheetColumn, ValueKind, workbook
from compactctl.workspace.loading import open_workspace

pytestmark = pytest.mark.slow

WORKSPACE = Path(__file__).parents[2] / "workspaces" / "seven-authorities" / "data"
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "https://evil.example", "{=1}", "_x0041_", "\x0b\x1b", "x" * 40_000)


@pytest.fixture
def result() -> Coverage[tuple[Row, ...]]:
    return cover(open_workspace(WORKSPACE), AcademicYear(2003), as_xlsx.keep)


def book_of(result: Coverage[tuple[Row, ...]]) -> bytes:
    return as_xlsx.coverage_among_years(result, trend(open_workspace(WORKSPACE)))


def read(book: bytes) -> Workbook:
    return load_workbook(io.BytesIO(book))


def test_has_a_sheet_for_each_question(result: Coverage[tuple[Row, ...]]) -> None:
    book = read(book_of(result))
    assert book.sheetnames == ["areas", "matrix", "compacts", "asks", "commitments", "missing"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes is not None
        head = head_row(sheet)
        assert sheet.auto_filter.ref == sheet.dimensions.replace("A1:", f"A{head}:")
        assert all(column.width >= 8 for column in sheet.column_dimensions.values())
        assert all(cell.font.b for cell in next(sheet.iter_rows(min_row=head)))


def test_figures_are_those_of_the_report(result: Coverage[tuple[Row, ...]]) -> None:
    book = read(book_of(result))
    for row, area in zip(table(book["areas"]), result.areas, strict=True):
        figures = (row["chosen"], row["not chosen"], row["no edition"], row["cannot be read"], row["share"])
        assert figures == (area.chosen, area.not_chosen, area.no_edition, area.unreadable, area.share)
    head = head_row(book["areas"])
    share = next(cell for cell in book["areas"][head] if cell.value == "share")
    assert book["areas"].cell(head + 1, share.column).number_format == "0%"
    for row, authority in zip(table(book["matrix"]), result.authorities, strict=True):
        assert list(row.values())[6:] == [cell.value for cell in authority.cells]
    assert len([row for row in table(book["compacts"]) if row["area"]]) == result.priorities
    assert len(table(book["asks"])) == sum(len(row.asks) for row in result.asks)


def test_says_all_that_is_missing(result: Coverage[tuple[Row, ...]]) -> None:
    rows = table(read(book_of(result))["missing"])
    assert [row["authority"] for row in rows if row["what"] == "never had an edition"] == [
        row.label for row in result.without_edition
    ]
    assert len([row for row in rows if row["what"] == "left out"]) == len(result.left_out)
    assert {row["file"] for row in rows if row["what"] == "cannot be read" and row["file"]} == set(result.unreadable)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_link(result: Coverage[tuple[Row, ...]], text: str) -> None:
    hostile = replace(result, areas=tuple(area._replace(title=text) for area in result.areas))
    book = book_of(hostile)
    sheet = read(book)["areas"]
    cell = sheet.cell(head_row(sheet) + 1, 3)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert len(str(cell.value)) <= MOST_CHARACTERS
    assert str(cell.value)[0] not in "=+-@\t"
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert not any(
            b"<f>" in archive.read(name) or b'evil.example" T' in archive.read(name) for name in archive.namelist()
        )


def test_same_bytes_whenever_it_is_made(result: Coverage[tuple[Row, ...]]) -> None:
    again = cover(open_workspace(WORKSPACE), AcademicYear(2003), as_xlsx.keep)
    book = book_of(result)
    assert book == book_of(again)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
    assert read(book).properties.created.year == 2003


def test_begins_as_the_page_does(result: Coverage[tuple[Row, ...]]) -> None:
    sheet = read(book_of(result))["areas"]
    assert (sheet["A1"].value, sheet["A1"].font.b) == ("Coverage of 2003/04", True)
    assert sheet["A2"].value == "Examples, not real: 1 of the 3 editions"
    assert sheet["A2"].fill.fgColor.rgb == "FFFFE08A"
    assert str(sheet.cell(head_row(sheet) - 2, 1).value).startswith("3 of 6 authorities have an edition of 2003/04")
    page = read(
        as_xlsx.authority_among_years(report_authority(open_workspace(WORKSPACE), "brook", AcademicYear(2003)), None)
    )
    lines = [str(row[0]) for row in page.worksheets[0].iter_rows(max_row=5, values_only=True)]
    assert lines[:2] == ["Brook: compact for 2003/04 (example)", "Example, not a real compact"]
    assert lines[2:4] == ["Draft, not agreed yet", "This is a draft: nobody has signed it yet."]


def test_rows_are_as_high_as_what_is_wrapped_in_them() -> None:
    columns = (SheetColumn("long", ValueKind.LONG, 20), SheetColumn("short"))
    texts = ("word " * 3, "word " * 20, "word " * 2_000, "語" * 30)
    book = read(workbook([Sheet("texts", columns, [(text, "x" * 200) for text in texts])], "Texts"))
    heights = [book["texts"].row_dimensions[row].height for row in range(2, 6)]
    assert heights == [None, 75, 405, 45]
    assert [bool(cell.alignment.wrap_text) for cell in book["texts"][2]] == [True, False]


def test_rows_for_which_a_sheet_has_no_room_are_told_in_its_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compactctl.formats.coverage.workbook.MOST_ROWS", 4)
    for count, last in ((3, "text 3"), (4, "and more, for which a sheet has no room")):
        rows = [(f"text {number}",) for number in range(1, count + 1)]
        sheet = read(workbook([Sheet("texts", (SheetColumn("text"),), rows)], "Texts"))["texts"]
        assert [cell.value for cell in sheet["A"]] == ["text", "text 1", "text 2", last]


@pytest.mark.parametrize("arguments", [(), ("--trend",), ("--authority", "hampshire")], ids=" ".join)
def test_no_column_of_a_sheet_is_empty(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, "init", ".").returncode == 0
    assert run(tmp_path, "new", "hampshire", "--area", "b").returncode == 0
    assert run(tmp_path, "report", *arguments, "--output", "report.xlsx").returncode == 0
    for sheet in load_workbook(tmp_path / "report.xlsx"):
        for column in sheet.iter_cols(min_row=head_row(sheet)):
            assert len(column) == 1 or any(cell.value not in (None, "") for cell in column[1:]), column[0].value


def test_leaves_out_columns_in_which_nothing_stands() -> None:
    columns = (SheetColumn("first"), SheetColumn("none"), SheetColumn("blank"), SheetColumn("last", ValueKind.COUNT))
    sheet = Sheet("some", columns, iter([("a", None, "", 0), ("b", None, None, 1)])).without_empty_columns
    assert table(read(workbook([sheet], "Some"))["some"]) == [{"first": "a", "last": 0}, {"first": "b", "last": 1}]
    assert Sheet("some", columns, ()).without_empty_columns.columns == columns


def test_names_authorities_as_people_do(result: Coverage[tuple[Row, ...]]) -> None:
    issues = [str(row["local issues"]) for row in table(read(book_of(result))["areas"]) if row["local issues"]]
    assert issues
    assert not any("(ashford" in text for text in issues)


def test_an_ask_says_that_nobody_has_signed_it() -> None:
    record = cover(open_workspace(DATA), AcademicYear(2003), as_xlsx.keep)
    askers = {row["authority"] for row in table(read(book_of(record))["asks"])}
    assert askers >= {"Bristol (draft, example)", "Gateshead (example)"}


def test_one_authority() -> None:
    report = report_authority(open_workspace(WORKSPACE), "ashford", AcademicYear(2003))
    book = read(as_xlsx.authority_among_years(report, None))
    assert book.sheetnames == ["priorities", "asks", "signatures", "areas", "open"]
    assert report.compact is not None
    assert len(table(book["priorities"])) == len(report.compact.priorities)
    assert [row["party"] for row in table(book["signatures"])] == ["department", "authority"]
    assert any("department contributes is still to be written" in str(row["still open"]) for row in table(book["open"]))


def test_one_authority_tells_what_changed_since_the_year_before(tmp_path: Path) -> None:
    answer = run(WORKSPACE.parent, "report", "--authority", "ashford", "--output", str(tmp_path / "book.xlsx"))
    assert answer.returncode == 0, answer.stderr
    rows = table(load_workbook(tmp_path / "book.xlsx")["changes"])
    assert {row["since"] for row in rows} == {"2003/04"}
    assert [row["what"] for row in rows][:1] == ["status"]


def test_all_years() -> None:
    years = trend(open_workspace(WORKSPACE))
    book = read(as_xlsx.trend(years))
    assert [row["year"] for row in table(book["years"])] == [str(year.coverage.year) for year in years.years]
    assert len(table(book["areas"])) == sum(len(year.coverage.areas) for year in years.years)


def test_says_on_every_sheet_what_it_is_about(tmp_path: Path) -> None:
    narrowed = ("--year", "2003/04", "--region", "south", "--status", "agreed")
    for words in (narrowed, ("--trend", *narrowed[2:])):
        answer = run(WORKSPACE.parent, "report", "--format", "xlsx", *words, "--output", str(tmp_path / "book.xlsx"))
        assert answer.returncode == 0
        book = load_workbook(tmp_path / "book.xlsx")
        title = str(book.properties.title)
        assert title.endswith(", only authorities in South and editions that are agreed")
        head = shortened(title, 120)
        assert all(sheet.oddHeader and sheet.oddHeader.left.text == head for sheet in book.worksheets)
        row = table(book["areas"])[0]
        assert (row["year"], row["letter"], row["no agreed edition"]) == ("2003/04", "a", 2)
        if "matrix" in book.sheetnames:
            cells = {row["authority"]: row["a, Reading"] for row in table(book["matrix"])}
            assert cells["Brook"] == "no agreed edition"


@pytest.mark.parametrize(
    ("limit", "why"),
    [("ulimit -f 1", "File too large"), ("ulimit -f 0", "No usable"), ("ulimit -n 6", "Too many open files")],
)
def test_says_why_it_cannot_be_put_together(limit: str, why: str) -> None:
    command = ["bash", "-c", f'{limit} && exec "$0" "$@"', *COMMAND, "report", "--format", "xlsx"]
    answer = subprocess.run(
        command, cwd=WORKSPACE.parent, env=environment(), capture_output=True, text=True, check=False
    )
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"compactctl: the workbook cannot be put together: {why}")
