"""The chart of the years: each year's areas in a column, joined with those of the year before that they come from."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import ReportTable
from compactctl.formats.examples import among
from compactctl.words import marked

COLUMN: Final = 180
"""Of an area: its letter, its bar, its figures."""
GAP: Final = 110
ROW: Final = 26
HEAD: Final = 30


class LineageNode(NamedTuple):
    """An area in one of the years, on the picture of the years."""

    x: int
    y: int
    letter: str
    title: str
    figures: str
    share: float | None


class LineageChart(NamedTuple):
    """The years side by side: where each column stands, its areas, and the paths between them; tables say the same.

    `examples` say what of these years is made up, where the head of the page does not.
    """

    title: str
    examples: tuple[str, ...]
    width: int
    height: int
    years: tuple[tuple[int, str], ...]
    nodes: tuple[LineageNode, ...]
    paths: tuple[str, ...]
    tables: tuple[ReportTable, ...]


def lineage_chart(
    result: Trend, title: str, tables: tuple[ReportTable, ...] = (), examples: tuple[str, ...] = ()
) -> LineageChart:
    """Return the chart, with tables that say the same."""
    columns = [
        {area.id: _node(area, year, row) for row, area in enumerate(of_year.coverage.areas)}
        for year, of_year in enumerate(result.years)
    ]
    return LineageChart(
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


def _node(area: AreaRow, year: int, row: int) -> LineageNode:
    figures = words.of_taken_up(area)
    title = f"{area.label}: {figures}{among(area.examples_with_edition, area.with_edition)}"
    return LineageNode(year * (COLUMN + GAP), HEAD + ROW * row, area.letter, title, figures, area.share)


def _paths(result: Trend, columns: list[dict[str, LineageNode]]) -> Iterator[str]:
    for before, year, after in zip(columns, result.years[1:], columns[1:], strict=False):
        for area, origins in year.origins.items():
            yield from (_curve(before[origin], after[area]) for origin in origins)


def _curve(old: LineageNode, new: LineageNode) -> str:
    start, end, middle = old.x + COLUMN, new.x - ROW // 3, new.x - GAP // 2
    above, below = (node.y + ROW // 2 for node in (old, new))
    return f"M{start} {above}C{middle} {above} {middle} {below} {end} {below}"
