"""What is said of all years side by side: each year's areas beside those of the year before that they come from.

Foreign text in it is still to be made safe.
"""

from collections.abc import Iterator

from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import ReadableReport, ReportTable, figure_columns, text_columns
from compactctl.formats.coverage.tables import SHARE_COLUMNS, list_of_left_out, share_cells
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
    figures = {
        "authorities": [year.registered for year in years],
        "with an edition": [year.with_edition for year in years],
        "priorities": [year.priorities for year in years],
    }
    further = {
        "not renewed": [len(year.not_renewed) for year in years],
        "editions that are examples": [year.examples for year in years],
    }
    figures |= {title: counts for title, counts in further.items() if any(counts)}
    rows = zip((str(year.year) for year in years), *figures.values(), strict=True)
    return ReportTable("Years", (*text_columns("year"), *figure_columns(*figures)), tuple(rows))


def _table_of_areas(year: TrendYear, before: Coverage[object] | None) -> ReportTable:
    coverage = year.coverage
    title = marked(f"Areas of {coverage.year}", is_example=coverage.annex_is_example)
    columns = (*SHARE_COLUMNS, *figure_columns(words.of_none(coverage.filters)))
    rows = [(*share_cells(area), area.no_edition) for area in coverage.areas]
    if before is not None:
        areas = {area.id: area for area in before.areas}
        columns = (*columns, *text_columns(f"in {before.year}"))
        origins = (_origins([areas[origin] for origin in year.origins[area.id]]) for area in coverage.areas)
        rows = [(*row, origin) for row, origin in zip(rows, origins, strict=True)]
    return ReportTable(title, columns, tuple(rows))


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
