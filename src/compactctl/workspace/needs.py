"""What a figure or a comparison cannot do without: the register, the compacts' folder, a year's annex.

Each is returned whole as a workspace has it, or said to be missing, with what it was needed for.
"""

from typing import Final

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace

SEE_VALIDATE: Final = "'compactctl validate' says what is wrong with it"


def needed_register(workspace: Workspace, untold: str) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed.

    `untold` completes "it cannot be told …".
    """
    if workspace.register is None:
        path = workspace.path_of("authorities.csv")
        raise CannotDo(f"the register {path} is broken, so it cannot be told {untold}", SEE_VALIDATE)
    if not workspace.compacts_known:
        path = workspace.path_of("compacts")
        raise CannotDo(f"the folder {path} cannot be read, so it cannot be told who has a compact", SEE_VALIDATE)
    return workspace.register


def needed_agenda(workspace: Workspace, year: AcademicYear, consequence: str) -> Agenda:
    """Return a year's annex; raises `CannotDo`, with the consequence, where there is none or it cannot be read."""
    if year not in workspace.agendas:
        there = f"there is one for {listed(map(str, workspace.years))}" if workspace.years else "there is none at all"
        raise CannotDo(f"there is no annex for {year}", there)
    agenda = workspace.agendas[year]
    if agenda is None:
        path = workspace.path_of(f"annex/{year.file_stem}.yaml")
        raise CannotDo(f"the annex of {year}, {path}, cannot be read, {consequence}", SEE_VALIDATE)
    return agenda
