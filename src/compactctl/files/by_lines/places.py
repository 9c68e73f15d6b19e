"""Where in a document a line may stand: the lists and names that are open at it, and which of them it belongs to."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final, NamedTuple, TypeVar

from compactctl.files.by_lines.typed import TypedLine, TypedName
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar
from compactctl.files.reading import Blank
from compactctl.files.source import KeyPath
from compactctl.words import did_you_mean

G = TypeVar("G", ListGrammar, NamesGrammar)

STEP: Final = 2
"""Blanks by which what is inside stands further in."""


class Certainty(Enum):
    """How sure it is where a line belongs."""

    EXACT = auto()
    """Where it stands."""
    SURE = auto()
    """Elsewhere, and nowhere else."""
    UNSURE = auto()


class Slot(NamedTuple):
    """Where a value belongs: in a list or under a name, and where that list or part is in the document."""

    holder: Any
    key: Any
    above: "Slot | None" = None

    @property
    def path(self) -> KeyPath:
        """Where it is in the document."""
        return (*self.above.path, self.key) if self.above else ()

    def put(self, value: Any) -> None:  # noqa: ANN401 - plain values of any kind
        """Put a value there."""
        self.holder[self.key] = value


@dataclass(slots=True)
class Part:
    """A list, or names with their values, that may still go on.

    What is in it begins `indent` blanks in, which is None while nothing is, and then at least `least`; where the line
    that began it was moved, by `shift` blanks, that is after as large a move. `values` are put into their slot when the
    first one comes.
    """

    grammar: ListGrammar | NamesGrammar
    slot: Slot
    least: int
    indent: int | None = None
    values: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    """On which line each name stands."""
    shift: int = 0
    has_two_readings: bool = False
    """Whether its first entry may be a text in which the others stand."""

    def add(self, name: str | None, value: Any) -> str | int:  # noqa: ANN401 - plain values
        """Put a value under a name, or at the end of the list; return that name, or the value's position there."""
        if self.values is None:
            self.values = [] if isinstance(self.grammar, ListGrammar) else {}
            self.slot.put(self.values)
        if name is None:
            self.values.append(value)
            return len(self.values) - 1
        self.values[name] = value
        return name

    def slot_of(self, key: str | int) -> Slot:
        """Return where the value under a name is, or at a position of the list."""
        return Slot(self.values, key, self.slot)

    def new_slot(self, name: str | None = None) -> Slot:
        """Return where a value belongs that follows under a name, or at the end of the list."""
        return self.slot_of(self.add(name, Blank.NOTHING))

    def stands_in(self, line: TypedLine) -> bool:
        """Whether a line begins as far in as what is in it, or may."""
        moved = line.column + self.shift
        if self.indent is None:
            return max(line.column, moved) >= self.least and not line.has_tab
        return self.indent in (line.column, moved) and not line.has_tab

    @property
    def is_of_free_texts(self) -> bool:
        """Whether it is a list of texts that may be said in any words."""
        entry = self.grammar.entry if isinstance(self.grammar, ListGrammar) else None
        return isinstance(entry, TextGrammar) and entry.is_free

    def behind(self, name: str) -> Grammar | None:
        """Return what stands behind a name in it, or in the entries of a list."""
        grammar: Grammar = self.grammar.entry if isinstance(self.grammar, ListGrammar) else self.grammar
        return grammar.names.get(name, grammar.any_name) if isinstance(grammar, NamesGrammar) else None

    def behind_one_like(self, name: str) -> Grammar | None:
        """Return what stands behind the name that one which is not known was probably meant to be."""
        if not isinstance(self.grammar, NamesGrammar):
            return None
        free = [known for known in self.grammar.names if known not in self.lines]
        likely = did_you_mean("".join(name.split()), free)
        return self.grammar.names[likely] if likely else None

    def inside(self, grammar: ListGrammar | NamesGrammar, slot: Slot, shift: int = 0) -> "Part":
        """Return the part that begins behind one of its names, whose line was moved so many blanks further in."""
        indent = self.indent or 0
        return Part(grammar, slot, indent if isinstance(grammar, ListGrammar) else indent + 1, shift=shift)


class Place(NamedTuple):
    """The part that a line belongs to, by its number among the open ones."""

    number: int
    certainty: Certainty


