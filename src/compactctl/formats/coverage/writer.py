"""What a format of a report is: four functions. Each module `as_NAME.py` here has them, so a module is a writer."""

from collections.abc import Iterable
from typing import Protocol, TypeVar, runtime_checkable

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend

T = TypeVar("T")

ReportText = str | bytes | Iterable[bytes]
"""What goes to the output: whole, or in pieces where it is large."""


class Writer(Protocol[T]):
    """A format. What it keeps of each page, while the compacts are read, comes back as `Coverage.compacts`."""

    def keep(self, page: CompactPage) -> T:
        """Return what the format keeps of an authority's page."""

    def coverage(self, result: Coverage[T]) -> ReportText:
        """Return the coverage of a year."""

    def authority(self, result: AuthorityReport) -> ReportText:
        """Return one authority's page."""

    def trend(self, result: Trend) -> ReportText:
        """Return all years side by side."""


@runtime_checkable
class WriterAmongYears(Writer[T], Protocol[T]):
    """A format whose report of one year shows all the others too. Of their pages it keeps nothing."""

    def coverage_among_years(self, result: Coverage[T], years: Trend) -> ReportText:
        """Return the coverage of a year, and beside it all years."""
