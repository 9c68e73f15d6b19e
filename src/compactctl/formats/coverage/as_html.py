"""A report as one page that needs nothing else: no script, no request, in light and dark, and on A4 paper.

It has the same tables as every readable format, with pictures beside them. Each kind of part has a template in `page/`.
Every value passes one function here, whatever a template does; templates only place them.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import PagePriority
from compactctl.coverage.results import AreaRow, Cell, Coverage, Standing
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.authority import below_priorities, describe_authority, of_unsaid
from compactctl.formats.coverage.layout import Bar, Items, Prose, ReadableReport, ReportTable
from compactctl.formats.coverage.lineage_chart import LineageChart, lineage_chart
from compactctl.formats.coverage.tables import (
    list_of_left_out,
    lists_of_gaps,
    table_of_areas,
    table_of_standpoints,
    tables_of_focuses,
    tables_of_issues,
    tables_of_slices,
)
from compactctl.formats.coverage.tile_map import TITLE, Legend, TileMaps, legend, tile_maps
from compactctl.formats.coverage.trend import describe_trend, of_examples, tables_of_years
from compactctl.formats.coverage.year import Promises, describe_year, lists_of_texts, matrix_left_out, promises_of
from compactctl.formats.room import NO_ROOM, Room
from compactctl.formats.safe import for_html

_FOLDER: Final = Path(__file__).parent / "page"
_KEPT: Final = 10_000
_SHORT: Final = 300
"""A page says the same few words in thousands of places; only such are kept."""
_LEFT_OUT: Final = 1_000
"""Bytes that a part takes of which nothing but its title is shown."""


class TileMatrix(NamedTuple):
    """Authorities and what each area is to them; `total` counts those that chose it."""

    title: str
    legend: Legend
    areas: tuple[AreaRow, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    titles: Mapping[Cell, str]
    note: str | None


class Priorities(NamedTuple):
    """What one authority chose, and who contributes what; `unsaid` stands where nothing is written of that."""

    title: str
    priorities: tuple[PagePriority, ...]
    unsaid: str


PagePart = ReportTable | Items | Prose | TileMaps | TileMatrix | LineageChart | Priorities
_TEMPLATES: Final[Mapping[type[PagePart], str]] = {
    ReportTable: "table.html",
    Items: "items.html",
    Prose: "prose.html",
    TileMaps: "maps.html",
    TileMatrix: "matrix.html",
    LineageChart: "lineage.html",
    Priorities: "priorities.html",
}
_PICTURES: Final = (TileMaps, TileMatrix, LineageChart)
"""They are drawn where there is room left: tables and lists say the same."""


class ReportPage(NamedTuple):
    """A page: its heading, what is made up, what could not be read or counted, facts and figures in brief, its parts.

    A figure is a pair of its value and what it counts.
    """

    heading: str
    examples: tuple[str, ...]
    notices: tuple[str, ...]
    facts: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    parts: tuple[PagePart, ...]


keep = promises_of


def coverage(result: Coverage[Promises]) -> Iterator[bytes]:
    """Return the coverage of a year."""
    return _render(_year_page(result, None))


def coverage_among_years(result: Coverage[Promises], years: Trend) -> Iterator[bytes]:
    """Return the coverage of a year, and beside it all years."""
    return _render(_year_page(result, years))


def authority(result: AuthorityReport) -> Iterator[bytes]:
    """Return one authority's page."""
    return _render(_authority_page(result))


def trend(result: Trend) -> Iterator[bytes]:
    """Return all years side by side."""
    return _render(_trend_page(result))


def _year_page(result: Coverage[Promises], years: Trend | None) -> ReportPage:
    """Return the page of a year, with the other years where there are any."""
    report = describe_year(result)
    return _page(report, tuple(_coverage(result, years)), tuple(_figures(result)))


def _authority_page(result: AuthorityReport) -> ReportPage:
    """Return one authority's page."""
    report = describe_authority(result)
    chosen = (Priorities("Priorities", result.compact.priorities, of_unsaid(result.compact)),) if result.compact else ()
    return _page(report, (*chosen, *below_priorities(result)))


def _trend_page(result: Trend) -> ReportPage:
    """Return the page of all years."""
    report = describe_trend(result)
    chart = lineage_chart(result, "How the areas follow one another")
    tables = tables_of_years(result)
    parts: tuple[PagePart, ...] = (chart, *tables, *list_of_left_out(result.left_out))
    return _page(report, parts)


def _page(report: ReadableReport, parts: tuple[PagePart, ...], figures: tuple[tuple[str, str], ...] = ()) -> ReportPage:
    return ReportPage(report.heading, report.examples, report.notices, report.facts, figures, parts)


