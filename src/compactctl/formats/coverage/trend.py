"""What is said of all years side by side: each year's areas beside those of the year before that they come from.

Foreign text in it is still to be made safe.
"""

from collections.abc import Iterator

from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import ReadableReport, ReportTable, TableCell, TableColumn
from compactctl.formats.coverage.tables import cells_of_share, list_of_left_out
from compactctl.formats.examples import of_annexes, of_editions
from compactctl.words import marked


def describe_trend(result: Trend) -> ReadableReport:
    """Return the report of all years."""
    newest = result.years[-1].coverage
    return ReadableReport(
        heading=f"Coverage from {result.years[0].coverage.year} to {newest.year}{words.of_only(result.filters)}",
        examples=of_examples(result),
        notices=(*of_lost_years(result), *words.of_left_out_count(len(result.left_out))),
        facts=tuple(words.of_register(year.coverage.year) for year in result.years if year.coverage.is_beyond_register),
        sections=(*tables_of_years(result), *list_of_left_out(result.left_out)),
    )


def tables_of_years(result: Trend) -> Iterator[ReportTable]:
    """Yield a table of the years, and one of each year's areas."""
    yield _table_of_years(result)
    before: Coverage[object] | None = None
    for year in result.years:
        yield _table_of_areas(year, before)
        before = year.coverage


def _table_of_years(result: Trend) -> ReportTable:
    years = [year.coverage for year in result.years]
    titles = ["authorities", "with an edition", "priorities"]
    rows: list[tuple[TableCell, ...]] = [(str(of.year), of.registered, of.with_edition, of.priorities) for of in years]
    further = {
        "not renewed": [len(year.not_renewed) for year in years],
        "editions that are examples": [year.examples for year in years],
    }
    for title, figures in further.items():
        if any(figures):
            titles.append(title)
            rows = [(*row, figure) for row, figure in zip(rows, figures, strict=True)]
    return ReportTable(
        "Years", (TableColumn("year"), *(TableColumn(title, figures=True) for title in titles)), tuple(rows)
    )


def _table_of_areas(year: TrendYear, before: Coverage[object] | None) -> ReportTable:
    titles = ("taken up", "share", words.of_none(year.coverage.filters))
    columns = (
        TableColumn(""),
        TableColumn("area"),
        TableColumn(""),
        *(TableColumn(title, figures=True) for title in titles),
    )
    last = {area.id: area for area in before.areas} if before else {}
    rows = (
        (
            *cells_of_share(area),
            area.no_edition,
            *((_origins([last[origin] for origin in year.origins[area.id]]),) if before else ()),
        )
        for area in year.coverage.areas
    )
    beside = (TableColumn(f"in {before.year}"),) if before else ()
    title = marked(f"Areas of {year.coverage.year}", is_example=year.coverage.annex_is_example)
    return ReportTable(title, (*columns, *beside), tuple(rows))


def _origins(areas: list[AreaRow]) -> str:
    return "; ".join(f"{area.letter}, {words.of_taken_up(area)}" for area in areas) or "new"


def of_examples(trend: Trend) -> tuple[str, ...]:
    """Say how many of all editions that count are made up, and which annexes."""
    years = [year.coverage for year in trend.years]
    examples, editions = sum(year.examples for year in years), sum(year.with_edition for year in years)
    annexes = [year.year for year in years if year.annex_is_example]
    return (*of_editions(examples, editions), *of_annexes(annexes))


def of_lost_years(trend: Trend) -> Iterator[str]:
    """Say which years are left out because their annex cannot be read, and what else cannot be."""
    for year in trend.lost:
        yield f"{year} is left out, since its annex cannot be read"
    yield from dict.fromkeys(sentence for year in trend.years for sentence in words.of_unreadable(year.coverage))
