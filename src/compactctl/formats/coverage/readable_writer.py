"""A report as people read it, in any medium: what is said is made here, and handed to the drawer of the medium."""

from collections.abc import Callable
from typing import NamedTuple

from compactctl.changes.results import YearChanges
from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.authority import describe_authority
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.coverage.writer import ReportText
from compactctl.formats.coverage.year import Promises, describe_year, promises_of
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument

Draw = Callable[[ReadableDocument], ReportText]
"""Draws a document in a medium."""


class Readable(NamedTuple):
    """A writer of reports in a medium, of a record that goes by its provenance."""

    draw: Draw
    provenance: Provenance

    def keep(self, page: CompactPage) -> Promises:
        """Keep what the department contributes."""
        return promises_of(page)

    def coverage_among_years(self, result: Coverage[Promises], years: Trend) -> ReportText:
        """Return the coverage of a year, and where its areas come from."""
        return self.draw(describe_year(result, years, self.provenance))

    def authority_among_years(self, result: AuthorityReport, changes: YearChanges | None) -> ReportText:
        """Return one authority's page, and what changed since the year before."""
        return self.draw(describe_authority(result, changes, self.provenance))

    def trend(self, result: Trend) -> ReportText:
        """Return all years side by side."""
        return self.draw(describe_trend(result, self.provenance))
