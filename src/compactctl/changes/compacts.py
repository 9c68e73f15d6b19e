"""One authority's compact in two years: what became of its priorities and asks, and of the authority itself."""

from collections.abc import Iterator

from compactctl.changes.inputs import ComparisonInputs
from compactctl.changes.priorities import count_unconfirmed, priority_changes
from compactctl.changes.results import (
    AnsweredAsk,
    AskChanges,
    CompactChange,
    Ending,
    Presence,
    PriorityChanges,
    PriorityName,
    Succession,
)
from compactctl.documents.content import Ask
from compactctl.documents.values import folded, running, without_mark
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.versions.part_changes import fingerprint
from compactctl.workspace.versions.part_values import Difference, ask_values, differences, edition_values

_Asks = dict[str, tuple[str, Ask]]
"""Asks by what they are compared by, each with its text as it stands."""


def compact_change(
    inputs: ComparisonInputs,
    authority: Authority,
    old: PlacedEdition | None,
    new: PlacedEdition | None,
    ending: Ending | None,
) -> CompactChange | None:
    """Return what changed in an authority's compact; None where it has an edition in neither year."""
    if old is None and new is None:
        return None
    presence = Presence.ONLY_NEW if old is None else Presence.ONLY_OLD if new is None else Presence.BOTH
    priorities = priority_changes(old, new, inputs)
    asks = _ask_changes(old, new, is_backward=inputs.is_backward)
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
    return f"{name.area.id} {folded(name.issue or '')}"


def _substance_of_asks(asks: AskChanges) -> Iterator[list[str]]:
    for texts in (asks.gained, asks.lost, [ask.text for ask in asks.answered]):
        yield sorted(map(running, texts))


def _ask_changes(old: PlacedEdition | None, new: PlacedEdition | None, *, is_backward: bool) -> AskChanges:
    """Return what became of the asks of one edition in another: each is known by its text, without a mark of `renew`.

    An ask that has an answer now, and that had none or does not go on, is answered.
    """
    before, after = _asks(old), _asks(new)
    answered = dict(_answered(before, after))
    return AskChanges(
        gained=tuple(without_mark(text) for key, (text, _) in after.items() if key not in before),
        lost=tuple(without_mark(text) for key, (text, _) in before.items() if key not in {**after, **answered}),
        answered=tuple(answered.values()),
        unconfirmed=count_unconfirmed(_texts(before), _texts(after), is_backward=is_backward),
    )


def _answered(before: _Asks, after: _Asks) -> Iterator[tuple[str, AnsweredAsk]]:
    for key, (text, ask) in before.items():
        goes_on = after.get(key)
        if not (goes_on and ask.answer):
            for answer in ask_values(goes_on[1] if goes_on else ask)["answer"]:
                yield key, AnsweredAsk(without_mark(text), answer)


def _texts(asks: _Asks) -> Iterator[str]:
    return (text for text, _ in asks.values())


def _asks(edition: PlacedEdition | None) -> _Asks:
    """Return the asks that are whole; of several with one text the first, or the first that was answered."""
    asks: _Asks = {}
    if edition is None:
        return asks
    whole = edition.document.is_whole(*edition.path, "asks")
    for index, ask in enumerate(edition.content.asks):
        if ask.text is not None and (whole or edition.document.is_whole(*edition.path, "asks", index)):
            key = running(without_mark(ask.text))
            if key not in asks or (ask.answer and not asks[key][1].answer):
                asks[key] = ask.text, ask
    return asks


def _succession(inputs: ComparisonInputs, authority: Authority) -> Succession:
    """Return what the register says of an authority between the years; an end is read towards the new one."""
    first, last = sorted((inputs.old.year, inputs.new.year))
    start, end = (first.first_day, last.last_day) if first != last else (first.last_day, first.first_day)
    began, ended = authority.valid_from, authority.valid_to
    has_ended = ended is not None and ended < inputs.new.year.first_day
    successors = inputs.register.successors(authority) if has_ended else ()
    predecessors = inputs.register.predecessors(authority)
    return Succession(
        began=began if began and start < began <= end else None,
        ended=ended if has_ended else None,
        succeeded_by=tuple(sorted(other.slug for other in successors)),
        succeeds=tuple(
            sorted(other.slug for other in predecessors if other.valid_to and start <= other.valid_to <= end)
        ),
    )
