"""What is said of the compacts: authority by authority, what became of its priorities and asks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized

from compactctl.changes.results import (
    CarriedPriorities,
    CompactChange,
    KeptPriority,
    Loss,
    Presence,
    PriorityName,
    YearChanges,
)
from compactctl.documents.years import AcademicYear
from compactctl.formats.changes.agenda import area_words
from compactctl.formats.changes.fields import ask_words, event_words, field_entry
from compactctl.formats.examples import marked_status
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import (
    Block,
    Entry,
    Folded,
    Line,
    Links,
    Listing,
    Paragraph,
    Section,
    Words,
    joined,
    plain,
)
from compactctl.words import CANNOT_BE_TOLD, day_in_words, listed, number


def compacts_section(result: YearChanges, targets: LinkTargets) -> Section:
    """Return all authorities: those that renewed, are new, have not renewed yet or ended, and those that may have."""
    titles = _titles(result)
    by_title: dict[str, list[Block]] = {title: [] for title in titles.values()}
    compacts = sorted(result.compacts, key=lambda compact: result.label(compact.authority))
    for compact in compacts:
        by_title[titles[compact.standing]].append(_folded(compact, result, targets))
    groups = (
        Section(f"{title} ({len(blocks):,})", tuple(blocks), is_brief=True)
        for title, blocks in by_title.items()
        if blocks
    )
    names = tuple(Words(result.label(item.authority), link=f"#{item.authority}") for item in compacts)
    return Section("The authorities", (Links("A to Z", names, can_be_searched=True), *groups), is_brief=True)


def compact_section(compact: CompactChange, result: YearChanges) -> Section:
    """Return what is said of one authority's compact, all of it in sight."""
    return Section("The compact", compact_blocks(compact, result), compact.authority, is_brief=True)


def compact_lines(compact: CompactChange, result: YearChanges) -> tuple[str, str]:
    """Return what became of a compact in two lines: its status in both years, and counts."""
    standing = (status_words(compact, result), *_of_other_year(compact, result), *_endings(compact))
    return "; ".join(standing), "; ".join(_counts(compact))


def compact_blocks(compact: CompactChange, result: YearChanges) -> tuple[Block, ...]:
    """Return what became of an authority, its priorities and its asks, each with what differs inside."""
    entries = (*_succession(compact, result), *_priorities(compact, result), *_asks(compact))
    return (Listing(entries),) if entries else ()


def _titles(result: YearChanges) -> dict[Presence | Loss, str]:
    old, new = result.old, result.new
    return {
        Presence.BOTH: f"With an edition of {old} and of {new}" if result.is_backward else "Renewed",
        Presence.ONLY_NEW: f"With an edition of {new} only" if result.is_backward else "New",
        Loss.NOT_RENEWED: f"No edition yet in {new}" if result.is_backward else "Not renewed yet",
        Loss.WITH_COMPACT: "Ended",
        Loss.WITH_AUTHORITY: "Ended",
        Loss.BEFORE_AUTHORITY: f"Not there yet in {new}",
        Loss.MAY_HAVE_ENDED: "May have ended",
        Loss.UNKNOWN: "May have an edition of both years",
    }


def _folded(compact: CompactChange, result: YearChanges, targets: LinkTargets) -> Folded:
    name = result.label(compact.authority)
    page = targets.authority(compact.authority)
    link = (Paragraph((Words(f"The page of {name}", link=page),)),) if page else ()
    return Folded(
        heading=name,
        line=plain("; ".join(compact_lines(compact, result))),
        blocks=(*compact_blocks(compact, result), *link),
        anchor=compact.authority,
        fingerprint=compact.fingerprint,
    )


def status_words(compact: CompactChange, result: YearChanges) -> str:
    """Return the status of the editions: 'agreed in 2003/04; draft in 2004/05'."""
    old, new = (
        marked_status(status, is_example=compact.is_example) for status in (compact.old_status, compact.new_status)
    )
    if compact.presence is Presence.ONLY_OLD:
        return f"{old} in {result.old}"
    if compact.presence is Presence.ONLY_NEW:
        return f"{new} in {result.new}"
    return f"{old} in both years" if old == new else f"{old} in {result.old}; {new} in {result.new}"


def _of_other_year(compact: CompactChange, result: YearChanges) -> Iterator[str]:
    if compact.standing is Loss.UNKNOWN:
        year = result.new if compact.presence is Presence.ONLY_OLD else result.old
        yield f"whether it has an edition of {year} {CANNOT_BE_TOLD}: the year of one cannot be read"


def _endings(compact: CompactChange) -> Iterator[str]:
    if compact.succession.ended:
        yield f"the authority ended on {day_in_words(compact.succession.ended)}"
    elif compact.ending:
        day = compact.ending.day
        yield f"the compact ended on {day_in_words(day)}" if day else "it may have ended: the day cannot be read"


def _counts(compact: CompactChange) -> Iterator[str]:
    """Yield what became of the priorities, and of the asks, counted."""
    changes, asks = compact.priorities, compact.asks
    if compact.presence is Presence.BOTH:
        yield from filter(None, (_outcomes(compact), _answers(compact)))
    else:
        yield number(len(changes.lost or changes.gained), "priority", "priorities")
        yield from (number(len(texts), "ask") for texts in (asks.lost, asks.gained) if texts)
    if compact.unconfirmed:
        yield unconfirmed_words(compact.unconfirmed)


