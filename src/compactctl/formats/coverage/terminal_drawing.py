"""Draws a report with Rich: tables with a bar for each share, headings, lists. Imported only where that is wanted."""

# Rich is what this module is for, and whoever imports the module wants it.
# ruff: noqa: TID253

import io
from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import (
    ENDING,
    Bar,
    Items,
    ListEntry,
    Prose,
    ReadableReport,
    ReportSection,
    ReportTable,
    SignMatrix,
    TableCell,
    TableColumn,
)
from compactctl.formats.safe import one_line, printable

MOST_ROWS: Final = 1_000
"""More of a table or a list is read by nobody on a terminal."""

_NARROWEST: Final = 20
_LONG_WORD: Final = 12
_ROOM_FOR_BARS: Final = 70
"""On less, the names of areas need all that the figures leave."""


def draw(report: ReadableReport, *, width: int, colour: bool) -> str:
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
    drawer = _Drawer(max(width, _NARROWEST))
    for part in drawer.parts(report):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


class _Drawer:
    """Turns parts of a report into what Rich draws; every string becomes safe text on the way."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._bar = width // 10 if width >= _ROOM_FOR_BARS else 0

    def parts(self, report: ReadableReport) -> Iterator[RenderableType]:
        yield self._text(report.heading, "bold")
        yield from (self._text(f"{sentence}.", "bold yellow") for sentence in report.examples)
        if report.notices:
            yield ""
            yield from (self._item(notice, "!", "yellow") for notice in report.notices)
        if report.facts:
            yield ""
            yield from map(self._text, report.facts)
        for section in report.sections:
            yield ""
            yield self._text(section.title, "bold")
            yield from self._section(section)
        yield ""
        yield self._text(ENDING, "dim")

    def _section(self, section: ReportSection) -> Iterator[RenderableType]:
        match section:
            case Prose():
                if section.text:
                    yield self._below(self._text(section.text))
                for items in section.lists:
                    yield self._below(self._text(items.title))
                    yield from map(self._below, self._section(items))
            case Items():
                for item in section.items[:MOST_ROWS]:
                    yield from self._entry(item if isinstance(item, ListEntry) else ListEntry(item))
                yield from self._beneath(len(section.items), section.note)
            case ReportTable():
                yield from [self._grid(section)] if self._has_room(section) else self._row_by_row(section)
                yield from self._beneath(len(section.rows), section.note)
            case SignMatrix():
                yield from self._matrix(section)
                yield from self._beneath(len(section.rows), section.note)

    def _below(self, part: RenderableType) -> Padding:
        return Padding(part, (0, 0, 0, 2))

    def _beneath(self, rows: int, note: str | None) -> Iterator[RenderableType]:
        if rows > MOST_ROWS:
            yield self._text(f"… and {rows - MOST_ROWS:,} more; --format html shows all", "dim")
        if note:
            yield self._text(note, "dim")

    def _entry(self, entry: ListEntry) -> Iterator[RenderableType]:
        yield self._item(entry.text)
        yield from (self._below(self._item(text)) for text in entry.below)

    def _item(self, text: str, sign: str = "-", style: str = "") -> Grid:
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(sign, style), self._text(text))
        return grid

    def _grid(self, table: ReportTable) -> Grid:
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

    def _has_room(self, table: ReportTable) -> bool:
        """Tell whether the texts of a table have room beside its figures; Rich would leave out whole columns."""
        rows = [*table.rows[:MOST_ROWS], *([table.total] if table.total else [])]
        columns = [(column, [self._cell(row[index]) for row in rows]) for index, column in enumerate(table.columns)]
        return sum(_least(column, cells) + 1 for column, cells in columns) <= self._width + 1

    def _row_by_row(self, table: ReportTable) -> Iterator[RenderableType]:
        """Yield each row of a table as its name, and below that the other columns, each with its title."""
        named = 1 + next(index for index, column in enumerate(table.columns) if _is_wide(column))
        for row in [*table.rows[:MOST_ROWS], *([table.total] if table.total else [])]:
            cells = [self._cell(cell) for cell in row]
            yield Text(" ").join(cell for cell in cells[:named] if cell)
            for column, cell in zip(table.columns[named:], cells[named:], strict=True):
                if cell:
                    yield self._below(Text(": ").join([self._text(column.title), cell]))

    def _matrix(self, matrix: SignMatrix) -> Iterator[RenderableType]:
        """Yield the matrix in as many pieces as it takes, each with the names at its side."""
        longest = max(cell_len(self._text(name).plain) for name in (matrix.names, *(row[0] for row in matrix.rows)))
        names, sign = min(longest, self._width // 2), max(map(len, matrix.heads), default=1)
        fit = (self._width - names) // (sign + 1)
        for start in range(0, len(matrix.heads), fit):
            piece = Grid(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
            piece.add_column(self._text(matrix.names), width=names, overflow="fold")
            piece.add_column(self._signs(matrix.heads[start : start + fit], sign))
            for name, signs in matrix.rows[:MOST_ROWS]:
                piece.add_row(self._text(name), self._signs(signs[start : start + fit], sign))
            yield from ("", piece) if start else (piece,)

    def _signs(self, signs: Sequence[str], width: int) -> Text:
        return Text(" ".join(printable(sign).ljust(width) for sign in signs), no_wrap=True)

    def _add(self, grid: Grid, column: TableColumn, cells: Sequence[Text]) -> None:
        """Add a column: figures, letters and bars as narrow as they are, texts as wide as there is room."""
        header = self._text(column.title)
        if _is_wide(column):
            grid.add_column(header, overflow="fold")
        else:
            width = _least(column, cells)
            grid.add_column(header, justify="right" if column.figures else "left", width=width, overflow="fold")

    def _cell(self, cell: TableCell) -> Text:
        if isinstance(cell, Bar):
            if not self._bar:
                return Text()
            full, empty = words.bar(cell.share, self._bar)
            return Text.assemble(("█" * full, "cyan"), ("░" * empty, "dim"))
        return self._text(f"{cell:,}" if isinstance(cell, int) else cell or "")

    def _text(self, text: str, style: str = "") -> Text:
        return Text(printable(one_line(text)), style)


def _is_wide(column: TableColumn) -> bool:
    """Tell whether a column has texts, which are broken into lines where there is little room."""
    return not column.figures and len(column.title) > len("aa")


def _least(column: TableColumn, cells: Sequence[Text]) -> int:
    """Return the width that a column needs: of texts that of a long word, of all else what stands there."""
    texts = [column.title, *(cell.plain for cell in cells)]
    if _is_wide(column):
        return min(_LONG_WORD, max(map(cell_len, " ".join(texts).split()), default=1))
    return max(map(cell_len, [*column.title.split(), *texts[1:]]), default=1)
