"""Maps of England, a tile of one size for each authority: who has an edition, and in small who took up each area."""

from collections.abc import Collection, Iterator, Mapping
from textwrap import wrap
from typing import Final, NamedTuple

from compactctl.coverage.results import AuthorityRow, Cell, Coverage, Standing
from compactctl.formats.coverage import words
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Legend,
    MapName,
    MapTile,
    Paragraph,
    Section,
    TileMap,
    Tone,
    Words,
    plain,
)
from compactctl.words import region_in_words
from compactctl.workspace.registers import Tile, tiles

MOST_AREAS: Final = 40
"""Areas of which maps are drawn: with more of them nobody finds anything."""
FEWEST_EDITIONS: Final = 5
"""With fewer editions a map shows nothing that the table does not."""
_WIDTH: Final = 10.0
"""Of a hexagon that stands on a corner."""
_HEIGHT: Final = 11.55
_ROW: Final = 8.66
_LETTERS: Final = 13
"""Of a line of a region's name."""
_LINE: Final = 6.5
_CORNERS: Final = ((5.0, 0.0), (10.0, 2.89), (10.0, 8.66), (5.0, 11.55), (0.0, 8.66), (0.0, 2.89))
"""Of a hexagon, from the top with the clock; each side begins at a corner."""

_TONES: Final = {
    Cell.CHOSEN: Tone.FULL,
    Cell.NOT_CHOSEN: Tone.HALF,
    Cell.NO_EDITION: Tone.EMPTY,
    Cell.NOT_OPEN: Tone.NONE,
    Cell.UNREADABLE: Tone.PATTERN,
}


class _PlacedAuthority(NamedTuple):
    """An authority, and its tile, counted from the most western and southern one of the map."""

    authority: AuthorityRow
    tile: Tile


class _Grid:
    """The tiles of a map, and where they stand in the picture: rows are counted from the south, pictures from above."""

    def __init__(self, authorities: tuple[AuthorityRow, ...]) -> None:
        self.places = _places(authorities)
        self._top = max((place.tile.row for place in self.places), default=0)
        columns = max((place.tile.column for place in self.places), default=0)
        self.width, self.height = _WIDTH * (columns + 1.5), round(_ROW * self._top + _HEIGHT, 2)
        self._regions = {place.tile: place.authority.region for place in self.places}

    def corner(self, tile: Tile) -> tuple[float, float]:
        """Return the upper left corner of a tile's box."""
        return _WIDTH * (tile.column + tile.row % 2 / 2), round(_ROW * (self._top - tile.row), 2)

    @property
    def regions(self) -> list[str]:
        """The regions on the map by name; a register need not give any."""
        return sorted({region for region in self._regions.values() if region})

    def outline(self, region: str) -> str:
        """Return the path around a region: the sides of its tiles behind which another region lies, or none."""
        tiles_of_region = [tile for tile, name in self._regions.items() if name == region]
        return "".join(piece for tile in tiles_of_region for piece in self._sides(tile, region))

    def names(self, region: str) -> Iterator[MapName]:
        """Yield the name of a region, in two lines if it is long, in the middle of its tiles."""
        corners = [self.corner(tile) for tile, name in self._regions.items() if name == region]
        x, y = (sum(values) / len(corners) for values in zip(*corners, strict=True))
        lines = wrap(region_in_words(region), _LETTERS)
        for number, line in enumerate(lines):
            below = (number - (len(lines) - 1) / 2) * _LINE
            yield MapName(round(x + _WIDTH / 2, 2), round(y + _HEIGHT / 2 + below, 2), line)

    def _sides(self, tile: Tile, region: str) -> Iterator[str]:
        left, top = self.corner(tile)
        for side, neighbour in enumerate(_neighbours(tile)):
            if self._regions.get(neighbour) != region:
                (x, y), (to_x, to_y) = _CORNERS[side], _CORNERS[(side + 1) % len(_CORNERS)]
                yield f"M{left + x:g} {round(top + y, 2):g}L{left + to_x:g} {round(top + to_y, 2):g}"


def _places(authorities: tuple[AuthorityRow, ...]) -> tuple[_PlacedAuthority, ...]:
    """Return the tiles, as far west and south as they go; of two authorities of one tile the first has it."""
    known = tiles()
    numbered = {(row.code, row.slug): row for row in reversed(authorities)}
    taken = {known[key]: row for key, row in numbered.items() if key in known}
    west = min((tile.column for tile in taken), default=0)
    south = min((tile.row for tile in taken), default=0) // 2 * 2  # an even number: odd rows stay where they are
    return tuple(
        _PlacedAuthority(row, Tile(tile.column - west, tile.row - south)) for tile, row in reversed(taken.items())
    )


