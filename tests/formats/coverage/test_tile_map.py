"""The tile map of a region is a piece cut out of the map of England, and no authority in it is moved."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from tests.changes.making import annex, area, compact, edition, files, workspace

from compactctl.coverage.results import Filters
from compactctl.coverage.trend import cover_among_years
from compactctl.formats.coverage.year import describe_year, promises_of
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import TileMap
from compactctl.workspace.workspace import Workspace

REGISTER: Final = Path(__file__).parents[3] / "src/compactctl/workspace/register"
WIDTH, HEIGHT = 10, 8.66
"""From one tile to the next in its row, and from row to row."""


def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS: Final = sorted({row["region"] for row in rows("authorities.csv")})


def places(region: str | None = None) -> Mapping[str, tuple[float, float]]:
    """Return where the first map of a report has each authority."""
    coverage, years = cover_among_years(national(), None, promises_of, Filters(region))
    sections = describe_year(coverage, years, Provenance("1.0", "0123456789ab")).sections
    key = next(block for section in sections for block in section.blocks if isinstance(block, TileMap))
    return {tile.label.partition(":")[0]: (tile.x, tile.y) for tile in key.tiles}


@cache
def national() -> Workspace:
    """Return a record in which every authority of 2003 has an edition."""
    compacts = [compact(row["slug"], edition("2003/04", "reading")) for row in rows("tiles.csv")]
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
