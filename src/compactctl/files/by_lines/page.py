"""What all who read a file by lines share: its lines, the parts that are open, and what is noted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from compactctl.files.by_lines.notes import Notes
from compactctl.files.by_lines.places import Certainty, OpenParts, Place, Slot
from compactctl.files.by_lines.texts import without_comment
from compactctl.files.by_lines.typed import Sheet, TypedLine, TypedName
from compactctl.files.grammar import Grammar, TextGrammar
from compactctl.files.reading import Broken, Value, parse
from compactctl.files.source import Source

BLOCK: Final = re.compile(r"([|>])([-+]?)([1-9]?)([-+]?)[ \t]*(?:[ \t]#(?:[ \t].*)?)?")
"""The sign below which a text stands on lines of its own."""
NO_FORM: Final = TextGrammar(is_free=False)
"""Of a text that stands where none belongs."""
ANY_TEXT: Final = TextGrammar(is_free=True)
_LOOKED_UP: Final = re.compile(r"[a-z0-9/-]+")


class Piece(NamedTuple):
    """What a line adds to a text, and the indent that it is to have; None for the line on which the text begins."""

    number: int
    indent: int | None
    text: str


@dataclass(slots=True)
class OpenText:
    """A text that may go on: where it belongs, what stands before it on its first line, and its pieces.

    Its lines stand further in than `floor`. `blanks` are the empty lines since the last piece.
    """

    line: int
    lead: str
    slot: Slot
    grammar: TextGrammar
    floor: int
    pieces: list[Piece] = field(default_factory=list)
    blanks: int = 0
    has_note_behind: bool = False
    is_interrupted: bool = False
    """Whether a note stands in the middle of it."""
    is_in_doubt: bool = False
    """Whether it is told already that it may be no text, and that it needs double quotes if it is one."""

    def add(self, number: int, indent: int | None, words: str) -> None:
        """Add what a line says, and the empty lines before it."""
        if self.pieces:
            self.pieces += [Piece(number, 0, "")] * self.blanks
        self.pieces.append(Piece(number, indent, words))
        self.is_interrupted = self.is_interrupted or self.has_note_behind
        self.blanks, self.has_note_behind = 0, False


class Page(NamedTuple):
    """A file that is being read by lines."""

    sheet: Sheet
    open: OpenParts
    notes: Notes

    def begins_anew(self, line: TypedLine | None) -> bool:
        """Whether a line begins an entry or a name where it stands."""
        place = self.open.of(line) if line is not None else None
        return place is not None and place.certainty is Certainty.EXACT

    def has_value(self, name: TypedName, place: Place) -> bool:
        """Whether what stands behind a name is what the name asks for, and nothing that may be said in any words."""
        return is_value(self.open.parts[place.number].behind(name.name), without_comment(name.text)[0])


def is_value(grammar: Grammar | None, text: str) -> bool:
    """Whether a text is what a name asks for, and nothing that may be said in any words."""
    if not isinstance(grammar, TextGrammar):
        return text[:1] in ("", "[", "{")
    return not grammar.is_free and _LOOKED_UP.fullmatch(grammar.written(text) or " ") is not None


def yaml_value(pieces: Sequence[str]) -> Value:
    """Return how YAML reads the pieces of a value, each on a line of its own; None where it does not."""
    return value_in([f"x: {pieces[0]}", *(f" {piece}" for piece in pieces[1:])])


def value_in(lines: Iterable[str]) -> Value:
    """Return how YAML reads what stands behind the name 'x' in lines that hold no other; None where it does not."""
    try:
        return parse(Source("", "\n".join(lines)))["x"]
    except Broken:
        return None
