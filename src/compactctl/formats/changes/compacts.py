"""What is said of the compacts: authority by authority, what became of its priorities and asks."""

from collections import Counter
from collections.abc import Iterator, Sequence

from compactctl.changes.results import (
    CarriedPriorities,
    CompactChange,
    KeptPriority,
    Loss,
    Presence,
    PriorityName,
    YearChanges,
)
from compactctl.formats.changes.agenda import area_words, authorities, authority_name
from compactctl.formats.changes.fields import event_words, field_item
from compactctl.formats.changes.story import Line, Section, StoryItem, Words, joined, plain
from compactctl.words import agreeing, day_in_words, marked, number


def compacts_section(result: YearChanges) -> Section:
    """Return what is said of the compacts, by authority; those in which nothing changed stand together at the end."""
    changed = [_compact(compact, result) for compact in result.compacts if compact.is_shown]
    same = [authority_name(compact.authority, result) for compact in result.compacts if not compact.is_shown]
    unchanged = (StoryItem(plain(", ".join(same)), badge="unchanged"),) if same else ()
    return Section("The compacts", items=(*changed, *unchanged))


def compacts_summary(result: YearChanges) -> Line:
    """Return who has an edition of which year, and of those that have none of the new one why."""
    if not result.compacts:
        who = result.label(result.authority) if result.authority else "no authority"
        return plain(f"{who} has no edition of {result.old} or {result.new}.")
    counts = Counter(item.loss if item.presence is Presence.ONLY_OLD else item.presence for item in result.compacts)
    both, only_new = counts[Presence.BOTH], counts[Presence.ONLY_NEW]
    groups = [f"{authorities(both)} with an edition of both years"]
    have = agreeing(counts[Loss.NOT_RENEWED], "has", "have")
    gone = {
        Loss.NOT_RENEWED: "that had no edition yet" if result.is_backward else f"that {have} not renewed yet",
        Loss.WITH_COMPACT: "whose compact ended",
        Loss.WITH_AUTHORITY: "that ended",
    }
    groups += [f"{counts[loss]} {words}" for loss, words in gone.items() if counts[loss]]
    groups += [f"{only_new} only of {result.new}"] if only_new else []
    return plain(f"{', '.join(groups)}.")


def sums(result: YearChanges) -> Iterator[Line]:
    """Yield how the priorities of either year add up."""
    totals = result.totals
    yet = "where there was no edition yet" if result.is_backward else "not renewed yet"
    others = {
        Loss.NOT_RENEWED: yet,
        Loss.WITH_COMPACT: "whose compact ended",
        Loss.WITH_AUTHORITY: "whose authority ended",
    }
    gone = [f"{totals.losses[Loss.DROPPED]} dropped"]
    gone += [f"{totals.losses[loss]} {words}" for loss, words in others.items() if totals.losses[loss]]
    years = (
        (totals.old_priorities, result.old, totals.carried_old, gone),
        (totals.new_priorities, result.new, totals.carried_new, [f"{totals.gained} taken up anew"]),
    )
    for count, year, carried, rest in years:
        parts = [f"{totals.kept} kept", f"{carried} carried to another area", *rest]
        yield (Words(f"Priorities of {year}: ", "strong"), Words(f"{count} = {' + '.join(parts)}."))


def _compact(compact: CompactChange, result: YearChanges) -> StoryItem:
    name = Words(result.label(compact.authority), "strong")
    items = (*_succession(compact, result), *_ending(compact), *_priorities(compact, result), *_asks(compact))
    return StoryItem((name, Words(f": {_presence(compact, result)}")), items, fingerprint=compact.fingerprint)


def _presence(compact: CompactChange, result: YearChanges) -> str:
    old, new = (
        marked(status or "of unknown status", is_example=compact.is_example)
        for status in (compact.old_status, compact.new_status)
    )
    if compact.presence is Presence.ONLY_OLD:
        if compact.loss is not Loss.NOT_RENEWED:
            return f"{old} in {result.old}, no edition of {result.new}"
        if result.is_backward:
            return f"{old} in {result.old}, had no edition yet in {result.new}"
        return f"{old} in {result.old}, has not renewed yet: no edition of {result.new}"
    if compact.presence is Presence.ONLY_NEW:
        return f"no edition of {result.old}, {new} in {result.new}"
    return f"{old} in both years" if old == new else f"{old} in {result.old}, {new} in {result.new}"


