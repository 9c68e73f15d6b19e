"""The coverage of every year, each area joined with those of the year before that it continues or comes from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar, cast

from compactctl.coverage.basis import agenda_of, newest_year, register_of
from compactctl.coverage.cover import read_into
from compactctl.coverage.drawing import draw
from compactctl.coverage.filters import EVERYTHING, Filters
from compactctl.coverage.pages import Keep, keep_nothing
from compactctl.coverage.reading import YearReading
from compactctl.coverage.results import Coverage
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.lineage import edges
from compactctl.workspace.workspace import Workspace

T = TypeVar("T")


class TrendYear(NamedTuple):
    """A year, and for each of its areas by id those of the year before in the list that it continues or comes from."""

    coverage: Coverage[object]
    origins: Mapping[str, tuple[str, ...]]


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
    """Return the coverage of every year, without matrices.

    Raises `CannotDo` where no annex or not the register can be read.
    """
    return _trend(workspace, filters, {})


def _trend(workspace: Workspace, filters: Filters, keeps: Mapping[AcademicYear, Keep[object]]) -> Trend:
    register = register_of(workspace)
    agendas = [agenda for agenda in workspace.agendas.values() if agenda is not None]
    if not agendas:
        agenda_of(workspace, newest_year(workspace))
    readings = [YearReading(register, agenda, filters, keeps.get(agenda.year, keep_nothing)) for agenda in agendas]
    unreadable = list(read_into(readings, workspace))
    years = [draw(workspace, reading, unreadable, wants_matrix=reading.agenda.year in keeps) for reading in readings]
    origins = _origins(agendas)
    lost = tuple(year for year, agenda in workspace.agendas.items() if agenda is None)
    return Trend(filters, tuple(map(TrendYear, years, origins)), lost)


def cover_among_years(
    workspace: Workspace, year: AcademicYear | None, keep: Keep[T], filters: Filters = EVERYTHING
) -> tuple[Coverage[T], Trend]:
    """Return the coverage of a year, the newest annex's where none is given, and that of every year.

    The compacts are read once for both; `keep` is of that year alone. Raises `CannotDo` as `cover` does.
    """
    wanted = agenda_of(workspace, year or newest_year(workspace)).year
    years = _trend(workspace, filters, {wanted: keep})
    covered = next(of_year.coverage for of_year in years.years if of_year.coverage.year == wanted)
    return cast("Coverage[T]", covered), years


def _origins(agendas: Sequence[Agenda]) -> Iterator[Mapping[str, tuple[str, ...]]]:
    yield dict.fromkeys(agendas[0].areas, ())
    for old, new in pairwise(agendas):
        order = {area: index for index, area in enumerate(old.areas)}
        origins: dict[str, list[str]] = {area: [] for area in new.areas}
        for before, after in sorted(edges(old, new), key=lambda edge: order[edge[0]]):
            origins[after].append(before)
        yield {area: tuple(before) for area, before in origins.items()}