def _neighbours(tile: Tile) -> tuple[Tile, ...]:
    """Return the tiles behind the six sides, from the upper right with the clock."""
    column, row = tile
    east = column + row % 2
    return (
        *(Tile(east, row + 1), Tile(column + 1, row), Tile(east, row - 1)),
        *(Tile(east - 1, row - 1), Tile(column - 1, row), Tile(east - 1, row + 1)),
    )


def sections_of_maps(result: Coverage[object], targets: LinkTargets) -> Iterator[Section]:
    """Yield the maps, where they show anything: who has an edition, then each area in small."""
    if not result.has_matrix or len(result.areas) > MOST_AREAS or result.with_edition < FEWEST_EDITIONS:
        return
    grid = _Grid(result.authorities)
    if grid.places:
        yield Section("Where it is taken up", tuple(_maps(result, grid, targets)), anchor="where")


def _maps(result: Coverage[object], grid: _Grid, targets: LinkTargets) -> Iterator[Block]:
    yield from _key_map(result, grid, targets)
    cells = {cell for row in result.authorities for cell in row.cells}
    yield _legend(cells, result)
    yield Cards(tuple(_small_map(result, index, grid, targets) for index in range(len(result.areas))), are_small=True)
    placed = {place.authority.slug for place in grid.places}
    if strangers := [words.of_authority(row) for row in result.authorities if row.slug not in placed]:
        yield Paragraph(plain(f"Without a place on the map: {', '.join(strangers)}."), "quiet")


def _key_map(result: Coverage[object], grid: _Grid, targets: LinkTargets) -> Iterator[Block]:
    looks = {place.authority.slug: _look(place.authority, result) for place in grid.places}
    order = (Tone.FULL, Tone.HALF, Tone.EMPTY, Tone.PATTERN)
    yield Legend(tuple(sorted(set(looks.values()), key=lambda look: order.index(look[0]))))
    yield _map(
        f"Each authority as a tile, and whether it has {words.of_an_edition(result.filters)}", grid, looks, targets
    )


def map_of_area(result: Coverage[object], area: str, targets: LinkTargets) -> Iterator[Block]:
    """Yield a large map of who took up an area, by its id, where that shows anything."""
    grid = _Grid(result.authorities)
    if not result.has_matrix or result.with_edition < FEWEST_EDITIONS or not grid.places:
        return
    index = next(index for index, row in enumerate(result.areas) if row.id == area)
    cells = {place.authority.slug: place.authority.cells[index] for place in grid.places}
    looks = {slug: (_TONES[cell], words.of_cell(cell, result.filters)) for slug, cell in cells.items()}
    yield _legend(cells.values(), result)
    reach = words.of_reach(result.areas[index], result.filters)
    yield _map(f"{result.areas[index].label}, {result.year}: taken up by {reach}", grid, looks, targets)


def _legend(cells: Collection[Cell], result: Coverage[object]) -> Legend:
    """Return what the tones of tiles say of an area, of those that there are."""
    return Legend(tuple((tone, words.of_cell(cell, result.filters)) for cell, tone in _TONES.items() if cell in cells))


def _map(description: str, grid: _Grid, looks: Mapping[str, tuple[Tone, str]], targets: LinkTargets) -> TileMap:
    """Return a large map, on which each authority leads to its page and has its look, by its slug."""
    return TileMap(
        description=description,
        width=grid.width,
        height=grid.height,
        tiles=tuple(
            MapTile(
                *grid.corner(place.tile),
                looks[place.authority.slug][0],
                f"{words.of_authority(place.authority)}: {looks[place.authority.slug][1]}",
                targets.authority(place.authority.slug),
            )
            for place in grid.places
        ),
        outlines=tuple(map(grid.outline, grid.regions)),
        names=tuple(name for region in grid.regions for name in grid.names(region)),
    )


def _look(row: AuthorityRow, result: Coverage[object]) -> tuple[Tone, str]:
    """Return how an authority looks on the key map, and what that says."""
    edition = words.of_an_edition(result.filters)
    if row.standing is Standing.EDITION:
        return Tone.FULL, f"has {edition}"
    if row.standing is Standing.UNREADABLE:
        return Tone.PATTERN, "has a compact that cannot be read"
    if row.past.not_renewed:
        return Tone.HALF, "has not renewed yet"
    return Tone.EMPTY, f"has {words.of_none(result.filters)}"


def _small_map(result: Coverage[object], index: int, grid: _Grid, targets: LinkTargets) -> Card:
    area = result.areas[index]
    return Card(
        (Words(f"{area.letter} ", "strong"), Words(area.title, link=targets.area(area.id))),
        (
            TileMap(
                description=f"{area.label}: taken up by {words.of_reach(area, result.filters)}",
                width=grid.width,
                height=grid.height,
                tiles=tuple(
                    MapTile(*grid.corner(tile), _TONES[row.cells[index]], words.of_authority(row))
                    for row, tile in grid.places
                ),
                is_small=True,
            ),
        ),
    )
