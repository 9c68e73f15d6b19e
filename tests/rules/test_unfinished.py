"""A TODO is told wherever a text can stand, on either side, and not where an id is looked up."""

from datetime import date
from pathlib import Path

from compactctl.rules.checking import Selection, check
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.samples import COMPACT, write_sample
from compactctl.workspace.opening import open_workspace

DRAFT = """\
authority: hampshire
note: TODO
editions:
  - year: 2003/04
    note: TODO
    priorities:
      - area: local-issues
        issue: TODO
        term: TODO short?
        why: TODO why
        contributions:
          authority:
            - TODO
          department:
            - Advice
            - TODO more
    asks:
      - text: TODO
"""


def test_every_text_of_a_draft(tmp_path: Path) -> None:
    write_sample(Sample({COMPACT: DRAFT}), tmp_path)
    found = check(Checks(open_workspace(tmp_path), date(2004, 1, 15)), Selection())
    assert {item.rule for item in found} == {"unfinished"}
    lines = [item.place.span.line for item in found if item.place.span]
    assert lines == [number for number, line in enumerate(DRAFT.splitlines(), start=1) if "TODO" in line]


def test_an_error_once_somebody_has_signed(tmp_path: Path) -> None:
    signed = "    signatures:\n      - {party: authority, role: Director, date: 2003-12-01}\n"
    write_sample(Sample({COMPACT: DRAFT + signed}), tmp_path)
    found = check(Checks(open_workspace(tmp_path), date(2004, 1, 15)), Selection())
    assert {str(item.level) for item in found} == {"error"}
