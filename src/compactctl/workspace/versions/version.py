"""One version of a workspace: its documents as parts, and those that cannot be read."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from compactctl.documents.content import Compact
from compactctl.documents.document import Document
from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.workspace.unread import unreadable_documents
from compactctl.workspace.versions.part_changes import Read
from compactctl.workspace.versions.parts import (
    Parts,
    annex_parts,
    compact_parts,
    config_parts,
    register_parts,
    statement_parts,
)
from compactctl.workspace.versions.signed import Signed, signed_annex, signed_editions, signed_statement
from compactctl.workspace.workspace import Workspace

STATEMENT: Final = "statement.yaml"
CONFIG: Final = "config.yaml"
REGISTER: Final = "authorities.csv"


class Version:
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
        if statement := workspace.statement:
            yield STATEMENT, _read_of(statement, statement_parts(statement), signed_statement(statement))
        for agenda in filter(None, workspace.agendas.values()):
            yield agenda.document.name, _read_of(agenda.document, annex_parts(agenda), signed_annex(agenda))
        if workspace.config:
            yield CONFIG, _read_of(workspace.config, config_parts(workspace.config))
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


def read_of_compact(document: Document[Compact]) -> Read:
    """Return a compact as it is compared."""
    return _read_of(document, compact_parts(document), signed_editions(document))


def _read_of(document: Document[Any], parts: Parts, signed: tuple[Signed, ...] = ()) -> Read:
    return Read(document.source, parts, document, signed)
