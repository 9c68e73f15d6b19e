"""Draws a report with Rich: tables with a bar for each share, headings, lists. Imported only where that is wanted."""

# Rich is what this module is for, and whoever imports the module wants it.
# ruff: noqa: TID253

import io
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Bar, Cell, Column, Items, Layout, Prose, Section, Table
from compactctl.formats.safe import one_line, printable

MOST_ROWS: Final = 1_000
"""More of a table or a list is read by nobody on a terminal."""

_NARROWEST: Final = 20


def draw(layout: Layout, *, width: int, colour: bool, runner: bool) -> str:
    """Return the report as lines of at most `width` columns; without colour it is plain text."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(width, _NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    pen = _Pen(bar=max(_NARROWEST, width) // 8, runner=runner)
    for part in pen.parts(layout):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


class _Pen:
    """Turns parts of a report into what Rich draws; every string becomes safe text on the way."""

    def __init__(self, *, bar: int, runner: bool) -> None:
        self._bar = bar
        self._printable = partial(printable, runner=runner)

    def parts(self, layout: Layout) -> Iterator[RenderableType]:
        yield self._text(layout.heading, "bold")
        if layout.notices:
            yield ""
            yield from (self._item(notice, "!", "yellow") for notice in layout.notices)
        if layout.facts:
            yield ""
            yield from map(self._text, layout.facts)
        for section in layout.sections:
            yield ""
            yield self._text(section.title, "bold")
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[RenderableType]:
        match section:
            case Prose():
                yield Padding(self._text(section.text), (0, 0, 0, 2))
            case Items():
                yield from (self._item(item) for item in section.items[:MOST_ROWS])
                yield from self._below(len(section.items), section.note)
            case Table():
                yield self._grid(section)
                yield from self._below(len(section.rows), section.note)

    def _below(self, rows: int, note: str | None) -> Iterator[RenderableType]:
        if rows > MOST_ROWS:
            yield self._text(f"… and {rows - MOST_ROWS:,} more; --format html shows all", "dim")
        if note:
            yield self._text(note, "dim")

    def _item(self, text: str, sign: str = "-", style: str = "") -> Grid:
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(sign, style), self._text(text))
        return grid

    def _grid(self, table: Table) -> Grid:
        rows = [[self._cell(cell) for cell in row] for row in table.rows[:MOST_ROWS]]
        total = [self._cell(cell) for cell in table.total] if table.total else []
        grid = Grid(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", footer_style="bold")
        for index, column in enumerate(table.columns):
            self._add(grid, column, [row[index] for row in rows + [total] * bool(total)])
        for row in rows:
            grid.add_row(*row)
        if total:
            grid.add_row(*total, style="bold")
        return grid

    def _add(self, grid: Grid, column: Column, cells: Sequence[Text]) -> None:
        """Add a column: figures, letters and bars as narrow as they are, texts as wide as there is room."""
        header = self._text(column.title)
        if column.figures or len(column.title) <= len("aa"):
            width = max(map(cell_len, [*column.title.split(), *(cell.plain for cell in cells)]), default=1)
            grid.add_column(header, justify="right" if column.figures else "left", width=width, overflow="fold")
        else:
            grid.add_column(header, overflow="fold")

    def _cell(self, cell: Cell) -> Text:
        if isinstance(cell, Bar):
            full, empty = words.bar(cell.share, self._bar)
            return Text.assemble(("█" * full, "cyan"), ("░" * empty, "dim"))
        return self._text(f"{cell:,}" if isinstance(cell, int) else cell or "")

    def _text(self, text: str, style: str = "") -> Text:
        return Text(self._printable(one_line(text)), style)
