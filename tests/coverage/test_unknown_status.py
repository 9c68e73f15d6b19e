"""Where signatures may have been meant, how far an edition is is not concluded: neither draft nor agreed."""

import csv
import io
import json
import re
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


def test_where_a_status_is_asked_for_it_counts_as_none_and_is_listed(folder: Path) -> None:
    report = of_year(folder, "--status", "agreed")
    counts = report["authorities"]
    assert [counts[key] for key in ("with_edition", "below_status")] == [0, 0]
    assert "norfolk" in report["without_edition"]
    assert {item["rule"] for item in report["left_out"]} == {"unknown-key"}


def test_where_a_status_is_asked_for_nothing_is_concluded_in_words(folder: Path) -> None:
    told = " ".join(run(folder, *YEAR, "--status", "agreed", "--full").stdout.split())
    assert "have none, 1 because it cannot be told how far theirs is. Of these: of 1 it cannot be told." in told
    assert "not agreed yet" not in told
    _, _, broken = told.partition("WHOSE COMPACT IS BROKEN WHERE THAT WOULD BE TOLD, BY REGION")
    assert broken.strip().startswith("East of England: Norfolk")


def test_a_page_where_a_status_is_asked_for_says_so(folder: Path) -> None:
    done = run(folder, *YEAR, "--status", "agreed", "--authority", "norfolk")
    told = " ".join(done.stdout.split())
    assert (
        "Norfolk has an edition of 2003/04, and how far it is cannot be told, since its signatures are broken" in told
    )
    assert "left out (unknown-key" in told
    assert "left out (unknown-key" in done.stderr


def test_a_gate_that_is_not_met_says_that_it_is_not_counted(folder: Path) -> None:
    done = run(folder, *YEAR, "--status", "agreed", "--fail-under", "0.5")
    assert done.returncode == 1
    assert "1 edition whose signatures are broken cannot be counted" in done.stderr


def test_in_the_next_year_it_is_not_concluded_that_there_was_none(folder: Path) -> None:
    path = folder / "data/compacts/norfolk.yaml"
    head, _, _ = path.read_text(encoding="utf-8").partition("  - year: 2004/05")
    path.write_text(head, encoding="utf-8")
    told = " ".join(run(folder, "report", "--year", "2004/05", "--status", "agreed", "--full").stdout.split())
    assert "Of these: of 1 it cannot be told" in told


@pytest.mark.parametrize("broken", ["date: soon", "role: [Leader]", "party: dept"])
def test_so_it_is_where_one_signature_of_two_is_broken(broken: str, tmp_path: Path) -> None:
    path = copy_record(tmp_path, "norfolk") / "compacts/norfolk.yaml"
    head, signatures, rest = path.read_text(encoding="utf-8").partition("    signatures:\n")
    key = broken.partition(":")[0]
    path.write_text(head + signatures + re.sub(rf"(?m)\b{key}: .*$", broken, rest, count=1), encoding="utf-8")
    assert of_year(tmp_path)["compacts"][0]["status"] is None
    page = " ".join(run(tmp_path, *YEAR, "--authority", "norfolk").stdout.split())
    assert "cannot be told, since its signatures are broken" in page
    assert "both sides have signed" not in page
