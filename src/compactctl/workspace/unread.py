"""Which documents of a workspace cannot be read, and which files in it are read by nobody.

The compacts are left to whoever streams them: what is told here of them is what their names alone tell.
"""

import posixpath
from collections.abc import Iterator
from typing import Final

from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.workspace.workspace import Workspace

_STATEMENT: Final = "statement"


def unreadable_documents(workspace: Workspace) -> Iterator[str]:
    """Yield the names, within the data folder, of statement, annexes and misnamed compacts that cannot be read."""
    broken = {f"{COMPACTS}/{slug}" for slug in workspace.broken_slugs}
    broken.update(f"{ANNEXES}/{year.file_stem}" for year, agenda in workspace.agendas.items() if agenda is None)
    if workspace.has_statement and workspace.statement is None:
        broken.add(_STATEMENT)
    for name in unread_files(workspace):
        if posixpath.splitext(name.lower() if "/" not in name else name)[0] in broken:
            yield name


def unread_files(workspace: Workspace) -> list[str]:
    """Return the names of all that lies where documents belong and is not read, whether or not it is a document."""
    whole = {agenda.document.name for agenda in workspace.agendas.values() if agenda}
    whole.update(document.name for document in (workspace.statement,) if document)
    return sorted(
        {finding.place.file for finding in workspace.findings if _is_of_documents(finding.place.file)} - whole
    )


def _is_of_documents(name: str) -> bool:
    return name.partition("/")[0] in (ANNEXES, COMPACTS) or name.lower().startswith(f"{_STATEMENT}.")
