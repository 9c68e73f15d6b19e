"""What anybody had signed in an older version of a document, and what of that differs now.

A statement, an annex and each edition of a compact is one text. It may gain signatures, and what is written after the
day on which it was signed; whatever else differs counts, however little it is. Layout and order never do. Of what
breaks the schema in either version it cannot be told whether it differs: nothing is concluded from it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from compactctl.documents.document import Document
from compactctl.files.source import Path
from compactctl.finding import Place
from compactctl.workspace.versions.pairs import DocumentPair
from compactctl.workspace.versions.part_changes import ChangeKind, PartChange, Read
from compactctl.workspace.versions.part_values import Difference, Entry, compared_by
from compactctl.workspace.versions.parts import DocumentPart
from compactctl.workspace.versions.signed import Signed

_LATER: Final = ("note", "sources", "follow_up")
"""Keys of what is written, and may be rewritten, after the day of the signature."""
_LISTS: Final = {"priority": "priorities", "ask": "asks"}
_STEPS: Final = {
    "area": {"groups", "areas", "id"},
    "edition": {"editions", "year"},
    "priority": {"editions", "priorities", "area", "issue"},
    "ask": {"editions", "asks", "text"},
}
"""The keys of the lists that parts stand in, and of what they are told apart by: where one is broken, some may lack."""


class SignedText(NamedTuple):
    """A text that was signed, and differs now or is gone.

    `name` is that of its file within the data folder. `changes` are those that count, with what of them counts, none
    where the whole document is gone; `place` is the first that differs now, or the whole file.
    """

    name: str
    signed: Signed
    changes: tuple[PartChange, ...]
    place: Place

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left of it."""
        return not self.changes or any(change.kind is ChangeKind.EDITION_LOST for change in self.changes)


def signed_texts(pair: DocumentPair, changes: Sequence[PartChange]) -> Iterator[SignedText]:
    """Yield each text that was signed in a document's older version, and in which any of the changes counts."""
    for signed in pair.old.signed if pair.old else ():
        within = (change for change in changes if _is_in(change, signed))
        counting = tuple(counted for change in within for counted in _counted(change, pair))
        if pair.new is None or counting:
            yield SignedText(pair.name, signed, counting, _first_place(pair, counting))


def _is_in(change: PartChange, signed: Signed) -> bool:
    """Tell whether a change is one of a text: what stands at the head of a compact is a matter of all its editions."""
    return change.year in (None, signed.year)


def _counted(change: PartChange, pair: DocumentPair) -> Iterator[PartChange]:
    """Yield the change with what of it counts, if anything does."""
    if pair.old is None or pair.new is None:
        return
    if change.part_then is None or change.part_now is None:
        missing_from = pair.new if change.part_then else pair.old
        if _lists_all(missing_from, change):
            yield change
    elif counting := tuple(item for item in change.differences if _field_counts(item, change, pair)):
        yield change._replace(differences=counting)


def _lists_all(read: Read, change: PartChange) -> bool:
    """Tell whether it is known that a document lacks a part, since all that it lists of that kind can be told apart."""
    part = change.part_then or change.part_now
    if part is None or read.document is None:
        return False
    above = _edition_path(read, change) if part.noun in _LISTS else ()
    near = (place for place in read.document.broken if place[: len(above)] == above[: len(place)])
    return not any(_STEPS[part.noun].issuperset(step for step in place if isinstance(step, str)) for place in near)


def _edition_path(read: Read, change: PartChange) -> Path:
    editions = (part.path for part in read.parts.values() if part.noun == "edition" and part.year == change.year)
    return next(editions, ())


def _field_counts(difference: Difference, change: PartChange, pair: DocumentPair) -> bool:
    field = difference.field
    if field in _LATER or (pair.is_compact and change.kind is ChangeKind.DOCUMENT_CHANGED and field != "example"):
        return False
    if field == "example" and difference.new:
        return False
    if not _is_whole(pair.new and pair.new.document, change.part_now, field):
        return False
    if field == "signatures":
        return bool(_whole_signatures(difference.old) - _whole_signatures(difference.new))
    return _is_whole(pair.old and pair.old.document, change.part_then, field)


def _is_whole(document: Document[Any] | None, part: DocumentPart | None, field: str) -> bool:
    return bool(document and part and document.is_whole(*path_of_field(part, field)))


def _whole_signatures(texts: Sequence[str]) -> Counter[tuple[str, ...]]:
    entries = (text for text in texts if isinstance(text, Entry))
    return Counter(compared_by(entry) for entry in entries if None not in (entry.values[-1], entry.values[-2]))


def path_of_field(part: DocumentPart, field: str) -> Path:
    """Return where the value of a field of a part stands."""
    return (*part.path[:2], "id") if field == "group" else (*part.path, *field.split("."))


def _first_place(pair: DocumentPair, counting: Sequence[PartChange]) -> Place:
    """Return the first place that differs now; the whole file where an edition, or all of it, is gone."""
    if pair.new is None or any(change.kind is ChangeKind.EDITION_LOST for change in counting):
        return Place(pair.name)
    places = [pair.new.source.value(path) for change in counting for path in _paths_now(change, pair.new)]
    return min(places, key=lambda place: place.span or (0, 0, 0, 0))


def _paths_now(change: PartChange, new: Read) -> Iterator[Path]:
    if change.part_now is None:
        yield _list_path(change, new)
    elif change.part_then is None:
        yield change.part_now.path
    for difference in change.differences:
        if change.part_now:
            yield (*path_of_field(change.part_now, difference.field), *_first_other_entry(difference))


def _list_path(change: PartChange, read: Read) -> Path:
    """Return the list that a part is missing from."""
    noun = change.part_then.noun if change.part_then else ""
    return (*_edition_path(read, change), _LISTS[noun]) if noun in _LISTS else ("groups",)


def _first_other_entry(difference: Difference) -> Path:
    """Return the position of the first entry that was not there before; nothing where there are only fewer."""
    before = {compared_by(text) for text in difference.old}
    return next(((index,) for index, text in enumerate(difference.new) if compared_by(text) not in before), ())
