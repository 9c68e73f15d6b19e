"""A text that is still to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from compactctl.documents.document import Document
from compactctl.documents.status import NATIONAL_PARTIES, signed_by
from compactctl.documents.values import is_unfinished
from compactctl.files.source import Path
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import cut
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

if TYPE_CHECKING:
    from compactctl.documents.statement import Statement

RULE = Rule(
    level=None,
    holds_when="a text, or a term, is TODO or begins with it",
    reason="a draft may be unfinished; what somebody has signed may not",
    remedy="write the text, and take TODO out",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: ⟦TODO why this matters here⟧")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", "why: Results differ between our districts")),
)

_LOOKED_UP: Final = frozenset({"area", "focuses", "from", "id", "letter", "open_to", "party"})
"""Keys whose values are looked up, so that a TODO there is told by the rule that does so."""


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through the statement."""
    is_draft = not signed_by(statement.content.signatures, NATIONAL_PARTIES)
    yield from _todos(statement, statement.content, (), is_draft=is_draft)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through an annex."""
    is_draft = not signed_by(agenda.document.content.signatures, NATIONAL_PARTIES)
    yield from _todos(agenda.document, agenda.document.content, (), is_draft=is_draft)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through what a compact says of itself; it is as much a draft as its newest edition."""
    if compact.document.source.has_todo:
        content = compact.document.content
        about_itself = {"note": content.note, "sources": content.sources}
        is_draft = compact.newest is None or compact.newest.is_draft
        yield from _todos(compact.document, about_itself, (), is_draft=is_draft)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:  # noqa: ARG001
    """Look through an edition."""
    yield from _todos(compact.document, edition.content, edition.path, is_draft=edition.is_draft)


def _todos(document: Document[Any], content: object, path: Path, *, is_draft: bool) -> Iterator[Hit]:
    if not document.source.has_todo:
        return
    for place, text in _texts(content, path):
        message = f"'{_key(place)}' is still to be written ('{cut(text, 40)}')"
        yield Hit(document.source.value(place), message, is_draft=is_draft)


def _texts(content: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield place and text of all that is still to be written."""
    if isinstance(content, str):
        if is_unfinished(content):
            yield path, content
    elif isinstance(content, list):
        for index, item in enumerate(content):
            yield from _texts(item, (*path, index))
    elif isinstance(content, Mapping):
        for key, value in content.items():
            if key not in _LOOKED_UP:
                yield from _texts(value, (*path, key))
    elif (by_key := getattr(content, "by_key", None)) is not None:
        yield from _texts(by_key(), path)


def _key(path: Path) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))
