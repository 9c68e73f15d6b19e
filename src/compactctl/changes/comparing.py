"""Two versions of one document compared part by part; what came or went whole is one change, whatever is in it."""

from collections.abc import Iterator
from typing import Final

from compactctl.changes.fingerprints import fingerprint
from compactctl.changes.parts import DocumentPart, Parts
from compactctl.changes.results import Spot
from compactctl.changes.revision_results import ChangeKind, PartChange
from compactctl.changes.values import differences
from compactctl.files.source import Source

Read = tuple[Source, Parts]
"""A document that could be read: its text and its parts."""

_ORDER: Final = ("document", "area", "edition", "priority", "ask")
_INSIDE_AN_EDITION: Final = ("priority", "ask")

_Pair = tuple[DocumentPart | None, DocumentPart | None]


def compared(old: Read, new: Read, path: str) -> tuple[PartChange, ...]:
    """Return what differs between two versions of the document at a path: by year, the document itself first."""
    before, after = old[1], new[1]
    pairs = [(before.get(key), after.get(key)) for key in {*before, *after}]
    one_sided = {part.year for part in _alone(pairs) if part.noun == "edition"}
    changes: list[PartChange] = []
    for pair in sorted(pairs, key=lambda pair: _rank(_either(pair))):
        part = _either(pair)
        if not (part.noun in _INSIDE_AN_EDITION and part.year in one_sided):
            changes += _change(pair, (old[0], new[0]), path)
    return tuple(changes)


def _alone(pairs: list[_Pair]) -> Iterator[DocumentPart]:
    return (_either(pair) for pair in pairs if None in pair)


def _either(pair: _Pair) -> DocumentPart:
    """Return the new side of a part, or the old one where it went."""
    old, new = pair
    if new is not None:
        return new
    if old is not None:
        return old
    raise LookupError


def _rank(part: DocumentPart) -> tuple[object, ...]:
    year = str(part.year or "") if part.noun != "document" else ""
    return year, _ORDER.index(part.noun), part.name, tuple(part.values.values())


def _change(pair: _Pair, sources: tuple[Source, Source], path: str) -> Iterator[PartChange]:
    old, new = pair
    part = _either(pair)
    inside = differences(old.values, new.values) if old and new else ()
    if old and new and not inside:
        return
    fate = "lost" if new is None else "gained" if old is None else "changed"
    kind = ChangeKind(f"{part.noun}-{fate}")
    yield PartChange(
        kind=kind,
        year=part.year,
        area=part.area,
        issue=part.issue,
        text=part.text,
        differences=inside,
        spots=tuple(_spots(pair, sources, path)),
        fingerprint=fingerprint(sources[1].name, kind, part.name, [item.field for item in inside]),
    )


def _spots(pair: _Pair, sources: tuple[Source, Source], path: str) -> Iterator[Spot]:
    if pair[0]:
        yield Spot("old", path, _line(sources[0], pair[0]))
    if pair[1]:
        yield Spot("new", path, _line(sources[1], pair[1]))


def _line(source: Source, part: DocumentPart) -> int:
    return source.line(part.path) if part.path else 1
