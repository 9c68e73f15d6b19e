"""A signature after the year that it is for."""

from collections.abc import Iterator

from compactctl.documents.years import AcademicYear
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.rules.signatures import Signatures

RULE = Rule(
    level=Level.WARNING,
    found_when="an annex, or a compact's edition, is signed after its academic year has ended",
    reason="it may be so, and then the true date stands there; more often the year or the date is a slip",
    remedy="correct the date or the year if it is a slip; otherwise leave it, or exempt it and say why",
    says="this is signed on 2004-09-01, after 2003/04 has ended (2004-08-31); correct the date if it is a slip, and leave it if it is true",
    breaks=Sample(replaced(ANNEX, ("date: 2003-07-23", "date: ⟦2004-09-01⟧")).files, as_of=AcademicYear(2004).last_day),
    keeps=Sample(replaced(ANNEX, ("date: 2003-07-23", "date: 2004-08-31")).files, as_of=AcademicYear(2004).last_day),
)


def check_signatures(checks: Checks, signatures: Signatures) -> Iterator[Violation]:  # noqa: ARG001 - as every check
    """Hold the days of signatures against the last day of the year."""
    year = signatures.year
    for day, path in signatures.days() if year else ():
        if year and day > year.last_day:
            message = (
                f"this is signed on {day}, after {year} has ended ({year.last_day});"
                " correct the date if it is a slip, and leave it if it is true"
            )
            yield Violation(signatures.source.value(path), message)
