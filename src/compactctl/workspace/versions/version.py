"""One version of a workspace: its documents as parts, and those that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from compactctl.documents.document import Document
from compactctl.files.data_folder import ANNEXES, COMPACTS, CONFIG, REGISTER, STATEMENT
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

if TYPE_CHECKING:
    from compactctl.documents.compact import Compact


class Version:
    """A workspace, all but its compacts; names are those within the data folder."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.slugs = frozenset(workspace.compact_slugs)

    @cached_property
    def documents(self) -> dict[str, Read]:
        """The documents that can be read, by name."""
        return dict(self._documents())

    @property
    def unreadable(self) -> Iterator[str]:
        """The names of files that cannot be read, and of folders that cannot be listed."""
        yield from chain.from_iterable(self.workspace.unreadable.values())
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


def read_of_compact(document: Document[Compact]) -> Read:
    """Return a compact as it is compared."""
    return _read_of(document, compact_parts(document), signed_editions(document))


def _read_of(document: Document[Any], parts: Parts, signed: tuple[Signed, ...] = ()) -> Read:
    return Read(document.source, parts, document, signed)