def _succession(compact: CompactChange, result: YearChanges) -> Iterator[StoryItem]:
    succession = compact.succession
    if succession.ended:
        heirs = f", and was succeeded by {_names(succession.succeeded_by, result)}" if succession.succeeded_by else ""
        yield StoryItem(plain(f"the authority ended on {day_in_words(succession.ended)}{heirs}"), badge="ended")
    if succession.succeeds:
        since = f", from {day_in_words(succession.began)}" if succession.began else ""
        yield StoryItem(plain(f"the authority succeeds {_names(succession.succeeds, result)}{since}"), badge="succeeds")
    elif succession.began:
        yield StoryItem(plain(f"the authority began on {day_in_words(succession.began)}"), badge="began")


def _ending(compact: CompactChange) -> Iterator[StoryItem]:
    if compact.ending:
        day = compact.ending.day
        when = f"ended on {day_in_words(day)}" if day else "may have ended: the day cannot be read"
        yield StoryItem(plain(f"the compact {when}"), badge="ended")


def _names(slugs: Sequence[str], result: YearChanges) -> str:
    return " and ".join(map(result.label, slugs))


def _priorities(compact: CompactChange, result: YearChanges) -> Iterator[StoryItem]:
    changes = compact.priorities
    yield from _together("kept", [_unchanged(kept) for kept in changes.kept if not kept.differences])
    for kept in changes.kept:
        if kept.differences:
            yield StoryItem(_priority(kept.priority), _inside(kept), badge="kept")
    for part in changes.carried:
        line = (*_row(part.old), Words(" → "), *_row(part.new))
        yield StoryItem(line, _inside(part), badge="carried")
    yield from _together(_gone(compact.loss, result), [*map(_priority, changes.lost)])
    yield from _together("taken up", [*map(_priority, changes.gained)])


def _unchanged(kept: KeptPriority) -> Line:
    waiting = f": {unconfirmed_words(kept.unconfirmed)}" if kept.unconfirmed else ""
    return (*_priority(kept.priority), *plain(waiting))


def _gone(loss: Loss, result: YearChanges) -> str:
    if loss is Loss.NOT_RENEWED:
        return "none yet" if result.is_backward else "not renewed"
    return "dropped" if loss is Loss.DROPPED else "went with it"


def _inside(part: KeptPriority | CarriedPriorities) -> tuple[StoryItem, ...]:
    waiting = (StoryItem(plain(unconfirmed_words(part.unconfirmed))),) if part.unconfirmed else ()
    return (*map(field_item, part.differences), *waiting)


def unconfirmed_words(count: int) -> str:
    """Return that texts came over of which nobody has said since that they are still true, and how many."""
    return f"not yet looked at ({number(count, 'text')})"


def _together(badge: str, lines: Sequence[Line]) -> Iterator[StoryItem]:
    if len(lines) == 1:
        yield StoryItem(lines[0], badge=badge)
    elif lines:
        yield StoryItem(plain(number(len(lines), "priority", "priorities")), tuple(map(StoryItem, lines)), badge=badge)


def _row(priorities: Sequence[PriorityName]) -> Line:
    return joined([*map(_priority, priorities)], " + ")


def _priority(name: PriorityName) -> Line:
    words = area_words(name.area)
    return (*words, Words(f": {name.issue}")) if name.issue is not None else words


def _asks(compact: CompactChange) -> Iterator[StoryItem]:
    asks = compact.asks
    if asks.unconfirmed:
        yield StoryItem(plain(unconfirmed_words(asks.unconfirmed)), badge="asks")
    for text in asks.gained:
        yield StoryItem(plain(text), badge="new ask")
    for ask in asks.answered:
        yield StoryItem(plain(ask.text), (StoryItem(plain(event_words(ask.answer)), label="answer"),), badge="answered")
    for text in asks.lost:
        yield StoryItem(plain(text), badge="ask gone" if compact.presence is Presence.BOTH else "asked")
