"""What a comparison of two years rests on: the register, both annexes, and the lineage through those between."""

from dataclasses import dataclass
from typing import Final

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.words import did_you_mean, listed, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.lineage import Edges, edges_through
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace

_VALIDATE: Final = "'compactctl validate' says what is wrong with it"
_PAIR: Final = 2


@dataclass(frozen=True)
class Basis:
    """Two annexes of a workspace, and the lineage from the areas of the old one to those of the new.

    `chain` holds the annexes from the earlier to the later year.
    """

    workspace: Workspace
    register: Register
    old: Agenda
    new: Agenda
    chain: tuple[Agenda, ...]
    tied: Edges


def basis(workspace: Workspace, old: AcademicYear, new: AcademicYear) -> Basis:
    """Return what the comparison rests on; raises `CannotDo` where any of it cannot be read."""
    register = _register(workspace)
    first, last = min(old, new), max(old, new)
    between = [_agenda(workspace, year) for year in (first, last)]
    chain = tuple(_agenda(workspace, year) for year in workspace.years if first <= year <= last)
    tied = edges_through(chain)
    if old > new:
        between.reverse()
        tied = frozenset((end, begin) for begin, end in tied)
    return Basis(workspace, register, between[0], between[1], chain, tied)


def years_between(
    workspace: Workspace, old: AcademicYear | None, new: AcademicYear | None
) -> tuple[AcademicYear, AcademicYear]:
    """Return the years to compare: the two newest that have an annex, or the one given and the newest.

    Raises `CannotDo` where there are too few.
    """
    if old and new:
        return old, new
    if not workspace.annexes_known:
        raise CannotDo(f"the folder {workspace.path_of('annex')} cannot be read, so no year is known", _VALIDATE)
    years = workspace.years
    if len(years) < (1 if old else _PAIR):
        found = f"there is only that of {years[0]}" if years else "there is none"
        hint = (
            f"{found} in {workspace.path_of('annex')}; 'compactctl revise' writes the next, '--since' compares with git"
        )
        raise CannotDo("comparing two years takes two annexes", hint)
    return old or years[-2], years[-1]


def check_authority(workspace: Workspace, slug: str) -> None:
    """Raise `CannotDo` where neither the register nor a compact knows the slug."""
    register = workspace.register
    if register is None or register.get(slug) or slug in workspace.compact_slugs or slug in workspace.broken_slugs:
        return
    suggestion = did_you_mean(slug, register.authorities)
    known = f"did you mean '{suggestion}'?" if suggestion else "it is named by its slug, as in 'kingston-upon-thames'"
    raise CannotDo(f"the register has no authority {quoted(slug)}", known)


def _register(workspace: Workspace) -> Register:
    if workspace.register is None:
        path = workspace.path_of("authorities.csv")
        raise CannotDo(f"the register {path} is broken, so it cannot be told which authorities exist when", _VALIDATE)
    if not workspace.compacts_known:
        path = workspace.path_of("compacts")
        raise CannotDo(f"the folder {path} cannot be read, so it cannot be told who has a compact", _VALIDATE)
    return workspace.register


def _agenda(workspace: Workspace, year: AcademicYear) -> Agenda:
    if year not in workspace.agendas:
        there = f"there is one for {listed(map(str, workspace.years))}" if workspace.years else "there is none at all"
        raise CannotDo(f"there is no annex for {year}", there)
    agenda = workspace.agendas[year]
    if agenda is None:
        path = workspace.path_of(f"annex/{year.file_stem}.yaml")
        raise CannotDo(f"the annex of {year}, {path}, cannot be read, and the comparison rests on it", _VALIDATE)
    return agenda
