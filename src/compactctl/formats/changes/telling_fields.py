"""What differs inside an area, an edition or a priority, key by key, in words."""

from collections.abc import Iterator
from typing import Final

from compactctl.changes.pairing import paired
from compactctl.changes.word_diff import Stay, word_diff
from compactctl.formats.changes.story import Item, Line, Look, Piece, plain
from compactctl.workspace.versions.part_values import Difference

_LABELS: Final = {
    "open_to": "open to",
    "contributions.authority": "the authority contributes",
    "contributions.department": "the department contributes",
    "review_by": "review by",
    "from": "comes from",
    "follow_up": "what came of the commitments",
    "at_most": "areas an edition takes up at most",
}
_PROSE: Final = ("title", "summary", "why", "note")
_LISTS: Final = (
    *("contributions.authority", "contributions.department", "sources", "signatures", "groups", "retired"),
    *("principles", "conditions", "vision", "commitments", "follow_up", "levels", "exemptions", "authorities"),
)
_NOBODY: Final = {"open_to": "everybody", "review_by": "none", "letter": "none", "group": "none"}
_LOOKS: Final[dict[Stay, Look]] = {Stay.KEPT: "plain", Stay.REMOVED: "removed", Stay.ADDED: "added"}


def field_label(field: str) -> str:
    """Return what readers call a key."""
    return _LABELS.get(field, field.replace("_", " "))


def field_item(difference: Difference) -> Item:
    """Return what to say of a key whose value is another."""
    field, label = difference.field, field_label(difference.field)
    if field in _PROSE:
        return _prose(label, "".join(difference.old), "".join(difference.new))
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
    old, new = (", ".join(texts) or _NOBODY.get(field, "none") for texts in (difference.old, difference.new))
    return Item(plain(f"{old}, now {new}"), label=label)


def _prose(label: str, old: str, new: str) -> Item:
    if not old or not new:
        return Item((Piece(new, "added") if new else Piece(old, "removed"),), label=label)
    runs = word_diff(old, new)
    if all(stay is not Stay.KEPT for stay, _ in runs):
        return Item((), (Item(plain(old), label="was"), Item(plain(new), label="now")), label=label)
    return Item(_marked(old, new), label=label)


def _marked(old: str, new: str) -> Line:
    pieces: list[Piece] = []
    for stay, words in word_diff(old, new):
        pieces += [Piece(" "), Piece(words, _LOOKS[stay])]
    return tuple(pieces[1:])


def _listed(label: str, difference: Difference) -> Item:
    items = tuple(_entries(difference))
    return Item(items[0].line, label=label) if len(items) == 1 else Item((), items, label=label)


def _entries(difference: Difference) -> Iterator[Item]:
    for old, new in paired(difference.old, difference.new):
        if old is not None and new is not None:
            yield Item(_marked(old, new))
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
