"""The changes to an edition in its file that a form asks for: a value each, and what is equal stays as it stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from compactctl.documents.content import Contributions, Edition, Priority
from compactctl.drafts.form import priority_lines
from compactctl.drafts.lines import entry, free, indented, item, keyed
from compactctl.files.editing import Edit
from compactctl.files.source import KeyPath, Source
from compactctl.forms.boxes import LISTS, Value, boxes_of_priority, values_of
from compactctl.forms.groups import Groups, grouped
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedEdition

_OF_EDITION: Final = ("year", "note", "review_by", "review", "priorities", "asks", "signatures")
_OF_PRIORITY: Final = ("area", "issue", "term", "why", "contributions")
_OF_CONTRIBUTIONS: Final = ("authority", "department")
"""Names in the order in which documents usually have them."""
_ALIKE: Final = 20
"""Entries of a list that are the same: with more of them a comparison takes the square of their number."""

_Step = tuple[str, int, int, int, int]
"""A step of a comparison: its kind, and where it begins and ends in either list."""


def edits_of(placed: PlacedEdition, form: Groups, agenda: Agenda, authority: str) -> Iterator[Edit]:
    """Yield what is to be changed in an edition so that it says what a form does.

    `authority` is the name of the one whose compact it is.
    """
    path, edition, source = placed.path, placed.content, placed.document.source
    shown = grouped(values_of(edition))
    if form.review_by != shown.review_by:
        lines = tuple(f"review_by: {day}" for day in form.review_by)
        yield Edit((*path, "review_by"), lines or None, _OF_EDITION)
    written = {
        number: priority_lines(agenda.areas[values["area"][0]], priority_of(values), authority)
        for number, values in form.priorities.items()
        if number > len(edition.priorities) and any(values.values())
    }
    kept = {number: values for number, values in form.priorities.items() if number in shown.priorities}
    emptied = [number for number, values in kept.items() if not any(values.values())]
    yield from _entries((*path, "priorities"), len(edition.priorities), emptied, list(written.values()))
    for number, values in kept.items():
        if number not in emptied:
            old = edition.priorities[number - 1]
            yield from _of_priority(source, (*path, "priorities", number - 1), old, values)
    yield from _asks((*path, "asks"), edition, form)


def _asks(path: KeyPath, edition: Edition, form: Groups) -> Iterator[Edit]:
    shown = grouped(values_of(edition)).asks
    new = [entry(free("text", text)) for number, value in form.asks.items() if number not in shown for text in value]
    emptied = [number for number, value in form.asks.items() if shown.get(number) and not value]
    yield from _entries(path, len(edition.asks), emptied, new)
    for number, value in form.asks.items():
        if value and number in shown and value != shown[number]:
            yield Edit((*path, number - 1, "text"), tuple(free("text", value[0])), ("text", "area", "answer"))


def _entries(path: KeyPath, length: int, emptied: Sequence[int], new: Sequence[Sequence[str]]) -> Iterator[Edit]:
    """Yield what takes entries out of a list, by their numbers, and adds others at its end."""
    name = str(path[-1])
    if len(emptied) == length and (emptied or new):
        lines = [line for lines in new for line in lines]
        yield Edit(path, tuple([f"{name}:", *indented(lines)] if new else [f"{name}: []"]), _OF_EDITION)
        return
    yield from (Edit((*path, number - 1), None) for number in emptied)
    yield from (Edit((*path, length + index), tuple(lines)) for index, lines in enumerate(new))


def _of_priority(source: Source, path: KeyPath, old: Priority, values: Mapping[str, Value]) -> Iterator[Edit]:
    shown = boxes_of_priority(old)
    for name, value in values.items():
        if value != shown[name] and name not in LISTS:
            lines = tuple(_lines(name, value[0])) if value else None
            yield Edit((*path, name), lines, _OF_PRIORITY)
    if any(values[name] != shown[name] for name in LISTS):
        yield from _contributions(source, (*path, "contributions"), old.contributions, shown, values)


def _lines(name: str, text: str) -> list[str]:
    if name == "area":
        return keyed(name, text)
    return [f"{name}: {text}"] if name == "term" else free(name, text)


def _contributions(
    source: Source, path: KeyPath, old: Contributions, shown: Mapping[str, Value], values: Mapping[str, Value]
) -> Iterator[Edit]:
    """Yield the changes of what either side will do; what nobody contributes any more has no name."""
    lists = {name: values[name] for name in _OF_CONTRIBUTIONS}
    if not any(lists.values()):
        yield Edit(path, None)
    elif not (old.authority or old.department) or source.is_in_brackets(path):
        lines = [line for name, value in lists.items() if value for line in _list(name, value)]
        yield Edit(path, ("contributions:", *indented(lines)), _OF_PRIORITY)
    else:
        for name, texts in (("authority", old.authority), ("department", old.department)):
            if values[name] != shown[name]:
                inside = (*path, name)
                written = () if source.is_in_brackets(inside) else tuple(filter(None, texts))
                yield from _list_edits(inside, written, values[name])


def _list_edits(path: KeyPath, old: Value, new: Value) -> Iterator[Edit]:
    """Yield the changes of a list, entry by entry where it stands so and that can be; else all of it anew."""
    name = str(path[-1])
    steps = _steps(old, new) if old and new else []
    if not steps or not all(_keeps_places(step, len(old)) for step in steps):
        yield Edit(path, tuple(_list(name, new)) if new else None, _OF_CONTRIBUTIONS)
        return
    for kind, begin, end, other_begin, other_end in steps:
        if kind != "equal":
            texts = new[other_begin:other_end]
            yield from (Edit((*path, index), tuple(item(text))) for index, text in enumerate(texts, begin))
            yield from (Edit((*path, index), None) for index in range(begin + len(texts), end))


def _steps(old: Value, new: Value) -> list[_Step]:
    """Return how one list becomes another, but none where so many entries are alike that it would take long to tell."""
    most_alike = max(Counter(old).values())
    return [] if most_alike > _ALIKE else [*SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]


def _keeps_places(step: _Step, length: int) -> bool:
    """Tell whether a step of a comparison can be made entry by entry: entries come at the end only."""
    _, begin, end, other_begin, other_end = step
    return end - begin >= other_end - other_begin or end == length


def _list(name: str, texts: Value) -> list[str]:
    return [f"{name}:", *indented(line for text in texts for line in item(text))]


def priority_of(values: Mapping[str, Value]) -> Priority:
    """Return what the boxes of a new priority say; what they leave empty it does not say."""
    first = {name: value[0] if value else None for name, value in values.items()}
    contributions = Contributions(authority=[*values["authority"]], department=[*values["department"]])
    return Priority(
        area=first["area"], issue=first["issue"], term=first["term"], why=first["why"], contributions=contributions
    )
