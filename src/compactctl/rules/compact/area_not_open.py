"""A priority on an area that is not open to the authority."""

from collections.abc import Iterator

from compactctl.documents.years import AcademicYear
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.ERROR,
    found_when="the area of a priority is not open to this authority in that year",
    reason="the annex keeps the area for others",
    remedy="choose another area, or agree with the department to widen the annex's open_to",
    says="'london-challenge' (c, The London Challenge) is not open to Hampshire (region south-east, type county); choose an area that is",
    breaks=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: ⟦london-challenge⟧")),
    keeps=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: early-education")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Hold the authority against what the annex says of each area chosen."""
    agenda, authority = edition.agenda, compact.authority
    if agenda is None or authority is None or edition.year is None or not authority.exists_in(edition.year):
        return
    for priority in edition.priorities:
        area = priority.area
        if area is None or not area.knows_open_to or area.is_open_to(authority, agenda.year):
            continue
        related = Related("who may choose it", agenda.document.source.key((*area.path, "open_to")))
        place = compact.document.source.value((*priority.path, "area"))
        who = _who(checks, compact, authority, edition.year)
        yield Violation(place, f"'{area.id}' ({area.label}) is not open to {who}", (related,))


def _who(checks: Checks, compact: PlacedCompact, authority: Authority, year: AcademicYear) -> str:
    known = {"region": authority.region, "type": authority.type_in(year)}
    of_authority = ", ".join(f"{name} {value}" for name, value in known.items() if value)
    return f"{checks.workspace.label(compact)}{of_authority and f' ({of_authority})'}; choose an area that is"
