"""A letter and its accent, in one character or in two, are the same to every command: nobody can see which it is."""

import json
from pathlib import Path
from typing import Final
from unicodedata import normalize

import pytest
from tests.hostile.bombs import ANNEX, COMPACT
from tests.hostile.limited import limited, small_workspace

ONE, TWO = (normalize(form, "Schülerhilfe José") for form in ("NFC", "NFD"))
AREA: Final = "groups:\n  - id: all-areas\n    title: All\n    areas:\n      - "
LOCAL: Final = AREA + "{letter: a, id: local-issues, title: Local issues, summary: S, named_locally: true}\n"


def annex(year: str) -> str:
    """Return an annex with one area, which is named locally."""
    return f"year: {year}\ntitle: T\n{LOCAL}"


def edition(year: str, *issues: str, signers: tuple[str, ...] = ()) -> str:
    """Return an edition with a priority for each issue and a signature for each signer."""
    priorities = "".join(
        f"      - {{area: local-issues, issue: {issue}, term: short, why: x,"
        " contributions: {authority: [x], department: [y]}}\n"
        for issue in issues
    )
    signatures = ", ".join(f"{{party: authority, name: {name}, role: r, date: 2003-12-01}}" for name in signers)
    return f"  - year: {year}\n    priorities:\n{priorities}    signatures: [{signatures}]\n"


def workspace(folder: Path, *editions: str, authority: str = "hampshire") -> Path:
    """Write a workspace of two years and one compact; return its data folder."""
    compact = f"authority: {authority}\neditions:\n{''.join(editions)}"
    annexes = {ANNEX: annex("2003/04"), "annex/2004-05.yaml": annex("2004/05")}
    return small_workspace(folder, **annexes, **{COMPACT: compact})


def rules_broken(folder: Path) -> list[str]:
    """Return the rules that validate finds broken in the compact."""
    findings = json.loads(limited(folder, "validate", "--format", "json", "--as-of", "2004-01-15").stdout)["findings"]
    return [item["rule"] for item in findings if item["file"].endswith(COMPACT)]


@pytest.mark.parametrize("second", [TWO, TWO.upper()])
def test_an_issue_in_two_spellings_is_a_repetition(second: str, tmp_path: Path) -> None:
    workspace(tmp_path, edition("2003/04", ONE, second))
    assert "repeated-area" in rules_broken(tmp_path)


def test_a_name_in_two_spellings_signs_twice(tmp_path: Path) -> None:
    workspace(tmp_path, edition("2003/04", ONE, signers=(ONE, TWO)))
    assert "wrong-party" in rules_broken(tmp_path)


def test_what_only_looks_alike_is_another_issue(tmp_path: Path) -> None:
    workspace(tmp_path, edition("2003/04", "Ward 2", "Ward ²"))
    assert "repeated-area" not in rules_broken(tmp_path)


def test_a_report_counts_one_issue(tmp_path: Path) -> None:
    data = workspace(tmp_path, edition("2003/04", ONE))
    other = f"authority: norfolk\neditions:\n{edition('2003/04', TWO)}"
    (data / "compacts" / "norfolk.yaml").write_text(other, encoding="utf-8")
    report = json.loads(limited(tmp_path, "report", "--year", "2003/04", "--format", "json").stdout)
    assert [issue["authorities"] for issue in report["areas"][0]["issues"]] == [["hampshire", "norfolk"]]


def test_a_comparison_of_years_tells_no_change(tmp_path: Path) -> None:
    workspace(tmp_path, edition("2003/04", ONE), edition("2004/05", TWO))
    comparison = json.loads(limited(tmp_path, "diff", "2003/04", "2004/05", "--format", "json").stdout)
    (compact,) = comparison["compacts"]
    assert ([kept["fields"] for kept in compact["kept"]], compact["lost"], compact["gained"]) == ([[]], [], [])
