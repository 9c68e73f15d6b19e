"""What a figure, a comparison or a draft cannot do without: the register, the compacts' folder, the annexes.

Each is returned whole as a workspace has it, or said to be missing, with what it was needed for.
"""

from typing import Final

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.data_folder import ANNEXES, COMPACTS, REGISTER, annex_file
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace

SEE_VALIDATE: Final = "'compactctl validate' says what is wrong with it"


def needed_register(workspace: Workspace, untold: str) -> Register:
    """Return the register; raises `CannotDo` as `known_register` and `check_format` do."""
    check_format(workspace)
    return known_register(workspace, untold)


def known_register(workspace: Workspace, untold: str) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed.

    `untold` completes "it cannot be told …".
    """
    if workspace.register is None:
        path = workspace.path_of(REGISTER)
        raise CannotDo(f"the register {path} is broken, so it cannot be told {untold}", SEE_VALIDATE)
    check_compacts(workspace, "who has a compact")
    return workspace.register


def check_format(workspace: Workspace) -> None:
    """Raise `CannotDo` where the record is written in a format that this tool does not know: it could be misread."""
    if workspace.statement is not None and not workspace.statement.is_whole("format"):
        path = workspace.path_of(workspace.statement.name)
        message = f"what format the record is written in, {path} does not say in a way that this compactctl knows"
        raise CannotDo(message, "'compactctl validate' shows the line; a newer compactctl may be needed to read it")


def check_compacts(workspace: Workspace, untold: str) -> None:
    """Raise `CannotDo` where the folder of compacts cannot be listed."""
    if not workspace.compacts_known:
        path = workspace.path_of(COMPACTS)
        raise CannotDo(f"the folder {path} cannot be read, so it cannot be told {untold}", SEE_VALIDATE)


def needed_years(workspace: Workspace, consequence: str) -> list[AcademicYear]:
    """Return the years that have an annex, oldest first; raises `CannotDo`, with the consequence, without any."""
    if not workspace.annexes_known:
        raise CannotDo(f"the folder {workspace.path_of(ANNEXES)} cannot be read, {consequence}", SEE_VALIDATE)
    if not workspace.years:
        hint = "'compactctl init' begins a workspace with that of 2003/04"
        raise CannotDo(f"there is no annex in {workspace.shown}, {consequence}", hint)
    return workspace.years


def needed_agenda(workspace: Workspace, year: AcademicYear, consequence: str) -> Agenda:
    """Return a year's annex; raises `CannotDo`, with the consequence, where there is none or it cannot be read."""
    if year not in workspace.agendas:
        years = needed_years(workspace, consequence)
        drafts = f"; 'compactctl revise {year}' drafts another" if years[0] < year else ""
        raise CannotDo(f"there is no annex for {year}", f"there is one for {listed(map(str, years))}{drafts}")
    agenda = workspace.agendas[year]
    if agenda is None:
        name = annex_file(year.file_stem)
        path = workspace.path_of(workspace.files_of(name)[0])
        raise CannotDo(f"the annex of {year}, {path}, cannot be read, {consequence}", SEE_VALIDATE)
    return agenda


def check_checkout(workspace: Workspace) -> None:
    """Raise `CannotDo` where it cannot be told whether documents are missing because a sparse checkout leaves them out.

    What is said of a missing document, or of all of them, would be said of one that is there.
    """
    if reason := workspace.checkout_unknown_because:
        hint = "see that whoever runs this may read it, or check a copy of the folder that lies in no repository"
        raise CannotDo(f"it cannot be told whether a sparse checkout leaves documents out: {reason}", hint)
