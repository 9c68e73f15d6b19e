"""Tables on a page, matrices, and what else stands in rows: facts and links."""

from collections.abc import Iterable, Iterator
from typing import Final

from compactctl.formats.readable.document import (
    Bar,
    Line,
    Links,
    MatrixHead,
    Sign,
    SignMatrix,
    Sparkline,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from compactctl.formats.readable.document import ColumnKind as Kind
from compactctl.formats.readable.markup import (
    BARE,
    NEW_LINE,
    NOTHING,
    Markup,
    element,
    figure,
    joined,
    link,
    on_a_line,
    opened,
    text,
    words,
)
from compactctl.formats.readable.page_pictures import bar, sparkline

_PARTS: Final = ("counted", "not-counted", "unknown")
"""Of a bar."""
_FEW_FIGURES: Final = 3
"""Columns, for which a phone has room beside names."""
_SPACE: Final = Markup(" ")


def table(block: Table, title: str) -> Iterator[Markup]:
    """Yield a table, its legend and its note; below a title that says the same its caption is only spoken."""
    is_said = block.caption.upper() == title.upper()
    head = next((index for index, column in enumerate(block.columns) if column.kind is Kind.WORDS), None)
    yield opened("table", {"class": " ".join(_classes(block)) or None})
    yield joined(
        (NEW_LINE, element("caption", {"class": "spoken" if is_said else None}, text(block.caption)), NEW_LINE)
    )
    yield on_a_line(element("thead", BARE, element("tr", BARE, *map(_head, block.columns))))
    for group in block.groups:
        yield Markup("<tbody>\n")
        if group.head:
            yield _group(text(group.head), len(block.columns))
        for row in group.rows:
            yield _row(row, block.columns, head)
        yield Markup("</tbody>\n")
    if block.total:
        yield joined((Markup("<tfoot>\n"), _row(block.total, block.columns, head, "total"), Markup("</tfoot>\n")))
    yield Markup("</table>\n")
    if block.legend:
        parts = zip(_PARTS, block.legend, strict=True)
        yield _legend((element("span", {"class": f"part {part}"}), said) for part, said in parts if said)
    yield _note(block.note)


def _classes(block: Table) -> Iterator[str]:
    """Yield what the style sheet and the script need to know: what it is for, and that a phone has room for it."""
    if block.can_be_searched:
        yield "searchable"
    if block.is_for_a_pen:
        yield "for-a-pen"
    figures = sum(column.kind is Kind.FIGURE for column in block.columns)
    if figures == len(block.columns) - 1 <= _FEW_FIGURES:
        yield "narrow"


def _head(column: TableColumn) -> Markup:
    if not column.title:
        return element("td", {"class": column.kind.value})
    return element("th", {"scope": "col", "class": column.kind.value}, text(column.title))


def _group(head: Markup, columns: int) -> Markup:
    cell = element("th", {"scope": "rowgroup", "colspan": columns}, head)
    return on_a_line(element("tr", {"class": "group"}, cell))


def _row(row: TableRow, columns: tuple[TableColumn, ...], head: int | None, kind: str | None = None) -> Markup:
    cells = (
        element("th", {"scope": "row"}, _cell(value))
        if index == head
        else element("td", {"class": column.kind.value, "data-label": column.title or None}, _cell(value))
        for index, (value, column) in enumerate(zip(row, columns, strict=True))
    )
    return on_a_line(element("tr", {"class": kind}, *cells))


def _cell(value: TableCell) -> Markup:
    match value:
        case None:
            return NOTHING
        case str():
            return text(value)
        case int():
            return figure(value)
        case Bar():
            return bar(value)
        case Sparkline():
            return sparkline(value)
        case _:
            return words(value)


def matrix(block: SignMatrix) -> Iterator[Markup]:
    """Yield a matrix, in a box of its own in which its heads stand, below what its signs are."""
    yield _legend((_sign(sign), sign.words) for sign in block.legend)
    yield _note(block.note)
    yield opened("div", {"class": "matrix", "role": "region", "aria-label": block.caption, "tabindex": "0"})
    yield on_a_line(Markup("\n<table>\n"), element("caption", {"class": "spoken"}, text(block.caption)))
    names = element("th", {"scope": "col"}, text(block.names))
    yield on_a_line(element("thead", BARE, element("tr", BARE, names, *map(_matrix_head, block.heads))))
    for group in block.groups:
        yield Markup("<tbody>\n")
        if group.head:
            yield _group(element("span", BARE, text(group.head)), len(block.heads) + 1)
        for name, signs in group.rows:
            yield _matrix_row(name, signs)
        yield Markup("</tbody>\n")
    yield Markup("</table>\n</div>\n")


def _matrix_head(head: MatrixHead) -> Markup:
    if target := link(head.link):
        spoken = element("span", {"class": "spoken"}, _SPACE, text(head.title))
        letter = element("a", {"href": target, "title": head.title}, text(head.letter), spoken)
    else:
        letter = element("abbr", {"title": head.title}, text(head.letter))
    return element("th", {"scope": "col"}, letter)


def _matrix_row(name: Line, signs: Iterable[Sign]) -> Markup:
    cells = map(_matrix_cell, signs)
    return on_a_line(element("tr", BARE, element("th", {"scope": "row"}, words(name)), *cells))


def _matrix_cell(sign: Sign) -> Markup:
    symbol = element("i", {"aria-hidden": "true"}, text(sign.symbol)) if sign.symbol else NOTHING
    return element("td", BARE, symbol, element("span", {"class": "spoken"}, text(sign.words)))


def _sign(sign: Sign) -> Markup:
    return element("span", {"class": "sign", "aria-hidden": None if sign.symbol else "true"}, text(sign.symbol))


def facts(pairs: Iterable[tuple[str, Line]]) -> Markup:
    """Return what is to be known in brief."""
    entries = (
        on_a_line(element("div", BARE, element("dt", BARE, text(said)), element("dd", BARE, words(line))))
        for said, line in pairs
    )
    return on_a_line(element("dl", {"class": "facts"}, NEW_LINE, *entries))


def links(block: Links) -> Iterator[Markup]:
    """Yield places to go to."""
    yield opened("nav", {"aria-label": block.name})
    yield NEW_LINE
    yield opened("ul", {"class": "links searchable" if block.can_be_searched else "links"})
    yield NEW_LINE
    for target in block.links:
        yield on_a_line(element("li", BARE, words((target,))))
    yield Markup("</ul>\n</nav>\n")


def _legend(entries: Iterable[tuple[Markup, str]]) -> Markup:
    drawn = (on_a_line(element("li", BARE, sign, _SPACE, text(said))) for sign, said in entries)
    return on_a_line(element("ul", {"class": "legend"}, NEW_LINE, *drawn))


def _note(note: str) -> Markup:
    return on_a_line(element("p", {"class": "quiet"}, text(note))) if note else NOTHING
