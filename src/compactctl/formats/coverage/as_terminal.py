"""A report to read on a terminal, or as plain text elsewhere. It fits 80 columns, and uses more."""

from typing import Final, NamedTuple

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.authority import describe_authority
from compactctl.formats.coverage.layout import ReadableReport
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.coverage.year import Promises, describe_year, promises_of

PLAIN_WIDTH: Final = 80


class Terminal(NamedTuple):
    """A terminal, `width` columns wide, with colour or without."""

    width: int = PLAIN_WIDTH
    colour: bool = False

    def keep(self, page: CompactPage) -> Promises:
        """Keep what the department contributes."""
        return promises_of(page)

    def coverage(self, result: Coverage[Promises]) -> str:
        """Return the coverage of a year."""
        return self._drawn(describe_year(result))

    def authority(self, result: AuthorityReport) -> str:
        """Return one authority's page."""
        return self._drawn(describe_authority(result))

    def trend(self, result: Trend) -> str:
        """Return all years side by side."""
        return self._drawn(describe_trend(result))

    def _drawn(self, report: ReadableReport) -> str:
        from compactctl.formats.coverage.terminal_drawing import draw

        return draw(report, width=self.width, colour=self.colour)
