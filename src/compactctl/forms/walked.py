"""What a walk over a returned form takes in: its texts by the boxes that they belong to, and what is no text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

PICTURE: Final = "a picture"
SYMBOL: Final = "a symbol that is no letter"
HIDDEN: Final = "hidden text"
STRUCK: Final = "a text that is struck through"
FIELD: Final = "a field"
BOUND: Final = "a text that Word takes from elsewhere in the file"
UNKNOWN: Final = "something that Word does not show"
TURNED: Final = "a text that is shown in another order than it is written in"
UNLIKE: Final = "a text that reads otherwise in an older Word"
REPEATED: Final = "a text that LibreOffice may have written several times over"
DROPPED: Final = "a text from which LibreOffice may have dropped words, at a comment, a note, a link or a line break,"
NO_NOTE: Final = "the mark of a note that is not there"


class Piece(NamedTuple):
    """A text, or a part of one."""

    box: str | None
    """The tag of the box that it belongs to."""
    paragraph: int
    text: str
    is_flagged: bool = False
    """Whether it stands in a control that says to be empty, and to show what to write."""
    is_placeholder: bool = False
    """Whether its style is that of what is shown in an empty box."""
    in_margin: bool = False
    """Whether it stands in a header or a footer."""
    address: str = ""
    """Where it leads whoever follows it, if it is a link out of the file."""


class NoText(NamedTuple):
    """Something that is no text, or none that anybody sees."""

    what: str
    box: str | None


class Item(NamedTuple):
    """An item of a drop-down."""

    shown: str
    value: str


@dataclass
class Walked:
    """What was taken in, in the order of the document."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: Counter[str] = field(default_factory=Counter)
    """How often each box is there, by its tag."""
    items: dict[str, list[Item]] = field(default_factory=dict)
    """Of the drop-down of a box, by its tag."""
    changes: Counter[str | None] = field(default_factory=Counter)
    """Tracked changes, by the tag of the box that they stand in."""
    no_texts: list[NoText] = field(default_factory=list)
    is_by_bookmark: bool = False
    """Whether no control had a tag, so that the boxes are known by their bookmarks."""

    def forget(self, tags: Iterable[str]) -> None:
        """Forget those of some boxes in which nothing stands: of what somebody deleted a bookmark is left."""
        gone = {*tags} - {piece.box for piece in self.pieces if piece.text.strip()}
        self.pieces = [piece for piece in self.pieces if piece.box not in gone]
        for tag in gone:
            del self.boxes[tag]
