"""What became of an authority's priorities: kept, carried, lost or gained, as the lineage of their areas decides.

Lineage ties a priority of the old edition to each of the new edition whose area its own goes on in; local issues are
tied by name as well. Each connected part of that graph is one thing to tell.
"""

from collections import Counter
from collections.abc import Iterable

from compactctl.changes.results import Carried, Chosen, Fates, Kept
from compactctl.changes.unlooked import Side, unlooked
from compactctl.documents.content import Priority
from compactctl.documents.values import folded, running
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.lineage import Reach, connected
from compactctl.workspace.versions.part_values import Difference, differences, priority_values, without_marks

_Key = tuple[str, str, int]
"""An area, the local issue, and which of several that have no name of their own."""
_Pair = tuple[PlacedArea, "Priority"]
_Keyed = dict[_Key, _Pair]


def fates(old: PlacedEdition | None, new: PlacedEdition | None, reach: Reach, later: Side) -> Fates:
    """Return what became of the priorities of one edition in another; without one, all are gained or lost.

    `reach` leads from the areas of the old year to those of the new. `later` is the side of the later year, in which
    texts may wait to be looked at.
    """
    before, after = _keyed(old), _keyed(new)
    kept, carried, lost, gained = [], [], [], []
    for olds, news in connected(before, after, _tied(before, after, reach)):
        if not news:
            lost += [_chosen(before[key]) for key in olds]
        elif not olds:
            gained += [_chosen(after[key]) for key in news]
        elif olds == news and len(olds) == 1:
            pair = before[olds[0]], after[news[0]]
            kept.append(Kept(_chosen(pair[1]), _inside(*pair), _unlooked([pair[0]], [pair[1]], later)))
        else:
            carried.append(_carried([before[key] for key in olds], [after[key] for key in news], later))
    return Fates(tuple(kept), tuple(carried), tuple(lost), tuple(gained))


def _keyed(edition: PlacedEdition | None) -> _Keyed:
    """Return the priorities that count by their keys, in the annex's order and then by issue."""
    if edition is None or edition.agenda is None:
        return {}
    order = {area: index for index, area in enumerate(edition.agenda.areas)}
    pairs = [(priority.area, priority.content) for priority in edition.taken_up if priority.area]
    pairs.sort(key=lambda pair: (order[pair[0].id], _sorted_by(pair)))
    seen: Counter[tuple[str, str]] = Counter()
    keyed: _Keyed = {}
    for area, content in pairs:
        name = (area.id, folded(_issue(area, content)))
        keyed[*name, seen[name]] = area, content
        seen[name] += 1
    return keyed


def _issue(area: PlacedArea, content: Priority) -> str:
    return running(content.issue or "") if area.named_locally else ""


def _sorted_by(pair: _Pair) -> tuple[object, ...]:
    """Return what sets the issues of one area apart, those without a name by what else they say."""
    area, content = pair
    if not area.named_locally:
        return ()
    issue = _issue(area, content)
    return folded(issue), issue, tuple(priority_values(content).values())


def _tied(before: _Keyed, after: _Keyed, reach: Reach) -> Iterable[tuple[_Key, _Key]]:
    areas = list(dict.fromkeys(area for area, _, _ in after))
    for old, (area, _) in before.items():
        for goes_on_as in reach.among(area.id, areas):
            new = (goes_on_as, *old[1:])
            if new in after and after[new][0].named_locally == area.named_locally:
                yield old, new


def _carried(old: list[_Pair], new: list[_Pair], later: Side) -> Carried:
    inside = _inside(old[0], new[0]) if len(old) == len(new) == 1 else ()
    return Carried(tuple(map(_chosen, old)), tuple(map(_chosen, new)), inside, _unlooked(old, new, later))


def _inside(old: _Pair, new: _Pair) -> tuple[Difference, ...]:
    return differences(*(without_marks(priority_values(content)) for _, content in (old, new)))


def _unlooked(old: Iterable[_Pair], new: Iterable[_Pair], later: Side) -> int:
    return unlooked(_texts(old), _texts(new), later)


def _texts(pairs: Iterable[_Pair]) -> Iterable[str]:
    return (text for _, content in pairs for texts in priority_values(content).values() for text in texts)


def _chosen(pair: _Pair) -> Chosen:
    area, content = pair
    return Chosen(area, content.issue if area.named_locally else None)
