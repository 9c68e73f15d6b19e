"""From what was read of a year to its coverage: the authorities that count first, then every figure from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from compactctl.coverage.matrix import MAXIMUM_CELLS, authority_rows, with_cells
from compactctl.coverage.reading import YearReading
from compactctl.coverage.results import Coverage, GroupRow
from compactctl.coverage.statement import commitments, conditions
from compactctl.coverage.sums import area_rows, asks_rows, focus_rows, slice_rows
from compactctl.files.data_folder import compact_file
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.workspace import Workspace

if TYPE_CHECKING:
    from compactctl.documents.annex import Annex
    from compactctl.workspace.agenda import Agenda

T = TypeVar("T")


def draw(
    workspace: Workspace, reading: YearReading[T], unreadable_slugs: Collection[str], *, wants_matrix: bool = True
) -> Coverage[T]:
    """Return the coverage of a year whose compacts have been read, but for some that could not be.

    The cells of its matrix are filled in where it is wanted and small enough to be drawn.
    """
    agenda, content = reading.agenda, reading.agenda.document.content
    authorities = tuple(authority_rows(reading, frozenset(unreadable_slugs)))
    has_matrix = wants_matrix and len(authorities) * len(agenda.areas) <= MAXIMUM_CELLS
    if has_matrix:
        authorities = tuple(with_cells(reading, authorities))
    titles = _titles(workspace)
    areas = tuple(area_rows(agenda.areas.values(), authorities, reading.tally, titles))
    streamed = {compact_file(slug) for slug in unreadable_slugs if slug not in workspace.unreadable_slugs}
    return Coverage(
        year=agenda.year,
        annex=agenda.status,
        annex_title=content.title or f"Agenda for {agenda.year}",
        annex_note=content.note,
        annex_is_whole=agenda.knows_areas and not any("open_to" in area.broken for area in agenda.listed),
        annex_is_example=agenda.is_example,
        filters=reading.filters,
        unreadable=_paths(workspace, workspace.unreadable_documents | streamed),
        broken=_paths(workspace, _broken(workspace, agenda)),
        unread=_paths(workspace, workspace.skipped),
        left_out=tuple(placed(workspace, reading.left_out)),
        authorities=authorities,
        has_matrix=has_matrix,
        groups=tuple(_groups(content)),
        areas=areas,
        focuses=tuple(focus_rows(titles, areas, reading.tally)),
        regions=tuple(slice_rows(authorities, lambda row: row.region)),
        types=tuple(slice_rows(authorities, lambda row: row.type)),
        asks=tuple(asks_rows(areas, reading.tally)),
        compacts=tuple(reading.kept),
        commitments=tuple(commitments(workspace)),
        conditions=conditions(workspace),
        is_beyond_register=workspace.is_beyond_register(agenda.year),
    )


def _broken(workspace: Workspace, agenda: Agenda) -> Iterator[str]:
    """Yield the names of statement and annex where these break the schema."""
    for document in (workspace.statement, agenda.document):
        if document and document.broken:
            yield document.name


def placed(workspace: Workspace, parts: Iterable[LeftOut]) -> Iterator[LeftOut]:
    """Yield what is left out by authority and line, with paths as messages show them."""
    for part in sorted(parts, key=lambda part: (part.authority, part.line)):
        yield replace(part, file=workspace.path_of(part.file))


def _paths(workspace: Workspace, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(workspace.path_of, names)))


def _titles(workspace: Workspace) -> dict[str, str]:
    """Return the titles of the statement's focuses by id; of two with one id the first."""
    titles: dict[str, str] = {}
    for focus in workspace.statement.content.focuses if workspace.statement else ():
        if focus.id is not None:
            titles.setdefault(focus.id, focus.title or focus.id)
    return titles


def _groups(annex: Annex) -> Iterator[GroupRow]:
    for group in annex.groups:
        if group.id is not None:
            areas = (area.id for area in group.areas)
            yield GroupRow(
                group.id, group.title or group.id, tuple(filter(None, group.aims)), tuple(filter(None, areas))
            )
