"""Draws a readable document as the Markdown of GitHub and GitLab: for a comment or a job's summary.

What is brief is open, all else is folded away. What is no text, as maps and links, is left out. GitHub takes 65,536
characters of a comment: what would not fit is left out, and that is said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    ColumnKind,
    Entry,
    Facts,
    Folded,
    Line,
    Listing,
    Look,
    Paragraph,
    ReadableDocument,
    Section,
    SignMatrix,
    Table,
    TableCell,
    Words,
)
from compactctl.formats.readable.plain_text import around, cell_words, legend_of_bars, legend_of_signs, spaced, table_of
from compactctl.formats.safe import for_markdown

LIMIT: Final = 60_000
"""Characters."""

_BAR: Final = 10
_MORE: Final = "*There is more than has room here; the other formats show all of it.*"
_RULES: Final = {ColumnKind.FIGURE: "---:", ColumnKind.LETTER: ":---:"}
_OPEN, _CLOSE = "<details><summary>", "\n</details>"

_Marks = Mapping[Look, tuple[str, str]]
_MARKS: Final[_Marks] = {
    "strong": ("**", "**"),
    "removed": ("~~", "~~"),
    "added": ("<ins>", "</ins>"),
    "mark": ("(", ")"),
}
_TAGS: Final[_Marks] = {**_MARKS, "strong": ("<b>", "</b>"), "removed": ("<del>", "</del>")}
"""For the line of what is folded, in which Markdown is not read."""


def draw(document: ReadableDocument) -> str:
    """Return the document, at most `LIMIT` characters long but for the first line of each alert."""
    head = list(spaced(_head(document), ""))
    ending = [f"*{_line(line)}*" for line in document.ending]
    room = LIMIT - sum(len(line) + 1 for line in (*head, "", *ending, ""))
    sections = spaced(map(_top_section, document.on_screens), "")
    return "".join(f"{line}\n" for line in spaced((head, _within(room, sections), ending), ""))


def _head(document: ReadableDocument) -> Iterator[Iterable[str]]:
    yield (f"## {_text(document.title)}",)
    yield from _quotations(document.alerts)
    yield (f"> - **{_text(mark)}**" for mark in document.marks)
    yield from _quotations(document.notices)
    yield from ((_line(line),) for line in document.lead)
    yield _facts(document.facts)


def _quotations(entries: Sequence[Entry]) -> Iterator[Iterable[str]]:
    """Yield entries as quotations: together at most a quarter of the whole, but for the first line of each."""
    for entry in entries:
        yield (f"> {line}" for line in _cut_short(entry, LIMIT // 4 // len(entries)))


def _cut_short(entry: Entry, room: int) -> Iterator[str]:
    """Yield an entry's first line, as much inside it as there is room for, and how much is cut short."""
    yield _first_line(entry)
    left = 0
    for inner in entry.entries:
        lines = list(_entry(inner, "  "))
        if sum(map(len, lines)) > room:
            left += 1
            lines = lines[:1]
        if (needed := sum(map(len, lines))) <= room:
            yield from lines
            room -= needed
    if left:
        which = f"{left} of {len(entry.entries)} stand in full only in the other formats"
        yield f"  - {which}: there is no room for them in a comment."


