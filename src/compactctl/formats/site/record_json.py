"""The whole record as one JSON document, written while the compacts are read."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import Any, Final

from compactctl.documents.content_base import Content
from compactctl.documents.years import AcademicYear
from compactctl.formats.site.records import RegisteredRecord
from compactctl.formats.strict_json import record, written
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.workspace import Workspace

_DEPTH: Final = 2
"""How deep in the document each entry of its lists stands."""


def compact_entry(compact: PlacedCompact) -> bytes:
    """Return a compact as it stands among the others of the record."""
    values = _values(compact.document.content) | {"example": compact.is_example}
    for edition, placed in zip(values["editions"], compact.editions, strict=True):
        edition["status"] = placed.status
    return written(values, _DEPTH)


class RecordWriter:
    """Writes the record: what stands before the compacts, each of these, and what comes after them."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._has_compact = False

    def begin(self, workspace: Workspace) -> None:
        """Write the statement and the annexes."""
        statement = _values(workspace.statement.content) if workspace.statement else None
        self._write(b'{\n  "format": "compactctl/record/1",\n  "statement": ' + written(statement, 1))
        self._write(b',\n  "annexes": ' + written([*map(_agenda, workspace.readable_agendas)], 1))
        self._write(b',\n  "compacts": [')

    def add(self, entry: bytes) -> None:
        """Write a compact."""
        self._write((b"," if self._has_compact else b"") + b"\n    " + entry)
        self._has_compact = True

    def end(self, authorities: Iterable[Authority], unreadable: Iterable[str]) -> None:
        """Write the authorities, and which documents are left out."""
        self._write(b"\n  ]" if self._has_compact else b"]")
        self._write(b',\n  "authorities": ' + written([*map(_registered, authorities)], 1))
        self._write(b',\n  "unreadable": ' + written([*unreadable], 1) + b"\n}\n")


def _agenda(agenda: Agenda) -> dict[str, Any]:
    return _values(agenda.document.content) | {"example": agenda.is_example, "status": agenda.status}


def _registered(authority: Authority) -> RegisteredRecord:
    return record(RegisteredRecord, authority, type=authority.current_type)


def _values(content: Content) -> dict[str, Any]:
    """Return the values of a document by its keys, as JSON has them."""
    return {key: _plain(value) for key, value in content.by_key().items()}


def _plain(value: object) -> object:
    if isinstance(value, Content):
        return _values(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else str(value) if isinstance(value, AcademicYear) else value
