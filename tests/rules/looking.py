"""A small workspace looked through for findings."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from compactctl.finding import Finding
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.samples import BASE, COMPACT, write_sample
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace

SIGNED = """\
    signatures:
      - {party: authority, role: Director, date: 2003-12-01}
      - {party: department, role: For the Secretary of State, date: 2003-12-15}
"""


def findings(folder: Path, files: Mapping[str, str | None], as_of: date = date(2004, 1, 15)) -> list[Finding]:
    """Return the findings on the common workspace with some of its files replaced."""
    write_sample(Sample(files), folder)
    return check(Checks(open_workspace(folder), as_of), Selection())


def outlines(found: list[Finding]) -> list[tuple[str, str, int | None]]:
    """Return rule, level and line of each finding."""
    return [(item.rule, str(item.level), item.place.span and item.place.span.line) for item in found]


def compact(why: str = "Results differ between districts", more: str = "") -> dict[str, str | None]:
    """Return the common compact with another reason, as it stands in the file, and more at its end."""
    return {COMPACT: BASE[COMPACT].replace("why: Results differ between districts", f"why: {why}") + more}
