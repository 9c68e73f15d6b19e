"""An edition of a year in which the authority did not exist."""

from collections.abc import Iterator
from functools import lru_cache

from compactctl.files.data_folder import compact_file
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import BASE, COMPACT
from compactctl.words import listed
from compactctl.workspace.authorities import Authority, Register
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_CHESHIRE_EAST = BASE[COMPACT].replace("hampshire", "cheshire-east", 1)

RULE = Rule(
    level=Level.ERROR,
    found_when="the authority did not exist on any day of the edition's academic year",
    reason="nobody could have agreed it; the authority before or after it may hold the edition",
    remedy="correct the year, or move the edition to the compact of the authority that existed then",
    says="Cheshire East began on 2009-04-01, and Cheshire (cheshire) was there before it; 2003/04 is not a year of it: correct the year, or move the edition to 'compacts/cheshire.yaml'",
    breaks=Sample({COMPACT: None, "compacts/cheshire-east.yaml": _CHESHIRE_EAST.replace("2003/04", "⟦2003/04⟧")}),
    keeps=Sample({COMPACT: None, "compacts/cheshire.yaml": BASE[COMPACT].replace("hampshire", "cheshire", 1)}),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Hold the edition's year against the authority's first and last day."""
    authority, year, register = compact.authority, edition.year, checks.workspace.register
    if authority is None or year is None or register is None or authority.exists_in(year):
        return
    is_new = authority.valid_to is None or authority.valid_to >= year.first_day
    time, moved = _time_and_mending(register, authority, is_new=is_new)
    message = f"{time}; {year} is not a year of it: correct the year, or {moved}"
    yield Violation(compact.document.source.value((*edition.path, "year")), message)


@lru_cache(maxsize=2)  # asked for each edition of a compact, one after the other
def _time_and_mending(register: Register, authority: Authority, *, is_new: bool) -> tuple[str, str]:
    """Return when an authority began or ended, and what to do with an edition from before or after that."""
    others = register.predecessors(authority) if is_new else register.successors(authority)
    names = listed(f"{other.name} ({other.slug})" for other in others)
    moved = f"move the edition to '{compact_file(others[0].slug)}'" if len(others) == 1 else "take the edition out"
    if is_new:
        before = f", and {names} {'was' if len(others) == 1 else 'were'} there before it" if names else ""
        return f"{register.label(authority)} began on {authority.valid_from}{before}", moved
    after = f", and {names} came after it" if names else ""
    return f"{register.label(authority)} ended on {authority.valid_to}{after}", moved
