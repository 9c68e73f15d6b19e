"""Lines that YAML takes for a part of the text above: each is told, and nothing is repaired that would hide it."""

from typing import Final

import pytest
from tests.slips.forms import FORMS
from tests.slips.judging import findings_in, workspace_of

from compactctl.workspace.repairing import repairs_in

TITLE: Final = "title: Supporting Transformation in Partnership"
FOCUS: Final = "          - early-years"
ENTRY: Final = "            - Two literacy consultants"
SUMMER: Final = "            - A summer school in every district"
CASES: Final = {
    "name-with-a-value-that-cannot-be": ("statement", TITLE, f"{TITLE}\n format:0"),
    "entry-beside-a-list-in-brackets": ("annex", FOCUS, f" {FOCUS}"),
    "bullet-alone": ("plain", SUMMER, "             *\n               A summer school"),
    "bullet-and-a-text-at-the-margin": ("plain", SUMMER, "             * \nA summer school in every district"),
}
"""Forms, a line of each, and what stands in its place."""


@pytest.mark.parametrize("case", CASES)
def test_a_line_that_is_swallowed_is_told_before_and_after_fix(case: str) -> None:
    form, line, typed = CASES[case]
    text = FORMS[form].text
    assert text.count(f"{line}\n") == 1
    workspace = workspace_of(form, text.replace(f"{line}\n", f"{typed}\n").encode())
    told = findings_in(form, workspace)
    assert "yaml-syntax" in {item.rule for item in told}
    repaired = repairs_in(workspace, FORMS[form].name)
    left = findings_in(form, workspace_of(form, repaired.new))
    assert left or repaired.new == text.encode()
