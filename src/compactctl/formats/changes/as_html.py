"""Changes as one page that needs nothing else: no script, no request, in light and dark, and on A4 paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from compactctl.formats.changes.story import FigureTable, Story, StoryItem
from compactctl.formats.room import Room
from compactctl.formats.safe import for_html
from compactctl.words import number

if TYPE_CHECKING:
    from markupsafe import Markup

_FOLDER: Final = Path(__file__).parent
_GAINS: Final = frozenset(
    {"new", "taken up", "put in", "new ask", "new area", "new edition", "added", "began", "succeeds"}
)
_LOSSES: Final = frozenset(
    {"retired", "dropped", "taken out", "ask gone", "area gone", "edition gone", "removed", "ended"}
)
_END_OF_ITEM: Final = "<ul>\n</ul>\n</li>\n"
_KEPT: Final = 200
"""Bytes for saying in one place what is left out; at most each list and table says so, and one list within another."""

_Pieces = tuple["Markup", ...]


class _Drawn(NamedTuple):
    """The lists and the rows of tables of a page, in pieces, as far as there is room: in the order they take it."""

    alerts: _Pieces
    caveats: _Pieces
    items: tuple[_Pieces, ...]
    rows: tuple[tuple[_Pieces, ...], ...]


def html(story: Story) -> Iterator[bytes]:
    """Yield the story as a page, in pieces; of what there is no room for on it, it says how much that is."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    environment.filters["safe_text"] = lambda text: Markup(for_html(text))  # noqa: S704 - escaped there
    environment.filters["tone"] = _tone
    page = environment.get_template("page.html")
    no_rows = tuple(((),) * len(section.tables) for section in story.sections)
    frame = page.render(story=story, drawn=_Drawn((), (), ((),) * len(story.sections), no_rows))
    kept = _KEPT * (3 + sum(1 + len(section.tables) for section in story.sections))
    drawer = _PageDrawer(environment.get_template("parts.html").module, Room(len(frame.encode()) + kept))
    drawn = _Drawn(
        drawer.items(story.alerts),
        drawer.items(story.caveats),
        tuple(drawer.items(section.items) for section in story.sections),
        tuple(tuple(map(drawer.rows, section.tables)) for section in story.sections),
    )
    return (piece.encode() for piece in page.generate(story=story, drawn=drawn))


class _PageDrawer:
    """Draws items and rows with the macros of a template, until there is no room for one; then each list says so."""

    def __init__(self, macros: Any, room: Room) -> None:  # noqa: ANN401 - a template's module has no type
        self._macros = macros
        self._room = room
        self._is_full = False

    def items(self, items: Sequence[StoryItem]) -> _Pieces:
        from markupsafe import Markup

        return tuple(map(Markup, self._items(items)))

    def rows(self, table: FigureTable) -> _Pieces:
        from markupsafe import Markup

        return tuple(map(Markup, self._rows(table)))

    def _items(self, items: Sequence[StoryItem], *, is_inner: bool = False) -> Iterator[str]:
        for index, item in enumerate(items):
            start = str(self._macros.item(item))
            if self._is_full or self._room.take((start, _END_OF_ITEM)) is None:
                if not (is_inner and self._is_full):
                    yield f"<li>{_more(len(items) - index)}</li>\n"
                self._is_full = True
                return
            yield start
            if item.items:
                yield from ("\n<ul>\n", *self._items(item.items, is_inner=True), "</ul>\n")
            yield "</li>\n"

    def _rows(self, table: FigureTable) -> Iterator[str]:
        for index, (line, cells) in enumerate(table.rows):
            row = None if self._is_full else self._room.take((str(self._macros.row(line, cells)), "\n"))
            if row is None:
                self._is_full = True
                more = f'<th scope="row" colspan="{len(table.head)}">{_more(len(table.rows) - index)}</th>'
                yield f"<tr>{more}</tr>\n"
                return
            yield row


def _more(count: int) -> str:
    return f"{number(count, 'more stands', 'more stand')} in the other formats: there is no room on this page."


def _tone(badge: str) -> str:
    return "gain" if badge in _GAINS else "loss" if badge in _LOSSES else "other"
