"""Changes for a terminal or a log: 80 columns wide unless told otherwise, coloured only where colour is wanted.

Words taken out and put in have marks of their own, so that colour never tells anything alone.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from compactctl.files.characters import units
from compactctl.formats.changes.story import FigureTable, Line, Section, Story, StoryItem, Words, plain
from compactctl.formats.safe import columns_of, one_line, printable

WIDTH: Final = 80
_NARROWEST: Final = 40
_BADGE: Final = 13
_FIGURES: Final = 11
_MARKS: Final = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_STYLES: Final = {"strong": "bold", "muted": "dim", "removed": "red", "added": "green"}
_LEGEND: Final = (Words("taken out", "removed"), Words(" "), Words("put in", "added"))

_Measured = tuple[Line, int]
"""A word, and how many columns it takes: measured once, since a report may have half a million."""


def terminal(story: Story, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return the story for a terminal so many columns wide; without colour there is no escape sequence in it."""
    lines = _Drawing(max(width, _NARROWEST)).story(story)
    if colour:
        return _coloured(lines)
    return "".join("".join(words.text for words in line).rstrip() + "\n" for line in lines)


class _Drawing:
    """Turns each part of a story into printable lines."""

    def __init__(self, width: int) -> None:
        self._width = width

    def story(self, story: Story) -> Iterator[Line]:
        yield from self._wrapped((Words(story.title, "strong"),))
        for item in story.alerts:
            yield ()
            yield from self._item(item, 0)
        if story.alerts and story.examples:
            yield ()
        for sentence in story.examples:
            yield from self._wrapped((Words(f"{sentence}.", "strong"),))
        for item in story.caveats:
            yield ()
            yield from self._item(item, 0)
        yield ()
        for line in story.summary:
            yield from self._wrapped(line, rest="  ")
        if any(_has_marks(item) for section in story.sections for item in section.items):
            yield ()
            yield from self._wrapped((Words("Words in texts: ", "muted"), *_LEGEND))
        for section in story.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Line]:
        yield ()
        yield (Words(section.title.upper(), "strong"),)
        if section.lead:
            yield ()
        for line in section.lead:
            yield from self._wrapped(line, rest="  ")
        for item in section.items:
            yield ()
            yield from self._item(item, 0)
        for table in section.tables:
            yield ()
            yield from self._table(table)

    def _item(self, item: StoryItem, depth: int) -> Iterator[Line]:
        label = (Words(f"{item.label}: "),) if item.label else ()
        badge = f"{item.badge:<{_BADGE}}" if item.badge else ""
        inside = depth + len(badge)
        rest = inside + 2 if item.label or not badge else inside
        yield from self._wrapped((*label, *item.line), " " * depth + badge, " " * rest)
        for inner in item.items:
            yield from self._item(inner, rest)

    def _wrapped(self, line: Line, first: str = "", rest: str = "") -> Iterator[Line]:
        return _broken(tuple(self._safe(words) for words in line), Words(first, "strong"), rest, self._width)

    def _safe(self, words: Words) -> Words:
        before, after = _MARKS.get(words.look, ("", ""))
        return Words(f"{before}{printable(one_line(words.text))}{after}", words.look)

    def _table(self, table: FigureTable) -> Iterator[Line]:
        figures = max(len(table.head) - 1, 0) * _FIGURES
        yield from self._wrapped(plain(f"{table.caption}:"))
        yield ()
        for row in ((plain(table.head[0]), table.head[1:]), *table.rows):
            yield from self._row(*row, self._width - figures)

    def _row(self, head: Line, cells: tuple[str, ...], room: int) -> Iterator[Line]:
        safe = tuple(self._safe(words) for words in head)
        *above, last = _broken(safe, Words(""), "  ", room - 1)
        yield from above
        yield (*last, Words(" " * (room - _columns(last))), *(Words(f"{cell:>{_FIGURES}}") for cell in cells))


def _has_marks(item: StoryItem) -> bool:
    return any(words.look in _MARKS for words in item.line) or any(map(_has_marks, item.items))


def _coloured(lines: Iterable[Line]) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # Style by style and not by a Console, which takes four times as long.
    styles = {look: Style.parse(style) for look, style in _STYLES.items()}

    def painted(look: str, text: str) -> str:
        return styles[look].render(text, color_system=ColorSystem.STANDARD) if look in styles else text

    runs = (groupby(line, key=lambda words: words.look) for line in lines)
    return "".join(
        "".join(painted(look, "".join(words.text for words in group)) for look, group in line) + "\n" for line in runs
    )


def _columns(line: Line) -> int:
    """Return how many columns of a terminal a line takes."""
    return sum(columns_of(text) for text, _ in line)


def _broken(line: Line, first: Words, rest: str, width: int) -> Iterator[Line]:
    """Yield a line broken between words, or within one that is too long, each part with what goes before it."""
    current, room, is_begun = [first], width - columns_of(first.text), False
    for word, needed in _measured(line, max(1, width - max(columns_of(first.text), columns_of(rest)))):
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


def _measured(line: Line, longest: int) -> Iterator[_Measured]:
    """Yield what stands between blanks, in pieces where looks change within it, cut where it is longer than a line."""
    for word in _unbroken(line):
        needed = _columns(word)
        if needed <= longest:
            yield word, needed
        else:
            yield from _cut(word, longest)


def _unbroken(line: Line) -> Iterator[Line]:
    word: list[Words] = []
    for text, look in line:
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
    for text, look in word:
        for unit in units(text):
            width = columns_of(unit)
            if width > room and part:
                yield tuple(part), longest - room
                part, room = [], longest
            part.append(Words(unit, look))
            room -= width
    yield tuple(part), longest - room
