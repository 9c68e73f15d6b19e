"""The compacts' part of the story: authority by authority, what became of its priorities and asks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from compactctl.changes.results import Chosen, CompactChange, Kept, Presence, Totals, YearChanges
from compactctl.formats.changes.story import Item, Line, Piece, Section, joined, plain
from compactctl.formats.changes.telling_agenda import area_words, authorities, authority_name
from compactctl.formats.changes.telling_fields import field_item
from compactctl.words import day_in_words, marked, number


def compacts_section(result: YearChanges) -> Section:
    """Return what is told of the compacts, by authority; those in which nothing changed stand together at the end."""
    told = [_compact(compact, result) for compact in result.compacts if compact.is_told]
    same = [authority_name(compact.authority, result) for compact in result.compacts if not compact.is_told]
    still = (Item(plain(", ".join(same)), badge="unchanged"),) if same else ()
    return Section("The compacts", items=(*told, *still))


def compacts_summary(result: YearChanges) -> Line:
    """Return who has an edition of which year."""
    counts = [sum(compact.presence is presence for compact in result.compacts) for presence in Presence]
    both, only_old, only_new = counts
    if not result.compacts:
        who = result.labels.get(result.authority, result.authority) if result.authority else "no authority"
        return plain(f"{who} has no edition of {result.old} or {result.new}.")
    told = [f"{authorities(both)} with an edition of both years"]
    told += [f"{count} only of {year}" for count, year in ((only_old, result.old), (only_new, result.new)) if count]
    return plain(f"{', '.join(told)}.")


def sums(result: YearChanges) -> Iterator[Line]:
    """Yield how the priorities of either year add up."""
    totals = result.totals
    sides = (
        (totals.old_priorities, result.old, totals.carried_old, f"{totals.lost} lost{_lost_because(result, totals)}"),
        (totals.new_priorities, result.new, totals.carried_new, f"{totals.gained} gained"),
    )
    for count, year, carried, rest in sides:
        sum_of = f"{count} = {totals.kept} kept + {carried} carried to another area + {rest}."
        yield (Piece(f"Priorities of {year}: ", "strong"), Piece(sum_of))


def _lost_because(result: YearChanges, totals: Totals) -> str:
    gone = [item for item in result.compacts if item.presence is Presence.ONLY_OLD and not item.succession.ended]
    waiting = sum(len(item.fates.lost) for item in gone)
    words = [f"{waiting} where there is no edition of {result.new}"] if waiting else []
    words += [f"{totals.lost_with_authority} where the authority ended"] if totals.lost_with_authority else []
    return f" ({', '.join(words)})" if words else ""


def _compact(compact: CompactChange, result: YearChanges) -> Item:
    name = Piece(_name(compact, result), "strong")
    beside = (replace(field_item(difference), badge="also") for difference in compact.differences)
    items = (*_succession(compact, result), *_fates(compact), *_asks(compact), *beside)
    return Item((name, Piece(f": {_presence(compact, result)}")), items, fingerprint=compact.fingerprint)


def _name(compact: CompactChange, result: YearChanges) -> str:
    return result.labels.get(compact.authority, compact.authority)


def _presence(compact: CompactChange, result: YearChanges) -> str:
    old, new = (
        marked(status or "of unknown status", is_example=compact.is_example)
        for status in (compact.old_status, compact.new_status)
    )
    if compact.presence is Presence.ONLY_OLD:
        return f"{old} in {result.old}, no edition of {result.new}"
    if compact.presence is Presence.ONLY_NEW:
        return f"no edition of {result.old}, {new} in {result.new}"
    return f"{old} in both years" if old == new else f"{old} in {result.old}, {new} in {result.new}"


def _succession(compact: CompactChange, result: YearChanges) -> Iterator[Item]:
    succession = compact.succession
    if succession.ended:
        heirs = f", and was succeeded by {_names(succession.succeeded_by, result)}" if succession.succeeded_by else ""
        yield Item(plain(f"the authority ended on {day_in_words(succession.ended)}{heirs}"), badge="ended")
    if succession.succeeds:
        since = f", from {day_in_words(succession.began)}" if succession.began else ""
        yield Item(plain(f"the authority succeeds {_names(succession.succeeds, result)}{since}"), badge="succeeds")
    elif succession.began:
        yield Item(plain(f"the authority began on {day_in_words(succession.began)}"), badge="began")


def _names(slugs: Sequence[str], result: YearChanges) -> str:
    return " and ".join(result.labels.get(slug, slug) for slug in slugs)


def _fates(compact: CompactChange) -> Iterator[Item]:
    fates = compact.fates
    yield from _together("kept", [kept.priority for kept in fates.kept if not kept.differences])
    yield from (_kept(kept) for kept in fates.kept if kept.differences)
    for part in fates.carried:
        line = (*_row(part.old), Piece(" → "), *_row(part.new))
        yield Item(line, tuple(map(field_item, part.differences)), badge="carried")
    yield from _together("lost", fates.lost)
    yield from _together("gained", fates.gained)


def _kept(kept: Kept) -> Item:
    return Item(_priority(kept.priority), tuple(map(field_item, kept.differences)), badge="kept")


def _together(badge: str, chosen: Sequence[Chosen]) -> Iterator[Item]:
    if len(chosen) == 1:
        yield Item(_priority(chosen[0]), badge=badge)
    elif chosen:
        yield Item(
            plain(number(len(chosen), "priority", "priorities")),
            tuple(Item(_priority(one)) for one in chosen),
            badge=badge,
        )


def _row(chosen: Sequence[Chosen]) -> Line:
    return joined([_priority(one) for one in chosen], " + ")


def _priority(chosen: Chosen) -> Line:
    words = area_words(chosen.area)
    return (*words, Piece(f": {chosen.issue}")) if chosen.issue is not None else words


def _asks(compact: CompactChange) -> Iterator[Item]:
    for text in compact.asks_gained:
        yield Item(plain(text), badge="new ask")
    for text in compact.asks_lost:
        yield Item(plain(text), badge="ask gone")
