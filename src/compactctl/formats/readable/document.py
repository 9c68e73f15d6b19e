"""What a readable document consists of, before it is drawn on a terminal, as Markdown, as a page or for Word.

Every text here may be foreign: whoever draws it makes it safe for its place. Nothing here knows how it will look, nor
what it is about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, NamedTuple

Look = Literal["plain", "strong", "muted", "removed", "added", "mark"]
"""How words look; a mark says what they are about in a word, as 'example' or 'new' does."""


class Words(NamedTuple):
    """Words that look alike; those of a line are joined as they stand.

    `link` is where they lead on a page: `#anchor`, or a path relative to the page's own place. No other medium has it.
    """

    text: str
    look: Look = "plain"
    link: str | None = None


Line = tuple[Words, ...]


def plain(text: str) -> Line:
    """Return a line of plain words."""
    return (Words(text),)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Return several lines as one, with some words between them."""
    words: list[Words] = []
    for line in lines:
        words += [Words(between), *line]
    return tuple(words[1:])


def text_of(line: Line) -> str:
    """Return the words of a line without their looks."""
    return "".join(words.text for words in line)


class Paragraph(NamedTuple):
    """A sentence or a few."""

    line: Line
    look: Literal["plain", "quiet"] = "plain"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list, and what there is to say inside it.

    `badge` is the kind of what is told, in a word ("retired"), `label` what the line is about ("title").
    `fingerprint` is the same for the same news in every run.
    """

    line: Line
    entries: tuple["Entry", ...] = ()
    badge: str = ""
    label: str = ""
    fingerprint: str = ""


class Listing(NamedTuple):
    """Lines below one another, each with its point."""

    entries: tuple[Entry, ...]
    caption: str = ""


class Facts(NamedTuple):
    """What is to be known in brief: a name, and what is said under it."""

    pairs: tuple[tuple[str, Line], ...]


class Bar(NamedTuple):
    """A whole in three parts, drawn as a bar beside the figures that say the same: counted, not counted, unknown."""

    counted: int
    not_counted: int
    unknown: int

    @property
    def whole(self) -> int:
        """The sum of the parts."""
        return sum(self)


class Point(NamedTuple):
    """A share between 0 and 1 at a place of a row, None where there is none; a mark says what happened there."""

    share: float | None
    mark: str = ""


class Sparkline(NamedTuple):
    """Shares one after the other, drawn as a small line; `description` says the same in words."""

    points: tuple[Point, ...]
    description: str


TableCell = Line | str | int | Bar | Sparkline | None
"""A line, a text, a figure, a small picture, or nothing."""


class ColumnKind(StrEnum):
    """What stands in a column."""

    WORDS = "words"
    LETTER = "letter"
    FIGURE = "figure"
    PICTURE = "picture"


class TableColumn(NamedTuple):
    """A column of a table; the title of a letter's or a picture's may be empty."""

    title: str
    kind: ColumnKind = ColumnKind.WORDS


def text_columns(*titles: str) -> tuple[TableColumn, ...]:
    """Return columns in which words stand."""
    return tuple(map(TableColumn, titles))


def figure_columns(*titles: str) -> tuple[TableColumn, ...]:
    """Return columns in which figures stand."""
    return tuple(TableColumn(title, ColumnKind.FIGURE) for title in titles)


TableRow = tuple[TableCell, ...]


class RowGroup(NamedTuple):
    """Rows under a head of their own; an empty head stands for none."""

    head: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, in groups; the total is the sum of those above it.

    The first column of words heads each row. `legend` says what the parts of a bar are, where any bar
    has them. A page lets readers sort and filter what says that it can be searched. On paper one that
    `is_for_a_pen` has rows as high as what is written by hand.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    groups: tuple[RowGroup, ...]
    total: TableRow | None = None
    note: str = ""
    legend: tuple[str, str, str] | None = None
    can_be_searched: bool = False
    is_for_a_pen: bool = False

    @property
    def rows(self) -> Iterator[TableRow]:
        """The rows of all groups."""
        return (row for group in self.groups for row in group.rows)


def rows_of(rows: Iterable[TableRow]) -> tuple[RowGroup, ...]:
    """Return rows without a head, as the one group of a table."""
    return (RowGroup("", tuple(rows)),)


class Tone(StrEnum):
    """How a tile or a sign looks: flat tints, and one pattern only, for what cannot be read."""

    FULL = "full"
    HALF = "half"
    EMPTY = "empty"
    NONE = "none"
    PATTERN = "pattern"


class Sign(NamedTuple):
    """What stands in a cell of a matrix: a sign, or a blank, and the words that say the same."""

    symbol: str
    words: str


class MatrixHead(NamedTuple):
    """The head of a column of a matrix: a letter or so, and what it stands for."""

    letter: str
    title: str
    link: str | None = None


class MatrixGroup(NamedTuple):
    """Rows of a matrix under a head of their own."""

    head: str
    rows: tuple[tuple[Line, tuple[Sign, ...]], ...]


class SignMatrix(NamedTuple):
    """Signs under heads, a row for each name; `legend` says what the signs are."""

    caption: str
    names: str
    heads: tuple[MatrixHead, ...]
    groups: tuple[MatrixGroup, ...]
    legend: tuple[Sign, ...]
    note: str = ""


class MapTile(NamedTuple):
    """A hexagon, 10 units of the picture wide and 11.55 high: its upper left corner, its tone, its name, its link."""

    x: float
    y: float
    tone: Tone
    label: str
    link: str | None = None


class MapName(NamedTuple):
    """A name on a map, in the middle of a place."""

    x: float
    y: float
    text: str


class TileMap(NamedTuple):
    """A map of hexagons of one size, with outlines around regions and their names, where it has any.

    `description` says in words what the picture shows. A small one has no names, and its tiles lead nowhere.
    """

    description: str
    width: float
    height: float
    tiles: tuple[MapTile, ...]
    outlines: tuple[str, ...] = ()
    names: tuple[MapName, ...] = ()
    is_small: bool = False


class PictureLabel(NamedTuple):
    """Words in a picture, from a place to the right."""

    x: float
    y: float
    text: str
    is_head: bool = False


class Picture(NamedTuple):
    """Lines and words, in units of the picture; `description` says in words what it shows.

    A phone has no room for it: whoever says it says the same in a table.
    """

    description: str
    width: float
    height: float
    paths: tuple[str, ...]
    labels: tuple[PictureLabel, ...]


class Legend(NamedTuple):
    """What the tones of maps stand for."""

    entries: tuple[tuple[Tone, str], ...]


class Links(NamedTuple):
    """Places to go to, beside one another; only a page has them. A page lets readers filter what can be searched."""

    name: str
    links: tuple[Words, ...]
    can_be_searched: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A few blocks that stay together, under a title."""

    title: Line
    blocks: tuple["Block", ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards beside one another as far as there is room; small ones are as wide as a small map.

    Cards that hold cards may be drawn as a table of two columns, which `heads` name: what is said first, and the inner
    cards.
    """

    cards: tuple[Card, ...]
    are_small: bool = False
    heads: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """A line, and what a reader may unfold below it.

    A page folds it; a terminal shows the line alone unless all is wanted. With a `heading` the line's words in front
    head a part of the page: `anchor` is its stable name there.
    """

    heading: str
    line: Line
    blocks: tuple["Block", ...]
    anchor: str = ""
    badge: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a title; within another one its title is smaller.

    `anchor` is its name on a page. A terminal shows one that `is_brief` also where not all is wanted. A printer leaves
    out one that `is_for_screens`, and all but paper one that `is_for_paper`.
    """

    title: str
    blocks: tuple["Block", ...]
    anchor: str = ""
    is_brief: bool = False
    is_for_screens: bool = False
    is_for_paper: bool = False

    @property
    def blocks_below_title(self) -> Iterator["Block"]:
        """The blocks, without a caption that says no more than the title above it, in capitals or not."""
        for block in self.blocks:
            if isinstance(block, Table | SignMatrix) and block.caption.upper() == self.title.upper():
                yield replace(block, caption="") if isinstance(block, Table) else block._replace(caption="")
            else:
                yield block


Block = Paragraph | Listing | Facts | Table | SignMatrix | TileMap | Picture | Legend | Links | Cards | Folded | Section


@dataclass(frozen=True, slots=True)
class ReadableDocument:
    """A document: its title, what is made up or a draft in it, and what could not be read, before all else.

    `alerts` come before the marks: they are what a reader must not miss. `lead` is the story in a few sentences,
    `facts` what is to be known in brief. `running` is what stands at the head of each printed page, `ending` where the
    document comes from. `is_one_page` asks a printer for one side of A4.
    """

    title: str
    lead: tuple[Line, ...] = ()
    facts: tuple[tuple[str, Line], ...] = ()
    sections: tuple[Section, ...] = ()
    marks: tuple[str, ...] = ()
    alerts: tuple[Entry, ...] = ()
    notices: tuple[Entry, ...] = ()
    running: str = ""
    ending: tuple[Line, ...] = ()
    is_one_page: bool = False

    @property
    def on_screens(self) -> tuple[Section, ...]:
        """The sections that a screen shows."""
        return tuple(section for section in self.sections if not section.is_for_paper)


def group(text: str, lines: Iterable[Line], badge: str = "") -> Iterator[Entry]:
    """Yield an entry with the lines inside it, where there is any."""
    if entries := tuple(map(Entry, lines)):
        yield Entry(plain(text), entries, badge=badge)


def text_entries(texts: Iterable[str]) -> tuple[Entry, ...]:
    """Return plain texts as entries, one each."""
    return tuple(Entry(plain(text)) for text in texts)


def listed_texts(texts: Iterable[str]) -> Listing:
    """Return plain texts as a list."""
    return Listing(text_entries(texts))
