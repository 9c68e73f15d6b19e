"""Sentences from Word in a fresh form cost an officer two commands: one that tells all of them, and one that mends."""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from tests.running import run

FILE: Final = "data/compacts/hampshire.yaml"
AREA: Final = "challenging-targets"
TYPED: Final = """\
      - Area: challenging-targets
        term: Short term
        why: 'Results: the county's results trail'
        contributions:
          authority:
            - [draft] Two consultants
            •\tA summer school: every district
            – “Sure Start” centres
          department:
            - > 85 per cent of the cost
            -\u00a0Advice, & materials #3 to #9
            - "Every child" materials
    review_by: 31st December 2004
"""
MEANT: Final = {
    "why": "Results: the county's results trail",
    "authority": ["[draft] Two consultants", "A summer school: every district", "“Sure Start” centres"],
    "department": [
        "> 85 per cent of the cost",
        "Advice, & materials #3 to #9",
        '"Every child" materials',
    ],
}
SLIPS: Final = ("Area:", "Short", "'Results", "[draft]", "•", "–", "> 85", "\u00a0", '"Every', "31st")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a fresh form, into which an officer has typed one priority."""
    assert run(tmp_path, "init", ".").returncode == 0
    assert run(tmp_path, "new", "hampshire").returncode == 0
    file = tmp_path / FILE
    form = file.read_text(encoding="utf-8")
    until_asks = r"    priorities:\n(?:.*\n)*?(?=    # Changes)"
    typed, count = re.subn(until_asks, lambda _: f"    priorities:\n{TYPED}\n", form)
    assert count == 1
    file.write_text(typed, encoding="utf-8")
    return tmp_path


def test_told_in_one_run_and_repaired_in_another(folder: Path) -> None:
    lines = (folder / FILE).read_text(encoding="utf-8").split("\n")
    told = json.loads(run(folder, "validate", "--format", "json").stdout)["findings"]
    of_file = {item["line"] for item in told if item["file"] == FILE}
    assert [slip for slip in SLIPS if not any(slip in lines[line - 1] for line in of_file)] == []

    fixed = run(folder, "fix", "--yes", "--format", "json")
    assert fixed.returncode == 0
    assert json.loads(fixed.stdout)["written"] is True
    assert run(folder, "validate", "--as-of", "2004-01-15").returncode == 0

    report = json.loads(run(folder, "report", "--format", "json", "--authority", "hampshire").stdout)
    (priority,) = report["compact"]["priorities"]
    assert (priority["area"], priority["term"], priority["why"]) == (AREA, "short", MEANT["why"])
    assert priority["contributions"] == {side: MEANT[side] for side in ("authority", "department")}
    assert report["compact"]["review_by"] == "2004-12-31"


def test_what_is_not_typed_stays(folder: Path) -> None:
    before = (folder / FILE).read_text(encoding="utf-8")
    assert run(folder, "fix", "--yes").returncode == 0
    after = (folder / FILE).read_text(encoding="utf-8")
    assert after.partition("    priorities:\n")[0] == before.partition("    priorities:\n")[0]
    assert after.partition("    # Changes")[2] == before.partition("    # Changes")[2]
    assert run(folder, "fix", "--yes").returncode == 0
    assert (folder / FILE).read_text(encoding="utf-8") == after
