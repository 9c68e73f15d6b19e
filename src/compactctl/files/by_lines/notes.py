"""What is noted while a file is read by lines: what to say of which line, and how lines are to be written."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from compactctl.files.by_lines import said
from compactctl.files.by_lines.typed import TypedLine
from compactctl.files.limits import MAXIMUM_SLIPS
from compactctl.files.slips import Slip
from compactctl.files.source import KeyPath
from compactctl.finding import Span

SYNTAX: Final = "yaml-syntax"
FEATURE: Final = "yaml-feature"
HIDDEN: Final = "hidden-character"
TWICE: Final = "duplicate-key"


class TooMany(Exception):  # noqa: N818 - of a file of another kind, not of a slip
    """There are more slips than anybody makes, or more lines than a document may have."""


class _Note(NamedTuple):
    """What is to be said of a line, before it is known how the lines around it read."""

    rule: str
    message: str
    span: Span
    path: KeyPath
    is_sure: bool
    is_typing: bool
    is_silent: bool
    first: Span | None


class Notes:
    """All that is noted of the lines of a file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.written: dict[int, str] = {}
        """How the lines are to be written, by number, that were not typed so."""
        self._notes: list[_Note] = []
        self._unsure: set[tuple[str, int]] = set()
        self._together: dict[int, range] = {}

    def tell(  # noqa: PLR0913 - all that there is to say
        self,
        rule: str,
        message: str,
        span: Span,
        path: KeyPath = (),
        *,
        is_sure: bool = False,
        is_typing: bool = True,
        is_silent: bool = False,
        first: Span | None = None,
    ) -> None:
        """Note a slip; raises `TooMany`. What the others say: see `Slip`."""
        if len(self._notes) > MAXIMUM_SLIPS:
            raise TooMany
        if not is_sure and (rule, span.line) in self._unsure:
            return  # one thing that is wrong with a line is enough to look at it
        if not is_sure:
            self._unsure.add((rule, span.line))
        self._notes.append(_Note(rule, message, span, path, is_sure, is_typing, is_silent, first))

    def tell_blank(
        self,
        number: int,
        blanks: str,
        begin: int,
        path: KeyPath,
        *,
        is_sure: bool = True,
        says: Callable[[str], str] = said.blank,
    ) -> None:
        """Note another blank than the space bar's among some that begin in a column of a line, counted from 0."""
        offset, sign = next((offset, sign) for offset, sign in enumerate(blanks) if sign != " ")
        column = begin + offset + 1
        span = Span(number, column, number, column + 1)
        self.tell(SYNTAX if sign == "\t" else HIDDEN, says(sign), span, path, is_sure=is_sure)

    def pass_over(self, number: int, raw: str, path: KeyPath) -> None:
        """Note another blank than the space bar's in a line that is empty to look at, or before a note."""
        words = raw.lstrip()
        blanks = raw[: len(raw) - len(words)]
        if blanks.strip(" "):
            self.tell_blank(number, blanks, 0, path, says=said.blank if words else said.blank_line)
            self.written[number] = f"{' ' * len(blanks)}{words}" if words else ""

    def write(self, line: TypedLine, written: str) -> None:
        """Note how a line is to be written, where that is not how it was typed."""
        if written.rstrip() != line.raw.rstrip():
            self.written[line.number] = written

    def leave_out(self, *numbers: int) -> None:
        """Note that lines cannot be understood."""
        self.written |= dict.fromkeys(numbers, "")

    def mend_together(self, first: int, last: int) -> None:
        """Note that lines are mended all of them, or none."""
        lines = range(first, last + 1)
        self._together |= dict.fromkeys(lines, lines)

    def slips(self) -> list[Slip]:
        """Return all slips by line, each with all lines that are mended with it; sure where all of these are."""
        groups: dict[range, list[_Note]] = {}
        for note in self._notes:
            line = note.span.line
            groups.setdefault(self._together.get(line, range(line, line + 1)), []).append(note)
        return [
            slip
            for lines in sorted(groups, key=lambda lines: (lines.start, lines.stop))
            for slip in self._slips_in(lines, groups[lines])
        ]

    def _written(self, number: int) -> str:
        return self.written.get(number, self.lines[number - 1])

    def _slips_in(self, lines: range, notes: Sequence[_Note]) -> list[Slip]:
        before = [self.lines[number - 1] for number in lines]
        after = [*map(self._written, lines)]
        pairs = zip(before, after, strict=True)
        is_of_blanks = all("".join(old.split()) == "".join(new.split()) for old, new in pairs)
        return [
            Slip(
                rule=note.rule,
                message=said.with_line(note.message, self._written(note.span.line)),
                span=note.span,
                path=note.path,
                line=lines.start,
                end_line=lines.stop - 1,
                text="\n".join(after) if before != after else None,
                is_sure=before != after and all(other.is_sure for other in notes),
                is_of_blanks=is_of_blanks,
                is_typing=note.is_typing,
                is_silent=note.is_silent,
                first=note.first,
            )
            for note in notes
        ]


def whole(number: int, raw: str) -> Span:
    """Return the stretch of a line from its first column on."""
    return Span(number, 1, number, len(raw.rstrip()) + 1)


def all_of(line: TypedLine) -> Span:
    """Return the stretch of what stands on a line."""
    return Span(line.number, line.column + 1, line.number, max(len(line.raw.rstrip()), line.column + 1) + 1)
