"""Tables and matrices on a terminal: as wide as there is room, or each row as lines of its own where there is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from compactctl.formats.readable.document import (
    ColumnKind,
    Line,
    Look,
    RowGroup,
    Table,
    TableColumn,
    TableRow,
    Words,
    joined,
    plain,
    text_of,
)
from compactctl.formats.readable.plain_text import cell_words, spaced
from compactctl.formats.readable.terminal_lines import broken, columns_of_line, cut, looking, shown

_INDENT: Final = "  "
_LEAST: Final = 12
"""Columns of a terminal that words need, where they want more."""

_LEAST_OF_NAMES: Final = 24
"""Columns that names need, where they are cut."""

_ROOM_FOR_PICTURES: Final = 70
"""On less, words need all that the figures leave."""

_Cells = tuple[Line, ...]
"""The cells of a row, as lines that can be shown."""


def fitting(table: Table, width: int) -> Table:
    """Return a table without its pictures, where there is little room."""
    return table if width >= _ROOM_FOR_PICTURES else _without_pictures(table)


def in_brief(table: Table, width: int) -> Table:
    """Return a table without its note, and without its pictures where only then its rows are a line each."""
    brief = replace(fitting(table, width), note="")
    bare = _without_pictures(brief)
    return bare if _has_lines(bare, width) and not _has_lines(brief, width) else brief


def _has_lines(table: Table, width: int) -> bool:
    """Tell whether each row has room in a line, if names are cut."""
    return _cut_layout(table.columns, [_cells(row, width) for row in _all_rows(table)], width) is not None


def _all_rows(table: Table) -> list[TableRow]:
    return [*table.rows, *([table.total] if table.total else [])]


def _without_pictures(table: Table) -> Table:
    return _only(table, [index for index, column in enumerate(table.columns) if column.kind is not ColumnKind.PICTURE])


def draw_table(table: Table, width: int, *, is_brief: bool = False) -> Iterator[Line]:
    """Yield the lines of a table, but for its caption and note; in brief its names are cut and its rows a line each."""
    groups = [(group.head, [_cells(row, width) for row in group.rows]) for group in table.groups]
    total = [_cells(table.total, width)] if table.total else []
    all_rows = [*(row for _, rows in groups for row in rows), *total]
    layout = (is_brief and _cut_layout(table.columns, all_rows, width)) or _layout(table.columns, all_rows, width)
    yield from layout.head()
    for head, rows in groups:
        if head:
            yield from broken(shown(plain(f"{head}:"), "strong"), width)
        for row in rows:
            yield from layout.row(row)
    for row in total:
        yield from layout.row(row, "strong")


def draw_in_pieces(table: Table, width: int) -> Iterator[Line]:
    """Yield the lines of a table of signs in as many pieces as it takes, each with the names at its side."""
    rows = [*_all_rows(table), tuple(column.title for column in table.columns)]
    names, *signs = (_widest(column) for column in zip(*(_cells(row, width) for row in rows), strict=True))
    fit = max(1, (width - min(names, width // 2)) // (max(signs, default=1) + 1))
    pieces = (range(start, min(start + fit, len(signs) + 1)) for start in range(1, len(signs) + 1, fit))
    return spaced((draw_table(_only(table, [0, *piece]), width) for piece in pieces), ())


def _only(table: Table, kept: Sequence[int]) -> Table:
    """Return a table of some of its columns."""

    def of(row: TableRow) -> TableRow:
        return tuple(row[index] for index in kept)

    columns = tuple(table.columns[index] for index in kept)
    groups = tuple(RowGroup(head, tuple(map(of, rows))) for head, rows in table.groups)
    return replace(table, columns=columns, groups=groups, total=table.total and of(table.total))


class _Columns(NamedTuple):
    """Columns beside one another, each so wide."""

    columns: tuple[TableColumn, ...]
    widths: tuple[int, ...]
    is_cut: bool = False

    def head(self) -> Iterator[Line]:
        """Yield the titles of the columns, which stand on one foot."""
        columns = zip(self.columns, self.widths, strict=True)
        cells = [list(broken(shown(plain(column.title), "strong"), width)) for column, width in columns]
        lines = zip_longest(*map(reversed, cells), fillvalue=())
        yield from reversed(list(map(self._line, lines)))

    def row(self, cells: _Cells, look: Look = "plain") -> Iterator[Line]:
        """Yield the lines of a row."""
        lines = [
            self._cell(looking(cell, look), width, "" if index else _INDENT)
            for index, (cell, width) in enumerate(zip(cells, self.widths, strict=True))
        ]
        yield from map(self._line, zip_longest(*lines, fillvalue=()))

    def _cell(self, cell: Line, width: int, rest: str) -> Iterator[Line]:
        # What goes on below a name is indented, so that it is not taken for the next one.
        return cut(cell, width) if self.is_cut else broken(cell, width, rest=rest)

    def _line(self, parts: Sequence[Line]) -> Line:
        words: list[Words] = []
        for part, column, width in zip(parts, self.columns, self.widths, strict=True):
            blanks = Words(" " * (width - columns_of_line(part)))
            words += [blanks, *part] if column.kind is ColumnKind.FIGURE else [*part, blanks]
            words.append(Words(" "))
        return tuple(words[:-1])


class _RowByRow(NamedTuple):
    """Each row as its name, and below that the other columns, each with its title."""

    columns: tuple[TableColumn, ...]
    width: int

    def head(self) -> Iterator[Line]:
        """Yield nothing: the titles stand in the rows."""
        yield from ()

    def row(self, cells: _Cells, look: Look = "plain") -> Iterator[Line]:
        """Yield the lines of a row."""
        named = 1 + [column.kind for column in self.columns].index(ColumnKind.WORDS)
        yield from broken(looking(joined([cell for cell in cells[:named] if cell], " "), look), self.width)
        for column, cell in zip(self.columns[named:], cells[named:], strict=True):
            if cell:
                title = shown(plain(f"{column.title}: " if column.title else ""))
                yield from broken((*title, *cell), self.width, (Words(_INDENT),), _INDENT * 2)


def _cut_layout(columns: tuple[TableColumn, ...], rows: Sequence[_Cells], width: int) -> _Columns | None:
    """Return a grid in which names alone give room to all else, if that leaves them enough to be known by."""
    widths = [_wanted(column, [row[index] for row in rows]) for index, column in enumerate(columns)]
    named = [column.kind for column in columns].index(ColumnKind.WORDS)
    left = width - sum(widths) + widths[named] - len(columns) + 1
    widths[named] = min(widths[named], left)
    return _Columns(columns, tuple(widths), is_cut=True) if left >= _LEAST_OF_NAMES else None


def _layout(columns: tuple[TableColumn, ...], rows: Sequence[_Cells], width: int) -> _Columns | _RowByRow:
    """Return a grid, if the texts of a table have room beside its figures."""
    cells = [(column, [row[index] for row in rows]) for index, column in enumerate(columns)]
    wanted = [_wanted(*column) for column in cells]
    least = [
        min(_LEAST, width) if column.kind is ColumnKind.WORDS else width
        for column, width in zip(columns, wanted, strict=True)
    ]
    room = width - len(columns) + 1
    if sum(least) > room:
        return _RowByRow(columns, width)
    weights = [sum(columns_of_line(cell) ** 2 for cell in column) for _, column in cells]
    return _Columns(columns, tuple(_shared(room, wanted, least, weights)))


def _wanted(column: TableColumn, cells: Sequence[Line]) -> int:
    """Return the width at which no cell of a column is broken; the title is, but for one above words."""
    title = shown(plain(column.title))
    titles = [title] if column.kind is ColumnKind.WORDS else map(plain, text_of(title).split())
    return _widest([*titles, *cells])


def _shared(room: int, wanted: Sequence[int], least: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return widths that have room together: what has the shortest texts for its width gives first, as far as it can.

    `weights` are the sums of the squares of the lengths of texts, so that a few long ones count.
    """
    widths = [min(width, room) for width in wanted]
    while sum(widths) > room:
        can_give = [index for index, width in enumerate(widths) if width > least[index]]
        widths[min(can_give, key=lambda index: weights[index] / widths[index] ** 2)] -= 1
    return widths


def _widest(lines: Iterable[Line]) -> int:
    return max(map(columns_of_line, lines), default=0)


def _cells(row: TableRow, width: int) -> _Cells:
    return tuple(shown(cell_words(cell, width // 10)) for cell in row)
