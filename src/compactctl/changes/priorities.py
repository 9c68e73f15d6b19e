"""What became of an authority's priorities: kept, carried, lost or gained, as the lineage of their areas decides.

Lineage ties a priority of the old edition to each of the new edition whose area its own goes on in; local issues are
tied by name as well. Each connected part of that graph is one change.
"""

from collections import Counter
from collections.abc import Iterable

from compactctl.changes.inputs import ComparisonInputs
from compactctl.changes.results import CarriedPriorities, KeptPriority, PriorityChanges, PriorityName
from compactctl.documents.content import Priority
from compactctl.documents.values import folded, running, without_mark
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.lineage import Reach, connected
from compactctl.workspace.versions.part_values import Difference, differences, priority_values, without_marks

_Key = tuple[str, str, int]
"""An area, the local issue, and which of several that have no name of their own."""
_Pair = tuple[PlacedArea, Priority]
_Keyed = dict[_Key, _Pair]


def priority_changes(old: PlacedEdition | None, new: PlacedEdition | None, inputs: ComparisonInputs) -> PriorityChanges:
    """Return what became of the priorities of one edition in another; without one, all are gained or lost."""
    before, after = _keyed(old), _keyed(new)
    kept: list[KeptPriority] = []
    carried: list[CarriedPriorities] = []
    lost: list[PriorityName] = []
    gained: list[PriorityName] = []
    for keys in connected(before, after, _tied(before, after, inputs.reach)):
        olds, news = [before[key] for key in keys[0]], [after[key] for key in keys[1]]
        if not news:
            lost += map(_name, olds)
        elif not olds:
            gained += map(_name, news)
        elif len(olds) == 1 and keys[0] == keys[1]:
            kept.append(KeptPriority(_name(news[0]), *_inside(olds, news, inputs)))
        else:
            names = tuple(map(_name, olds)), tuple(map(_name, news))
            carried.append(CarriedPriorities(*names, *_inside(olds, news, inputs)))
    return PriorityChanges(tuple(kept), tuple(carried), tuple(lost), tuple(gained))


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


def _inside(olds: list[_Pair], news: list[_Pair], inputs: ComparisonInputs) -> tuple[tuple[Difference, ...], int]:
    """Return what differs inside a priority that became one other, and how many texts came over unconfirmed."""
    unconfirmed = count_unconfirmed(_texts(olds), _texts(news), is_backward=inputs.is_backward)
    if len(olds) > 1 or len(news) > 1:
        return (), unconfirmed
    return differences(*(without_marks(priority_values(content)) for _, content in (*olds, *news))), unconfirmed


def _texts(pairs: Iterable[_Pair]) -> Iterable[str]:
    return (text for _, content in pairs for texts in priority_values(content).values() for text in texts)


def _name(pair: _Pair) -> PriorityName:
    area, content = pair
    return PriorityName(area, content.issue if area.named_locally else None)


def count_unconfirmed(old: Iterable[str], new: Iterable[str], *, is_backward: bool) -> int:
    """Return how many texts of the later edition say what the earlier one did, and bear the mark of `renew` since then.

    Nobody has said of these that they are still true.
    """
    before, after = (new, old) if is_backward else (old, new)
    marked = [text for text in after if without_mark(text) != text]
    return _came_over(marked, [*before]) if marked else 0


def _came_over(marked: list[str], before: list[str]) -> int:
    """Count the texts that are known as a whole or, where several became one, line by line."""
    as_they_stand = set(map(running, before))
    known = {running(part) for text in map(without_mark, before) for part in (text, *text.splitlines())}
    new = (without_mark(text) for text in marked if running(text) not in as_they_stand)
    return sum(running(text) in known or all(running(line) in known for line in text.splitlines()) for text in new)
