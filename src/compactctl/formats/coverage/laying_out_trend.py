"""All years side by side, laid out: each year's areas beside those of the year before that they come from."""

from collections.abc import Iterator

from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Bar, Cell, Column, Layout, Table
from compactctl.formats.coverage.tables import list_of_left_out
from compactctl.formats.coverage.words_of_trend import of_examples, of_lost_years
from compactctl.words import marked


def lay_out_trend(result: Trend) -> Layout:
    """Return the report of all years."""
    newest = result.years[-1].coverage
    return Layout(
        heading=f"Coverage from {result.years[0].coverage.year} to {newest.year}{words.of_only(result.filters)}",
        examples=of_examples(result),
        notices=(*of_lost_years(result), *words.of_left_out_count(len(result.left_out))),
        facts=tuple(words.of_register(year.coverage.year) for year in result.years if year.coverage.is_beyond_register),
        sections=(*tables_of_years(result), *list_of_left_out(result.left_out)),
    )


def tables_of_years(result: Trend) -> Iterator[Table]:
    """Yield a table of the years, and one of each year's areas."""
    yield _years(result)
    before: Coverage[object] | None = None
    for year in result.years:
        yield _areas(year, before)
        before = year.coverage


def _years(result: Trend) -> Table:
    years = [year.coverage for year in result.years]
    titles = ["authorities", "with an edition", "priorities"]
    rows: list[tuple[Cell, ...]] = [(str(of.year), of.registered, of.with_edition, of.priorities) for of in years]
    further = {
        "not renewed": [len(year.not_renewed) for year in years],
        "editions that are examples": [year.examples for year in years],
    }
    for title, figures in further.items():
        if any(figures):
            titles.append(title)
            rows = [(*row, figure) for row, figure in zip(rows, figures, strict=True)]
    return Table("Years", (Column("year"), *(Column(title, figures=True) for title in titles)), tuple(rows))


def _areas(year: TrendYear, before: Coverage[object] | None) -> Table:
    titles = ("taken up", "share", words.of_none(year.coverage.filters))
    columns = (Column(""), Column("area"), Column(""), *(Column(title, figures=True) for title in titles))
    last = {area.id: area for area in before.areas} if before else {}
    rows = (
        (*_figures(area), *((_origins([last[origin] for origin in year.origins[area.id]]),) if before else ()))
        for area in year.coverage.areas
    )
    beside = (Column(f"in {before.year}"),) if before else ()
    title = marked(f"Areas of {year.coverage.year}", is_example=year.coverage.annex_is_example)
    return Table(title, (*columns, *beside), tuple(rows))


def _figures(area: AreaRow) -> tuple[Cell, ...]:
    taken_up = words.out_of(area.chosen, area.with_edition)
    return area.letter, area.title, Bar(area.share), taken_up, words.percent(area.share), area.no_edition


def _origins(areas: list[AreaRow]) -> str:
    return "; ".join(f"{area.letter}, {words.out_of(area.chosen, area.with_edition)}" for area in areas) or "new"
