"""The blocks of a document for Word, below one another on the page, or in the cells of a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Entry,
    Facts,
    Folded,
    Line,
    Listing,
    Paragraph,
    Section,
    SignMatrix,
    Table,
    joined,
    plain,
    text_columns,
    text_of,
)
from compactctl.formats.readable.docx_tables import draw_table, paragraph_of, ruled_table, widths_of_cards
from compactctl.formats.readable.plain_text import legend_of_bars, legend_of_signs, table_of
from compactctl.formats.safe import for_word
from compactctl.word.blocks import paragraph, row, table, widths_of
from compactctl.word.markup import Markup

_LAST_HEADING: Final = 3
_BESIDE: Final = 2
"""Cards in a row."""


class _Styles(NamedTuple):
    """The styles of paragraphs in a place."""

    text: str
    quiet: str
    bullets: tuple[str, str]


_ON_PAGE: Final = _Styles("Normal", "Quiet", ("ListBullet", "ListBullet2"))
_IN_CELL: Final = _Styles("TableText", "TableQuiet", ("TableBullet", "TableBullet2"))


@dataclass(frozen=True, slots=True)
class BlockDrawer:
    """Draws blocks for a place; `level` is that of the headings there, `title` what the last one above says.

    Where anything stands `in_a_line`, what a card lists and what became of the same does; and so does any other list
    that takes no more letters than this.
    """

    in_a_line: int = 0
    styles: _Styles = _ON_PAGE
    level: int = 1
    title: str = ""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Markup]:
        """Yield blocks below one another."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Markup]:
        match block:
            case Paragraph(line, look):
                yield paragraph_of(self.styles.quiet if look == "quiet" else self.styles.text, line)
            case Listing():
                yield from self._listing(block)
            case Facts():
                yield from self.facts(block.pairs)
            case Table():
                yield from self._table(block, legend_of_bars(block))
            case SignMatrix():
                yield from self._table(table_of(block), legend_of_signs(block))
            case Cards():
                yield from self._cards(block)
            case Section():
                yield from self._section(block)
            case Folded():
                yield from self._folded(block)
            case _:
                pass

    def _is_short(self, line: Line) -> bool:
        return len(text_of(line)) <= self.in_a_line

    def _are_short(self, entries: Sequence[Entry]) -> bool:
        """Tell whether entries without a name are short enough to stand in a line, all of them."""
        return all(_is_line(entry) and not entry.badge for entry in entries) and self._is_short(_in_a_line(entries))

    def facts(self, pairs: Iterable[tuple[str, Line]]) -> Iterator[Markup]:
        """Yield what is to be known in brief."""
        for name, line in pairs:
            yield paragraph_of("Fact", line, before=name, between="\t")

    def warning(self, entry: Entry) -> Iterator[Markup]:
        """Yield what a reader must not miss."""
        return self._entry(entry, ("Warning", self.styles.bullets[0]))

    def _listing(self, listing: Listing) -> Iterator[Markup]:
        if listing.caption:
            yield paragraph_of("Caption", plain(listing.caption))
        for badge, entries in groupby(listing.entries, key=attrgetter("badge")):
            yield from self._of_a_kind(badge, tuple(entries))

    def _of_a_kind(self, badge: str, entries: Sequence[Entry]) -> Iterator[Markup]:
        """Yield entries of one kind: beside its name, where there is one and each says no more than a line."""
        are_lines = all(map(_is_line, entries))
        if badge and are_lines:
            lines = [_in_a_line(entries)] if self.in_a_line else [entry.line for entry in entries]
            yield from self.facts((f"{badge[0].upper()}{badge[1:]}", line) for line in lines)
        elif self._are_short(entries):
            yield paragraph_of(self.styles.bullets[0], _in_a_line(entries))
        else:
            for entry in entries:
                yield from self._entry(entry, self.styles.bullets)

    def _entry(self, entry: Entry, styles: tuple[str, str]) -> Iterator[Markup]:
        said = " ".join(filter(None, (entry.badge, f"{entry.label}:" if entry.label else "")))
        line = joined((entry.line, *(inner.line for inner in entry.entries)), ". ")
        if entry.entries and self._is_short(line) and all(map(_is_line, entry.entries)):
            yield paragraph_of(styles[0], line, before=said, look="Badge")
            return
        yield paragraph_of(styles[0], entry.line, before=said, look="Badge")
        for inner in entry.entries:
            yield from self._entry(inner, (styles[1], styles[1]))

    def _table(self, table: Table, legend: str) -> Iterator[Markup]:
        if table.caption:
            yield paragraph_of("Caption", plain(table.caption))
        yield from draw_table(table, table.caption or self.title)
        for text in filter(None, (legend, table.note)):
            yield paragraph_of(self.styles.quiet, plain(text))

    def _section(self, section: Section) -> Iterator[Markup]:
        """Yield a part below its title, or beside it where it takes a line."""
        match section.blocks:
            case (Paragraph(line, "quiet"),):
                yield paragraph_of(self.styles.quiet, line, before=f"{section.title}:")
            case (Listing(entries, ""),) if self._are_short(entries):
                yield paragraph_of(self.styles.text, _in_a_line(entries), before=f"{section.title}:")
            case _:
                yield from self._below(plain(section.title), section.blocks_below_title)

    def _below(self, heading: Line, blocks: Iterable[Block]) -> Iterator[Markup]:
        yield paragraph_of(f"Heading{self.level}", heading)
        level = min(self.level + 1, _LAST_HEADING)
        yield from replace(self, level=level, title=text_of(heading)).blocks(blocks)

    def _folded(self, folded: Folded) -> Iterator[Markup]:
        heading = plain(folded.heading or folded.badge)
        line = (Paragraph(folded.line),) if heading[0].text else ()
        return self._below(heading if line else folded.line, (*line, *folded.blocks))

    def _cards(self, cards: Cards) -> Iterator[Markup]:
        if self.styles is _IN_CELL:
            for card in cards.cards:
                yield from self._card(card)
        elif cards.heads:
            yield from self._as_table(cards.cards, cards.heads)
        else:
            yield from self._beside(cards.cards)

    def _as_table(self, cards: Sequence[Card], heads: tuple[str, str]) -> Iterator[Markup]:
        """Yield cards as a table: what is said first in each, and beside it the cards inside it."""
        widths = widths_of_cards(cards)
        rows = [row(self._in_cells(card), widths) for card in cards]
        return ruled_table(self.title, text_columns(*heads), widths, rows)

    def _in_cells(self, card: Card) -> Iterator[Sequence[Markup]]:
        first = self._in_cell(block for block in card.blocks if not isinstance(block, Cards))
        yield (paragraph_of("TableHead", card.title), *first)
        yield _filled(self._in_cell(block for block in card.blocks if isinstance(block, Cards)))

    def _beside(self, cards: Sequence[Card]) -> Iterator[Markup]:
        """Yield cards beside one another, in a table that only lays them out."""
        cells = [_filled(self._in_cell([Cards((card,))])) for card in cards]
        cells += [_filled(())] * (-len(cells) % _BESIDE)
        widths = widths_of(*[1] * _BESIDE)
        rows = (row(cells[start : start + _BESIDE], widths) for start in range(0, len(cells), _BESIDE))
        yield table("TableNormal", widths, rows, for_word(self.title), "")
        yield paragraph("TableEnd")

    def _in_cell(self, blocks: Iterable[Block]) -> Iterator[Markup]:
        return replace(self, styles=_IN_CELL, level=1, title="").blocks(blocks)

    def _card(self, card: Card) -> Iterator[Markup]:
        """Yield a card below others; one that holds a single line says it beside its title."""
        match card.blocks:
            case (Listing(entries, ""),) if (len(entries) == 1 or self.in_a_line) and all(map(_is_line, entries)):
                yield paragraph_of(self.styles.text, _in_a_line(entries), before=f"{text_of(card.title)}:")
            case blocks:
                yield paragraph_of("TableHead", card.title)
                yield from self.blocks(blocks)


def _filled(blocks: Iterable[Markup]) -> Sequence[Markup]:
    """Return what stands in a cell, which is never without a paragraph."""
    return tuple(blocks) or (paragraph(_IN_CELL.text),)


def _is_line(entry: Entry) -> bool:
    """Tell whether an entry says no more than its line; its badge is said by whoever draws those of a kind."""
    return not (entry.entries or entry.label)


def _in_a_line(entries: Iterable[Entry]) -> Line:
    return joined((entry.line for entry in entries), "; ")
