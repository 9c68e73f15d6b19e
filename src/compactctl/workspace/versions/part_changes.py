"""Two versions of one document compared part by part; what came or went whole is one change, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from compactctl.documents.document import Document
from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path, Source
from compactctl.workspace.versions.fingerprints import fingerprint
from compactctl.workspace.versions.part_values import Difference, differences, without_marks
from compactctl.workspace.versions.parts import DocumentPart, Parts
from compactctl.workspace.versions.signed import Signed

_ORDER: Final = ("document", "area", "edition", "priority", "ask")
_INSIDE_AN_EDITION: Final = ("priority", "ask")
_DEPTH_OF_EDITION: Final = len(("editions", 0))
_STEPS: Final = {
    "area": {"groups", "areas", "id"},
    "edition": {"editions", "year"},
    "priority": {"editions", "priorities", "area", "issue"},
    "ask": {"editions", "asks", "text"},
}
"""The keys of the lists that parts stand in, and those by which they are told apart."""


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
    def noun(self) -> str:
        """What the part is: document, area, edition, priority or ask."""
        return self.kind.partition("-")[0]


@dataclass(frozen=True, eq=False)
class Read:
    """A document that could be read: its text, its parts, the document (a register is none), what of it is signed."""

    source: Source
    parts: Parts
    document: Document[Any] | None = None
    signed: tuple[Signed, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no part is left out for being broken."""
        return self.document is None or self.document.is_whole()

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works."""
        return self.document is not None and self.document.is_example

    @cached_property
    def edition_paths(self) -> Mapping[AcademicYear | None, Path]:
        """Where the edition of each year stands."""
        return {part.year: part.path for part in self.parts.values() if part.noun == "edition"}

    def lists_all(self, noun: str, edition: Path = ()) -> bool:
        """Tell whether all of its parts of a kind (of those in an edition, where one is named) can be told apart."""
        return all((noun, edition[:depth]) not in self._not_listed for depth in range(len(edition) + 1))

    @cached_property
    def _not_listed(self) -> frozenset[tuple[str, Path]]:
        """The kinds of part of which some may be missing, and the edition, since what tells them apart is broken."""
        broken = self.document.broken if self.document else ()
        return frozenset(
            (noun, place[:_DEPTH_OF_EDITION] if noun in _INSIDE_AN_EDITION else ())
            for place in broken
            for noun, steps in _STEPS.items()
            if steps.issuperset(step for step in place if isinstance(step, str))
        )


class _Pair(NamedTuple):
    """A part on either side, None where it is not there, and the part itself: as it is now, or as it was."""

    part: DocumentPart
    old: DocumentPart | None
    new: DocumentPart | None


def compared(old: Read, new: Read) -> tuple[PartChange, ...]:
    """Return what differs between two versions of a document: by year, the document itself first; without spots."""
    before, after = old.parts, new.parts
    pairs = [_Pair(part, before.get(key), after.get(key)) for key, part in {**before, **after}.items()]
    one_sided = {pair.part.year for pair in pairs if pair.part.noun == "edition" and not (pair.old and pair.new)}
    changes: list[PartChange] = []
    for pair in sorted(pairs, key=lambda pair: _rank(pair.part)):
        if not (pair.part.noun in _INSIDE_AN_EDITION and pair.part.year in one_sided):
            changes += _change(pair, new.source.name)
    return tuple(changes)


def _rank(part: DocumentPart) -> tuple[object, ...]:
    year = str(part.year or "") if part.noun != "document" else ""
    return year, _ORDER.index(part.noun), part.name, tuple(part.values.values())


def _change(pair: _Pair, name: str) -> Iterator[PartChange]:
    part = pair.part
    inside = differences(pair.old.values, pair.new.values) if pair.old and pair.new else ()
    if pair.old and pair.new and not inside:
        return
    # The fingerprint stays while marks of texts that came over are taken away beside a change.
    fields = (pair.old and pair.new and _inside(pair.old, pair.new)) or inside
    fate = "lost" if pair.new is None else "gained" if pair.old is None else "changed"
    kind = ChangeKind(f"{part.noun}-{fate}")
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


def with_spots(change: PartChange, old: Read, new: Read, path: str) -> PartChange:
    """Return a change with where it stands in both versions of the document at a path, which takes longer to find."""
    then = [Spot("old", path, _line(old.source, change.part_then))] if change.part_then else []
    now = [Spot("new", path, _line(new.source, change.part_now))] if change.part_now else []
    return change._replace(spots=(*then, *now))


def _line(source: Source, part: DocumentPart) -> int:
    return source.line(part.path) if part.path else 1
