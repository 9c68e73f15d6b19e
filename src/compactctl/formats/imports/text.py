"""What became of returned forms as people read it: a line a file, and below it why, and what to look at."""

from collections.abc import Iterator
from typing import Final

from compactctl.formats.imports.result import ImportedFile, ImportsResult
from compactctl.formats.safe import printable
from compactctl.formats.styled import StyledLine
from compactctl.forms.taking_in import Outcome
from compactctl.words import number

_STYLES: Final = {Outcome.IMPORTED: "strong", Outcome.UNCHANGED: "", Outcome.REFUSED: "error"}
_WORDS: Final = {Outcome.IMPORTED: "taken in", Outcome.UNCHANGED: "unchanged", Outcome.REFUSED: "refused"}
_WIDEST: Final = 60
"""Characters of a column; what is longer moves the rest of its line."""


def render(result: ImportsResult) -> Iterator[StyledLine]:
    """Yield the lines."""
    widths = [_width(column) for column in zip(*map(_columns, result.files), strict=True)]
    for file in result.files:
        path, label = (text.ljust(width) for text, width in zip(_columns(file), widths, strict=True))
        outcome = file.taken.outcome
        yield [("place", path), ("", f"  {label}  "), (_STYLES[outcome], _WORDS[outcome])]
        yield from ([("", f"    {printable(remark)}")] for remark in _remarks(file))
    if result.files:
        yield [("", "")]
    yield [("strong", result.summary())]


def _columns(file: ImportedFile) -> tuple[str, str]:
    return printable(file.path), printable(file.label)


def _width(texts: tuple[str, ...]) -> int:
    return max((len(text) for text in texts if len(text) <= _WIDEST), default=0)


def _remarks(file: ImportedFile) -> Iterator[str]:
    yield from file.taken.reasons
    yield from (f"taken out: {words}" for words in file.taken.left_out)
    yield from file.taken.remarks
    if file.comments:
        yield f"left out: {number(file.comments, 'comment')} of Word"
