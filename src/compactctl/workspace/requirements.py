"""What a figure, a comparison or a draft cannot do without, and what a document rests on.

What is required is returned whole as a workspace has it, or said to be missing, with what it was needed for.
"""

from collections.abc import Collection, Iterator
from typing import Final

from compactctl.documents.years import AcademicYear, year_of_file
from compactctl.errors import CannotDo
from compactctl.files.data_folder import (
    ANNEXES,
    COMPACTS,
    CONFIG,
    REGISTER,
    STATEMENT,
    annex_file,
    is_annex,
    is_compact,
    stem_of,
)
from compactctl.words import listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.workspace import Workspace

SEE_VALIDATE: Final = "'compactctl validate' says what is wrong with it"


def require_register(workspace: Workspace, question: str) -> Register:
    """Return the register; raises `CannotDo` as `readable_register` and `check_format` do."""
    check_format(workspace)
    return readable_register(workspace, question)


def readable_register(workspace: Workspace, question: str) -> Register:
    """Return the register; raises `CannotDo` where it is broken, or the folder of compacts cannot be listed.

    `question` completes "it cannot be told …".
    """
    if workspace.register is None:
        path = workspace.path_of(REGISTER)
        raise CannotDo(f"the register {path} is broken, so it cannot be told {question}", SEE_VALIDATE)
    check_compacts(workspace, "who has a compact")
    return workspace.register


def check_format(workspace: Workspace) -> None:
    """Raise `CannotDo` where the record is written in a format that this tool does not know: it could be misread."""
    if workspace.statement is not None and not workspace.statement.is_whole("format"):
        path = workspace.path_of(workspace.statement.name)
        message = f"what format the record is written in, {path} does not say in a way that this compactctl knows"
        raise CannotDo(message, "'compactctl validate' shows the line; a newer compactctl may be needed to read it")


def check_compacts(workspace: Workspace, question: str) -> None:
    """Raise `CannotDo` where the folder of compacts cannot be listed."""
    if not workspace.compacts_known:
        path = workspace.path_of(COMPACTS)
        raise CannotDo(f"the folder {path} cannot be read, so it cannot be told {question}", SEE_VALIDATE)


def check_annexes(workspace: Workspace, consequence: str) -> None:
    """Raise `CannotDo`, with the consequence, where the folder of annexes cannot be listed."""
    if not workspace.annexes_known:
        raise CannotDo(f"the folder {workspace.path_of(ANNEXES)} cannot be read, {consequence}", SEE_VALIDATE)


def require_years(workspace: Workspace, consequence: str) -> list[AcademicYear]:
    """Return the years that have an annex, oldest first; raises `CannotDo`, with the consequence, without any."""
    check_annexes(workspace, consequence)
    if not workspace.years:
        hint = "'compactctl init' begins a workspace with that of 2003/04"
        raise CannotDo(f"there is no annex in {workspace.shown}, {consequence}", hint)
    return workspace.years


def require_agenda(workspace: Workspace, year: AcademicYear, consequence: str) -> Agenda:
    """Return a year's annex; raises `CannotDo`, with the consequence, where there is none or it cannot be read."""
    if year not in workspace.agendas:
        years = require_years(workspace, consequence)
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


def foundations(workspace: Workspace, names: Collection[str], damaged: Collection[str]) -> frozenset[str]:
    """Return which of the damaged files these documents rest on; all are names within the data folder.

    All rest on the settings; annexes and compacts on the statement and the register; an annex on all before it, whose
    ids it may not use again; a compact on the newest annex and on those from its first edition's year to its last's. A
    file under a wrong name stands for the right one.
    """
    meant = {file: workspace.stands_for.get(file, file) for file in damaged}
    beneath = {CONFIG} if names else set()
    if any(is_annex(name) or is_compact(name) for name in names):
        beneath |= {STATEMENT, REGISTER, ANNEXES}
        # The compacts are read once more, so only where an annex is broken.
        if any(is_annex(name) for name in meant.values()):
            beneath |= {annex_file(year.file_stem) for year in _years(workspace, names)}
    return frozenset(file for file, name in meant.items() if name in beneath)


def _years(workspace: Workspace, names: Collection[str]) -> Iterator[AcademicYear]:
    for name in names:
        if is_annex(name):
            yield from (year for year in workspace.years if year < year_of_file(stem_of(name)))
        elif is_compact(name):
            yield from workspace.years[-1:]
            document = workspace.read_compact(stem_of(name)).document
            held = [edition.year for edition in document.content.editions if edition.year] if document else []
            yield from (year for year in workspace.years if held and min(held) <= year <= max(held))
