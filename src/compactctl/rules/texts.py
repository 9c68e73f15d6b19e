"""The texts of a document, each with its place: what the rules on texts look through.

A document is looked through in passages that are signed together: the statement, an annex, an edition, and what a
compact says of itself, which is as much a draft as its newest edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from compactctl.documents.document import Document
from compactctl.documents.status import NATIONAL_PARTIES, signed_by
from compactctl.files.source import Path, Source
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

if TYPE_CHECKING:
    from compactctl.documents.statement import Statement

_LOOKED_UP: Final = frozenset(("area", "authorities", "focuses", "from", "id", "letter", "party", "regions", "types"))
"""Keys whose texts are looked up somewhere: what is wrong with one is told by the rule that looks it up."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document that is signed as one."""

    document: Document[Any]
    content: object
    path: Path
    is_draft: bool

    @property
    def source(self) -> Source:
        """The file's text."""
        return self.document.source

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Yield the path and the text of all that people write in it, terms too."""
        return _texts(self.content, self.path)

    def free_texts(self) -> Iterator[tuple[Path, str]]:
        """Yield the path and the text of all that may be said in any words."""
        return ((path, text) for path, text in self.texts() if path[-1] != "term")


def of_statement(statement: Document[Statement]) -> Passage:
    """Return the statement."""
    is_draft = not signed_by(statement.content.signatures, NATIONAL_PARTIES)
    return Passage(statement, statement.content, (), is_draft)


def of_annex(agenda: Agenda) -> Passage:
    """Return an annex."""
    is_draft = not signed_by(agenda.document.content.signatures, NATIONAL_PARTIES)
    return Passage(agenda.document, agenda.document.content, (), is_draft)


def of_compact(compact: PlacedCompact) -> Passage:
    """Return what a compact says beside its editions."""
    said = compact.document.content.by_key().items()
    beside = {key: value for key, value in said if key not in ("authority", "editions")}
    return Passage(compact.document, beside, (), compact.newest is None or compact.newest.is_draft)


def of_edition(edition: PlacedEdition) -> Passage:
    """Return an edition."""
    return Passage(edition.document, edition.content, edition.path, edition.is_draft)


def name_of(path: Path) -> str:
    """Return the name under which a text stands, in a list or by itself."""
    return next(step for step in reversed(path) if isinstance(step, str))


def _texts(content: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(content, str):
        if name_of(path) not in _LOOKED_UP:
            yield path, content
    elif isinstance(content, list):
        for index, item in enumerate(content):
            yield from _texts(item, (*path, index))
    elif isinstance(content, Mapping):
        for key, value in content.items():
            yield from _texts(value, (*path, key))
    elif (by_key := getattr(content, "by_key", None)) is not None:
        yield from _texts(by_key(), path)
