"""What every figure of a report rests on: the register and the year's annex. Without them there is none."""

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.needs import SEE_VALIDATE, needed_agenda, needed_register
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace


def register_of(workspace: Workspace) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed."""
    return needed_register(workspace, "which authorities count")


def newest_year(workspace: Workspace) -> AcademicYear:
    """Return the year of the newest annex; raises `CannotDo` where there is none."""
    if not workspace.annexes_known:
        path = workspace.path_of("annex")
        raise CannotDo(f"the folder {path} cannot be read, so there is no year to report on", SEE_VALIDATE)
    if not workspace.years:
        hint = f"'compactctl revise' or 'compactctl init' writes the first one, in {workspace.path_of('annex')}"
        raise CannotDo(f"there is no annex in {workspace.shown}, so there is no year to report on", hint)
    return workspace.years[-1]


def agenda_of(workspace: Workspace, year: AcademicYear) -> Agenda:
    """Return the year's annex; raises `CannotDo` where there is none or it cannot be read."""
    newest_year(workspace)
    return needed_agenda(workspace, year, "so no area is known")
