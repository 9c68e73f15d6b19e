"""What anybody had signed in an older version of a document, and what of that differs now.

A statement, an annex and each edition of a compact is one text. It may gain signatures, and what is written after the
day on which it was signed; whatever else differs counts, however little it is. Layout and order never do. Of what
breaks the schema in either version it cannot be told whether it differs: nothing is concluded from it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath
from compactctl.finding import Place
from compactctl.workspace.versions.document_version import DocumentPair, DocumentVersion, Signed
from compactctl.workspace.versions.part_changes import ChangeKind, PartChange
from compactctl.workspace.versions.part_values import Compound, Difference, compared_by
from compactctl.workspace.versions.parts import DocumentPart

_LATER: Final = ("note", "sources", "follow_up", "answer", "review")
"""Keys of what is written, and may be rewritten, after the day of the signature."""
_LISTS: Final = {"priority": "priorities", "ask": "asks"}


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
    by_year: dict[AcademicYear | None, list[PartChange]] = {}
    for change in changes:
        by_year.setdefault(change.year, []).extend(_counted(change, pair))
    for signed in pair.old.signed if pair.old else ():
        # What stands at the head of a compact is a matter of all its editions.
        years = dict.fromkeys((None, signed.year))
        counting = tuple(change for year in years for change in by_year.get(year, ()))
        if pair.new is None or counting:
            yield SignedText(pair.name, signed, counting, _first_place(pair, counting))


def _counted(change: PartChange, pair: DocumentPair) -> Iterator[PartChange]:
    """Yield the change with what of it counts, if anything does."""
    if pair.old is None or pair.new is None or change.is_of_repeat:
        return
    if change.part_then is None or change.part_now is None:
        missing_from = pair.new if change.part_then else pair.old
        if missing_from.lists_all(change.noun, _edition_path(change, missing_from)):
            yield change
    elif counting := tuple(item for item in change.differences if _field_counts(item, change, pair)):
        yield change._replace(differences=counting)


def _field_counts(difference: Difference, change: PartChange, pair: DocumentPair) -> bool:
    field = difference.field
    if field in _LATER or (pair.is_compact and change.kind is ChangeKind.DOCUMENT_CHANGED and field != "example"):
        return False
    if field == "example" and difference.new:
        return False
    if not _is_whole(pair.new, change.part_now, field):
        return False
    if field == "signatures":
        parties = COMPACT_PARTIES if pair.is_compact else NATIONAL_PARTIES
        return bool(_whole_signatures(difference.old, parties) - _whole_signatures(difference.new, parties))
    return _is_whole(pair.old, change.part_then, field)


def _is_whole(read: DocumentVersion | None, part: DocumentPart | None, field: str) -> bool:
    return bool(read and read.document and part and read.document.is_whole(*path_of_field(part, field)))


def _whole_signatures(texts: Sequence[str], parties: Collection[Party]) -> Counter[tuple[str, ...]]:
    entries = (text for text in texts if isinstance(text, Compound) and text.values[0] in parties)
    return Counter(compared_by(entry) for entry in entries if None not in (entry.values[-1], entry.values[-2]))


def path_of_field(part: DocumentPart, field: str) -> KeyPath:
    """Return where the value of a field of a part stands."""
    return (*part.path[:2], "id") if field == "group" else (*part.path, *field.split("."))


def _first_place(pair: DocumentPair, counting: Sequence[PartChange]) -> Place:
    """Return the first place that differs now; the whole file where an edition, or all of it, is gone."""
    if pair.new is None or any(change.kind is ChangeKind.EDITION_LOST for change in counting):
        return Place(pair.name)
    places = [pair.new.source.value(path) for change in counting for path in _paths_now(change, pair.new)]
    return min(places, key=lambda place: place.span or (0, 0, 0, 0))


def _paths_now(change: PartChange, new: DocumentVersion) -> Iterator[KeyPath]:
    if change.part_now is None:
        yield _list_path(change, new)
    elif change.part_then is None:
        yield change.part_now.path
    for difference in change.differences:
        if change.part_now:
            yield (*path_of_field(change.part_now, difference.field), *_first_other_entry(difference))


def _list_path(change: PartChange, read: DocumentVersion) -> KeyPath:
    """Return the list that a part is missing from."""
    return (*_edition_path(change, read), _LISTS.get(change.noun, "groups"))


def _edition_path(change: PartChange, read: DocumentVersion) -> KeyPath:
    """Return where the edition stands in which a part lies, nothing for a part that lies in none."""
    return read.edition_paths.get(change.year, ()) if change.noun in _LISTS else ()


def _first_other_entry(difference: Difference) -> KeyPath:
    """Return the position of the first entry that was not there before; nothing where there are only fewer."""
    before = {compared_by(text) for text in difference.old}
    return next(((index,) for index, text in enumerate(difference.new) if compared_by(text) not in before), ())
