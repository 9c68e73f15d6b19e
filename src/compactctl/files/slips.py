"""A slip of typing: lines of a file that do not read as they were meant, and how they should read."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compactctl.files.source import KeyPath
from compactctl.finding import Repair, Span


class Slip(NamedTuple):
    """A slip of typing.

    `rule` is the one that it breaks, `path` where in the document it stands. `text` is how the lines from `line` to
    `end_line` should read (parted by LF), None where nothing can be proposed. It is repaired only where `is_sure`:
    where there is one reading. `is_of_blanks` tells whether only blanks differ then, `is_typing` whether it is no more
    than a slip of typing, behind which the file can be read on, and `is_silent` whether YAML may read the lines without
    a word. `first` is where something stands already that stands here again. `left_because` says why it is not repaired
    though it has one reading: what somebody has signed stays.
    """

    rule: str
    message: str
    span: Span
    path: KeyPath
    line: int
    end_line: int
    text: str | None = None
    is_sure: bool = False
    is_of_blanks: bool = False
    is_typing: bool = True
    is_silent: bool = False
    first: Span | None = None
    left_because: str = ""

    @property
    def repair(self) -> Repair | None:
        """The repair, where there is one reading."""
        return Repair(self.line, self.end_line, self.text) if self.is_sure and self.text is not None else None


def with_repairs(lines: Sequence[str], slips: Iterable[Slip]) -> list[str]:
    """Return the lines of a file with those slips mended that have one reading."""
    mended = [*lines]
    for slip in slips:
        if slip.is_sure and slip.text is not None:
            mended[slip.line - 1 : slip.end_line] = slip.text.split("\n")
    return mended
