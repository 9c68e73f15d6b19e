"""A tile map of England for each area: every authority the same size, and what the area is to it."""

from collections.abc import Iterator, Mapping
from typing import Final

from compactctl.coverage.filters import Filters
from compactctl.coverage.results import AreaRow, AuthorityRow, Cell, Coverage
from compactctl.formats.coverage import words
from compactctl.formats.coverage.page_parts import AreaMap, Hexagon, Legend, Maps, Standpoint
from compactctl.formats.examples import among
from compactctl.workspace.registers import Tile, tiles

TITLE: Final = "Where each area is taken up"

WIDTH: Final = 10.0
"""Of a hexagon that stands on a corner."""
HEIGHT: Final = 11.55
_ROW: Final = 8.66


def maps(result: Coverage[object]) -> Maps:
    """Return the maps, all of one size."""
    places = _places(result.authorities)
    labels = {row.slug: words.of_authority(row) for row in result.authorities}
    top = max((tile.row for tile in places.values()), default=0)
    return Maps(
        title=TITLE,
        legend=legend(result.filters),
        width=WIDTH * (max((tile.column for tile in places.values()), default=0) + 1.5) if places else 0,
        height=_ROW * top + HEIGHT if places else 0,
        maps=(_map(result, index, places, labels, top) for index in range(len(result.areas))),
    )


def legend(filters: Filters) -> Legend:
    """Return what an area may be to an authority, and what that is called."""
    return tuple((cell, words.of_none(filters) if cell is Cell.NO_EDITION else cell.value) for cell in Cell)


def _places(authorities: tuple[AuthorityRow, ...]) -> Mapping[str, Tile]:
    """Return the tiles, as far west and south as they go; of two authorities of one tile the first has it."""
    known = tiles()
    numbered = {(row.code, row.slug): row.slug for row in reversed(authorities)}
    taken = {known[key]: slug for key, slug in numbered.items() if key in known}
    west = min((tile.column for tile in taken), default=0)
    south = min((tile.row for tile in taken), default=0) // 2 * 2  # an even number: odd rows stay where they are
    return {slug: Tile(tile.column - west, tile.row - south) for tile, slug in taken.items()}


def _map(
    result: Coverage[object], index: int, places: Mapping[str, Tile], labels: Mapping[str, str], top: int
) -> AreaMap:
    area, titles = result.areas[index], dict(legend(result.filters))
    return AreaMap(
        area=area,
        figures=_figures(area, result),
        issues=tuple(f"{issue.name}: {', '.join(labels[slug] for slug in issue.authorities)}" for issue in area.issues),
        hexagons=tuple(
            Hexagon(
                *_corner(places[row.slug], top), row.cells[index], f"{labels[row.slug]}: {titles[row.cells[index]]}"
            )
            for row in result.authorities
            if row.slug in places
        ),
        standpoints=tuple(_standpoints(result, index, titles, labels)),
        off_the_map=tuple(labels[row.slug] for row in result.authorities if row.slug not in places),
    )


def _figures(area: AreaRow, result: Coverage[object]) -> str:
    if not area.open_to:
        return "Open to none of these authorities"
    taken_up = words.out_of(area.chosen, area.with_edition)
    chosen = (
        f"Taken up by {taken_up} ({words.percent(area.share)}){among(area.examples_with_edition, area.with_edition)}"
    )
    others = f"{area.no_edition:,} with {words.of_none(result.filters)}"
    return f"{chosen}; beside them {others}{f', {area.unreadable:,} that cannot be read' * (area.unreadable > 0)}"


def _corner(tile: Tile, top: int) -> tuple[float, float]:
    """Return the upper left corner of a tile's box; rows are counted from the south, pictures from above."""
    return WIDTH * (tile.column + tile.row % 2 / 2), round(_ROW * (top - tile.row), 2)


def _standpoints(
    result: Coverage[object], index: int, titles: Mapping[Cell, str], labels: Mapping[str, str]
) -> Iterator[Standpoint]:
    for cell, title in titles.items():
        if names := tuple(labels[row.slug] for row in result.authorities if row.cells[index] is cell):
            yield Standpoint(cell, title, names)
