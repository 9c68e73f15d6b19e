"""A text that is still to be written."""

import re
from collections.abc import Iterator
from typing import Final

from compactctl.documents.texts import is_placeholder, is_unfinished
from compactctl.documents.values import TODO
from compactctl.files.source import KeyPath, Source
from compactctl.rules.passages import Passage, name_of
from compactctl.rules.rule import Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import cut

RULE = Rule(
    level=None,
    found_when="a text, or a line of it, begins with TODO, or says nothing but TBC, TBA, TBD, n/a, 'to be confirmed', 'to follow', '…' or '?'; or it holds 'TODO still true?'",
    reason="a draft may be unfinished; what somebody has signed may not",
    remedy="write the text, and take TODO out",
    says="'why' is still to be written ('TODO why this matters here')",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: ⟦TODO why this matters here⟧")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", "why: Results differ between our districts")),
)

_BEGINS_A_LINE: Final = rf"\s*{TODO}\b"


def check_texts(passage: Passage) -> Iterator[Violation]:
    """Look through the texts of a passage."""
    for path, text in passage.texts(_may_be_unfinished):
        if is_unfinished(text) or (TODO in text and _has_such_a_line(passage.source, path)):
            message = f"'{name_of(path)}' is still to be written ('{cut(text, 40)}')"
            yield Violation(passage.source.value(path), message, is_draft=passage.is_draft)


def _may_be_unfinished(text: str) -> bool:
    return TODO in text or is_placeholder(text)


def _has_such_a_line(source: Source, path: KeyPath) -> bool:
    """Tell whether a line of a text begins with TODO in the file, where the text itself runs on."""
    span = source.written(path).span
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    return any(re.match(_BEGINS_A_LINE, line) for line in source.lines[span.line : last])
