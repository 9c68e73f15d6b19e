"""Lines of pieces broken to a width in terminal columns. The texts must be printable already."""

from collections.abc import Iterator

from compactctl.files.characters import units
from compactctl.formats.changes.story import Line, Piece
from compactctl.formats.safe import columns_of

_Measured = tuple[Line, int]
"""A word, and how many columns it takes: measured once, since a report may have half a million."""


def columns(line: Line) -> int:
    """Return how many columns of a terminal a line takes."""
    total = 0
    for piece in line:
        total += columns_of(piece.text)
    return total


def wrapped(line: Line, first: Piece, rest: str, width: int) -> Iterator[Line]:
    """Yield a line broken between words, or within one that is too long, each part with what goes before it."""
    current, room, is_begun = [first], width - columns_of(first.text), False
    for word, needed in _words(line, max(1, width - max(columns_of(first.text), columns_of(rest)))):
        if is_begun and needed + 1 > room:
            yield tuple(current)
            current, room, is_begun = [Piece(rest)], width - columns_of(rest), False
        if is_begun:
            current.append(Piece(" ", word[0].look))
            room -= 1
        current += word
        room -= needed
        is_begun = True
    yield tuple(current)


def _words(line: Line, longest: int) -> Iterator[_Measured]:
    """Yield what stands between blanks, in pieces where looks change within it, cut where it is longer than a line."""
    for word in _unbroken(line):
        needed = columns(word)
        if needed <= longest:
            yield word, needed
        else:
            yield from _cut(word, longest)


def _unbroken(line: Line) -> Iterator[Line]:
    word: list[Piece] = []
    for text, look in line:
        if word and text[:1].isspace():
            yield tuple(word)
            word = []
        *whole, last = text.split() or [""]
        for part in whole:
            yield (*word, Piece(part, look))
            word = []
        if last:
            word.append(Piece(last, look))
            if text[-1].isspace():
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _cut(word: Line, longest: int) -> Iterator[_Measured]:
    part: list[Piece] = []
    room = longest
    for piece in word:
        for unit in units(piece.text):
            width = columns_of(unit)
            if width > room and part:
                yield tuple(part), longest - room
                part, room = [], longest
            part.append(Piece(unit, piece.look))
            room -= width
    yield tuple(part), longest - room
