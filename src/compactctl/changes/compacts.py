"""One authority's compact in two years: what became of its priorities and asks, and of the authority itself.

Lineage ties a priority of the old edition to each of the new edition whose area its own goes on in; local issues are
tied by name as well. Each connected part of that graph is one change: kept, carried, lost or gained.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from compactctl.changes.inputs import ComparisonInputs
from compactctl.changes.results import (
    AlteredAsk,
    AnsweredAsk,
    AskChanges,
    CarriedPriorities,
    CompactChange,
    Ending,
    KeptPriority,
    Presence,
    PriorityChanges,
    PriorityName,
    Succession,
)
from compactctl.documents.content import Ask, Priority
from compactctl.documents.texts import case_folded, running, without_mark
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.lineage import Reach, connected
from compactctl.workspace.versions.part_changes import fingerprint
from compactctl.workspace.versions.part_values import (
    Difference,
    ask_values,
    differences,
    edition_values,
    priority_values,
    without_marks,
)

_Asks = dict[str, tuple[str, Ask]]
"""Asks by what they are compared by, each with its text as it stands."""
_Key = tuple[str, str, int]
"""An area, the local issue, and which of several that have no name of their own."""
_Pair = tuple[PlacedArea, Priority]
_Keyed = dict[_Key, _Pair]
_Knows = tuple[bool, bool]
"""Whether it is known of the old and of the new year which edition counts, or that none does."""


def compact_change(
    inputs: ComparisonInputs,
    authority: Authority,
    old: PlacedEdition | None,
    new: PlacedEdition | None,
    ending: Ending | None,
    knows: _Knows,
) -> CompactChange | None:
    """Return what changed in an authority's compact; None where no edition of either year is found."""
    if old is None and new is None:
        return None
    presence = Presence.ONLY_NEW if old is None else Presence.ONLY_OLD if new is None else Presence.BOTH
    priorities = _priorities(old, new, inputs, knows)
    asks = _ask_changes(old, new, inputs, knows)
    beside = _beside(old, new)
    substance = (*_substance(priorities), *_substance_of_asks(asks), [item.field for item in beside])
    years = (str(inputs.old.year), str(inputs.new.year))
    return CompactChange(
        authority=authority.slug,
        presence=presence,
        old_status=old.status if old else None,
        new_status=new.status if new else None,
        succession=_succession(inputs, authority),
        ending=ending,
        priorities=priorities,
        asks=asks,
        differences=beside,
        fingerprint=fingerprint(*years, authority.slug, presence, *substance),
        is_example=any(edition.is_example for edition in (old, new) if edition),
    )


def _beside(old: PlacedEdition | None, new: PlacedEdition | None) -> tuple[Difference, ...]:
    if old is None or new is None:
        return ()
    values = [edition_values(edition.content, edition.document.content.note) for edition in (old, new)]
    # Each edition has a review of its own; that is no change from one year to the next.
    return tuple(item for item in differences(*values) if item.field != "review")


def _substance(changes: PriorityChanges) -> tuple[list[object], ...]:
    """Return what a fingerprint takes from the priorities: what became of them, not how a text reads."""
    inside = [(_key(kept.priority), [item.field for item in kept.differences]) for kept in changes.kept]
    return (
        [(key, fields) for key, fields in inside if fields],
        [([*map(_key, part.old)], [*map(_key, part.new)]) for part in changes.carried],
        [*map(_key, changes.lost)],
        [*map(_key, changes.gained)],
    )


def _key(name: PriorityName) -> str:
    return f"{name.area.id} {case_folded(name.issue or '')}"


def _substance_of_asks(asks: AskChanges) -> Iterator[list[str]]:
    for texts in (asks.gained, asks.lost, [ask.text for ask in asks.answered]):
        yield sorted(map(running, texts))
    if asks.altered:
        yield sorted(running(ask.text) for ask in asks.altered)


def _priorities(
    old: PlacedEdition | None, new: PlacedEdition | None, inputs: ComparisonInputs, knows: _Knows
) -> PriorityChanges:
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
    is_tied = _knows_ties(old, new, inputs)
    pairs = zip((old, new), knows, strict=True)
    knows_old, knows_new = (is_tied and is_known and _knows_priorities(edition) for edition, is_known in pairs)
    return PriorityChanges(tuple(kept), tuple(carried), tuple(lost), tuple(gained), knows_old, knows_new)


def _knows_ties(old: PlacedEdition | None, new: PlacedEdition | None, inputs: ComparisonInputs) -> bool:
    """Tell whether the annexes say in full how the priorities of two editions are tied."""
    if old is None or new is None:
        return True
    olds, news = ([item.area for item in edition.taken_up if item.area] for edition in (old, new))
    are_issues_known = all("named_locally" not in area.broken for area in (*olds, *news))
    return are_issues_known and inputs.unsure.isdisjoint(area.id for area in (olds if inputs.is_backward else news))


