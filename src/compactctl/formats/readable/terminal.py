"""Draws a readable document for a terminal or a log: lines of so many columns, coloured only where colour is wanted.

Whatever colour tells, a sign tells too. What is no text, as maps and links, is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby
from typing import Final, Self, TypeVar

from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Entry,
    Facts,
    Folded,
    Line,
    Listing,
    Look,
    Paragraph,
    ReadableDocument,
    RowGroup,
    Section,
    SignMatrix,
    Table,
    Words,
    plain,
)
from compactctl.formats.readable.plain_text import around, legend_of_bars, legend_of_signs, spaced, table_of
from compactctl.formats.readable.terminal_lines import CHANGE_MARKS, CUT, broken, coloured, cut, shown, uncoloured
from compactctl.formats.readable.terminal_tables import draw_in_pieces, draw_table, fitting, in_brief
from compactctl.formats.safe import columns_of, printable

WIDTH: Final = 80
MOST_ROWS: Final = 1_000
"""More of a table or a list is read by nobody on a terminal."""

B = TypeVar("B", bound=Block)

_NARROWEST: Final = 40
_BADGE: Final = 13
_CHANGES: Final = (Words("Words in texts: "), Words("taken out", "removed"), Words(" "), Words("put in", "added"))
_INDENT: Final = "  "
_MOST_LINES: Final = 2
"""Of a fact, in brief."""
_DETAILS: Final = "the details"


def draw(document: ReadableDocument, *, width: int = WIDTH, colour: bool = False, full: bool = False) -> str:
    """Return the document for a terminal so many columns wide.

    Without colour there is no escape sequence in it. Without `full` it holds what is brief, and at last what there is
    more.
    """
    lines = _Drawing(max(width, _NARROWEST), is_full=full).document(document)
    return coloured(lines) if colour else uncoloured(lines)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Turns each part of a document into printable lines."""

    width: int
    is_full: bool

    def document(self, document: ReadableDocument) -> Iterator[Line]:
        sections = (
            self.section(replace(section, title=section.title.upper())) for section in self._wanted(document.on_screens)
        )
        parts = chain(self._head(document), sections)
        lines = self._with_legend(spaced(parts, ()))
        body = lines if self.is_full else list(lines)  # all of it may be large, and nothing of it is cut
        ending = chain.from_iterable(self._broken(line, look="muted") for line in document.ending)
        is_cut = not self.is_full and any(CUT in line for line in body)
        yield from spaced((body, ending, self._more(document, is_cut=is_cut)), ())

    def _head(self, document: ReadableDocument) -> Iterator[Iterable[Line]]:
        yield self._broken(plain(document.title), look="strong")
        for entry in document.alerts:
            yield self.entry(entry, "! ")
        yield chain.from_iterable(self._broken(plain(f"! {mark}"), rest="  ", look="strong") for mark in document.marks)
        for entry in document.notices:
            yield self.entry(entry, "! ")
        yield chain.from_iterable(map(self._broken, document.lead))
        yield self._facts(document.facts)

    def _with_legend(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the lines, and below them what the marks of changes mean, if there are any."""
        has_changes = False
        for line in lines:
            has_changes = has_changes or any(words.look in CHANGE_MARKS for words in line)
            yield line
        if has_changes:
            yield ()
            yield from self._broken(_CHANGES, look="muted")

    def _more(self, document: ReadableDocument, *, is_cut: bool) -> Iterator[Line]:
        """Yield what there is more than is shown, and how to see it."""
        names = dict.fromkeys(self._hidden(document.on_screens)) if not self.is_full else {}
        if names or is_cut:
            more = "; ".join((*names, *(["what is cut short"] if is_cut else [])))
            yield from self._broken(plain(f"--full shows more: {more}."), look="strong")

    def _hidden(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the titles of what is drawn only where all is wanted."""
        everything = replace(self, is_full=True)
        for block in blocks:
            match block:
                case Section(is_brief=False):
                    if any(True for _ in everything.section(block)):
                        yield block.title
                case Section():
                    yield from self._hidden(block.blocks)
                case Cards():
                    yield from self._hidden(chain.from_iterable(card.blocks for card in block.cards))
                case Folded() if block.blocks:
                    yield _DETAILS
                case _:
                    pass

    def _wanted(self, blocks: Iterable[B]) -> Iterator[B]:
        return (block for block in blocks if self.is_full or not isinstance(block, Section) or block.is_brief)

    def section(self, section: Section) -> Iterator[Line]:
        return around(self._broken(plain(section.title), look="strong"), self.blocks(section.blocks_below_title))

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Line]:
        """Yield the lines of blocks with room between any two but those that are a line each."""
        return spaced(self._parts(blocks), ())

    def _parts(self, blocks: Iterable[Block]) -> Iterator[Iterable[Line]]:
        for is_line, run in groupby(self._wanted(blocks), key=self._is_line):
            drawn = map(self._block, run)
            yield from (chain.from_iterable(drawn),) if is_line else drawn

    def _is_line(self, block: Block) -> bool:
        return isinstance(block, Folded) and not self.is_full

    def _block(self, block: Block) -> Iterator[Line]:
        match block:
            case Paragraph(line, look):
                yield from self._broken(line, look="muted" if look == "quiet" else "plain")
            case Listing():
                yield from self._listing(block)
            case Facts():
                yield from self._facts(block.pairs)
            case Table():
                table = fitting(block, self.width) if self.is_full else in_brief(block, self.width)
                draw_rows = partial(draw_table, is_brief=not self.is_full)
                yield from self._table(table, draw_rows, legend_of_bars(table))
            case SignMatrix():
                yield from self._table(table_of(block), draw_in_pieces, legend_of_signs(block))
            case Cards():
                yield from spaced(map(self._card, block.cards), ())
            case Folded():
                # A line without a heading is one itself: it tells nothing of what is below it.
                is_empty = not (self.is_full or block.heading) and block.blocks
                more = plain(" (--full)") if is_empty else ()
                yield from self.entry(Entry((*block.line, *more), badge=block.badge, label=block.heading), "")
                if self.is_full:
                    yield from self._inside(block.blocks)
            case Section():
                yield from self.section(block)
            case _:
                pass

    def _listing(self, listing: Listing) -> Iterator[Line]:
        yield from self._caption(listing.caption)
        for entry in listing.entries[:MOST_ROWS]:
            yield from self.entry(entry)
        yield from self._beyond(len(listing.entries))

    def entry(self, entry: Entry, point: str = "- ") -> Iterator[Line]:
        is_column = entry.badge and columns_of(printable(entry.badge)) < _BADGE
        head = f"{entry.badge:<{_BADGE}}" if is_column else point
        rest = " " * (_BADGE if is_column else len(_INDENT))
        badge = f"{entry.badge} " if entry.badge and not is_column else ""
        label = f"{entry.label}: " if entry.label else ""
        line = shown((Words(f"{badge}{label}", "strong"), *entry.line))
        yield from broken(line, self.width, shown((Words(head, "strong"),)), rest)
        inner = self._narrower(len(rest))
        for inside in entry.entries:
            yield from _indented(inner.entry(inside), rest)

    def _facts(self, pairs: Iterable[tuple[str, Line]]) -> Iterator[Line]:
        for name, line in pairs:
            yield from self._in_brief(shown((Words(f"{name}: ", "strong"), *line)))

    def _in_brief(self, line: Line) -> Iterator[Line]:
        """Yield a line as far as two have room for it, or where all is wanted as it is."""
        if self.is_full:
            return broken(line, self.width, rest=_INDENT)
        return cut(line, self.width, _MOST_LINES, _INDENT)

    def _table(self, table: Table, draw_rows: Callable[[Table, int], Iterator[Line]], legend: str) -> Iterator[Line]:
        yield from self._caption(table.caption)
        yield from draw_rows(replace(table, groups=_first_rows(table.groups)), self.width)
        yield from self._beyond(sum(len(group.rows) for group in table.groups))
        for text in filter(None, (legend, table.note)):
            yield from self._broken(plain(text), look="muted")

    def _caption(self, caption: str) -> Iterator[Line]:
        if caption:
            yield from self._broken(plain(f"{caption}:"))

    def _beyond(self, count: int) -> Iterator[Line]:
        if count > MOST_ROWS:
            yield from self._broken(plain(f"… and {count - MOST_ROWS:,} more; --format html shows all"), look="muted")

    def _card(self, card: Card) -> Iterator[Line]:
        return around(self._broken(card.title, look="strong"), self._inside(card.blocks))

    def _inside(self, blocks: Iterable[Block]) -> Iterator[Line]:
        return _indented(self._narrower(len(_INDENT)).blocks(blocks), _INDENT)

    def _narrower(self, columns: int) -> Self:
        return replace(self, width=self.width - columns)

    def _broken(self, line: Line, rest: str = "", look: Look = "plain") -> Iterator[Line]:
        return broken(shown(line, look), self.width, rest=rest)


def _indented(lines: Iterable[Line], indent: str) -> Iterator[Line]:
    return ((Words(indent), *line) if line else () for line in lines)


def _first_rows(groups: Iterable[RowGroup]) -> tuple[RowGroup, ...]:
    """Return the groups with no more rows together than are shown, and no group without any."""
    left, kept = MOST_ROWS, []
    for head, rows in groups:
        if rows[:left]:
            kept.append(RowGroup(head, rows[:left]))
        left = max(0, left - len(rows))
    return tuple(kept)
