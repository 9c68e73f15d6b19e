"""The tile map of a region is a piece cut out of the map of England, and no authority in it is moved."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from tests.running import DATA, run

REGISTER: Final = Path(__file__).parents[2] / "src/compactctl/workspace/register"
TILE: Final = re.compile(r'<use href="#tile" class="[^"]*" x="([\d.]+)" y="([\d.]+)"><title>([^:]*): ')
WIDTH, HEIGHT = 10, 8.66
"""From one tile to the next in its row, and from row to row."""


def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS: Final = sorted({row["region"] for row in rows("authorities.csv")})


def places(*options: str) -> Mapping[str, tuple[float, float]]:
    """Return where the first map of a report has each authority."""
    page = run(DATA.parent, "report", "--year", "2003/04", "--format", "html", *options).stdout
    [picture, *_] = re.findall(r"<svg viewBox[^>]* role=\"img\".*?</svg>", page, re.DOTALL)
    return {name: (float(x), float(y)) for x, y, name in TILE.findall(picture)}


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
    cut = places("--region", region)
    assert len(cut) > 3
    first = next(iter(cut))
    moved = cut[first][0] - england[first][0], cut[first][1] - england[first][1]
    for name, (x, y) in cut.items():
        assert (x - england[name][0], y - england[name][1]) == pytest.approx(moved, abs=0.02)
