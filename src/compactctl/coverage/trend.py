"""The coverage of every year, each area joined with those of the year before that it continues or comes from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from compactctl.coverage.pages import Keep, keep_nothing
from compactctl.coverage.results import EVERYTHING, Coverage, Filters
from compactctl.coverage.year import assemble, gathered_years, read_compacts, reported_agenda
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.lineage import edges
from compactctl.workspace.workspace import Workspace

T = TypeVar("T")


class TrendYear(NamedTuple):
    """A year, and for each of its areas by id those of the year before in the list that it continues or comes from.

    `retired` says why areas of that year go no further, as far as the annex does.
    """

    coverage: Coverage[object]
    origins: Mapping[str, tuple[str, ...]]
    retired: Mapping[str, str]
    is_after_lost: bool
    """Whether annexes between that of the year before in the list and its own cannot be read."""

    @property
    def knows_origins(self) -> bool:
        """Whether it can be told of all areas what of the year before in the list they come from."""
        return not self.is_after_lost and all(area.knows_origins for area in self.coverage.areas)


class Trend(NamedTuple):
    """All years whose annex can be read, oldest first; `lost` are those whose annex cannot."""

    filters: Filters
    years: tuple[TrendYear, ...]
    lost: tuple[AcademicYear, ...]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What of the editions of all these years counts nowhere; what belongs to no year that can be told, once."""
        return tuple(dict.fromkeys(part for year in self.years for part in year.coverage.left_out))


def trend(workspace: Workspace, filters: Filters = EVERYTHING) -> Trend:
    """Return the coverage of every year, without matrices; raises `CannotDo` as `cover` does."""
    return trend_of(workspace, filters, _cover_all(workspace, filters, None, keep_nothing))


def cover_among_years(
    workspace: Workspace, year: AcademicYear | None, keep: Keep[T], filters: Filters = EVERYTHING
) -> tuple[Coverage[T], Trend]:
    """Return the coverage of a year, the newest annex's where none is given, and that of every year.

    The compacts are read once for both; `keep` is of that year alone. Raises `CannotDo` as `cover` does.
    """
    wanted = reported_agenda(workspace, year).year
    coverages = _cover_all(workspace, filters, wanted, keep)
    covered = next(coverage for coverage in coverages if coverage.year == wanted)
    return covered, trend_of(workspace, filters, coverages)


def _cover_all(
    workspace: Workspace, filters: Filters, wanted: AcademicYear | None, keep: Keep[T]
) -> Sequence[Coverage[T]]:
    """Return the coverage of every year; only that of the wanted one has a matrix, and what is kept of pages."""
    years = gathered_years(workspace, filters)
    of_wanted = next((gathered for gathered in years if gathered.agenda.year == wanted), None)
    kept, unreadable = read_compacts(workspace, years, of_wanted, keep)
    return [
        assemble(workspace, gathered, unreadable, kept)
        if gathered is of_wanted
        else assemble(workspace, gathered, unreadable, (), wants_matrix=False)
        for gathered in years
    ]


def trend_of(workspace: Workspace, filters: Filters, coverages: Iterable[Coverage[object]]) -> Trend:
    """Return the years side by side whose coverage is there already: that of each annex which can be read."""
    lost = workspace.lost_years
    agendas = workspace.readable_agendas
    retired = (agenda.retired for agenda in agendas)
    after_lost = [False, *(any(old.year < year < new.year for year in lost) for old, new in pairwise(agendas))]
    return Trend(filters, tuple(map(TrendYear, coverages, _origins(agendas, after_lost), retired, after_lost)), lost)


def _origins(agendas: Sequence[Agenda], after_lost: Sequence[bool]) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """Yield the origins of each year's areas; past annexes that cannot be read only areas of one id are joined."""
    yield dict.fromkeys(agendas[0].areas, ())
    for (old, new), is_after_lost in zip(pairwise(agendas), after_lost[1:], strict=True):
        order = {area: index for index, area in enumerate(old.areas)}
        origins: dict[str, list[str]] = {area: [] for area in new.areas}
        for before, after in sorted(edges(old, new), key=lambda edge: order[edge[0]]):
            if before == after or not is_after_lost:
                origins[after].append(before)
        yield {area: tuple(before) for area, before in origins.items()}
