"""Lineage: how the areas of one annex come from those of the last, as a graph from old areas to new ones.

Each connected part of the graph is one of eight kinds; an area that goes on under its id is tied to itself, an area
with `from` to each area named there.

Each step is bounded by what its annex holds, but through two of them any area may come of any other. So through several
annexes the pairs of areas are never made: a few are followed by themselves, and all of them as the bits of numbers.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Literal, NamedTuple, TypeVar

from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import MOST_ANNEXES, Agenda, PlacedArea
from compactctl.workspace.versions.part_values import Difference, area_values, differences
from compactctl.workspace.workspace import Workspace


class Kind(StrEnum):
    """What became of a part of the agenda."""

    KEPT = "kept"
    CHANGED = "changed"
    REPLACED = "replaced"
    MERGED = "merged"
    SPLIT = "split"
    RECAST = "recast"
    RETIRED = "retired"
    NEW = "new"


class Part(NamedTuple):
    """A connected part of the lineage; `differences` are those of one area that became one."""

    kind: Kind
    old: tuple[PlacedArea, ...]
    new: tuple[PlacedArea, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys that differ in an area that goes on under its id."""
        return tuple(item.field for item in self.differences) if self.kind is Kind.CHANGED else ()


Edges = frozenset[tuple[str, str]]
"""Pairs of an old area's id and a new one's."""

N = TypeVar("N", bound=Hashable)
_Node = tuple[Literal["old", "new"], N]


def edges(old: Agenda, new: Agenda) -> Edges:
    """Return the lineage between two annexes that follow one another."""
    tied = {(key, key) for key in new.areas if key in old.areas}
    for key, area in new.areas.items():
        tied.update((origin, key) for origin in area.origins if origin in old.areas)
    return frozenset(tied)


def connected(old: Iterable[N], new: Iterable[N], tied: Iterable[tuple[N, N]]) -> list[tuple[list[N], list[N]]]:
    """Return the connected parts of a graph as old and new nodes, each in the order given.

    Parts stand in the order of their first new node, those without one last, in the order of their first old node.
    """
    old, new = list(dict.fromkeys(old)), list(dict.fromkeys(new))
    leader: dict[_Node[N], _Node[N]] = {("old", key): ("old", key) for key in old}
    leader |= {("new", key): ("new", key) for key in new}

    def find(node: _Node[N]) -> _Node[N]:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for begin, end in tied:
        if ("old", begin) in leader and ("new", end) in leader:
            leader[find(("old", begin))] = find(("new", end))
    parts: dict[_Node[N], tuple[list[N], list[N]]] = {}
    for key in new:
        parts.setdefault(find(("new", key)), ([], []))[1].append(key)
    for key in old:
        parts.setdefault(find(("old", key)), ([], []))[0].append(key)
    return list(parts.values())


def lineage(old: Agenda, new: Agenda, tied: Edges) -> list[Part]:
    """Return the parts of the lineage from one annex to another, in the order of the new one, the retired last."""
    return [
        _part([old.areas[key] for key in olds], [new.areas[key] for key in news])
        for olds, news in connected(old.areas, new.areas, tied)
    ]


def _part(old: list[PlacedArea], new: list[PlacedArea]) -> Part:
    if len(old) != 1 or len(new) != 1:
        return Part(_kind(len(old), len(new)), tuple(old), tuple(new))
    inside = _differences(old[0], new[0])
    goes_on = Kind.CHANGED if inside else Kind.KEPT
    return Part(goes_on if old[0].id == new[0].id else Kind.REPLACED, tuple(old), tuple(new), inside)


def _kind(old: int, new: int) -> Kind:
    if old == 0 or new == 0:
        return Kind.NEW if new else Kind.RETIRED
    if old == 1:
        return Kind.SPLIT
    return Kind.MERGED if new == 1 else Kind.RECAST


def _differences(old: PlacedArea, new: PlacedArea) -> tuple[Difference, ...]:
    """Return what differs; where a key is broken in either that cannot be told."""
    every = differences(area_values(old), area_values(new))
    return tuple(item for item in every if item.field not in old.broken | new.broken)


