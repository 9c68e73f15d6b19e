"""An edition of a year in which the authority did not exist."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule, Sample
from compactctl.rules.samples import BASE, COMPACT
from compactctl.words import listed
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.registers import Register

_CHESHIRE_EAST = BASE[COMPACT].replace("hampshire", "cheshire-east", 1)

RULE = Rule(
    level=Level.ERROR,
    holds_when="the authority did not exist on any day of the edition's academic year",
    reason="nobody could have agreed it; the authority before or after it may hold the edition",
    remedy="correct the year, or move the edition to the compact of the authority that existed then",
    breaks=Sample({COMPACT: None, "compacts/cheshire-east.yaml": _CHESHIRE_EAST.replace("2003/04", "⟦2003/04⟧")}),
    keeps=Sample({COMPACT: None, "compacts/cheshire.yaml": BASE[COMPACT].replace("hampshire", "cheshire", 1)}),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:
    """Hold the edition's year against the authority's first and last day."""
    authority, year, register = compact.authority, edition.year, checks.workspace.register
    if authority is None or year is None or register is None or authority.exists_in(year):
        return
    message = _message(
        register, authority, ended=authority.valid_to is not None and authority.valid_to < year.first_day
    )
    yield Hit(compact.document.source.value((*edition.path, "year")), f"{message}; {year} is not a year of it")


def _message(register: Register, authority: Authority, *, ended: bool) -> str:
    others = register.successors(authority) if ended else register.predecessors(authority)
    names = listed(f"{other.name} ({other.slug})" for other in others)
    if ended:
        after = f", and {names} came after it" if names else ""
        return f"{register.label(authority)} ended on {authority.valid_to}{after}"
    before = f", and {names} was there before it" if names else ""
    return f"{register.label(authority)} began on {authority.valid_from}{before}"
