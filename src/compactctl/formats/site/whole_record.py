"""What the pages of a site are made from: every year with what is kept of its editions, and what ties them together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from compactctl.coverage.descent import Descent
from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage.year import Promises, promises_of
from compactctl.formats.provenance import Provenance
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.workspace import Workspace


class KeptEdition(NamedTuple):
    """What is kept of an edition: what the department contributes; the whole page where the record is not too large."""

    promises: Promises
    page: CompactPage | None


def keep_whole(page: CompactPage) -> KeptEdition:
    """Keep all of an edition."""
    return KeptEdition(promises_of(page), page)


def keep_promises(page: CompactPage) -> KeptEdition:
    """Keep of an edition what the report of its year shows."""
    return KeptEdition(promises_of(page), None)


@dataclass(frozen=True)
class WholeRecord:
    """All years, oldest first, of a workspace; `has_pages` says whether the editions were kept whole."""

    workspace: Workspace
    register: Register
    years: Trend
    coverages: Sequence[Coverage[KeptEdition]]
    provenance: Provenance
    has_pages: bool

    @property
    def newest(self) -> Coverage[KeptEdition]:
        """The coverage of the newest year."""
        return self.coverages[-1]

    @cached_property
    def reports(self) -> Sequence[Coverage[Promises]]:
        """The coverage of each year as its report is made from it."""
        return [each.keeping(tuple(kept.promises for kept in each.compacts)) for each in self.coverages]

    @cached_property
    def descents(self) -> Mapping[AcademicYear, Descent]:
        """The lines that end in the areas of each year."""
        return {coverage.year: Descent.until(self.years, coverage.year) for coverage in self.coverages}

    @cached_property
    def last_years(self) -> Mapping[str, int]:
        """Each area that there ever was, by its id, and the last of the years in which it was."""
        return {area.id: index for index, coverage in enumerate(self.coverages) for area in coverage.areas}

    @cached_property
    def left_out(self) -> Sequence[LeftOut]:
        """What of the editions of all years counts nowhere."""
        return self.years.left_out

    @cached_property
    def areas(self) -> Sequence[Mapping[str, AreaRow]]:
        """The areas of each year by id."""
        return [{area.id: area for area in coverage.areas} for coverage in self.coverages]

    def agenda(self, year: AcademicYear) -> Agenda | None:
        """Return the annex of a year."""
        return self.workspace.agendas.get(year)

    def successors(self, area: str) -> Iterator[AreaRow]:
        """Yield the areas of the year after an area's last that it goes on in."""
        index = self.last_years[area] + 1
        if index < len(self.coverages):
            origins = self.years.years[index].origins
            yield from (row for row in self.coverages[index].areas if area in origins[row.id])

    def knows_end(self, area: str) -> bool:
        """Tell whether it is known that an area which has no successors went no further."""
        year = self.years.years[self.last_years[area] + 1]
        return area in year.retired or year.knows_origins

    def took_up(self, index: int, area: str) -> Iterator[tuple[CompactPage, PagePriority]]:
        """Yield the priorities of a year that take up an area, with the pages on which they stand."""
        for page in filter(None, (kept.page for kept in self.coverages[index].compacts)):
            yield from ((page, priority) for priority in page.priorities if priority.area == area)