def chain_between(workspace: Workspace, first: AcademicYear, last: AcademicYear) -> Sequence[Agenda] | None:
    """Return the annexes from one year to another; None where one is not there or does not tell its lineage."""
    chain = [agenda for year, agenda in workspace.agendas.items() if first <= year <= last]
    whole = [agenda for agenda in chain if agenda is not None]
    if not {first, last} <= workspace.agendas.keys() or len(whole) < len(chain) or not whole[0].knows_areas:
        return None
    # What the first says of those before it is no part of this.
    return whole if all(agenda.knows_lineage for agenda in whole[1:]) else None


def became(chain: Sequence[Agenda], keys: Iterable[str]) -> set[str]:
    """Return what some areas of the first of several annexes became in the last; only these are followed."""
    reached = set(keys)
    for old, new in pairwise(chain):
        onward, _ = _ways(old, new)
        reached = _step(onward, reached)
    return reached


def came_from(chain: Sequence[Agenda], keys: Iterable[str]) -> set[str]:
    """Return what some areas of the last of several annexes were in the first."""
    reached = set(keys)
    for old, new in reversed(list(pairwise(chain))):
        _, back = _ways(old, new)
        reached = _step(back, reached)
    return reached


class Reach:
    """The areas of the last of several annexes that each area of the first became, or the other way about."""

    def __init__(self, chain: Sequence[Agenda], *, is_backward: bool = False) -> None:
        ends = chain[0] if is_backward else chain[-1]
        steps = [_ways(old, new)[is_backward] for old, new in pairwise(chain)]
        self._bits = {key: 1 << index for index, key in enumerate(ends.areas)}
        self._reached: Mapping[str, int] = self._bits
        for step in steps if is_backward else reversed(steps):
            before = self._reached
            self._reached = {key: reduce(or_, (before.get(area, 0) for area in step[key]), 0) for key in step}

    def among(self, area: str, ends: Iterable[str]) -> Iterator[str]:
        """Yield those of some areas to which the lineage leads from one, in their order."""
        reached = self._reached.get(area, 0)
        return (end for end in ends if reached & self._bits.get(end, 0))


def joined(chain: Sequence[Agenda]) -> Edges:
    """Return pairs of areas of the first and the last annex that connect them as their lineage does, if not all pairs.

    An area between, with a way to it from the first and one from it to the last, connects all that lie on such ways.
    """
    between = _on_the_way(chain)
    groups = {key: ([key], [key]) for key in chain[0].areas if key in between[0]}
    for (old, new), on_the_way in zip(pairwise(chain), between[1:], strict=True):
        group_of = {last: name for name, (_, lasts) in groups.items() for last in lasts}
        tied = [(group_of[begin], end) for begin, end in edges(old, new) if begin in group_of and end in on_the_way]
        parts = connected(groups, [key for key in new.areas if key in on_the_way], tied)
        groups = {names[0]: ([first for name in names for first in groups[name][0]], ends) for names, ends in parts}
    pairs = {(first, lasts[0]) for firsts, lasts in groups.values() for first in firsts}
    return frozenset(pairs | {(firsts[0], last) for firsts, lasts in groups.values() for last in lasts})


def _on_the_way(chain: Sequence[Agenda]) -> list[set[str]]:
    """Return of each annex the areas that came of the first and became one of the last."""
    ways = [_ways(old, new) for old, new in pairwise(chain)]
    came, go = [set(chain[0].areas)], [set(chain[-1].areas)]
    for onward, _ in ways:
        came.append(_step(onward, came[-1]))
    for _, back in reversed(ways):
        go.append(_step(back, go[-1]))
    return [before & after for before, after in zip(came, reversed(go), strict=True)]


_Ways = Mapping[str, Collection[str]]


def _step(way: _Ways, keys: Iterable[str]) -> set[str]:
    """Return all areas to which a way leads from any of some."""
    return set().union(*(way.get(key, ()) for key in keys))


@lru_cache(MOST_ANNEXES)  # followed for one area after the other
def _ways(old: Agenda, new: Agenda) -> tuple[_Ways, _Ways]:
    """Return from each old area its new ones, and from each new one its old ones."""
    onward: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for begin, end in edges(old, new):
        onward.setdefault(begin, []).append(end)
        back.setdefault(end, []).append(begin)
    return onward, back
