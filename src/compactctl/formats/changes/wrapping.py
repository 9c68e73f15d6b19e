"""Lines of pieces broken to a width in terminal columns. The texts must be printable already."""

import re
from collections.abc import Iterator

from compactctl.files.characters import units
from compactctl.formats.changes.story import Line, Piece
from compactctl.formats.safe import columns_of


def columns(line: Line) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(columns_of(piece.text) for piece in line)


def wrapped(line: Line, first: Piece, rest: str, width: int) -> Iterator[Line]:
    """Yield a line broken between words, or within one that is too long, each part with what goes before it."""
    start: Line = (first,)
    current, room = start, width - columns_of(first.text)
    for word in _words(line, max(1, width - max(columns_of(first.text), columns_of(rest)))):
        needed = columns(word)
        blank = 0 if current is start else 1
        if current is not start and needed + blank > room:
            yield current
            start = (Piece(rest),)
            current, room, blank = start, width - columns_of(rest), 0
        current = (*current, *((Piece(" ", word[0].look),) if blank else ()), *word)
        room -= needed + blank
    yield current


def _words(line: Line, longest: int) -> Iterator[Line]:
    """Yield what stands between blanks, in pieces where looks change within it, cut where it is longer than a line."""
    word: list[Piece] = []
    for piece in line:
        for text in re.findall(r"\s+|\S+", piece.text):
            if not text.isspace():
                word.append(Piece(text, piece.look))
            elif word:
                yield from _cut(tuple(word), longest)
                word = []
    if word:
        yield from _cut(tuple(word), longest)


def _cut(word: Line, longest: int) -> Iterator[Line]:
    if columns(word) <= longest:
        yield word
        return
    part: list[Piece] = []
    room = longest
    for piece in word:
        for unit in units(piece.text):
            width = columns_of(unit)
            if width > room and part:
                yield tuple(part)
                part, room = [], longest
            part.append(Piece(unit, piece.look))
            room -= width
    yield tuple(part)
