"""Changes in words, whatever the format: what a terminal, a comment and a page have in common.

Every text in a story may be foreign: whoever draws it makes all words safe for its place, and adds the marks that
set words taken out and put in apart. Nothing here knows how it will look.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Look = Literal["plain", "strong", "muted", "removed", "added"]


class Words(NamedTuple):
    """Words that look alike; those of a line are joined as they stand."""

    text: str
    look: Look = "plain"


Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A change, or a sentence, and what there is to say inside it.

    `badge` is the kind of a change, in a word ("retired"), `label` what its line is about ("title").
    """

    line: Line
    items: tuple["StoryItem", ...] = ()
    badge: str = ""
    label: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures; each row begins with what it is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the story, with a sentence or two before its items and tables."""

    title: str
    lead: tuple[Line, ...] = ()
    items: tuple[StoryItem, ...] = ()
    tables: tuple[FigureTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Changes in words: what comes before all else, what is made up, what could not be read, a few lines, the parts."""

    title: str
    caveats: tuple[StoryItem, ...]
    summary: tuple[Line, ...]
    sections: tuple[Section, ...]
    examples: tuple[str, ...] = ()
    alerts: tuple[StoryItem, ...] = ()


def plain(text: str) -> Line:
    """Return a line of plain words."""
    return (Words(text),)


def group(text: str, lines: Iterable[Line], badge: str) -> Iterator[StoryItem]:
    """Yield an item with the lines inside it, where there is any."""
    if items := tuple(map(StoryItem, lines)):
        yield StoryItem(plain(text), items, badge=badge)


def joined(lines: Sequence[Line], between: str) -> Line:
    """Return several lines as one, with some words between them."""
    words: list[Words] = []
    for line in lines:
        words += [Words(between), *line]
    return tuple(words[1:])
