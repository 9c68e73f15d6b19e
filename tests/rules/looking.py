"""A small workspace, of a rule's sample or of other files, written and looked through for findings."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from compactctl.finding import Finding, Span
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.samples import BASE, CLOSING, COMPACT, OPENING, plain
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace

SIGNED = """\
    signatures:
      - {party: authority, role: Director, date: 2003-12-01}
      - {party: department, role: For the Secretary of State, date: 2003-12-15}
"""


class Mark(NamedTuple):
    """Where a sample says that its finding lands; no span for a whole file."""

    file: str
    span: Span | None


def findings_in(folder: Path, files: Mapping[str, str | None], as_of: date = date(2004, 1, 15)) -> list[Finding]:
    """Return the findings on the common workspace with some of its files replaced."""
    write_sample(Sample(files), folder)
    return check(Checks(open_workspace(folder), as_of), Selection())


def outlines(findings: list[Finding]) -> list[tuple[str, str, int | None]]:
    """Return rule, level and line of each finding."""
    return [(item.rule, str(item.level), item.place.span and item.place.span.line) for item in findings]


def compact(why: str = "Results differ between districts", more: str = "") -> dict[str, str | None]:
    """Return the common compact with another reason, as it stands in the file, and more at its end."""
    return {COMPACT: BASE[COMPACT].replace("why: Results differ between districts", f"why: {why}") + more}


def write_sample(sample: Sample, folder: Path) -> Mark | None:
    """Write the workspace of a sample into a folder; return where its finding lands, if it is to have one."""
    mark = None
    given = {plain(name) for name in sample.files}
    texts = {**{name: text for name, text in BASE.items() if name not in given}, **sample.files}
    for name, text in texts.items():
        mark = mark or _mark_of_name(name) or _mark_in(name, text or "")
        if text is None:
            continue
        path = folder / plain(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(plain(text).encode("utf-8", "surrogateescape"))
    return mark


def write_before(sample: Sample, folder: Path) -> None:
    """Write what a sample's workspace was in the revision that it is held against."""
    write_sample(Sample(sample.before or {}), folder)


def _mark_of_name(name: str) -> Mark | None:
    return Mark(plain(name).rstrip("/"), None) if OPENING in name else None


def _mark_in(name: str, text: str) -> Mark | None:
    for number, line in enumerate(text.split("\n"), start=1):
        if OPENING in line:
            begin, end = line.index(OPENING), line.index(CLOSING) - 1
            return Mark(name, Span(number, begin + 1, number, end + 1))
    return None
