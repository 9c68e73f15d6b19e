"""What changed in one authority's compact since the year before, in a line a change: for the page of a committee.

The comparison itself tells every text; foreign text here is still to be made safe.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from compactctl.changes.results import (
    CarriedPriorities,
    CompactChange,
    KeptPriority,
    Presence,
    PriorityName,
    YearChanges,
)
from compactctl.documents.texts import running
from compactctl.formats.examples import marked_status
from compactctl.formats.readable.document import Entry, plain, text_entries
from compactctl.words import CANNOT_BE_TOLD, listed, number

_FIELDS: Final = {
    "term": "the term",
    "why": "the reason",
    "contributions.authority": "what the authority contributes",
    "contributions.department": "what the department contributes",
}
_BOTH: Final = ("contributions.authority", "contributions.department")
_MANY: Final = 8
"""Of more lines of one kind than these only the first are told: the comparison has all of them."""


def change_of(changes: YearChanges | None, presence: Presence) -> CompactChange | None:
    """Return what became of the authority's compact, where it has an edition in just these years."""
    compacts = changes.compacts if changes else ()
    return next((compact for compact in compacts if compact.presence is presence), None)


def of_priorities(change: CompactChange) -> str:
    """Count what became of the priorities of the year before: '2 kept, 1 carried to another area, 1 taken up anew'."""
    priorities = change.priorities
    counts: Counter[str] = Counter()
    counts["kept"] = len(priorities.kept)
    counts["carried to another area"] = sum(len(part.old) for part in priorities.carried)
    counts[_dropped(change)] += len(priorities.lost)
    counts[_taken_up(change, "taken up anew")] += len(priorities.gained)
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def entries_of(change: CompactChange, changes: YearChanges, shown: Collection[str] = ()) -> Iterator[Entry]:
    """Yield a line for each change that matters to who decides on the compact.

    `shown` has the asks that stand above in full, as they run: of these it is told how many changed, and not which.
    """
    if change.old_status is not change.new_status:
        old, new = (
            marked_status(status, is_example=change.is_example) for status in (change.old_status, change.new_status)
        )
        yield _entry("status", f"{old} in {changes.old}, {new} in {changes.new}")
    priorities, asks = change.priorities, change.asks
    yield from _entries("kept", map(_kept, priorities.kept))
    yield from _entries("carried", (_carried(part, changes) for part in priorities.carried))
    yield from _entries(_dropped(change), (_old_names([name], changes) for name in priorities.lost))
    yield from _entries(_taken_up(change, "taken up"), map(_name, priorities.gained))
    if asks.knows_old:
        yield from _asks("new ask", asks.gained, shown, ", marked as new above")
    else:
        yield from _asks(CANNOT_BE_TOLD, asks.gained, shown, " of those above")
    yield from _asks("answered", [ask.text for ask in asks.answered], shown, " of those above")
    yield from _entries("no longer asked" if asks.knows_new else CANNOT_BE_TOLD, asks.lost)
    if change.unconfirmed:
        texts = number(change.unconfirmed, "text that came over", "texts that came over")
        yield _entry("to look at", f"{texts} from {changes.old}, not yet looked at")


def _dropped(change: CompactChange) -> str:
    return "dropped" if change.priorities.knows_new else CANNOT_BE_TOLD


def _taken_up(change: CompactChange, words: str) -> str:
    return words if change.priorities.knows_old else CANNOT_BE_TOLD


def of_earlier(change: CompactChange) -> Iterator[Entry]:
    """Yield the priorities of the year before, of an authority that has no edition of this one."""
    yield from text_entries(map(_name, change.priorities.lost))


def _entries(badge: str, lines: Iterable[str]) -> Iterator[Entry]:
    """Yield a line for each; of very many the first ones, and how many more."""
    every = list(lines)
    shown = every if len(every) <= _MANY else [*every[: _MANY - 1], f"and {len(every) - _MANY + 1:,} more"]
    return (_entry(badge, line) for line in shown)


def _asks(badge: str, asks: Sequence[str], shown: Collection[str], where: str) -> Iterator[Entry]:
    """Yield a line for each ask that does not stand above, and one for all that do."""
    yield from _entries(badge, (ask for ask in asks if running(ask) not in shown))
    if count := sum(running(ask) in shown for ask in asks):
        yield _entry(badge, f"{count}{where}")


def _entry(badge: str, line: str) -> Entry:
    return Entry(plain(line), badge=badge)


def _kept(kept: KeptPriority) -> str:
    names = [difference.field for difference in kept.differences]
    both = ["what both contribute"] if set(names).issuperset(_BOTH) else []
    fields = listed([*(_FIELDS.get(name, name) for name in names if not both or name not in _BOTH), *both])
    return f"{_name(kept.priority)}: {fields} changed" if fields else _name(kept.priority)


def _carried(part: CarriedPriorities, changes: YearChanges) -> str:
    return f"{_old_names(part.old, changes)} → {' + '.join(map(_name, part.new))}"


def _name(name: PriorityName) -> str:
    return f"{name.area.label}{_issue(name)}"


def _old_names(names: Sequence[PriorityName], changes: YearChanges) -> str:
    """Name priorities of the year before; their letters are of that year."""
    return " + ".join(f"{name.area.title}{_issue(name)} ({name.area.letter} in {changes.old})" for name in names)


def _issue(name: PriorityName) -> str:
    return f": {name.issue}" if name.issue else ""
