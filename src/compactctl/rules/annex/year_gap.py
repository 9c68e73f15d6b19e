"""A year without an annex between two that have one."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.annex.lost_area import RULE as LOST_AREA
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import NEXT_ANNEX
from compactctl.workspace.agenda import Agenda

_NEXT = LOST_AREA.keeps.files[NEXT_ANNEX] or ""

RULE = Rule(
    level=Level.WARNING,
    found_when="the last annex is not of the year before",
    reason="the agenda is discussed and revised every year, so one is probably missing",
    remedy="add the annex of the year between, or leave it if there was none",
    says="the last annex before 2005/06 is of 2003/04; add the one of 2004/05, if there was one",
    breaks=Sample({"annex/2005-06.yaml": _NEXT.replace("2004/05", "⟦2005/06⟧")}),
    keeps=LOST_AREA.keeps,
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Look whether the last annex is of the year before."""
    previous = checks.workspace.last_annex_before(agenda.year)
    if previous and previous[0].following != agenda.year:
        message = f"the last annex before {agenda.year} is of {previous[0]}; add the one of {previous[0].following}, if there was one"
        yield Violation(agenda.document.source.value(("year",)), message)
