"""A report laid out as a page: the same tables as in every readable format, with pictures beside them."""

from collections.abc import Iterator

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.results import Cell, Coverage, Standing
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.laying_out_authority import below_priorities, lay_out_authority
from compactctl.formats.coverage.laying_out_coverage import lay_out_coverage, lists_of_texts, matrix_left_out
from compactctl.formats.coverage.laying_out_trend import lay_out_trend, tables_of_years
from compactctl.formats.coverage.layout import Layout, Prose
from compactctl.formats.coverage.mapping import TITLE, legend, maps
from compactctl.formats.coverage.page_parts import Matrix, Page, Part, Priorities
from compactctl.formats.coverage.promises import Promises
from compactctl.formats.coverage.still_open import of_unsaid
from compactctl.formats.coverage.tables import (
    list_of_left_out,
    lists_of_gaps,
    table_of_areas,
    table_of_standpoints,
    tables_of_focuses,
    tables_of_issues,
    tables_of_slices,
)
from compactctl.formats.coverage.tracing import lineage
from compactctl.formats.coverage.words_of_trend import of_examples


def page_of_coverage(result: Coverage[Promises], years: Trend | None) -> Page:
    """Return the page of a year, with the other years where there are any."""
    layout = lay_out_coverage(result)
    return _page(layout, tuple(_coverage(result, years)), tuple(_figures(result)))


def page_of_authority(result: AuthorityReport) -> Page:
    """Return one authority's page."""
    layout = lay_out_authority(result)
    chosen = (Priorities("Priorities", result.compact.priorities, of_unsaid(result.compact)),) if result.compact else ()
    return _page(layout, (*chosen, *below_priorities(result)))


def page_of_trend(result: Trend) -> Page:
    """Return the page of all years."""
    layout = lay_out_trend(result)
    picture = lineage(result, "How the areas follow one another")
    tables = tables_of_years(result)
    parts: tuple[Part, ...] = (picture, *tables, *list_of_left_out(result.left_out))
    return _page(layout, parts)


def _page(layout: Layout, parts: tuple[Part, ...], figures: tuple[tuple[str, str], ...] = ()) -> Page:
    return Page(layout.heading, layout.examples, layout.notices, layout.facts, figures, parts)


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


def _coverage(result: Coverage[Promises], years: Trend | None) -> Iterator[Part]:
    yield table_of_areas(result)
    yield from lists_of_gaps(result)
    if result.has_matrix:
        yield maps(result)
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
        yield lineage(years, "Across the years", tuple(tables_of_years(years)), of_examples(years))
    yield from lists_of_texts(result)


def _matrix(result: Coverage[object]) -> Matrix:
    rows = (row for row in result.authorities if row.standing in (Standing.EDITION, Standing.UNREADABLE))
    titles = dict(legend(result.filters))
    return Matrix(
        title="Authorities and areas",
        legend=tuple((cell, title) for cell, title in titles.items() if cell is not Cell.NO_EDITION),
        areas=result.areas,
        rows=tuple((words.of_authority(row), row.cells) for row in rows),
        titles=titles,
        note=f"All others have {words.of_none(result.filters)} of {result.year}." if result.without_edition else None,
    )
