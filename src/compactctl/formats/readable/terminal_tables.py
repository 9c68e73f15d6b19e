"""Tables and matrices on a terminal: as wide as there is room, or each row as lines of its own where there is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Final, NamedTuple

from compactctl.formats.readable.document import (
    ColumnKind,
    Line,
    Look,
    RowGroup,
    SignMatrix,
    Table,
    TableColumn,
    TableRow,
    Words,
    joined,
    plain,
    text_of,
)
from compactctl.formats.readable.plain_text import cell_words, legend_of_bars, legend_of_signs
from compactctl.formats.readable.terminal_lines import broken, columns_of_line, looking, shown

_LONG_WORD: Final = 12
_ROOM_FOR_PICTURES: Final = 70
"""On less, words need all that the figures leave."""

_Cells = tuple[Line, ...]
"""The cells of a row, as lines that can be shown."""


def draw_table(table: Table, width: int) -> Iterator[Line]:
    """Yield the lines of a table, but for its caption and note."""
    if width < _ROOM_FOR_PICTURES:
        table = _without_pictures(table)
    groups = [(group.head, [_cells(row, width) for row in group.rows]) for group in table.groups]
    total = [_cells(table.total, width)] if table.total else []
    layout = _layout(table.columns, [*(row for _, rows in groups for row in rows), *total], width)
    yield from layout.head()
    for head, rows in groups:
        yield from _group_head(head, width)
        for row in rows:
            yield from layout.row(row)
    for row in total:
        yield from layout.row(row, "strong")
    yield from _legend(legend_of_bars(table), width)


def draw_matrix(matrix: SignMatrix, width: int) -> Iterator[Line]:
    """Yield the lines of a matrix in as many pieces as it takes, each with the names at its side."""
    names, sign = _widths_of_matrix(matrix, width)
    fit = max(1, (width - names) // (sign + 1))
    for start in range(0, len(matrix.heads), fit):
        piece = slice(start, start + fit)
        columns = [
            TableColumn(matrix.names),
            *(TableColumn(head.letter, ColumnKind.LETTER) for head in matrix.heads[piece]),
        ]
        grid = _Grid(tuple(columns), (names, *(sign for _ in columns[1:])))
        yield from ((),) if start else ()
        yield from _piece(matrix, piece, grid, width)
    yield from _legend(legend_of_signs(matrix), width)


def _piece(matrix: SignMatrix, piece: slice, grid: "_Grid", width: int) -> Iterator[Line]:
    yield from grid.head()
    for group in matrix.groups:
        yield from _group_head(group.head, width)
        for name, signs in group.rows:
            yield from grid.row((shown(name), *(shown(plain(sign.symbol)) for sign in signs[piece])))
    if matrix.total:
        label, counts = matrix.total
        yield from grid.row(_cells((label, *counts[piece]), width), "strong")


def _widths_of_matrix(matrix: SignMatrix, width: int) -> tuple[int, int]:
    """Return how wide the names are, and each column of signs."""
    label, counts = matrix.total or ("", ())
    names = [plain(matrix.names), plain(label), *(name for group in matrix.groups for name, _ in group.rows)]
    signs = [*(head.letter for head in matrix.heads), *(f"{count:,}" for count in counts)]
    return min(_widest(map(shown, names)), width // 2), _widest(shown(plain(sign)) for sign in signs)


def _legend(text: str, width: int) -> Iterator[Line]:
    if text:
        yield from broken(shown(plain(text), "muted"), width)


def _group_head(head: str, width: int) -> Iterator[Line]:
    if head:
        yield from broken(shown(plain(f"{head}:"), "strong"), width)


class _Grid(NamedTuple):
    """Columns beside one another, each so wide."""

    columns: tuple[TableColumn, ...]
    widths: tuple[int, ...]

    def head(self) -> Iterator[Line]:
        """Yield the titles of the columns, which stand on one foot."""
        cells = [list(broken(shown(plain(column.title), "strong"), width)) for column, width in zip(*self, strict=True)]
        lines = zip_longest(*map(reversed, cells), fillvalue=())
        yield from reversed(list(map(self._line, lines)))

    def row(self, cells: _Cells, look: Look = "plain") -> Iterator[Line]:
        """Yield the lines of a row."""
        lines = [broken(looking(cell, look), width) for cell, width in zip(cells, self.widths, strict=True)]
        yield from map(self._line, zip_longest(*lines, fillvalue=()))

    def _line(self, parts: Sequence[Line]) -> Line:
        words: list[Words] = []
        for part, column, width in zip(parts, *self, strict=True):
            blanks = Words(" " * (width - columns_of_line(part)))
            words += [blanks, *part] if column.kind is ColumnKind.FIGURE else [*part, blanks]
            words.append(Words(" "))
        return tuple(words)


class _RowByRow(NamedTuple):
    """Each row as its name, and below that the other columns, each with its title."""

    columns: tuple[TableColumn, ...]
    width: int

    def head(self) -> Iterator[Line]:
        """Yield nothing: the titles stand in the rows."""
        yield from ()

    def row(self, cells: _Cells, look: Look = "plain") -> Iterator[Line]:
        """Yield the lines of a row."""
        named = 1 + next((index for index, column in enumerate(self.columns) if column.kind is ColumnKind.WORDS), 0)
        yield from broken(looking(joined([cell for cell in cells[:named] if cell], " "), look), self.width)
        for column, cell in zip(self.columns[named:], cells[named:], strict=True):
            if cell:
                title = shown(plain(f"{column.title}: " if column.title else ""))
                yield from broken((*title, *cell), self.width, (Words("  "),), "    ")


def _layout(columns: tuple[TableColumn, ...], rows: Sequence[_Cells], width: int) -> _Grid | _RowByRow:
    """Return a grid, if the texts of a table have room beside its figures."""
    cells = [(column, [row[index] for row in rows]) for index, column in enumerate(columns)]
    least = [_least(*column) for column in cells]
    room = width - len(columns) + 1
    if sum(least) > room:
        return _RowByRow(columns, width)
    wanted = [_wanted(*column) for column in cells]
    return _Grid(columns, tuple(_shared(room, wanted, least)))


def _least(column: TableColumn, cells: Sequence[Line]) -> int:
    """Return the width that a column needs: of words that of a long one, of all else what stands there."""
    words = text_of(shown(plain(column.title))).split()
    if column.kind is ColumnKind.WORDS:
        return min(_LONG_WORD, _widest(map(plain, chain(words, *(text_of(cell).split() for cell in cells)))))
    return _widest([*map(plain, words), *cells])


def _wanted(column: TableColumn, cells: Sequence[Line]) -> int:
    """Return the width at which no cell of a column is broken."""
    title = shown(plain(column.title))
    return _widest([title, *cells]) if column.kind is ColumnKind.WORDS else _least(column, cells)


def _shared(room: int, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return widths that have room together: the widest give first, and none more than it can."""
    widths = [min(width, room) for width in wanted]
    while sum(widths) > room:
        can_give = [index for index, width in enumerate(widths) if width > least[index]]
        widths[max(can_give, key=widths.__getitem__)] -= 1
    return widths


def _widest(lines: Iterable[Line]) -> int:
    return max(map(columns_of_line, lines), default=0) or 1


def _without_pictures(table: Table) -> Table:
    kept = [index for index, column in enumerate(table.columns) if column.kind is not ColumnKind.PICTURE]

    def of(row: TableRow) -> TableRow:
        return tuple(row[index] for index in kept)

    groups = tuple(RowGroup(group.head, tuple(map(of, group.rows))) for group in table.groups)
    columns = tuple(table.columns[index] for index in kept)
    return replace(table, columns=columns, groups=groups, total=table.total and of(table.total))


def _cells(row: TableRow, width: int) -> _Cells:
    return tuple(shown(cell_words(cell, width // 10)) for cell in row)
