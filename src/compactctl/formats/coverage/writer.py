"""What a format of a report is: four functions. A module `as_NAME.py` here has them, so a module is a writer.

The formats of readable documents have one writer together, `readable_writer.py`.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar, runtime_checkable

from compactctl.changes.results import YearChanges
from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend

T = TypeVar("T")

ReportText = str | bytes | Iterable[bytes]
"""What goes to the output: whole, or in pieces where it is large."""


class Writer(Protocol[T]):
    """A format for programs. What it keeps of each page while the compacts are read is `Coverage.compacts`."""

    def keep(self, page: CompactPage) -> T:
        """Return what the format keeps of an authority's page."""

    def coverage(self, result: Coverage[T]) -> ReportText:
        """Return the coverage of a year."""

    def authority(self, result: AuthorityReport) -> ReportText:
        """Return one authority's page."""

    def trend(self, result: Trend) -> ReportText:
        """Return all years side by side."""


@runtime_checkable
class ReadableWriter(Protocol[T]):
    """A format for people: a year or an authority is told beside the years before, of whose pages nothing is kept."""

    def keep(self, page: CompactPage) -> T:
        """Return what the format keeps of an authority's page."""

    def coverage_among_years(self, result: Coverage[T], years: Trend) -> ReportText:
        """Return the coverage of a year, and where its areas come from."""

    def authority_among_years(self, result: AuthorityReport, changes: YearChanges | None) -> ReportText:
        """Return one authority's page, and what changed since the year before, where there is one."""

    def trend(self, result: Trend) -> ReportText:
        """Return all years side by side."""
