"""One side of a comparison with a revision: the documents of a workspace as parts, and those that cannot be read."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from compactctl.changes.comparing import Read
from compactctl.changes.parts import Parts, annex_parts, config_parts, register_parts, statement_parts
from compactctl.documents.document import Document
from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.workspace.unread import unreadable_documents
from compactctl.workspace.workspace import Workspace

STATEMENT: Final = "statement.yaml"
CONFIG: Final = "config.yaml"
REGISTER: Final = "authorities.csv"


class Side:
    """A workspace, all but its compacts; names are those within the data folder."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.slugs = frozenset(workspace.compact_slugs)

    @cached_property
    def documents(self) -> dict[str, Read]:
        """The documents that can be read, by name."""
        return dict(self._documents())

    @cached_property
    def broken(self) -> frozenset[str]:
        """The names that documents would have which are there and cannot be read."""
        workspace = self.workspace
        names = {f"{ANNEXES}/{year.file_stem}.yaml" for year, agenda in workspace.agendas.items() if agenda is None}
        names.update(f"{COMPACTS}/{slug}.yaml" for slug in workspace.broken_slugs)
        if workspace.has_statement and workspace.statement is None:
            names.add(STATEMENT)
        return frozenset(names.union(name for name in (CONFIG, REGISTER) if self._stand_ins(name)))

    @property
    def unreadable(self) -> Iterator[str]:
        """The names of files that cannot be read, and of folders that cannot be listed."""
        yield from unreadable_documents(self.workspace)
        for name in (CONFIG, REGISTER):
            yield from self._stand_ins(name)
        if not self.workspace.annexes_known:
            yield ANNEXES
        if not self.workspace.compacts_known:
            yield COMPACTS

    def _documents(self) -> Iterator[tuple[str, Read]]:
        workspace = self.workspace
        if workspace.statement:
            yield STATEMENT, read(workspace.statement, statement_parts(workspace.statement))
        for agenda in filter(None, workspace.agendas.values()):
            yield agenda.document.name, read(agenda.document, annex_parts(agenda))
        if workspace.config:
            yield CONFIG, read(workspace.config, config_parts(workspace.config))
        if workspace.register_source:
            yield REGISTER, Read(workspace.register_source, register_parts(workspace.register_source))

    def _stand_ins(self, name: str) -> list[str]:
        """Return the files that stand for the settings or the register where these are there and cannot be read."""
        workspace = self.workspace
        source = workspace.config if name == CONFIG else workspace.register_source
        if source is not None:
            return []
        stem = name.partition(".")[0]
        files = {found.place.file for found in workspace.findings}
        return sorted(file for file in files if file.lower().partition(".")[0] == stem)


def read(document: Document[Any], parts: Parts) -> Read:
    """Return a document as it is compared."""
    return Read(document.source, parts, document.is_whole(), document.is_example)
