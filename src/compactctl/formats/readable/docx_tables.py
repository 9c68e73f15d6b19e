"""Tables for Word: as wide as the page, their heads repeated where a page ends, named for who does not see them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docx.shared import Mm

from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    ColumnKind,
    Line,
    Listing,
    Look,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
    text_of,
)
from compactctl.formats.readable.plain_text import cell_words
from compactctl.formats.safe import for_word
from compactctl.word import blocks
from compactctl.word.blocks import Widths, run, widths_of
from compactctl.word.markup import Markup
from compactctl.words import listed

LOOKS: Final[dict[Look, str]] = {
    "strong": "Strong",
    "muted": "QuietWords",
    "mark": "MarkWords",
    "removed": "TakenOut",
    "added": "PutIn",
}
"""The styles of words that look so; plain ones have none of their own."""
_BAR: Final = 10
_FEWEST, _LEAST, _MOST = 3, 12, 40
"""Letters by which columns share the width: those of a narrow column, and of one of words."""
_LEAST_SHARE, _MOST_SHARE = 30, 50
"""Hundredths of the width, for what is said first in a card, beside the cards inside it."""
_FOR_A_PEN: Final = Mm(8).twips


def paragraph_of(style: str, line: Line, before: str = "", between: str = " ", look: str = "Strong") -> Markup:
    """Return a line as a paragraph of a style, with words before it in a look of their own."""
    first = [run(for_word(before), look), run(between)] if before else []
    return blocks.paragraph(style, *first, *(run(for_word(words.text), LOOKS.get(words.look)) for words in line))


def draw_table(table: Table, title: str) -> Iterator[Markup]:
    """Yield a table with its head and its groups, but for its caption and note."""
    style, widths = "SigningTable" if table.is_for_a_pen else "RuledTable", _widths(table)
    rows = list(_rows(table, widths))
    yield from ruled_table(title, table.columns, widths, rows, style, ends_in_total=table.total is not None)


def ruled_table(
    title: str,
    columns: Sequence[TableColumn],
    widths: Widths,
    rows: Iterable[Markup],
    style: str = "RuledTable",
    *,
    ends_in_total: bool = False,
) -> Iterator[Markup]:
    """Yield a table of rows under a head, and what parts it from what follows: two tables would become one."""
    named = [column.title for column in columns if column.title]
    described = f"Columns: {listed(named, most=len(named))}."
    head = blocks.row([[_head(column)] for column in columns], widths, is_head=True)
    said = (for_word(title), for_word(described))
    yield blocks.table(style, widths, [head, *rows], *said, ends_in_total=ends_in_total)
    yield blocks.paragraph("TableEnd")


def _head(column: TableColumn) -> Markup:
    return paragraph_of("TableHeadFigure" if column.kind is ColumnKind.FIGURE else "TableHead", plain(column.title))


def _rows(table: Table, widths: Widths) -> Iterator[Markup]:
    for group in table.groups:
        if group.head:
            yield blocks.row_across([paragraph_of("TableHead", plain(group.head))], widths)
        for cells in group.rows:
            yield _row(table, cells, widths)
    if table.total:
        yield _row(table, table.total, widths)


def _row(table: Table, cells: TableRow, widths: Widths) -> Markup:
    placed = ([_cell(column, value)] for column, value in zip(table.columns, cells, strict=True))
    return blocks.row(placed, widths, height=_FOR_A_PEN if table.is_for_a_pen else None)


def _cell(column: TableColumn, value: TableCell) -> Markup:
    return paragraph_of("TableFigure" if column.kind is ColumnKind.FIGURE else "TableText", cell_words(value, _BAR))


def _widths(table: Table) -> Widths:
    """Return widths for columns, by the longest that stands in each."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    texts = ([text_of(cell_words(row[index], _BAR)) for row in rows] for index in range(len(table.columns)))
    return widths_of(*(_weight(column, cells) for column, cells in zip(table.columns, texts, strict=True)))


def _weight(column: TableColumn, texts: Sequence[str]) -> int:
    longest = max(map(len, (column.title, *texts)))
    return min(max(longest, _LEAST), _MOST) if column.kind is ColumnKind.WORDS else min(max(longest, _FEWEST), _LEAST)


def widths_of_cards(cards: Sequence[Card]) -> Widths:
    """Return the widths at which two columns, of what cards say first and of the cards inside them, are as high."""
    inner = sum(_letters([block for block in card.blocks if isinstance(block, Cards)]) for card in cards)
    every = sum(map(_letters_of_card, cards))
    share = min(max(100 - 100 * inner // max(every, 1), _LEAST_SHARE), _MOST_SHARE)
    return widths_of(share, 100 - share)


def _letters(blocks: Iterable[Block]) -> int:
    """Count the letters in what cards hold."""
    count = 0
    for block in blocks:
        match block:
            case Paragraph():
                count += len(text_of(block.line))
            case Listing():
                count += sum(len(text_of(entry.line)) for entry in block.entries)
            case Cards():
                count += sum(map(_letters_of_card, block.cards))
            case _:
                pass
    return count


def _letters_of_card(card: Card) -> int:
    return len(text_of(card.title)) + _letters(card.blocks)
