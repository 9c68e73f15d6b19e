"""Changes in words, whatever the format: what a terminal, a comment and a page have in common.

Every text in a story may be foreign: whoever draws it makes each piece safe for its place, and adds the marks that
set words taken out and put in apart. Nothing here knows how it will look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Look = Literal["plain", "strong", "muted", "removed", "added"]


class Piece(NamedTuple):
    """Words that look alike; pieces of a line are joined as they stand."""

    text: str
    look: Look = "plain"


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something told, and what there is to say inside it.

    `badge` is the kind of a change, in a word ("retired"), `label` what its line is about ("title").
    """

    line: Line
    items: tuple["Item", ...] = ()
    badge: str = ""
    label: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures; each row begins with what it is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the story, with a sentence or two before its items and tables."""

    title: str
    lead: tuple[Line, ...] = ()
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """All that is told: what comes before all else, what is made up, what could not be read, a few lines, the parts."""

    title: str
    caveats: tuple[Item, ...]
    summary: tuple[Line, ...]
    sections: tuple[Section, ...]
    examples: tuple[str, ...] = ()
    alerts: tuple[Item, ...] = ()


def plain(text: str) -> Line:
    """Return a line of one plain piece."""
    return (Piece(text),)


def joined(lines: Sequence[Line], between: str) -> Line:
    """Return several lines as one, with some words between them."""
    pieces: list[Piece] = []
    for line in lines:
        pieces += [Piece(between), *line]
    return tuple(pieces[1:])
