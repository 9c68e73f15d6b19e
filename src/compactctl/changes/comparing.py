"""Two versions of one document compared part by part; what came or went whole is one change, whatever is in it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from compactctl.changes.fingerprints import fingerprint
from compactctl.changes.parts import DocumentPart, Parts
from compactctl.changes.results import Spot
from compactctl.changes.revision_results import ChangeKind, PartChange
from compactctl.changes.values import differences
from compactctl.files.source import Source

_ORDER: Final = ("document", "area", "edition", "priority", "ask")
_INSIDE_AN_EDITION: Final = ("priority", "ask")


class Read(NamedTuple):
    """A document that could be read: its text, its parts, whether none of these is left out for being broken.

    And whether it is an example, made up to show how the record works.
    """

    source: Source
    parts: Parts
    is_whole: bool = True
    is_example: bool = False


class _Pair(NamedTuple):
    """A part on either side, None where it is not there, and the part itself: as it is now, or as it was."""

    part: DocumentPart
    old: DocumentPart | None
    new: DocumentPart | None


def compared(old: Read, new: Read, path: str) -> tuple[PartChange, ...]:
    """Return what differs between two versions of the document at a path: by year, the document itself first."""
    before, after = old.parts, new.parts
    pairs = [_Pair(part, before.get(key), after.get(key)) for key, part in {**before, **after}.items()]
    one_sided = {pair.part.year for pair in pairs if pair.part.noun == "edition" and not (pair.old and pair.new)}
    changes: list[PartChange] = []
    for pair in sorted(pairs, key=lambda pair: _rank(pair.part)):
        if not (pair.part.noun in _INSIDE_AN_EDITION and pair.part.year in one_sided):
            changes += _change(pair, (old.source, new.source), path)
    return tuple(changes)


def _rank(part: DocumentPart) -> tuple[object, ...]:
    year = str(part.year or "") if part.noun != "document" else ""
    return year, _ORDER.index(part.noun), part.name, tuple(part.values.values())


def _change(pair: _Pair, sources: tuple[Source, Source], path: str) -> Iterator[PartChange]:
    part = pair.part
    inside = differences(pair.old.values, pair.new.values) if pair.old and pair.new else ()
    if pair.old and pair.new and not inside:
        return
    fate = "lost" if pair.new is None else "gained" if pair.old is None else "changed"
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
    if pair.old:
        yield Spot("old", path, _line(sources[0], pair.old))
    if pair.new:
        yield Spot("new", path, _line(sources[1], pair.new))


def _line(source: Source, part: DocumentPart) -> int:
    return source.line(part.path) if part.path else 1
