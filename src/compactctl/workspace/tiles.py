"""Where each authority stands on a tile map of England; the notes beside tiles.csv say where that comes from."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.workspace.registers import built_in_register

TILES: Final = Path(__file__).parent / "register" / "tiles.csv"


class Tile(NamedTuple):
    """A hexagon: columns from the west, rows from the south; odd rows stand half a tile further east."""

    column: int
    row: int


@cache
def tiles() -> Mapping[tuple[str, str], Tile]:
    """Return the tiles by number and slug in the built-in register: England's Plymouth has one, no other has."""
    codes = {authority.slug: authority.code for authority in built_in_register()}
    with TILES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(codes[row["slug"]], row["slug"]): Tile(int(row["column"]), int(row["row"])) for row in rows}