def _figures(result: Coverage[object]) -> Iterator[tuple[str, str]]:
    if result.examples:
        yield words.out_of(result.examples, result.with_edition), "editions are examples, not real compacts"
    taken_up = sum(area.chosen > 0 for area in result.areas)
    yield words.out_of(result.with_edition, result.registered), "authorities have an edition"
    yield words.out_of(taken_up, len(result.areas)), "areas are taken up by somebody"
    yield f"{result.priorities:,}", "priorities in all"
    edition = words.of_an_edition(result.filters)
    if result.not_renewed:
        yield f"{len(result.not_renewed):,}", "authorities have not renewed yet"
    if result.ended:
        yield f"{len(result.ended):,}", "compacts have ended"
    if result.never:
        yield f"{len(result.never):,}", f"authorities never had {edition}"
    if result.of_unknown_past:
        yield f"{len(result.of_unknown_past):,}", "authorities of which it cannot be told"
    if lost := result.standings[Standing.UNREADABLE]:
        yield f"{lost:,}", "authorities whose compact cannot be read"


def _coverage(result: Coverage[Promises], years: Trend | None) -> Iterator[PagePart]:
    yield table_of_areas(result)
    yield from lists_of_gaps(result)
    if result.has_matrix:
        yield tile_maps(result)
    else:
        yield Prose(TITLE, words.of_matrix_left_out(result))
        yield from tables_of_issues(result)
    yield table_of_standpoints(result)
    if not result.has_matrix:
        yield matrix_left_out(result)
    elif (matrix := _matrix(result)).rows:
        yield matrix
    yield from tables_of_focuses(result)
    yield from tables_of_slices(result)
    if years and len(years.years) > 1:
        yield lineage_chart(years, "Across the years", tuple(tables_of_years(years)), of_examples(years))
    yield from lists_of_texts(result)


def _matrix(result: Coverage[object]) -> TileMatrix:
    rows = (row for row in result.authorities if row.standing in (Standing.EDITION, Standing.UNREADABLE))
    titles = dict(legend(result.filters))
    return TileMatrix(
        title="Authorities and areas",
        legend=tuple((cell, title) for cell, title in titles.items() if cell is not Cell.NO_EDITION),
        areas=result.areas,
        rows=tuple((words.of_authority(row), row.cells) for row in rows),
        titles=titles,
        note=f"All others have {words.of_none(result.filters)} of {result.year}." if result.without_edition else None,
    )


def _render(page: ReportPage) -> Iterator[bytes]:
    """Yield the page in pieces; parts for which it has no room are left out, pictures first."""
    from markupsafe import Markup

    environment = _environment()
    frame = environment.get_template("page.html")
    kept = sum(len(piece.encode()) for piece in frame.generate(page=page, sections=())) + _LEFT_OUT * len(page.parts)
    sections = _sections(page, environment, Room(kept))
    texts = [Markup(sections[number]) for number in sorted(sections)]  # noqa: S704 - drawn by our templates
    return (piece.encode() for piece in frame.generate(page=page, sections=texts))


def _sections(page: ReportPage, environment: Any, room: Room) -> Mapping[int, str]:  # noqa: ANN401 - imported when used
    """Return the parts by their number, drawn as far as there is room."""
    sections: dict[int, str] = {}
    for number, part in sorted(enumerate(page.parts, 1), key=lambda pair: isinstance(pair[1], _PICTURES)):
        drawn = room.take(environment.get_template(_TEMPLATES[type(part)]).generate(part=part, number=number))
        if drawn is None:
            drawn = environment.get_template("left_out.html").render(part=part, number=number, sentence=NO_ROOM)
        sections[number] = drawn
    return sections


def _environment() -> Any:  # noqa: ANN401 - as above
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["bar"] = lambda value: isinstance(value, Bar)
    environment.filters["said"] = words.said
    environment.filters["term"] = lambda priority: words.of_term(priority.term)
    environment.filters["cell"] = lambda cell: cell.name.lower().replace("_", "-")
    return environment


def _safe() -> Callable[[Any], Any]:
    """Return what makes a value fit for markup."""
    from markupsafe import Markup

    def markup(text: str) -> Markup:
        return Markup(for_html(text))  # noqa: S704 - escaped there

    kept = lru_cache(_KEPT)(markup)

    def safe(value: Any) -> Any:  # noqa: ANN401 - what stands in a template may be anything
        if value is None:
            return ""
        if isinstance(value, Markup) or not isinstance(value, str):
            return f"{value:,}" if isinstance(value, int) else value
        return kept(value) if len(value) <= _SHORT else markup(value)

    return safe
