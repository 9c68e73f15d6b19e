"""A priority or an ask whose area the annex of that year does not have."""

from collections.abc import Iterator

from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import listed, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.lineage import became, came_from, chain_between
from compactctl.workspace.naming import area_meant, one_of_the_areas

RULE = Rule(
    level=Level.ERROR,
    found_when="the annex of the edition's year has no area of that name; areas are named by their ids",
    reason="the priority would count for no area",
    remedy="write the id of the area as the annex of that year has it",
    says="2003/04 has no area 'ks2-literacy'; did you mean 'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2)?",
    breaks=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: ⟦ks2-literacy⟧")),
    keeps=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: early-education")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Look up the area of every priority and ask."""
    agenda, source = edition.agenda, compact.document.source
    if agenda is None or not agenda.knows_areas:
        return
    named = [("priorities", [item.area for item in edition.content.priorities])]
    named.append(("asks", [item.area for item in edition.content.asks]))
    for key, ids in named:
        for index, area in enumerate(ids):
            if area is not None and area not in agenda.areas:
                related = (Related(f"areas of {agenda.year}", agenda.document.source.first_key(())),)
                place = source.value((*edition.path, key, index, "area"))
                yield Violation(place, _message(checks, agenda, area), related)


def _message(checks: Checks, agenda: Agenda, key: str) -> str:
    start = f"{agenda.year} has no area {quoted(key)}"
    for other in _nearest_first(checks, agenda):
        if key in other.areas:
            return f"{start}; in {other.year} it was {other.areas[key].label}{_here(checks, agenda, other, key)}"
    return f"{start}{area_meant(agenda, key) or one_of_the_areas(agenda)}"


def _nearest_first(checks: Checks, agenda: Agenda) -> list[Agenda]:
    others = [other for other in checks.workspace.readable_agendas if other is not agenda]
    return sorted(others, key=lambda other: (abs(other.year.start - agenda.year.start), other.year))


def _here(checks: Checks, agenda: Agenda, other: Agenda, key: str) -> str:
    """Say what an area of another year is called in this one, as lineage has it."""
    chain = chain_between(checks.workspace, min(agenda.year, other.year), max(agenda.year, other.year))
    if chain is None:
        return ""
    forward = other.year < agenda.year
    ids = sorted(became(chain, [key]) if forward else came_from(chain, [key]))
    names = [f"'{key}' ({agenda.areas[key].label})" for key in ids]
    if not names:
        return ", and it is not on this year's agenda" if forward else ", and this year has nothing that became it"
    return f"; in {agenda.year} that is {listed(names, 'or')}"
