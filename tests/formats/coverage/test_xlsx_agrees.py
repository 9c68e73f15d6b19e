"""The workbook says what the JSON and the CSV say, cell by cell, but for the apostrophe before what would be run."""

import csv
import io
import json
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from tests.formats.coverage.sheets import table
from tests.running import run

pytestmark = pytest.mark.slow

ROOT: Final = Path(__file__).parents[3]
RECORDS: Final = {"record": ROOT, "seven": ROOT / "tests" / "workspaces" / "seven-authorities"}
AREA: Final = {
    "letter": "letter",
    "area": "title",
    "id": "id",
    "open to": "open_to",
    "with an edition": "with_edition",
    "chosen": "chosen",
    "not chosen": "not_chosen",
    "no edition": "no_edition",
    "not renewed": "not_renewed",
    "cannot be read": "unreadable",
    "short": "short",
    "medium": "medium",
    "draft": "draft",
    "proposed": "proposed",
    "agreed": "agreed",
    "examples": "examples",
}
"""What a column of the sheet of areas is called in the CSV."""
PRIORITY: Final = {
    "status": "status",
    "letter": "letter",
    "area": "title",
    "issue": "issue",
    "term": "term",
    "why": "why",
    "the authority contributes": "authority_contributions",
    "the department contributes": "department_contributions",
}
"""What a column of the sheet of priorities is called in the CSV."""


def asked(folder: Path, *words: str) -> str:
    return run(folder, "report", *words).stdout


def sheets(folder: Path, tmp_path: Path, *words: str) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each sheet by the heads of its columns."""
    path = tmp_path / "book.xlsx"
    assert run(folder, "report", *words, "--output", str(path)).returncode == 0
    return {sheet.title: table(sheet) for sheet in load_workbook(path).worksheets}


def shown(value: object) -> str:
    """Return a value of a sheet or of a CSV as text."""
    return "" if value is None else str(value)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("year", ["2003/04", "2004/05"])
def test_areas_agree_in_all_three(record: str, year: str, tmp_path: Path) -> None:
    folder, words = RECORDS[record], ("--year", year)
    parsed: dict[str, Any] = json.loads(asked(folder, *words, "--format", "json"))
    in_csv = rows_of(asked(folder, *words, "--format", "csv"))
    for row, area, line in zip(sheets(folder, tmp_path, *words)["areas"], parsed["areas"], in_csv, strict=True):
        assert {name: shown(row[head]) for head, name in AREA.items()} == {name: line[name] for name in AREA.values()}
        keys = set(AREA.values()) & set(area)
        assert {name: line[name] for name in keys} == {name: shown(area[name]) for name in keys}
        assert (row["share"], row["annex is an example"] == "yes") == (area["share"], parsed["annex_example"])


@pytest.mark.parametrize("record", RECORDS)
def test_all_compacts_of_a_year_agree_with_the_json(record: str, tmp_path: Path) -> None:
    folder, words = RECORDS[record], ("--year", "2003/04")
    compacts: list[dict[str, Any]] = json.loads(asked(folder, *words, "--format", "json"))["compacts"]
    expected = [
        (
            *(compact["name"], priority["term"], priority["why"], priority["issue"]),
            *("; ".join(priority["contributions"][party]) for party in ("authority", "department")),
        )
        for compact in compacts
        for priority in compact["priorities"]
    ]
    heads = ("authority", "term", "why", "issue", "the authority contributes", "the department contributes")
    rows = [row for row in sheets(folder, tmp_path, *words)["compacts"] if row["area"]]
    assert [tuple(map(shown, map(row.get, heads))) for row in rows] == [tuple(map(shown, row)) for row in expected]


@pytest.mark.parametrize("record", RECORDS)
def test_the_priorities_of_one_authority_agree_in_all_three(record: str, tmp_path: Path) -> None:
    folder, words = (
        RECORDS[record],
        ("--year", "2003/04", "--authority", {"record": "cornwall", "seven": "ashford"}[record]),
    )
    compact: dict[str, Any] = json.loads(asked(folder, *words, "--format", "json"))["compact"]
    in_csv = rows_of(asked(folder, *words, "--format", "csv"))
    rows = sheets(folder, tmp_path, *words)["priorities"]
    assert len(rows) == len(in_csv) == len(compact["priorities"]) > 1
    for row, line, priority in zip(rows, in_csv, compact["priorities"], strict=True):
        assert {name: shown(row.get(head)) for head, name in PRIORITY.items()} == {
            name: line[name] for name in PRIORITY.values()
        }
        assert (line["letter"], line["title"], line["term"]) == (
            priority["letter"],
            priority["title"],
            shown(priority["term"]),
        )
        assert (row["status"], row["example"]) == (compact["status"], "yes" if compact["example"] else "no")
