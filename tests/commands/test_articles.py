"""'An' stands before a vowel and 'a' before anything else, in whatever message a word is put."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.commands.validating import AS_OF, CONFIG, Files, changed, workspace
from tests.running import run

from compactctl.files.data_folder import STATEMENT
from compactctl.rules.names import page_of, rule_names
from compactctl.rules.samples import ANNEX, BASE, COMPACT

WRONG: Final = re.compile(r"\b(?:[Aa] (?!one\b|uni|use)[aeiou]|[Aa]n (?!hour)[b-df-hj-np-tv-z])\w*")
WORKSPACE: Final = Path(__file__).parents[1] / "workspaces" / "seven-authorities"


def test_what_is_looked_for() -> None:
    words = "a area, an area, a priority, an priority, A ask; an 'open_to', an hour, a unit"
    assert WRONG.findall(words) == ["a area", "an priority", "A ask"]


@pytest.mark.parametrize("rule", rule_names())
def test_in_the_page_of_a_rule(rule: str) -> None:
    page = page_of(rule)
    assert WRONG.findall(f"{page.says} {page.reason} {page.remedy}") == []


EVENT: Final = "    follow_up:\n      - date: 2004-01-01\n        text: x\n        zz: x\n"
UNKNOWN: Final[dict[str, Files]] = {
    "a statement": {STATEMENT: f"zz: x\n{BASE[STATEMENT]}"},
    "a focus": changed(STATEMENT, ("    title: Primary", "    zz: x\n    title: Primary")),
    "a commitment": changed(STATEMENT, ("    text: One", "    zz: x\n    text: One")),
    "a follow-up": changed(STATEMENT, ("signatures:", f"{EVENT}signatures:")),
    "a signature": changed(STATEMENT, ("    role: Chair", "    zz: x\n    role: Chair")),
    "an annex": {ANNEX: f"zz: x\n{BASE[ANNEX]}"},
    "a group": changed(ANNEX, ("    title: Standards", "    zz: x\n    title: Standards")),
    "an area": changed(ANNEX, ("        title: Challenging", "        zz: x\n        title: Challenging")),
    "'open_to'": changed(ANNEX, ("          regions: [london]", "          regions: [london]\n          zz: x")),
    "a retired area": {ANNEX: f"{BASE[ANNEX]}retired:\n  - id: old-area\n    why: x\n    zz: x\n"},
    "a compact": {COMPACT: f"zz: x\n{BASE[COMPACT]}"},
    "an edition": changed(COMPACT, ("    priorities:", "    zz: x\n    priorities:")),
    "a priority": changed(COMPACT, ("        term:", "        zz: x\n        term:")),
    "an ask": {COMPACT: f"{BASE[COMPACT]}    asks:\n      - text: x\n        zz: x\n"},
    "a config": {CONFIG: "zz: x\n"},
    "an exemption": {CONFIG: "exemptions:\n  - {rule: one-sided, file: x, until: 2004-02-01, reason: x, zz: x}\n"},
}


@pytest.mark.parametrize("part", UNKNOWN)
def test_in_the_name_of_a_part(part: str, tmp_path: Path) -> None:
    shown = run(workspace(tmp_path, UNKNOWN[part]), "validate", "--format", "concise", *AS_OF).stdout
    assert f" {part} has no line 'zz'" in shown
    assert WRONG.findall(shown) == []


@pytest.mark.parametrize("status", ["draft", "proposed", "agreed"])
@pytest.mark.parametrize("more", [(), ("--authority", "brook"), ("--trend",), ("--region", "south")], ids=" ".join)
def test_in_a_report_of_what_has_come_so_far(status: str, more: tuple[str, ...]) -> None:
    options = () if more else ("--year", "2003/04")
    shown = run(WORKSPACE, "report", "--status", status, "--format", "markdown", *options, *more).stdout
    assert WRONG.findall(shown.replace("a and b", "both areas")) == []