def _outcomes(compact: CompactChange) -> str:
    changes = compact.priorities
    counts = (
        (_kept(changes.kept), changes.kept),
        ("carried", [area for part in changes.carried for area in part.old]),
        (_badge(compact), changes.lost),
        ("taken up anew" if changes.knows_old else CANNOT_BE_TOLD, changes.gained),
    )
    return _counted(counts)


def _kept(kept: Sequence[KeptPriority]) -> str:
    changed = sum(bool(priority.differences) for priority in kept)
    if changed in (0, len(kept)):
        return "kept with changes" if changed else "kept"
    return f"kept ({changed} with changes)"


def _answers(compact: CompactChange) -> str:
    asks = compact.asks
    counts = (
        ("new" if asks.knows_old else CANNOT_BE_TOLD, asks.gained),
        ("answered", asks.answered),
        ("of another area", [ask for ask in asks.altered if ask.difference.field == "area"]),
        ("with another answer", [ask for ask in asks.altered if ask.difference.field == "answer"]),
        ("no longer asked" if asks.knows_new else CANNOT_BE_TOLD, asks.lost),
    )
    counted = _counted(counts)
    return f"asks: {counted}" if counted else ""


def _counted(counts: Iterable[tuple[str, Sized]]) -> str:
    """Count what became of some; what is said of several in the same words is counted together."""
    totals: Counter[str] = Counter()
    for words, items in counts:
        totals[words] += len(items)
    return ", ".join(f"{count} {words}" for words, count in totals.items() if count)


def _succession(compact: CompactChange, result: YearChanges) -> Iterator[Entry]:
    succession = compact.succession
    if succession.succeeded_by:
        yield Entry(plain(f"the authority was succeeded by {_names(succession.succeeded_by, result)}"), badge="ended")
    if succession.succeeds:
        since = f", from {day_in_words(succession.began)}" if succession.began else ""
        yield Entry(plain(f"the authority succeeds {_names(succession.succeeds, result)}{since}"), badge="succeeds")
    elif succession.began:
        yield Entry(plain(f"the authority began on {day_in_words(succession.began)}"), badge="began")


def _names(slugs: Sequence[str], result: YearChanges) -> str:
    return listed(map(result.label, slugs), most=len(slugs))


def _priorities(compact: CompactChange, result: YearChanges) -> Iterator[Entry]:
    changes = compact.priorities
    yield from _together("kept", [_unchanged(kept) for kept in changes.kept if not kept.differences])
    for kept in changes.kept:
        if kept.differences:
            yield Entry(_priority(kept.priority), _inside(kept), badge="kept")
    for part in changes.carried:
        line = (*_row(part.old, result.old), Words(" → "), *_row(part.new))
        yield Entry(line, _inside(part), badge="carried")
    yield from _together(_badge(compact), [_priority(name, result.old) for name in changes.lost])
    yield from _together("taken up" if changes.knows_old else CANNOT_BE_TOLD, [*map(_priority, changes.gained)])


def _unchanged(kept: KeptPriority) -> Line:
    waiting = f": {unconfirmed_words(kept.unconfirmed)}" if kept.unconfirmed else ""
    return (*_priority(kept.priority), *plain(waiting))


def _badge(compact: CompactChange) -> str:
    """Return what is said of priorities that do not go on; that there is no edition any more is said in its line."""
    if compact.presence is not Presence.BOTH:
        return "had"
    return "dropped" if compact.priorities.knows_new else CANNOT_BE_TOLD


def _inside(part: KeptPriority | CarriedPriorities) -> tuple[Entry, ...]:
    waiting = (Entry(plain(unconfirmed_words(part.unconfirmed))),) if part.unconfirmed else ()
    return (*map(field_entry, part.differences), *waiting)


def unconfirmed_words(count: int) -> str:
    """Return that texts came over of which nobody has said since that they are still true, and how many."""
    return f"not yet looked at ({number(count, 'text')})"


def _together(badge: str, lines: Sequence[Line]) -> Iterator[Entry]:
    if len(lines) == 1:
        yield Entry(lines[0], badge=badge)
    elif lines:
        yield Entry(plain(number(len(lines), "priority", "priorities")), tuple(map(Entry, lines)), badge=badge)


def _row(priorities: Sequence[PriorityName], year: AcademicYear | None = None) -> Line:
    return joined([_priority(name, year) for name in priorities], " + ")


def _priority(name: PriorityName, year: AcademicYear | None = None) -> Line:
    words = area_words(name.area, year)
    return (*words, Words(f": {name.issue}")) if name.issue is not None else words


def _asks(compact: CompactChange) -> Iterator[Entry]:
    asks = compact.asks
    if asks.unconfirmed:
        yield Entry(plain(unconfirmed_words(asks.unconfirmed)), badge="asks")
    for text in asks.gained:
        yield Entry(ask_words(text), badge="new ask" if asks.knows_old else CANNOT_BE_TOLD)
    for ask in asks.answered:
        yield Entry(ask_words(ask.text), (Entry(plain(event_words(ask.answer)), label="answer"),), badge="answered")
    for altered in asks.altered:
        yield Entry(ask_words(altered.text), (field_entry(altered.difference),), badge=altered.difference.field)
    lost = "no longer asked" if asks.knows_new else CANNOT_BE_TOLD
    for text in asks.lost:
        yield Entry(ask_words(text), badge=lost if compact.presence is Presence.BOTH else "asked")
