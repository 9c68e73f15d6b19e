"""Lines of a terminal: words made printable, marked with what colour would say, broken where a line ends, coloured."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from compactctl.files.characters import units
from compactctl.formats.readable.document import Line, Look, Words, text_of
from compactctl.formats.safe import columns_of, one_line, printable

CHANGE_MARKS: Final[dict[Look, tuple[str, str]]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_MARKS: Final[dict[Look, tuple[str, str]]] = {**CHANGE_MARKS, "mark": ("(", ")")}
_STYLES: Final = {"strong": "bold", "muted": "dim", "removed": "red", "added": "green", "mark": "yellow"}
_NONE: Final = ("", "")

CUT: Final = Words("…", "muted")
"""Stands where a line is cut."""

_Measured = tuple[Line, int]
"""A word, and how many columns it takes: measured once, since a document may have half a million."""


def shown(line: Line, look: Look = "plain") -> Line:
    """Return a line that can do nothing to a terminal, with its marks; words without a look get the one given."""
    return looking(tuple(map(_shown, line)), look)


def looking(line: Line, look: Look) -> Line:
    """Return a line in which words without a look have this one."""
    if look == "plain":
        return line
    return tuple(words._replace(look=look) if words.look == "plain" else words for words in line)


def _shown(words: Words) -> Words:
    before, after = _MARKS.get(words.look, _NONE) if words.text else _NONE
    return Words(f"{before}{printable(one_line(words.text))}{after}", words.look)


def columns_of_line(line: Line) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(columns_of(words.text) for words in line)


def broken(line: Line, width: int, first: Line = (), rest: str = "") -> Iterator[Line]:
    """Yield a line that can be shown, broken between words, or within one that is too long.

    `first` goes before its first line, `rest` before each other.
    """
    room = width - columns_of_line(first)
    text = text_of(line)
    if columns_of(text) <= room and text == " ".join(text.split()):
        yield (*first, *line)
        return
    current, is_begun = [*first], False
    for word, needed in _measured(line, max(1, min(room, width - columns_of(rest)))):
        if is_begun and needed + 1 > room:
            yield tuple(current)
            current, room, is_begun = [Words(rest)], width - columns_of(rest), False
        if is_begun:
            current.append(Words(" ", word[0].look))
            room -= 1
        current += word
        room -= needed
        is_begun = True
    yield tuple(current)


def cut(line: Line, width: int, most: int = 1, rest: str = "") -> Iterator[Line]:
    """Yield a line that can be shown as so many lines at most; a sign stands where it would go on."""
    lines = [*islice(broken(line, width, rest=rest), most + 1)]
    if len(lines) > most:
        *lines, last = islice(broken(line, width - columns_of_line((CUT,)), rest=rest), most)
        lines.append((*last, CUT))
    yield from lines


def _measured(line: Line, longest: int) -> Iterator[_Measured]:
    """Yield what stands between blanks, in pieces where looks change within it, cut where it is longer than a line."""
    for word in _unbroken(line):
        needed = columns_of_line(word)
        if needed <= longest:
            yield word, needed
        else:
            yield from _cut(word, longest)


def _unbroken(line: Line) -> Iterator[Line]:
    word: list[Words] = []
    for text, look, _ in line:
        if word and text[:1].isspace():
            yield tuple(word)
            word = []
        *whole, last = text.split() or [""]
        for part in whole:
            yield (*word, Words(part, look))
            word = []
        if last:
            word.append(Words(last, look))
            if text[-1].isspace():
                yield tuple(word)
                word = []
    if word:
        yield tuple(word)


def _cut(word: Line, longest: int) -> Iterator[_Measured]:
    part: list[Words] = []
    room = longest
    for text, look, _ in word:
        for unit in units(text):
            width = columns_of(unit)
            if width > room and part:
                yield tuple(part), longest - room
                part, room = [], longest
            part.append(Words(unit, look))
            room -= width
    yield tuple(part), longest - room


def uncoloured(lines: Iterable[Line]) -> str:
    """Return lines that can be shown as text, without the blanks at their ends."""
    return "".join(f"{text_of(line).rstrip()}\n" for line in lines)


def coloured(lines: Iterable[Line]) -> str:
    """Return lines that can be shown as text with the escape sequences of a terminal."""
    from rich.color import ColorSystem
    from rich.style import Style

    # Style by style and not by a Console, which takes four times as long.
    styles = {look: Style.parse(style) for look, style in _STYLES.items()}

    def painted(look: str, text: str) -> str:
        return styles[look].render(text, color_system=ColorSystem.STANDARD) if look in styles else text

    runs = (groupby(line, key=lambda words: words.look) for line in lines)
    return "".join("".join(painted(look, text_of(tuple(run))) for look, run in line) + "\n" for line in runs)
