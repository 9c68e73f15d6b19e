"""An annex of a year for which the register that comes with the tool is not known to hold."""

from collections.abc import Iterator
from datetime import date

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, BASE, COMPACT
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.registers import KNOWN_UNTIL

_SAMPLE = {ANNEX: None, COMPACT: None}
_LATER = BASE[ANNEX].replace("year: 2003/04", "year: {}")

RULE = Rule(
    level=Level.INFO,
    found_when="an annex's year ends after the day up to which the built-in register of authorities is known",
    reason="authorities may begin, end or merge, and the register would not know",
    remedy="install a newer compactctl, or keep a register of your own in authorities.csv",
    says=f"the built-in register of authorities is known until {KNOWN_UNTIL}, and 2027/28 ends later; a newer compactctl, or an 'authorities.csv' of your own, knows who exists then",
    breaks=Sample({**_SAMPLE, "annex/2027-28.yaml": _LATER.format("⟦2027/28⟧")}, as_of=date(2027, 10, 1)),
    keeps=Sample({**_SAMPLE, "annex/2025-26.yaml": _LATER.format("2025/26")}, as_of=date(2027, 10, 1)),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Hold the last day of the annex's year against what the register knows."""
    if checks.workspace.is_beyond_register(agenda.year):
        message = (
            f"the built-in register of authorities is known until {KNOWN_UNTIL}, and {agenda.year} ends later;"
            " a newer compactctl, or an 'authorities.csv' of your own, knows who exists then"
        )
        yield Violation(agenda.document.source.value(("year",)), message)
