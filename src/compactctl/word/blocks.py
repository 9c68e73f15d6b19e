"""Paragraphs and tables of a Word document, for documents that have many of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docx.shared import Length, Twips

from compactctl.word.markup import Markup, element, text

Widths = Sequence[Length]
"""Of the columns of a table."""

TEXT_WIDTH: Final = Twips(10206)
"""Between the margins of a page."""

_BREAKS: Final = {"\n": "w:br", "\t": "w:tab"}


def widths_of(*shares: int) -> Widths:
    """Return the widths of columns that have these shares of the width of a page's text."""
    return tuple(Twips(TEXT_WIDTH.twips * share // sum(shares)) for share in shares)


def run(words: str, style: str | None = None) -> Markup:
    """Return a text as a run; its line breaks, tabs and blanks stay. A style is one of characters, by its id."""
    look = [element("w:rPr", element("w:rStyle", val=style))] if style else []
    return element("w:r", *look, *_pieces(words))


def _pieces(words: str) -> Iterator[Markup]:
    for piece in filter(None, re.split(r"([\n\t])", words)):
        yield element(_BREAKS[piece]) if piece in _BREAKS else text(piece)


def paragraph(style: str, *inside: Markup) -> Markup:
    """Return a paragraph of a style, by its id, with what stands in it."""
    return element("w:p", element("w:pPr", element("w:pStyle", val=style)), *inside)


def line(style: str, words: str) -> Markup:
    """Return a paragraph of a style, by its id, with a text."""
    return paragraph(style, run(words))


def row(
    cells: Iterable[Sequence[Markup]],
    widths: Widths,
    *,
    is_head: bool = False,
    may_break: bool = False,
    height: int | None = None,
) -> Markup:
    """Return a row of a table: for each cell its blocks, the last of which is a paragraph or ends in one.

    A head is repeated on every page; a row that may break may stand on two of them. A height, in
    twentieths of a point, is the least that it has.
    """
    properties = [] if may_break else [element("w:cantSplit")]
    if height is not None:
        properties.append(element("w:trHeight", val=height, hRule="atLeast"))
    if is_head:
        properties.append(element("w:tblHeader"))
    placed = (_cell(blocks, width) for blocks, width in zip(cells, widths, strict=True))
    return _row(properties, placed)


def row_across(blocks: Sequence[Markup], widths: Widths) -> Markup:
    """Return a row of a table that is one cell over all columns: the head of the rows below it."""
    return _row([element("w:cantSplit")], [_cell(blocks, Length(sum(widths)), len(widths))])


def _row(properties: Iterable[Markup], cells: Iterable[Markup]) -> Markup:
    return element("w:tr", element("w:trPr", *properties), *cells)


def _cell(blocks: Sequence[Markup], width: Length, columns: int = 1) -> Markup:
    span = [element("w:gridSpan", val=columns)] if columns > 1 else []
    return element("w:tc", element("w:tcPr", element("w:tcW", w=width.twips, type="dxa"), *span), *blocks)


def table(
    style: str, widths: Widths, rows: Iterable[Markup], title: str, description: str, *, ends_in_total: bool = False
) -> Markup:
    """Return a table whose first row is its head, and whose first column says what the others are about.

    Its title and its description are what is said of it to readers who do not see it. A last row that is a
    total looks like the sum of those above it.
    """
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val=style),
        element("w:tblW", w=sum(width.twips for width in widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", firstRow=1, lastRow=int(ends_in_total), firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
        element("w:tblCaption", val=title),
        *([element("w:tblDescription", val=description)] if description else []),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width.twips) for width in widths))
    return element("w:tbl", properties, grid, *rows)
