"""A compact that has no edition of the newest agenda yet."""

from collections.abc import Iterator
from datetime import date

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.finding import Level
from compactctl.rules.annex.lost_area import RULE as LOST_AREA
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX
from compactctl.workspace.compacts import PlacedCompact

_SIGNATURES = "signatures:" + BASE[ANNEX].partition("signatures:")[2].replace("2003-07-23", "2004-07-01")
_NEXT = (LOST_AREA.keeps.files[NEXT_ANNEX] or "") + _SIGNATURES
_FIRST_DAY = date(2004, 9, 1)

RULE = Rule(
    level=Level.INFO,
    found_when="a compact that has not ended has no edition of the newest agreed annex whose year has begun",
    reason="the annex is revised every year, and a compact follows it in its next edition",
    remedy="begin the next edition with 'compactctl renew', or write below 'ended' when and how the compact ended",
    says="the newest edition is of 2003/04, and the annex of 2004/05 is agreed and its year has begun; begin the next one with 'compactctl renew hampshire'",
    breaks=Sample({NEXT_ANNEX: _NEXT, COMPACT: BASE[COMPACT].replace("2003/04", "⟦2003/04⟧")}, as_of=_FIRST_DAY),
    keeps=Sample({NEXT_ANNEX: _NEXT, COMPACT: BASE[COMPACT].replace("2003/04", "2004/05")}, as_of=_FIRST_DAY),
)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:
    """Hold the newest edition against the newest agenda that is agreed and has begun."""
    newest, authority = compact.newest, compact.authority
    if (
        newest is None
        or newest.year is None
        or authority is None
        or compact.may_have_ended
        or any(edition.year is None for edition in compact.editions)
    ):
        return
    if checks.workspace.lacks_annex(newest.year):
        return
    agenda = _newest_agreed(checks, checks.as_of)
    if agenda is None or newest.year >= agenda or not authority.exists_on(agenda.first_day):
        return
    message = (
        f"the newest edition is of {newest.year}, and the annex of {agenda} is agreed and its year has begun;"
        f" begin the next one with 'compactctl renew {compact.slug}'"
    )
    yield Violation(compact.document.source.value((*newest.path, "year")), message, year=newest.year)


def _newest_agreed(checks: Checks, today: date) -> AcademicYear | None:
    """Return the year of the newest agreed annex that has begun; None where that cannot be told."""
    for year, agenda in reversed(list(checks.workspace.agendas.items())):
        if year.first_day > today:
            continue
        if agenda is None or agenda.status is None:
            return None
        if agenda.status is Status.AGREED:
            return year
    return None