def _knows_priorities(edition: PlacedEdition | None) -> bool:
    """Tell whether all that an edition lists counts, but for what it lists twice."""
    if edition is None:
        return True
    is_whole = edition.document.is_whole(*edition.path, "priorities")
    return is_whole and all(item.excluded_by in (None, "repeated-area") for item in edition.priorities)


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
        name = (area.id, case_folded(_issue(area, content)))
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
    return case_folded(issue), issue, tuple(priority_values(content).values())


def _tied(before: _Keyed, after: _Keyed, reach: Reach) -> Iterable[tuple[_Key, _Key]]:
    areas = list(dict.fromkeys(area for area, _, _ in after))
    for old, (area, _) in before.items():
        for goes_on_as in reach.among(area.id, areas):
            new = (goes_on_as, *old[1:])
            if new in after and after[new][0].named_locally == area.named_locally:
                yield old, new


def _inside(olds: list[_Pair], news: list[_Pair], inputs: ComparisonInputs) -> tuple[tuple[Difference, ...], int]:
    """Return what differs inside a priority that became one other, and how many texts came over unconfirmed."""
    unconfirmed = _count_unconfirmed(_texts_inside(olds), _texts_inside(news), is_backward=inputs.is_backward)
    if len(olds) > 1 or len(news) > 1:
        return (), unconfirmed
    return differences(*(without_marks(priority_values(content)) for _, content in (*olds, *news))), unconfirmed


def _texts_inside(pairs: Iterable[_Pair]) -> Iterable[str]:
    return (text for _, content in pairs for texts in priority_values(content).values() for text in texts)


def _name(pair: _Pair) -> PriorityName:
    area, content = pair
    return PriorityName(area, content.issue if area.named_locally else None)


def _count_unconfirmed(old: Iterable[str], new: Iterable[str], *, is_backward: bool) -> int:
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


def _ask_changes(
    old: PlacedEdition | None, new: PlacedEdition | None, inputs: ComparisonInputs, knows: _Knows
) -> AskChanges:
    """Return what became of the asks of one edition in another: each is known by its text, without a mark of `renew`.

    An ask that has an answer now, and that had none or does not go on, is answered.
    """
    before, after = _asks(old), _asks(new)
    answered = dict(_answered(before, after))
    return AskChanges(
        gained=tuple(without_mark(text) for key, (text, _) in after.items() if key not in before),
        lost=tuple(without_mark(text) for key, (text, _) in before.items() if key not in {**after, **answered}),
        answered=tuple(answered.values()),
        altered=tuple(_altered(before, after, inputs.reach)),
        unconfirmed=_count_unconfirmed(_texts(before), _texts(after), is_backward=inputs.is_backward),
        knows_old=knows[0] and _knows_asks(old),
        knows_new=knows[1] and _knows_asks(new),
    )


def _knows_asks(edition: PlacedEdition | None) -> bool:
    return edition is None or edition.document.is_whole(*edition.path, "asks")


def _answered(before: _Asks, after: _Asks) -> Iterator[tuple[str, AnsweredAsk]]:
    for key, (text, ask) in before.items():
        goes_on = after.get(key)
        if not (goes_on and ask.answer):
            for answer in ask_values(goes_on[1] if goes_on else ask)["answer"]:
                yield key, AnsweredAsk(without_mark(text), answer)


def _altered(before: _Asks, after: _Asks, reach: Reach) -> Iterator[AlteredAsk]:
    """Yield the asks that go on with another answer, or without the one that they had, or in an area not of theirs."""
    for key, (text, ask) in before.items():
        if key in after:
            now = after[key][1]
            goes_on = ask.area and now.area and any(reach.among(ask.area, [now.area]))
            for difference in differences(ask_values(ask), ask_values(now)):
                if ask.answer if difference.field == "answer" else not goes_on:
                    yield AlteredAsk(without_mark(text), difference)


def _texts(asks: _Asks) -> Iterator[str]:
    return (text for text, _ in asks.values())


def _asks(edition: PlacedEdition | None) -> _Asks:
    """Return the asks that are whole; of several with one text the first, or the first that was answered."""
    asks: _Asks = {}
    for text, ask in edition.asks if edition else ():
        key = running(without_mark(text))
        if key not in asks or (ask.answer and not asks[key][1].answer):
            asks[key] = text, ask
    return asks


def _succession(inputs: ComparisonInputs, authority: Authority) -> Succession:
    """Return what the register says of an authority between the years; an end is read towards the new one."""
    first, last = sorted((inputs.old.year, inputs.new.year))
    start, end = (first.first_day, last.last_day) if first != last else (first.last_day, first.first_day)
    began, ended = authority.valid_from, authority.valid_to
    has_ended = authority.has_ended_by(inputs.new.year)
    successors = inputs.register.successors(authority) if has_ended else ()
    predecessors = inputs.register.predecessors(authority)
    return Succession(
        began=began if began and start < began <= end else None,
        is_to_come=not authority.exists_in(inputs.new.year) and not has_ended,
        ended=ended if has_ended else None,
        succeeded_by=tuple(sorted(other.slug for other in successors)),
        succeeds=tuple(
            sorted(other.slug for other in predecessors if other.valid_to and start <= other.valid_to <= end)
        ),
    )
