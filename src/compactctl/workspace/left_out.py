"""What of a compact counts nowhere, to be listed and never passed over in silence.

Which priorities and editions these are is decided in compacts.py; here they get their place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A priority, or another broken part of an edition: whose, which area it names, by which rule, where.

    `area` is None where it names none or that is broken. `authority` is a slug, `file` the name within the data folder,
    `line` the one on which the part begins.
    """

    authority: str
    area: str | None
    rule: str
    file: str
    line: int


def left_out(compact: PlacedCompact, year: AcademicYear) -> Iterator[LeftOut]:
    """Yield what does not count in an authority's editions of a year, in the order of the file."""
    for edition in compact.editions:
        if edition.year == year:
            yield from _placed(compact, edition)


def left_out_undated(compact: PlacedCompact) -> Iterator[LeftOut]:
    """Yield what is of every year, or of one that cannot be told, in the order of the file."""
    for key in ("note", "example", "ended"):
        if rule := next((rule for path, rule in compact.document.broken.items() if path[:1] == (key,)), None):
            yield _left_out(compact, None, rule, (key,))
    if not compact.editions and (rule := compact.document.rule_broken_at("editions")):
        yield _left_out(compact, None, rule, ("editions",))
    for edition in compact.editions:
        if edition.year is None:
            yield from _placed(compact, edition)
            if edition.excluded_by and not edition.priorities:
                yield _left_out(compact, None, edition.excluded_by, edition.path)


def _placed(compact: PlacedCompact, edition: PlacedEdition) -> Iterator[LeftOut]:
    for priority in edition.priorities:
        if rule := edition.excluded_by or priority.excluded_by:
            yield _left_out(compact, priority.content.area, rule, priority.path)
    if not edition.excluded_by:
        for path, rule in _broken_parts(edition).items():
            yield _left_out(compact, _area_of_ask(edition, path), rule, path)


def _broken_parts(edition: PlacedEdition) -> dict[Path, str]:
    """Return what is broken beside single priorities, by path: an ask, a signature, a whole list, the note."""
    depth, known = len(edition.path), edition.content.by_key()
    inside = {path: rule for path, rule in edition.document.broken.items() if path[:depth] == edition.path != path}
    parts: dict[Path, str] = {}
    for path, rule in inside.items():
        is_unknown_key = len(path) == depth + 1 and path[depth] not in known
        is_priority = path[depth] == "priorities" and len(path) > depth + 1
        if not is_unknown_key and not is_priority:
            parts.setdefault(path[: depth + 2], rule)
    return parts


def _area_of_ask(edition: PlacedEdition, path: Path) -> str | None:
    match path[len(edition.path) :]:
        case ("asks", int(index)) if index < len(edition.content.asks):
            return edition.content.asks[index].area
        case _:
            return None


def _left_out(compact: PlacedCompact, area: str | None, rule: str, path: Path) -> LeftOut:
    return LeftOut(compact.slug, area, rule, compact.document.name, compact.document.source.line(path))
