"""Which documents of a workspace cannot be read, and which files in it are read by nobody.

The compacts are left to whoever streams them: what is told here of them is what their names alone tell.
"""

from collections.abc import Iterator

from compactctl.files.data_folder import ANNEXES, COMPACTS, STATEMENT, annex_file, compact_file
from compactctl.workspace.workspace import Workspace


def unreadable_documents(workspace: Workspace) -> Iterator[str]:
    """Yield the names, within the data folder, of statement, annexes and misplaced compacts that cannot be read."""
    names = [annex_file(year.file_stem) for year, agenda in workspace.agendas.items() if agenda is None]
    names += [compact_file(slug) for slug in workspace.broken_slugs]
    for name in names:
        yield from workspace.files_of(name)
    if workspace.has_statement and workspace.statement is None:
        yield from workspace.files_of(STATEMENT)


def unread_files(workspace: Workspace) -> list[str]:
    """Return the names of all that lies where documents belong and is not read, whether or not it is a document."""
    whole = {agenda.document.name for agenda in workspace.agendas.values() if agenda}
    whole.update(document.name for document in (workspace.statement,) if document)
    found = workspace.findings
    return sorted({item.place.file for item in found if _is_of_documents(item.place.file, item.rule)} - whole)


def _is_of_documents(name: str, rule: str) -> bool:
    is_in_folder = name.partition("/")[0] in (ANNEXES, COMPACTS)
    is_stray = rule == "misplaced-file" and not name.lower().startswith(("config.", "authorities."))
    return is_in_folder or is_stray or name.lower().startswith("statement.")
