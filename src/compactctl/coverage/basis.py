"""What every figure of a report rests on: the register and the year's annex. Without them there is none."""

from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.requirements import needed_agenda, needed_register, require_years
from compactctl.workspace.workspace import Workspace


def register_of(workspace: Workspace) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed."""
    return needed_register(workspace, "which authorities count")


def newest_year(workspace: Workspace) -> AcademicYear:
    """Return the year of the newest annex; raises `CannotDo` where there is none."""
    return require_years(workspace, "so there is no year to report on")[-1]


def agenda_of(workspace: Workspace, year: AcademicYear) -> Agenda:
    """Return the year's annex; raises `CannotDo` where there is none or it cannot be read."""
    return needed_agenda(workspace, year, "so no area is known")
