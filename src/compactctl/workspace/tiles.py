"""Where each authority stands on a tile map of England; the notes beside tiles.csv say where that comes from."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

TILES: Final = Path(__file__).parent / "register" / "tiles.csv"


class Tile(NamedTuple):
    """A hexagon: columns from the west, rows from the south; odd rows stand half a tile further east."""

    column: int
    row: int


@cache
def tiles() -> Mapping[str, Tile]:
    """Return the tiles by slug. Authorities of a register of one's own may have none."""
    with TILES.open(encoding="utf-8", newline="") as file:
        return {row["slug"]: Tile(int(row["column"]), int(row["row"])) for row in csv.DictReader(file)}
