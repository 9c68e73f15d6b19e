"""What became of an authority's asks: each is told apart by its text, without the mark of one that came over."""

from collections.abc import Iterator

from compactctl.changes.results import Answered, AskChanges
from compactctl.changes.unlooked import Side, unlooked
from compactctl.documents.content import Ask
from compactctl.documents.values import running, without_mark
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.versions.part_values import ask_values

_Asks = dict[str, tuple[str, "Ask"]]
"""Asks by what they are compared by, each with its text as it stands."""


def ask_changes(old: PlacedEdition | None, new: PlacedEdition | None, later: Side) -> AskChanges:
    """Return what became of the asks of one edition in another; `later` is the side of the later year."""
    before, after = _asks(old), _asks(new)
    answered = dict(_answered(before, after))
    return AskChanges(
        gained=tuple(without_mark(text) for key, (text, _) in after.items() if key not in before),
        lost=tuple(without_mark(text) for key, (text, _) in before.items() if key not in {**after, **answered}),
        answered=tuple(answered.values()),
        unlooked=unlooked(_texts(before), _texts(after), later),
    )


def _answered(before: _Asks, after: _Asks) -> Iterator[tuple[str, Answered]]:
    """Yield the old asks that have an answer now: those that had none and go on, and those that had one and do not."""
    for key, (text, ask) in before.items():
        goes_on = after.get(key)
        if not (goes_on and ask.answer):
            for answer in ask_values(goes_on[1] if goes_on else ask)["answer"]:
                yield key, Answered(without_mark(text), answer)


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
