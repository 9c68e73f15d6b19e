"""A report as one page that needs nothing else: no script, no request, in light and dark, and on A4 paper."""

from collections.abc import Iterator

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.laying_out_pages import page_of_authority, page_of_coverage, page_of_trend
from compactctl.formats.coverage.promises import Promises, promises_of
from compactctl.formats.coverage.rendering import render

keep = promises_of


def coverage(result: Coverage[Promises]) -> Iterator[bytes]:
    """Return the coverage of a year."""
    return render(page_of_coverage(result, None))


def coverage_among_years(result: Coverage[Promises], years: Trend) -> Iterator[bytes]:
    """Return the coverage of a year, and beside it all years."""
    return render(page_of_coverage(result, years))


def authority(result: AuthorityReport) -> Iterator[bytes]:
    """Return one authority's page."""
    return render(page_of_authority(result))


def trend(result: Trend) -> Iterator[bytes]:
    """Return all years side by side."""
    return render(page_of_trend(result))
