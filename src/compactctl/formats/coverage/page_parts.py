"""What an HTML page of a report consists of: the layout's sections, and what only a page can show.

Each kind of part has a template in `page/` that bears its name.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from compactctl.coverage.pages import PagePriority
from compactctl.coverage.results import AreaRow, Cell
from compactctl.formats.coverage.layout import Items, Prose, Table


class Hexagon(NamedTuple):
    """An authority's place on the map, in units of the picture, and what the area is to it."""

    x: float
    y: float
    cell: Cell
    label: str


class Standpoint(NamedTuple):
    """Authorities to which an area is the same, by name; `title` says what."""

    cell: Cell
    title: str
    authorities: tuple[str, ...]


class AreaMap(NamedTuple):
    """An area: its figures in a sentence, the map, the same as lists, and who has no place on the map."""

    area: AreaRow
    figures: str
    issues: tuple[str, ...]
    hexagons: tuple[Hexagon, ...]
    standpoints: tuple[Standpoint, ...]
    off_the_map: tuple[str, ...]


Legend = tuple[tuple[Cell, str], ...]


class Maps(NamedTuple):
    """A map of England for each area, made when it is drawn.

    `width` and `height` are those of every picture, 0 where nobody has a tile.
    """

    title: str
    legend: Legend
    width: float
    height: float
    maps: Iterable[AreaMap]


class Matrix(NamedTuple):
    """Authorities and what each area is to them; `total` counts those that chose it."""

    title: str
    legend: Legend
    areas: tuple[AreaRow, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    titles: Mapping[Cell, str]
    note: str | None


class Node(NamedTuple):
    """An area in one of the years, on the picture of the years."""

    x: int
    y: int
    letter: str
    title: str
    figures: str
    share: float | None


class Lineage(NamedTuple):
    """The years side by side: where each column stands, its areas, and the paths between them; tables say the same.

    `examples` say what of these years is made up, where the head of the page does not.
    """

    title: str
    examples: tuple[str, ...]
    width: int
    height: int
    years: tuple[tuple[int, str], ...]
    nodes: tuple[Node, ...]
    paths: tuple[str, ...]
    tables: tuple[Table, ...]


class Priorities(NamedTuple):
    """What one authority chose, and who contributes what; `unsaid` stands where nothing is written of that."""

    title: str
    priorities: tuple[PagePriority, ...]
    unsaid: str


Part = Table | Items | Prose | Maps | Matrix | Lineage | Priorities


class Page(NamedTuple):
    """A page: its heading, what is made up, what could not be read or counted, facts and figures in brief, its parts.

    A figure is a pair of its value and what it counts.
    """

    heading: str
    examples: tuple[str, ...]
    notices: tuple[str, ...]
    facts: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
