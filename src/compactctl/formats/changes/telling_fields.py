"""What differs inside an area, an edition or a priority, key by key, in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from compactctl.changes.pairing import paired
from compactctl.changes.word_diff import Run, Stay, word_diff
from compactctl.formats.changes.story import Item, Line, Look, Piece, plain
from compactctl.words import day_in_words
from compactctl.workspace.versions.part_values import Compound, Difference

_LABELS: Final = {
    "open_to": "open to",
    "contributions.authority": "the authority contributes",
    "contributions.department": "the department contributes",
    "review_by": "review by",
    "from": "comes from",
    "follow_up": "what came of the commitments",
    "at_most": "areas an edition takes up at most",
    "answer": "answered",
    "ended": "the compact ended",
}
_PROSE: Final = ("title", "summary", "why", "note")
_LISTS: Final = (
    *("contributions.authority", "contributions.department", "sources", "signatures", "groups", "retired"),
    *("principles", "conditions", "vision", "commitments", "follow_up", "levels", "exemptions", "authorities"),
)
_EVENTS: Final = ("answer", "review", "ended")
_NOTHING: Final = {"open_to": "everybody", "term": "no term said", "why": "no reason"}
"""What readers call it that nothing is said, where that is more than none."""
_LOOKS: Final[dict[Stay, Look]] = {Stay.KEPT: "plain", Stay.REMOVED: "removed", Stay.ADDED: "added"}


def field_label(field: str) -> str:
    """Return what readers call a key."""
    return _LABELS.get(field, field.replace("_", " "))


def field_item(difference: Difference) -> Item:
    """Return what to say of a key whose value is another."""
    field, label = difference.field, field_label(difference.field)
    if field in (*_PROSE, *_EVENTS):
        old_text, new_text = ("".join(map(event_words, texts)) for texts in (difference.old, difference.new))
        return _prose(label, old_text, new_text, _NOTHING.get(field))
    if field in _LISTS:
        return _listed(label, difference)
    if field == "named_locally":
        return Item(plain("each authority names its own issues" if difference.new else "no longer"), label=label)
    if field == "example":
        return Item(
            plain("made up, to show how the record works" if difference.new else "no longer an example"), label=label
        )
    if field in ("focuses", "from"):
        return Item(_words_in_and_out(difference), label=label)
    old, new = (", ".join(texts) or _NOTHING.get(field, "none") for texts in (difference.old, difference.new))
    return Item(plain(f"{old}, now {new}"), label=label)


def event_words(event: str) -> str:
    """Return what happened later and when, '1 June 2004: It will be looked at (Hansard)'; any other text as it is."""
    day, text, source = event.values if isinstance(event, Compound) else (None, event, None)
    words = [day_in_words(day) if isinstance(day, date) else "", f"{text or ''}{f' ({source})' if source else ''}"]
    return ": ".join(filter(None, words))


def _prose(label: str, old: str, new: str, nothing: str | None = None) -> Item:
    if not old or not new:
        before, after = (f"{nothing}, now ", f", now {nothing}") if nothing else ("", "")
        line = (Piece(before), Piece(new, "added")) if new else (Piece(old, "removed"), Piece(after))
        return Item(tuple(piece for piece in line if piece.text), label=label)
    runs = word_diff(old, new)
    if all(stay is not Stay.KEPT for stay, _ in runs):
        return Item((), (Item(plain(old), label="was"), Item(plain(new), label="now")), label=label)
    return Item(_marked(runs), label=label)


def _marked(runs: Iterable[Run]) -> Line:
    pieces: list[Piece] = []
    for stay, words in runs:
        pieces += [Piece(" "), Piece(words, _LOOKS[stay])]
    return tuple(pieces[1:])


def _listed(label: str, difference: Difference) -> Item:
    items = tuple(_entries(difference))
    return Item(items[0].line, label=label) if len(items) == 1 else Item((), items, label=label)


def _entries(difference: Difference) -> Iterator[Item]:
    for old, new in paired(difference.old, difference.new):
        if old is not None and new is not None:
            yield Item(_marked(word_diff(old, new)))
        elif new is not None:
            yield Item((Piece(new, "added"),))
        elif old is not None:
            yield Item((Piece(old, "removed"),))


def _words_in_and_out(difference: Difference) -> Line:
    pieces: list[Piece] = []
    for old, new in paired(difference.old, difference.new):
        if old is not None:
            pieces += [Piece(", "), Piece(old, "removed")]
        if new is not None:
            pieces += [Piece(", "), Piece(new, "added")]
    return tuple(pieces[1:])
