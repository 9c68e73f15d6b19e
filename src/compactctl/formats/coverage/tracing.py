"""The picture of the years: each year's areas in a column, joined with those of the year before that they come from."""

from collections.abc import Iterator, Mapping
from typing import Final

from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Table
from compactctl.formats.coverage.page_parts import Lineage, Node
from compactctl.formats.examples import among
from compactctl.words import marked

COLUMN: Final = 180
"""Of an area: its letter, its bar, its figures."""
GAP: Final = 110
ROW: Final = 26
HEAD: Final = 30

Places = Mapping[str, Node]


def lineage(result: Trend, title: str, tables: tuple[Table, ...] = (), examples: tuple[str, ...] = ()) -> Lineage:
    """Return the picture."""
    columns = [
        {area.id: _node(area, year, row) for row, area in enumerate(of_year.coverage.areas)}
        for year, of_year in enumerate(result.years)
    ]
    return Lineage(
        title=title,
        examples=examples,
        width=len(columns) * (COLUMN + GAP) - GAP,
        height=HEAD + ROW * max(map(len, columns)),
        years=tuple((year * (COLUMN + GAP), _year(of_year.coverage)) for year, of_year in enumerate(result.years)),
        nodes=tuple(node for column in columns for node in column.values()),
        paths=tuple(_paths(result, columns)),
        tables=tables,
    )


def _year(coverage: Coverage[object]) -> str:
    return marked(str(coverage.year), is_example=coverage.annex_is_example)


def _node(area: AreaRow, year: int, row: int) -> Node:
    figures = words.out_of(area.chosen, area.with_edition)
    title = f"{area.label}: {figures}{among(area.examples_with_edition, area.with_edition)}"
    return Node(year * (COLUMN + GAP), HEAD + ROW * row, area.letter, title, figures, area.share)


def _paths(result: Trend, columns: list[dict[str, Node]]) -> Iterator[str]:
    for before, year, after in zip(columns, result.years[1:], columns[1:], strict=False):
        for area, origins in year.origins.items():
            yield from (_curve(before[origin], after[area]) for origin in origins)


def _curve(old: Node, new: Node) -> str:
    start, end, middle = old.x + COLUMN, new.x - ROW // 3, new.x - GAP // 2
    one, other = (node.y + ROW // 2 for node in (old, new))
    return f"M{start} {one}C{middle} {one} {middle} {other} {end} {other}"
