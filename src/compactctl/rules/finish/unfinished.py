"""A text that is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compactctl.documents.document import Document
from compactctl.documents.values import PLACEHOLDERS, TODO, is_unfinished
from compactctl.files.source import Path, Source
from compactctl.rules import texts
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import cut
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

if TYPE_CHECKING:
    from compactctl.documents.statement import Statement

RULE = Rule(
    level=None,
    holds_when="a text, or a line of it, begins with TODO, or says nothing but TBC, TBA, TBD, n/a, 'to be confirmed', 'to follow', '…' or '?'; or it holds 'TODO still true?'",
    reason="a draft may be unfinished; what somebody has signed may not",
    remedy="write the text, and take TODO out",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: ⟦TODO why this matters here⟧")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", "why: Results differ between our districts")),
)

_SIGNS: Final = (TODO.lower(), *PLACEHOLDERS, "…", "...", "?")
_BEGINS_A_LINE: Final = rf"\s*{TODO}\b"


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through the statement."""
    return _unfinished(texts.of_statement(statement))


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through an annex."""
    return _unfinished(texts.of_annex(agenda))


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look through what a compact says of itself."""
    return _unfinished(texts.of_compact(compact))


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:  # noqa: ARG001
    """Look through an edition."""
    return _unfinished(texts.of_edition(edition))


def _unfinished(piece: texts.Piece) -> Iterator[Hit]:
    if not _is_suspect(piece.source):
        return
    for path, text in piece.texts():
        if is_unfinished(text) or (TODO in text and _has_such_a_line(piece.source, path)):
            message = f"'{_key(path)}' is still to be written ('{cut(text, 40)}')"
            yield Hit(piece.source.value(path), message, is_draft=piece.is_draft)


@lru_cache(maxsize=1)  # asked for each edition of a compact, one after the other
def _is_suspect(source: Source) -> bool:
    """Tell, without a look at single texts, whether a file may have one that is still to be written."""
    text = source.text.lower()
    return any(sign in text for sign in _SIGNS)


def _has_such_a_line(source: Source, path: Path) -> bool:
    """Tell whether a line of a text begins with TODO in the file, where the text itself runs on."""
    span = source.written(path).span
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    return any(re.match(_BEGINS_A_LINE, line) for line in source.lines[span.line : last])


def _key(path: Path) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))
