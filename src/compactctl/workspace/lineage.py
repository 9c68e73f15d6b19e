"""Lineage: how the areas of one annex come from those of the last, as a graph from old areas to new ones.

Each connected part of the graph is one of eight kinds; an area that goes on under its id is tied to itself, an area
with `from` to each area named there.
"""

from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from typing import Literal, NamedTuple, TypeVar

from compactctl.documents.values import running
from compactctl.workspace.agenda import Agenda, PlacedArea


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
    """A connected part of the lineage; `fields` names what differs in an area that goes on."""

    kind: Kind
    old: tuple[PlacedArea, ...]
    new: tuple[PlacedArea, ...]
    fields: tuple[str, ...] = ()


Edges = frozenset[tuple[str, str]]
"""Pairs of an old area's id and a new one's."""

N = TypeVar("N", bound=Hashable)
_Node = tuple[Literal["old", "new"], N]

FIELDS = ("title", "summary", "letter", "group", "focuses", "open_to", "named_locally")


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
    if len(old) == 1 and len(new) == 1 and old[0].id == new[0].id:
        # Where a key is broken on either side it cannot be told whether it differs.
        told = [name for name in FIELDS if name not in old[0].broken | new[0].broken]
        fields = tuple(name for name in told if _content(old[0])[name] != _content(new[0])[name])
        return Part(Kind.CHANGED if fields else Kind.KEPT, tuple(old), tuple(new), fields)
    return Part(_kind(len(old), len(new)), tuple(old), tuple(new))


def _kind(old: int, new: int) -> Kind:
    if old == 0 or new == 0:
        return Kind.NEW if new else Kind.RETIRED
    if old == 1:
        return Kind.REPLACED if new == 1 else Kind.SPLIT
    return Kind.MERGED if new == 1 else Kind.RECAST


def _content(area: PlacedArea) -> Mapping[str, object]:
    open_to = area.content.open_to
    return {
        "title": running(area.content.title or ""),
        "summary": running(area.content.summary or ""),
        "letter": area.content.letter,
        "group": area.group,
        "focuses": sorted(filter(None, area.content.focuses)),
        "open_to": open_to and tuple(sorted(set(filter(None, part))) for part in open_to.__dict__.values()),
        "named_locally": bool(area.content.named_locally),
    }
