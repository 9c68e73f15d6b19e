"""What a spreadsheet makes of a report: no formula, whatever it takes for a separator, and every day as it is."""

import csv
import io
from pathlib import Path
from typing import Final

import pytest
from openpyxl import load_workbook
from tests.hostile.bombs import COMPACT
from tests.hostile.limited import limited, small_workspace

HEAD: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n"
SIGNS: Final = ("=", "+", "-", "@", "\uff1d")


def compact(text: str) -> str:
    """Return a compact with a text as the one reason, quoted."""
    return f"{HEAD}    priorities:\n      - {{area: ks2-literacy-numeracy, term: short, why: '{text}'}}\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("text", ["ok;=1+1", "ok; @x", 'ok;"=1+1"', "ok;;-x", 'a "b";\uff1dx', "=1;=2", "a\t=1"])
def test_no_cell_is_a_formula_whatever_parts_the_cells(text: str, separator: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{COMPACT: compact(text)})
    answer = limited(tmp_path, "report", "--authority", "hampshire", "--format", "csv")
    assert answer.returncode == 0
    rows = list(csv.reader(io.StringIO(answer.stdout.decode()), delimiter=separator))
    assert len(rows) == 2
    assert [cell for row in rows for cell in row if cell.lstrip(" \"'").startswith(SIGNS) and "'" not in cell[:3]] == []


def test_a_text_with_a_semicolon_is_one_field_in_quotes(tmp_path: Path) -> None:
    small_workspace(tmp_path, **{COMPACT: compact("this; and that")})
    answer = limited(tmp_path, "report", "--authority", "hampshire", "--format", "csv")
    assert b',"this; and that",' in answer.stdout


@pytest.mark.parametrize(("day", "value"), [("0001-01-01", str), ("1900-02-28", str), ("1900-03-01", object)])
def test_a_day_that_no_workbook_knows_is_a_text(day: str, value: type, tmp_path: Path) -> None:
    edition = compact("x") + f"    review_by: {day}\n"
    small_workspace(tmp_path, **{COMPACT: edition})
    answer = limited(tmp_path, "report", "--format", "xlsx", "--output", "report.xlsx")
    assert answer.returncode == 0, answer.stderr
    head, row = load_workbook(tmp_path / "report.xlsx")["compacts"].iter_rows(values_only=True)
    shown = dict(zip(head, row, strict=True))["review by"]
    assert isinstance(shown, value)
    assert str(shown)[:10] == day