class OpenParts:
    """The parts that are open at a line, the outermost first."""

    def __init__(self, root: Part) -> None:
        self.parts = [root]

    def close_above(self, number: int) -> Part:
        """Close all that is inside a part, and return it."""
        del self.parts[number + 1 :]
        return self.parts[number]

    def of(self, line: TypedLine) -> Place | None:
        """Return which part a line belongs to that begins an entry, or with a known name."""
        if line.dash:
            return self.of_entry(line)
        return self.of_name(line, line.name) if line.name and line.name.is_known else None

    def of_entry(self, line: TypedLine) -> Place | None:
        """Return which list a line belongs to that begins with the sign of an entry."""
        fitting: list[int] = []
        for number, part, grammar in self._inwards(ListGrammar):
            begins = _begins(grammar.entry, line)
            if part.stands_in(line) and (begins or not self._begins_elsewhere(grammar.entry, line)):
                return Place(number, Certainty.EXACT)
            if begins:
                fitting.append(number)
        has_text = line.name is not None and line.name.is_known and bool(line.name.text)
        if has_text and (texts := self._texts_nearest(line)) is not None:
            return Place(texts, Certainty.UNSURE)
        return self._nearest(fitting, line.column)

    def _texts_nearest(self, line: TypedLine) -> int | None:
        """Return the list of free texts that an entry stands nearest to, in which it may be a text like a name."""
        lists = [number for number, _, _ in self._inwards(ListGrammar)]
        texts = [number for number in lists if self.parts[number].is_of_free_texts]
        if line.has_tab or not texts:
            return next(iter(texts), None)
        nearest = min(lists, key=lambda number: (self._distance(number, line.column), number not in texts))
        return nearest if nearest in texts else None

    def _begins_elsewhere(self, entry: Grammar, line: TypedLine) -> bool:
        """Whether an entry with a known name belongs to another open list, and not to one of other names."""
        if isinstance(entry, TextGrammar) or line.known_name is None:
            return False
        return any(_begins(grammar.entry, line) for _, _, grammar in self._inwards(ListGrammar))

    def of_name(self, line: TypedLine, name: TypedName) -> Place | None:
        """Return which part a line belongs to that begins with a known name."""
        fitting: list[int] = []
        for number, part, grammar in self._inwards(NamesGrammar):
            if name.name not in grammar.names:
                continue
            if part.stands_in(line):
                is_free_further_in = name.name in part.lines and len(fitting) == 1
                return Place(fitting[0], Certainty.SURE) if is_free_further_in else Place(number, Certainty.EXACT)
            if name.name not in part.lines:
                fitting.append(number)
        return self._nearest(fitting, line.column)

    def of_entry_with_names(self, line: TypedLine, name: str) -> Place | None:
        """Return the list to which an entry belongs that begins with a name, wherever the line stands."""
        parts = (number for number, part, _ in self._inwards(ListGrammar) if part.behind(name) is not None)
        return self._nearest([*parts], line.column)

    def entry_without_dash(self, line: TypedLine, name: str) -> Place | None:
        """Return the list whose next entry a line begins with a name that lacks its dash, by where it stands."""
        for number, part, _ in self._inwards(ListGrammar):
            if part.behind(name) is None or isinstance(part.behind(name), NamesGrammar) or line.has_tab:
                continue
            if part.indent is None:
                return (
                    Place(number, Certainty.UNSURE) if number == len(self.parts) - 1 and part.stands_in(line) else None
                )
            inner = self.parts[number + 1] if number + 1 < len(self.parts) else None
            is_taken = inner is not None and next(iter(inner.lines), None) == name
            if is_taken and part.indent <= line.column < part.indent + STEP:
                return Place(number, Certainty.UNSURE)
        return None

    def without_name_above(self, line: TypedLine) -> tuple[int, str] | None:
        """Return the part, and the name in it that is missing above a line; None where none is, or several may be."""
        name, is_entry = line.known_name, bool(line.dash)
        places = [
            (number, missing, is_first)
            for number, part, grammar in self._inwards(NamesGrammar)
            for missing, is_first in _names_above(grammar, part.lines, name, is_entry=is_entry)
        ]
        likely = [place for place in places if place[2]] if len(places) > 1 else places
        return likely[0][:2] if len(likely) == 1 else None

    def names_at(self, line: TypedLine) -> int | None:
        """Return the number of the part with names that stand as far in as a line."""
        return next((number for number, part, _ in self._inwards(NamesGrammar) if part.stands_in(line)), None)

    def behind_free(self, name: str) -> Iterator[Grammar]:
        """Yield what would stand behind a name in each part that knows it and does not have it yet."""
        for _, part, grammar in self._inwards(NamesGrammar):
            if name in grammar.names and name not in part.lines:
                yield grammar.names[name]

    def _inwards(self, kind: type[G]) -> Iterator[tuple[int, Part, G]]:
        """Yield the open parts of a kind, the innermost first, each with its number and what may stand in it."""
        for number in range(len(self.parts) - 1, -1, -1):
            part = self.parts[number]
            if isinstance(part.grammar, kind):
                yield number, part, part.grammar

    def _nearest(self, fitting: list[int], column: int) -> Place | None:
        """Return the only fitting part; of several the one that begins nearest to a column, which is not sure."""
        if not fitting:
            return None
        if len(fitting) == 1:
            return Place(fitting[0], Certainty.SURE)
        return Place(min(fitting, key=lambda number: self._distance(number, column)), Certainty.UNSURE)

    def _distance(self, number: int, column: int) -> int:
        part = self.parts[number]
        return abs((part.least if part.indent is None else part.indent) - column)


def _begins(entry: Grammar, line: TypedLine) -> bool:
    """Whether an entry of this kind may begin as a line does that stands elsewhere."""
    if isinstance(entry, NamesGrammar):
        return not line.rest or (line.name is not None and line.name.name in entry.names)
    return isinstance(entry, TextGrammar) and line.known_name is None


def _names_above(
    part: NamesGrammar, present: Container[str], name: str | None, *, is_entry: bool
) -> Iterator[tuple[str, bool]]:
    """Yield the names that a part lacks below which another belongs, and whether it is the first that stands there."""
    for missing, grammar in part.names.items():
        inside = grammar.entry if is_entry and isinstance(grammar, ListGrammar) else grammar
        may_be_it = isinstance(grammar, ListGrammar) == is_entry and missing not in present
        if may_be_it and isinstance(inside, NamesGrammar) and name in inside.names:
            yield missing, next(iter(inside.names)) == name
