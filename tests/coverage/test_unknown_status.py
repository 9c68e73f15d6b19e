"""Where signatures may have been meant, how far an edition is is not concluded: neither draft nor agreed."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.running import copy_record, run

YEAR = ("report", "--year", "2003/04")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a workspace in which the one compact, agreed in 2003/04, has its signatures under a mistyped name."""
    path = copy_record(tmp_path, "norfolk") / "compacts/norfolk.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    signatures:", "    signature:", 1), encoding="utf-8")
    return tmp_path


def of_year(folder: Path, *more: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(run(folder, *YEAR, "--format", "json", *more).stdout)
    return report


def test_it_counts_as_an_edition_and_in_no_status(folder: Path) -> None:
    report = of_year(folder)
    counts = report["authorities"]
    assert counts["with_edition"] == 1
    assert [counts[status] for status in ("draft", "proposed", "agreed")] == [0, 0, 0]
    assert report["compacts"][0]["status"] is None
    [chosen] = [area for area in report["areas"] if area["id"] == "ks2-literacy-numeracy"]
    assert [chosen[key] for key in ("chosen", "draft", "proposed", "agreed")] == [1, 0, 0, 0]
    assert {item["rule"] for item in report["left_out"]} == {"unknown-key"}


def test_a_table_and_a_page_say_so(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, *YEAR, "--format", "csv").stdout)))
    assert {(row["draft"], row["agreed"]) for row in rows} == {("0", "0")}
    page = run(folder, *YEAR, "--authority", "norfolk").stdout
    assert "cannot be told, since its signatures are broken" in " ".join(page.split())
    assert "has not signed" not in page


def test_a_comparison_says_so(folder: Path) -> None:
    path = folder / "data/compacts/norfolk.yaml"
    head, year, _ = path.read_text(encoding="utf-8").partition("  - year: 2004/05")
    assert year
    path.write_text(head, encoding="utf-8")
    story = " ".join(run(folder, "diff", "2003/04", "2004/05").stdout.split())
    assert "of unknown status (example) in 2003/04; 5 priorities" in story


def test_what_is_still_to_be_written_is_told_as_in_a_draft(folder: Path) -> None:
    path = folder / "data/compacts/norfolk.yaml"
    why = next(line for line in path.read_text(encoding="utf-8").splitlines() if "why:" in line)
    path.write_text(path.read_text(encoding="utf-8").replace(why, "        why: TODO", 1), encoding="utf-8")
    assert "warning[unfinished]" in run(folder, "validate", "--format", "concise").stdout
