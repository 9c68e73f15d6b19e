"""A priority or an ask whose area the annex of that year does not have."""

from collections.abc import Iterator

from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import listed, quoted
from compactctl.workspace.agenda import MOST_ANNEXES, Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.lineage import became, came_from, chain_between
from compactctl.workspace.naming import area_called, area_meant, areas_titled, not_open, one_of_the_areas

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
    chooser = compact.authority if compact.authority and compact.authority.exists_in(agenda.year) else None
    named = [("priorities", [item.area for item in edition.content.priorities])]
    named.append(("asks", [item.area for item in edition.content.asks]))
    for key, ids in named:
        for index, area in enumerate(ids):
            if area is not None and area not in agenda.areas:
                related = (Related(f"areas of {agenda.year}", agenda.document.source.first_key(())),)
                place = source.value((*edition.path, key, index, "area"))
                yield Violation(place, _message(checks, agenda, area, chooser), related)


def _message(checks: Checks, agenda: Agenda, key: str, chooser: Authority | None) -> str:
    start, others = f"{agenda.year} has no area {quoted(key)}", _nearest_first(checks, agenda)
    for other in others:
        if key in other.areas:
            return f"{start}; in {other.year} it was {other.areas[key].label}{_here(checks, agenda, other, [key], chooser)}"
    if called := area_called(agenda, key, chooser):
        return f"{start}{called}"
    for other in others[: MOST_ANNEXES - 1]:  # of more, and this one, the titles would be made ready again and again
        if keys := [area.id for area in areas_titled(other, key)]:
            title = f"the title of {listed(map(quoted, keys))} in {other.year}"
            return f"{start}; that is {title}{_here(checks, agenda, other, keys, chooser)}"
    return f"{start}{area_meant(agenda, key, chooser) or one_of_the_areas(agenda, chooser)}"


def _nearest_first(checks: Checks, agenda: Agenda) -> list[Agenda]:
    others = [other for other in checks.workspace.readable_agendas if other is not agenda]
    return sorted(others, key=lambda other: (abs(other.year.start - agenda.year.start), other.year))


def _here(checks: Checks, agenda: Agenda, other: Agenda, keys: list[str], chooser: Authority | None) -> str:
    """Say what areas of another year are called in this one, as lineage has it."""
    chain = chain_between(checks.workspace, min(agenda.year, other.year), max(agenda.year, other.year))
    forward = other.year < agenda.year
    if chain is None:
        ids = {key for key in keys if key in agenda.areas}
    else:
        ids = became(chain, keys) if forward else came_from(chain, keys)
    areas = [agenda.areas[key] for key in sorted(ids)]
    if areas:
        closed = not_open(areas, agenda, chooser)
        named = listed((f"'{area.id}' ({area.label})" for area in areas), "or")
        return f"; in {agenda.year} that is {named}{closed and f', {closed}'}"
    if chain is None:
        return ""
    return ", and it is not on this year's agenda" if forward else ", and this year has nothing that became it"
