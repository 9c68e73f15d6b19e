"""An area of the last edition that goes on, and is taken up no more in the next one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition, PlacedPriority
from compactctl.workspace.lineage import became, chain_between

_NEXT = BASE[ANNEX].replace("2003/04", "2004/05").replace("2003-07-23", "2004-07-01")
_PRIORITY = BASE[COMPACT].partition("    priorities:\n")[2]
_AS_OF = date(2004, 7, 1)
_OTHER = _PRIORITY.replace("ks2-literacy-numeracy", "early-education")
_SECOND = "  - year: 2004/05\n    ⟦priorities⟧:\n"

RULE = Rule(
    level=Level.WARNING,
    found_when="in a draft: an area of the last edition goes on in the new annex and is open to the authority, and neither it nor anything that came of it is taken up",
    reason="a priority that both sides agreed would be gone, and nobody would have decided so",
    remedy="take the area up again, or what came of it; if it is to be dropped, leave it: once somebody has signed nothing more is said",
    says="b, Literacy and numeracy at key stage 2 was a priority of 2003/04 and is none here; if it still is one, take up 'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2)",
    breaks=Sample({NEXT_ANNEX: _NEXT, COMPACT: BASE[COMPACT] + _SECOND + _OTHER}, as_of=_AS_OF),
    keeps=Sample(
        {NEXT_ANNEX: _NEXT, COMPACT: BASE[COMPACT] + _SECOND.replace("⟦", "").replace("⟧", "") + _PRIORITY},
        as_of=_AS_OF,
    ),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Follow the areas of the last edition into this one, while it is a draft."""
    if edition.is_draft:
        yield from not_carried(checks, compact, edition)


def not_carried(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Follow the areas of the last edition into this one, whoever has signed it."""
    if edition.excluded_by or not _is_known(edition):
        return
    agenda, last = edition.agenda, _last(compact, edition)
    if agenda is None or last is None or last.year is None:
        return
    if any(priority.area is None for priority in edition.priorities):
        return  # a mistyped area may be the very one
    chain = chain_between(checks.workspace, last.year, agenda.year)
    if chain is None:
        return
    taken = {priority.area.id for priority in edition.priorities if priority.area}
    followed: set[str] = set()
    going_on: dict[frozenset[str], _GoingOn] = {}
    for priority in last.taken_up:
        area = priority.area
        if area is None or area.id in followed:
            continue
        followed.add(area.id)
        keys = frozenset(became(chain, [area.id]))
        if keys not in going_on:
            going_on[keys] = _GoingOn.of(keys, edition, agenda)
        onward = going_on[keys]
        if onward.ids and taken.isdisjoint(onward.ids):
            message = _message(last, area, agenda, onward)
            yield Violation(edition.place_of_priorities, message, (_related(last, priority),))


class _GoingOn(NamedTuple):
    """The areas as which others go on, of those that are open to the authority, and how a message names them."""

    ids: Sequence[str]
    names: str

    @classmethod
    def of(cls, keys: Collection[str], edition: PlacedEdition, agenda: Agenda) -> "_GoingOn":
        areas = [area for key, area in agenda.areas.items() if key in keys and edition.may_choose(area)]
        return cls([area.id for area in areas], listed((f"'{area.id}' ({area.label})" for area in areas), "or"))


def _last(compact: PlacedCompact, edition: PlacedEdition) -> PlacedEdition | None:
    """Return the newest edition before this one; None where that cannot be told, or there is none."""
    if edition.year is None or any(other.year is None for other in compact.editions):
        return None
    return compact.newest_before(edition.year)


def _is_known(edition: PlacedEdition) -> bool:
    """Tell whether all areas that the edition takes up are known."""
    document, path = edition.document, (*edition.path, "priorities")
    return document.is_whole(*path) or (
        path not in document.broken
        and edition.path not in document.broken
        and all(priority.content.area is not None for priority in edition.priorities)
    )


def _message(last: PlacedEdition, area: PlacedArea, agenda: Agenda, onward: _GoingOn) -> str:
    start = f"{area.label} was a priority of {last.year} and is none here"
    if onward.ids == [area.id]:
        return f"{start}; if it still is one, take up {onward.names}"
    return f"{start}; in {agenda.year} it goes on as {onward.names}: if it still matters, take that up"


def _related(last: PlacedEdition, priority: PlacedPriority) -> Related:
    return Related(f"the priority of {last.year}", last.document.source.value((*priority.path, "area")))
