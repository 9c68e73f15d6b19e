"""Two versions of one document compared part by part; what came or went whole is one change, whatever is in it."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, Literal, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.files.source import Source
from compactctl.workspace.versions.document_version import INSIDE_AN_EDITION, DocumentVersion
from compactctl.workspace.versions.part_values import Difference, compared_by, differences, without_marks
from compactctl.workspace.versions.parts import DocumentPart

_FINGERPRINT: Final = 12
"""Hexadecimal digits."""
_ORDER: Final = ("document", "area", "edition", "priority", "ask")


class Spot(NamedTuple):
    """Where one side of a change stands; the file relative to the folder the command runs in."""

    side: Literal["old", "new"]
    file: str
    line: int


class ChangeKind(StrEnum):
    """What became of a part of a document; an ask, told apart by its text, changes its area or answer.

    One that was signed as it came over from the last edition changes its text where the mark is taken away.
    """

    DOCUMENT_CHANGED = "document-changed"
    AREA_GAINED = "area-gained"
    AREA_LOST = "area-lost"
    AREA_CHANGED = "area-changed"
    EDITION_GAINED = "edition-gained"
    EDITION_LOST = "edition-lost"
    EDITION_CHANGED = "edition-changed"
    PRIORITY_GAINED = "priority-gained"
    PRIORITY_LOST = "priority-lost"
    PRIORITY_CHANGED = "priority-changed"
    ASK_GAINED = "ask-gained"
    ASK_LOST = "ask-lost"
    ASK_CHANGED = "ask-changed"


class PartChange(NamedTuple):
    """One change within a document; `text` is that of an ask.

    `part_then` and `part_now` are None where the part is not there. `after_signature` tells whether the change alters
    what anybody had signed.
    """

    kind: ChangeKind
    year: AcademicYear | None
    area: str | None
    issue: str | None
    text: str | None
    differences: tuple[Difference, ...]
    fingerprint: str
    part_then: DocumentPart | None
    part_now: DocumentPart | None
    spots: tuple[Spot, ...] = ()
    after_signature: bool = False

    @property
    def of_substance(self) -> PartChange | None:
        """The change beside the marks of texts that came over from the last edition; None where it is nothing else."""
        if self.part_then is None or self.part_now is None:
            return self
        inside = _inside(self.part_then, self.part_now)
        return self._replace(differences=inside) if inside else None

    @property
    def is_of_repeat(self) -> bool:
        """Whether it is about an edition of a year that has one before it, which counts nowhere."""
        return any(part.repeat for part in (self.part_then, self.part_now) if part)

    @property
    def noun(self) -> str:
        """What the part is: document, area, edition, priority or ask."""
        return self.kind.partition("-")[0]


class _Pair(NamedTuple):
    """A part on either side, None where it is not there, and the part itself: as it is now, or as it was."""

    part: DocumentPart
    old: DocumentPart | None
    new: DocumentPart | None


def compared(old: DocumentVersion, new: DocumentVersion) -> tuple[PartChange, ...]:
    """Return what differs between two versions of a document: by year, the document itself first; without spots."""
    pairs = list(_pairs(*(sorted(version.parts, key=_order) for version in (old, new))))
    one_sided = {pair.part.year_name for pair in pairs if pair.part.noun == "edition" and not (pair.old and pair.new)}
    changes: list[PartChange] = []
    for pair in sorted(pairs, key=lambda pair: _rank(pair.part)):
        if not (pair.part.noun in INSIDE_AN_EDITION and pair.part.year_name in one_sided):
            changes += _change(pair, new.source.name)
    return tuple(changes)


def _order(part: DocumentPart) -> tuple[object, ...]:
    return part.name, tuple(part.values.values()), part.path


def _pairs(old: list[DocumentPart], new: list[DocumentPart]) -> Iterator[_Pair]:
    """Yield each part with what it was; of several with one name those first that say, or are spelt, the same."""
    for alike in (_said, _spelt, _named):
        then: dict[object, deque[DocumentPart]] = {}
        for part in old:
            then.setdefault(alike(part), deque()).append(part)
        others: list[DocumentPart] = []
        for part in new:
            if same := then.get(alike(part)):
                yield _Pair(part, same.popleft(), part)
            else:
                others.append(part)
        old, new = [part for parts in then.values() for part in parts], others
    yield from (_Pair(part, part, None) for part in old)
    yield from (_Pair(part, None, part) for part in new)


def _said(part: DocumentPart) -> object:
    return part.name, tuple(tuple(sorted(map(compared_by, texts))) for texts in part.values.values())


def _spelt(part: DocumentPart) -> object:
    return part.name, part.text, part.issue


def _named(part: DocumentPart) -> object:
    return part.name


def _rank(part: DocumentPart) -> tuple[object, ...]:
    year = part.year_name if part.noun != "document" else ""
    return year, _ORDER.index(part.noun), part.name, tuple(part.values.values())


def _change(pair: _Pair, name: str) -> Iterator[PartChange]:
    part = pair.part
    inside = differences(pair.old.values, pair.new.values) if pair.old and pair.new else ()
    if pair.old and pair.new and not inside:
        return
    # The fingerprint stays while marks of texts that came over are taken away beside a change.
    fields = (pair.old and pair.new and _inside(pair.old, pair.new)) or inside
    became = "lost" if pair.new is None else "gained" if pair.old is None else "changed"
    kind = ChangeKind(f"{part.noun}-{became}")
    yield PartChange(
        kind=kind,
        year=part.year,
        area=part.area,
        issue=part.issue,
        text=part.text,
        differences=inside,
        fingerprint=fingerprint(name, kind, part.name, [item.field for item in fields]),
        part_then=pair.old,
        part_now=pair.new,
    )


def _inside(old: DocumentPart, new: DocumentPart) -> tuple[Difference, ...]:
    return differences(without_marks(old.values), without_marks(new.values))


def with_spots(change: PartChange, old: DocumentVersion, new: DocumentVersion, path: str) -> PartChange:
    """Return a change with where it stands in both versions of the document at a path, which takes longer to find."""
    then = [Spot("old", path, _line(old.source, change.part_then))] if change.part_then else []
    now = [Spot("new", path, _line(new.source, change.part_now))] if change.part_now else []
    return change._replace(spots=(*then, *now))


def _line(source: Source, part: DocumentPart) -> int:
    return source.line(part.path) if part.path else 1


def fingerprint(*parts: object) -> str:
    """Return twelve hexadecimal digits that stand for what a change is: texts, numbers, and lists of them."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:_FINGERPRINT]
