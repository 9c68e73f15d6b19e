"""What a terminal and Markdown have in common: pictures and matrices made of signs, and room between parts."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from compactctl.formats.readable.document import (
    Bar,
    ColumnKind,
    Line,
    RowGroup,
    SignMatrix,
    Sparkline,
    Table,
    TableCell,
    TableColumn,
    plain,
)

T = TypeVar("T")

_PARTS: Final = "█▒░"
_LEVELS: Final = "▁▂▃▄▅▆▇█"
_NO_SHARE: Final = "–"


def bar_signs(bar: Bar, width: int) -> str:
    """Return a bar of so many signs, at least three; none of its parts is drawn as nothing but one that is nothing."""
    if not bar.whole:
        return ""
    sizes = [max(1, round(part * width / bar.whole)) if part else 0 for part in bar]
    sizes[sizes.index(max(sizes))] += width - sum(sizes)
    return "".join(sign * size for sign, size in zip(_PARTS, sizes, strict=True))


def sparkline_signs(sparkline: Sparkline) -> str:
    """Return a sign for each share, the lowest for nothing and the highest for all alone, and a dash for no share."""
    return "".join(map(_level, (point.share for point in sparkline.points)))


def _level(share: float | None) -> str:
    if share is None:
        return _NO_SHARE
    return _LEVELS[1 + int(share * (len(_LEVELS) - 2)) if share else 0]


def cell_words(cell: TableCell, width: int) -> Line:
    """Return a cell as words, a bar as so many signs."""
    match cell:
        case None:
            return ()
        case Bar():
            return plain(bar_signs(cell, width))
        case Sparkline():
            return plain(sparkline_signs(cell))
        case int():
            return plain(f"{cell:,}")
        case str():
            return plain(cell)
        case _:
            return cell


def legend_of_bars(table: Table) -> str:
    """Return what each sign of a table's bars stands for, or nothing, where it has none."""
    has_bars = any(isinstance(cell, Bar) for row in table.rows for cell in row)
    if not table.legend or not has_bars:
        return ""
    return "; ".join(f"{sign} {text}" for sign, text in zip(_PARTS, table.legend, strict=True) if text)


def legend_of_signs(matrix: SignMatrix) -> str:
    """Return what the signs of a matrix stand for."""
    return "; ".join(f"{sign.symbol} {sign.words}" for sign in matrix.legend)


def table_of(matrix: SignMatrix) -> Table:
    """Return a matrix as a table of its signs."""
    letters = (TableColumn(head.letter, ColumnKind.LETTER) for head in matrix.heads)
    groups = (
        RowGroup(head, tuple((name, *(sign.symbol for sign in signs)) for name, signs in rows))
        for head, rows in matrix.groups
    )
    return Table(matrix.caption, (TableColumn(matrix.names), *letters), tuple(groups), note=matrix.note)


def spaced(parts: Iterable[Iterable[T]], blank: T) -> Iterator[T]:
    """Yield the lines of all parts with a blank one between any two that have some."""
    is_below = False
    for part in parts:
        for number, line in enumerate(part):
            if is_below and not number:
                yield blank
            yield line
            is_below = True


def around(head: Iterable[T], lines: Iterator[T], foot: Iterable[T] = ()) -> Iterator[T]:
    """Yield lines with something above and below them, or nothing, where there are none."""
    first = next(lines, None)
    if first is not None:
        yield from (*head, first)
        yield from lines
        yield from foot