def _within(room: int, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines for as long as they fit, with every fold closed, and at last that there is more, if there is."""
    room -= len(_MORE) + 2
    depth = 0
    for line in lines:
        if line != _CLOSE:
            room -= len(line) + 1 + (len(_CLOSE) + 1) * line.startswith(_OPEN)
            if room < 0:
                yield from (*[_CLOSE] * depth, "", _MORE)
                return
        depth += line.startswith(_OPEN) - (line == _CLOSE)
        yield line


def _top_section(section: Section) -> Iterator[str]:
    if section.is_brief:
        return _section(section, "###")
    return _fold(f"<b>{_text(section.title)}</b>", section.blocks_below_title)


def _section(section: Section, sign: str = "####") -> Iterator[str]:
    return around((f"{sign} {_text(section.title)}", ""), _blocks(section.blocks_below_title))


def _fold(summary: str, blocks: Iterable[Block]) -> Iterator[str]:
    return around((f"{_OPEN}{summary}</summary>", ""), _blocks(blocks), (_CLOSE,))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    return spaced(map(_block, blocks), "")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line)
        case Listing():
            yield from _captioned(block.caption, chain.from_iterable(map(_entry, block.entries)))
        case Facts():
            yield from _facts(block.pairs)
        case Table():
            yield from _captioned(block.caption, _table(block), legend_of_bars(block), block.note)
        case SignMatrix():
            yield from _captioned(block.caption, _table(table_of(block)), legend_of_signs(block), block.note)
        case Cards():
            yield from spaced(map(_card, block.cards), "")
        case Folded():
            yield from _folded(block)
        case Section():
            yield from _section(block)
        case _:
            pass


def _captioned(caption: str, lines: Iterable[str], *notes: str) -> Iterator[str]:
    above = (f"{_text(caption)}:",) if caption else ()
    return spaced((above, lines, *((_text(note),) for note in notes if note)), "")


def _folded(folded: Folded) -> Iterator[str]:
    heading = (Words(folded.heading, "strong"), Words(": ")) if folded.heading else ()
    entry = Entry((*heading, *folded.line), badge=folded.badge)
    lines = _fold(_said(entry, _TAGS), folded.blocks)
    yield next(lines, _first_line(entry))
    yield from lines


def _card(card: Card) -> Iterator[str]:
    return around((f"**{_line(card.title)}**", ""), _blocks(card.blocks))


def _facts(pairs: Iterable[tuple[str, Line]]) -> Iterator[str]:
    return (f"- **{_text(name)}:** {_line(line)}" for name, line in pairs)


def _entry(entry: Entry, indent: str = "") -> Iterator[str]:
    yield _first_line(entry, indent)
    for inner in entry.entries:
        yield from _entry(inner, f"{indent}  ")


def _first_line(entry: Entry, indent: str = "") -> str:
    return f"{indent}- {_said(entry)}".rstrip()


def _said(entry: Entry, marks: _Marks = _MARKS) -> str:
    """Return an entry's own line."""
    badge = (Words(entry.badge, "strong"), Words(" ")) if entry.badge else ()
    label = (Words(entry.label), Words(": ")) if entry.label else ()
    return _line((*badge, *label, *entry.line), marks)


def _table(table: Table) -> Iterator[str]:
    yield _row(column.title for column in table.columns)
    yield f"| {' | '.join(_RULES.get(column.kind, '---') for column in table.columns)} |"
    place = [column.kind for column in table.columns].index(ColumnKind.WORDS)
    for head, rows in table.groups:
        if head:
            yield _row((head if index == place else None for index in range(len(table.columns))), "**")
        yield from map(_row, rows)
    if table.total:
        yield _row(table.total, "**")


def _row(cells: Iterable[TableCell], emphasis: str = "") -> str:
    return f"| {' | '.join(_cell(cell, emphasis) for cell in cells)} |"


def _cell(cell: TableCell, emphasis: str) -> str:
    text = _line(cell_words(cell, _BAR)).strip()
    return f"{emphasis}{text}{emphasis}" if text else ""


def _line(line: Line, marks: _Marks = _MARKS) -> str:
    return "".join(_words(words, marks) for words in line)


def _words(words: Words, marks: _Marks) -> str:
    """Return words with their marks, and the blanks around them, which are ours, outside."""
    text = words.text
    if not text.strip():
        return " " if text else ""
    start, end = marks.get(words.look, ("", ""))
    before, after = (" " if blank else "" for blank in (text[:1].isspace(), text[-1:].isspace()))
    return f"{before}{start}{_text(text.strip())}{end}{after}"


def _text(text: str) -> str:
    """Return text for Markdown; of one longer than all that fits no more than shows that it does not."""
    return for_markdown(text[:LIMIT])
