"""Changes for a terminal or a log: 80 columns wide unless told otherwise, coloured only where colour is wanted.

Words taken out and put in have marks of their own, so that colour never tells anything alone.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from compactctl.formats.changes.story import Item, Line, Piece, Section, Story, Table, plain
from compactctl.formats.changes.wrapping import columns, wrapped
from compactctl.formats.safe import one_line, printable

WIDTH: Final = 80
_NARROWEST: Final = 40
_BADGE: Final = 13
_FIGURES: Final = 11
_MARKS: Final = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_STYLES: Final = {"strong": "bold", "muted": "dim", "removed": "red", "added": "green"}
_LEGEND: Final = (Piece("taken out", "removed"), Piece(" "), Piece("put in", "added"))


def terminal(story: Story, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return the story for a terminal so many columns wide; without colour there is no escape sequence in it."""
    lines = _Drawing(max(width, _NARROWEST)).story(story)
    if colour:
        return _coloured(lines)
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


class _Drawing:
    """Turns each part of a story into printable lines."""

    def __init__(self, width: int) -> None:
        self._width = width

    def story(self, story: Story) -> Iterator[Line]:
        yield from self._wrapped((Piece(story.title, "strong"),))
        for item in story.alerts:
            yield ()
            yield from self._item(item, 0)
        if story.alerts and story.examples:
            yield ()
        for sentence in story.examples:
            yield from self._wrapped((Piece(f"{sentence}.", "strong"),))
        for item in story.caveats:
            yield ()
            yield from self._item(item, 0)
        yield ()
        for line in story.summary:
            yield from self._wrapped(line, rest="  ")
        if any(_has_marks(item) for section in story.sections for item in section.items):
            yield ()
            yield from self._wrapped((Piece("Words in texts: ", "muted"), *_LEGEND))
        for section in story.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Line]:
        yield ()
        yield (Piece(section.title.upper(), "strong"),)
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

    def _item(self, item: Item, depth: int) -> Iterator[Line]:
        label = (Piece(f"{item.label}: "),) if item.label else ()
        badge = f"{item.badge:<{_BADGE}}" if item.badge else ""
        inside = depth + len(badge)
        rest = inside + 2 if item.label or not badge else inside
        yield from self._wrapped((*label, *item.line), " " * depth + badge, " " * rest)
        for inner in item.items:
            yield from self._item(inner, rest)

    def _wrapped(self, line: Line, first: str = "", rest: str = "") -> Iterator[Line]:
        return wrapped(tuple(self._safe(piece) for piece in line), Piece(first, "strong"), rest, self._width)

    def _safe(self, piece: Piece) -> Piece:
        before, after = _MARKS.get(piece.look, ("", ""))
        return Piece(f"{before}{printable(one_line(piece.text))}{after}", piece.look)

    def _table(self, table: Table) -> Iterator[Line]:
        figures = max(len(table.head) - 1, 0) * _FIGURES
        yield from self._wrapped(plain(f"{table.caption}:"))
        yield ()
        for row in ((plain(table.head[0]), table.head[1:]), *table.rows):
            yield from self._row(*row, self._width - figures)

    def _row(self, head: Line, cells: tuple[str, ...], room: int) -> Iterator[Line]:
        safe = tuple(self._safe(piece) for piece in head)
        *above, last = wrapped(safe, Piece(""), "  ", room - 1)
        yield from above
        yield (*last, Piece(" " * (room - columns(last))), *(Piece(f"{cell:>{_FIGURES}}") for cell in cells))


def _has_marks(item: Item) -> bool:
    return any(piece.look in _MARKS for piece in item.line) or any(map(_has_marks, item.items))


def _coloured(lines: Iterable[Line]) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # Style by style and not by a Console, which takes four times as long.
    styles = {look: Style.parse(words) for look, words in _STYLES.items()}

    def painted(look: str, text: str) -> str:
        return styles[look].render(text, color_system=ColorSystem.STANDARD) if look in styles else text

    runs = (groupby(line, key=lambda piece: piece.look) for line in lines)
    return "".join(
        "".join(painted(look, "".join(piece.text for piece in pieces)) for look, pieces in line) + "\n" for line in runs
    )
