"""A report as an Excel workbook: the same tree gives the same bytes, and no cell is ever a formula."""

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage, Filters
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.sheet import Row
from compactctl.formats.coverage.sheets import sheets_of_coverage, sheets_of_trend
from compactctl.formats.coverage.sheets_of_pages import compact_rows, sheets_of_authority
from compactctl.formats.coverage.words import of_examples, of_filters
from compactctl.formats.coverage.words_of_authority import of_examples as of_examples_of_authority
from compactctl.formats.coverage.words_of_trend import of_examples as of_examples_of_years
from compactctl.formats.coverage.workbook import workbook


def keep(page: CompactPage) -> tuple[Row, ...]:
    """Keep a row for each priority."""
    return tuple(compact_rows(page))


def coverage(result: Coverage[tuple[Row, ...]]) -> bytes:
    """Return the coverage of a year: areas, matrix, compacts, asks, and all that is missing."""
    return workbook(
        sheets_of_coverage(result), _titled(f"Coverage of {result.year}", result.filters, of_examples(result))
    )


def authority(result: AuthorityReport) -> bytes:
    """Return one authority's page: priorities, asks, signatures, areas."""
    title = f"{result.label}: compact for {result.year}"
    return workbook(sheets_of_authority(result), ". ".join((*of_examples_of_authority(result), title)))


def trend(result: Trend) -> bytes:
    """Return all years side by side: the years, and their areas."""
    return workbook(
        sheets_of_trend(result), _titled("Coverage across the years", result.filters, of_examples_of_years(result))
    )


def _titled(title: str, filters: Filters, examples: tuple[str, ...]) -> str:
    """Return the title, after what is made up: a header has room for the first words of a long one."""
    told = of_filters(filters)
    return ". ".join((*examples, f"{title}; only {told}" if told else title))
