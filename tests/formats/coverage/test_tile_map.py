"""The tile map of a region is a piece cut out of the map of England, and no authority in it is moved."""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from tests.changes.making import annex, area, compact, edition, files, workspace

from compactctl.coverage.results import Filters
from compactctl.coverage.trend import cover_among_years
from compactctl.formats.coverage.tile_map import map_of_area
from compactctl.formats.coverage.year import describe_year, promises_of
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import TileMap
from compactctl.workspace.workspace import Workspace

REGISTER: Final = Path(__file__).parents[3] / "src/compactctl/workspace/register"
WIDTH, HEIGHT = 10, 8.66
"""From one tile to the next in its row, and from row to row."""
TILE: Final = 11.55
"""How high a tile is."""


def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS: Final = sorted({row["region"] for row in rows("authorities.csv")})


def first_map(region: str | None = None) -> TileMap:
    """Return the first map of a report."""
    return maps(national(), region)[0]


def maps(space: Workspace, region: str | None = None) -> list[TileMap]:
    """Return the maps of the report of a workspace."""
    coverage, years = cover_among_years(space, None, promises_of, Filters(region))
    sections = describe_year(coverage, years, Provenance("1.0", "0123456789ab")).sections
    return [block for section in sections for block in section.blocks if isinstance(block, TileMap)]


def places(region: str | None = None) -> Mapping[str, tuple[float, float]]:
    """Return where the first map of a report has each authority."""
    return {tile.label.partition(":")[0]: (tile.x, tile.y) for tile in first_map(region).tiles}


@cache
def national(count: int | None = None) -> Workspace:
    """Return a record in which every authority of 2003 has an edition, or so many of them."""
    compacts = [compact(row["slug"], edition("2003/04", "reading")) for row in rows("tiles.csv")[:count]]
    return workspace(files([annex("2003/04", area("reading"))], compacts))


@pytest.fixture(scope="module")
def england() -> Mapping[str, tuple[float, float]]:
    return places()


def test_the_rows_of_england_are_shifted_by_half_a_tile(england: Mapping[str, tuple[float, float]]) -> None:
    tiles = {row["slug"]: (int(row["column"]), int(row["row"])) for row in rows("tiles.csv")}
    names = {row["name"]: row["slug"] for row in rows("authorities.csv") if row["slug"] in tiles}
    placed = {names[name]: place for name, place in england.items() if name in names}
    assert len(placed) > 130
    x, y = placed["kent"]
    column, row = tiles["kent"]
    for slug, place in placed.items():
        across = tiles[slug][0] - column + (tiles[slug][1] % 2 - row % 2) / 2
        assert place == pytest.approx((x + WIDTH * across, y - HEIGHT * (tiles[slug][1] - row)), abs=0.02)


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_cut_out_of_england(region: str, england: Mapping[str, tuple[float, float]]) -> None:
    cut = places(region)
    assert len(cut) > 3
    first = next(iter(cut))
    moved = cut[first][0] - england[first][0], cut[first][1] - england[first][1]
    for name, (x, y) in cut.items():
        assert (x - england[name][0], y - england[name][1]) == pytest.approx(moved, abs=0.02)


@pytest.mark.parametrize("region", [None, *REGIONS])
def test_a_map_is_as_large_as_what_stands_on_it(region: str | None) -> None:
    drawn = first_map(region)
    assert min(tile.x for tile in drawn.tiles) >= 0
    assert drawn.width - WIDTH / 2 <= max(tile.x for tile in drawn.tiles) + WIDTH <= drawn.width
    assert min(tile.y for tile in drawn.tiles) == 0
    below = drawn.height - max(tile.y for tile in drawn.tiles) - TILE
    assert -0.02 < below < HEIGHT + 0.02


def test_the_outline_of_a_region_is_closed() -> None:
    outlines = first_map().outlines
    assert len(outlines) == len(REGIONS)
    for outline in outlines:
        ends = Counter(re.findall(r"[ML]([\d.]+ [\d.]+)", outline))
        assert ends
        assert all(count % 2 == 0 for count in ends.values())


@pytest.mark.parametrize(("editions", "has_maps"), [(4, False), (5, True)])
def test_a_map_of_few_editions_shows_nothing_that_the_table_does_not(editions: int, has_maps: bool) -> None:  # noqa: FBT001
    coverage, _ = cover_among_years(national(editions), None, promises_of)
    of_area = [*map_of_area(coverage, "reading", LinkTargets(""))]
    assert (bool(maps(national(editions))), bool(of_area)) == (has_maps, has_maps)
