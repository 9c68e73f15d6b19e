"""A text with the marks of a wrong encoding, or with a line of the form that slipped into it."""

import re
from collections.abc import Iterator
from typing import Final

from compactctl.files.source import KeyPath, Source
from compactctl.finding import Level, Place, Span
from compactctl.rules.passages import Passage, name_of
from compactctl.rules.rule import Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import quoted

RULE = Rule(
    level=Level.WARNING,
    found_when="a text holds what a sign becomes that was read in a wrong encoding, such as 'Â£' for '£', or the sign of a form, '>-', that was to begin another text",
    reason="readers would be shown signs that nobody meant, and one text where there were to be two",
    remedy="write the sign that was meant, and save the file as UTF-8; begin a line with '>-' as far in as the one above",
    says="'Â£' stands here, as signs do that were read in a wrong encoding; write '£', which was probably meant",
    breaks=replaced(COMPACT, ("Two consultants", "Two consultants for ⟦Â£⟧40,000")),
    keeps=replaced(COMPACT, ("Two consultants", "Two consultants for £40,000")),
)

_SIGN: Final = re.compile(r"(?:^|\s)[>|]-(?:\s|$)")
_WINDOWS: Final = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_MARKS: Final = rf"â€[{_WINDOWS}]?|\u00e2\u201a\u00ac|[ÂÃ][{_WINDOWS}]"
"""UTF-8 read as Windows-1252: quotes and dashes; the euro; signs such as £ and °, letters such as é and ö."""


def check_texts(passage: Passage) -> Iterator[Violation]:
    """Look through the texts of a passage."""
    yield from _swallowed(passage)
    for path, words in passage.free_texts(_has_marks):
        marks = re.findall(_MARKS, words)[0]
        meant = _meant(marks)
        instead = f"write {quoted(meant)}, which was probably meant" if meant else "write the sign that was meant"
        message = f"{quoted(marks)} stands here, as signs do that were read in a wrong encoding; {instead}"
        yield Violation(_place(passage.source, path), message)


def _has_marks(text: str) -> bool:
    return not text.isascii() and re.search(_MARKS, text) is not None


def _swallowed(passage: Passage) -> Iterator[Violation]:
    """Look for what begins another text of a form, and stands inside one since its line begins too far in."""
    for path, _ in passage.free_texts(_has_sign):
        place = passage.source.value(path)
        if passage.document.has_slip_at(place):
            continue
        sign = "- >-" if isinstance(path[-1], int) else ">-"
        message = (
            f"a line with '{sign}' stands inside this text of '{name_of(path)}'; where it is to begin another text,"
            " begin it as far in as the line above this text"
        )
        yield Violation(place, message)


def _has_sign(text: str) -> bool:
    return (">" in text or "|" in text) and _SIGN.search(text) is not None


def _meant(marks: str) -> str | None:
    try:
        return marks.encode("cp1252").decode()
    except UnicodeError:
        return None


def _place(source: Source, path: KeyPath) -> Place:
    """Return where the first such marks of a text stand; a text in double quotes may hide them as escapes."""
    span = source.written(path).span
    for number in range(span.line, min(span.end_line, len(source.lines)) + 1):
        begin = span.column - 1 if number == span.line else 0
        if match := re.compile(_MARKS).search(source.lines[number - 1], begin):
            return source.place(Span(number, match.start() + 1, number, match.end() + 1))
    return source.value(path)
