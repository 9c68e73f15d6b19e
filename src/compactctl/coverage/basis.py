"""What every figure of a report rests on: the register and the year's annex. Without them there is none."""

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace


def register_of(workspace: Workspace) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed."""
    if workspace.register is None:
        path = workspace.path_of("authorities.csv")
        raise CannotDo(f"the register {path} is broken, so it cannot be told which authorities count", _VALIDATE)
    if not workspace.compacts_known:
        path = workspace.path_of("compacts")
        raise CannotDo(f"the folder {path} cannot be read, so it cannot be told who has a compact", _VALIDATE)
    return workspace.register


def newest_year(workspace: Workspace) -> AcademicYear:
    """Return the year of the newest annex; raises `CannotDo` where there is none."""
    if not workspace.annexes_known:
        path = workspace.path_of("annex")
        raise CannotDo(f"the folder {path} cannot be read, so there is no year to report on", _VALIDATE)
    if not workspace.years:
        hint = f"'compactctl revise' or 'compactctl init' writes the first one, in {workspace.path_of('annex')}"
        raise CannotDo(f"there is no annex in {workspace.shown}, so there is no year to report on", hint)
    return workspace.years[-1]


def agenda_of(workspace: Workspace, year: AcademicYear) -> Agenda:
    """Return the year's annex; raises `CannotDo` where there is none or it cannot be read."""
    newest_year(workspace)
    if year not in workspace.agendas:
        raise CannotDo(f"there is no annex for {year}", f"there is one for {listed(map(str, workspace.years))}")
    agenda = workspace.agendas[year]
    if agenda is None:
        path = workspace.path_of(f"annex/{year.file_stem}.yaml")
        raise CannotDo(f"the annex of {year}, {path}, cannot be read, so no area is known", _VALIDATE)
    return agenda


_VALIDATE = "'compactctl validate' says what is wrong with it"
