"""Editions that do not stand oldest first, or one year twice."""

from collections.abc import Iterator

from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact

_PRIORITY = (
    "{area: early-education, term: short, why: It matters, contributions: {authority: [Advice], department: [Aid]}}"
)
_TWICE = f"editions:\n  - year: 2003/04\n    priorities:\n      - {_PRIORITY}\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="the editions of a compact are not oldest first, or two are of one year",
    reason="a compact is read from top to bottom as its history, and a year has one edition",
    remedy="move the edition to its place, or make one of the two that share a year",
    says="there is an edition of 2003/04 above; a year has one, so make one of the two",
    breaks=replaced(COMPACT, ("year: 2003/04", "year: ⟦2003/04⟧"), ("editions:\n", _TWICE)),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:  # noqa: ARG001
    """Compare each edition's year with those before it."""
    source = compact.document.source
    seen: dict[AcademicYear, KeyPath] = {}
    last: AcademicYear | None = None
    for edition in compact.editions:
        year, path = edition.year, (*edition.path, "year")
        if year is None:
            continue
        if year in seen:
            related = Related("the first one", source.value(seen[year]))
            message = f"there is an edition of {year} above; a year has one, so make one of the two"
            yield Violation(source.value(path), message, (related,), year=year)
        elif last is not None and year < last:
            message = f"the edition of {year} stands below that of {last}; editions stand oldest first, so move it up"
            yield Violation(source.value(path), message, year=year)
        seen.setdefault(year, path)
        last = year if last is None else max(last, year)
