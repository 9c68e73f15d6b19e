"""Lineage through several annexes: what areas of the first became in the last.

Each step is bounded by what its annex holds, but through two of them any area may come of any other. So the pairs of
areas are never made: a few areas are followed by themselves, and all of them as the bits of numbers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import MOST_ANNEXES, Agenda
from compactctl.workspace.lineage import Edges, connected, edges
from compactctl.workspace.workspace import Workspace


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
        reached = set().union(*(onward.get(key, ()) for key in reached))
    return reached


def came_from(chain: Sequence[Agenda], keys: Iterable[str]) -> set[str]:
    """Return what some areas of the last of several annexes were in the first."""
    reached = set(keys)
    for old, new in reversed(list(pairwise(chain))):
        _, back = _ways(old, new)
        reached = set().union(*(back.get(key, ()) for key in reached))
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
            self._reached = {key: reduce(or_, (before.get(one, 0) for one in step[key]), 0) for key in step}

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
    for (old, new), there in zip(pairwise(chain), between[1:], strict=True):
        group_of = {last: name for name, (_, lasts) in groups.items() for last in lasts}
        tied = [(group_of[begin], end) for begin, end in edges(old, new) if begin in group_of and end in there]
        parts = connected(groups, [key for key in new.areas if key in there], tied)
        groups = {names[0]: ([first for name in names for first in groups[name][0]], ends) for names, ends in parts}
    pairs = {(first, lasts[0]) for firsts, lasts in groups.values() for first in firsts}
    return frozenset(pairs | {(firsts[0], last) for firsts, lasts in groups.values() for last in lasts})


def _on_the_way(chain: Sequence[Agenda]) -> list[set[str]]:
    """Return of each annex the areas that came of the first and became one of the last."""
    ways = [_ways(old, new) for old, new in pairwise(chain)]
    came, go = [set(chain[0].areas)], [set(chain[-1].areas)]
    for onward, _ in ways:
        came.append(set().union(*(onward.get(key, ()) for key in came[-1])))
    for _, back in reversed(ways):
        go.append(set().union(*(back.get(key, ()) for key in go[-1])))
    return [one & other for one, other in zip(came, reversed(go), strict=True)]


_Ways = Mapping[str, Collection[str]]


@lru_cache(MOST_ANNEXES)  # followed for one area after the other
def _ways(old: Agenda, new: Agenda) -> tuple[_Ways, _Ways]:
    """Return from each old area its new ones, and from each new one its old ones."""
    onward: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for begin, end in edges(old, new):
        onward.setdefault(begin, []).append(end)
        back.setdefault(end, []).append(begin)
    return onward, back
