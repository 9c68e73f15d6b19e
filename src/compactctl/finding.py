"""What is wrong, and where: plain data that every floor may pass on.

Nothing here decides or prints anything.
"""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a finding matters, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Its place among the levels, 0 being the heaviest."""
        return list(Level).index(self)

    def reaches(self, threshold: "Level") -> bool:
        """Tell whether this level is as heavy as the threshold, or heavier."""
        return self.rank <= threshold.rank


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """A file within the data folder, and where in it; a whole file has no span.

    `excerpt` is the line on which the span begins (of an overlong line the part around it), `excerpt_column` the
    column of its first character.
    """

    file: str
    span: Span | None = None
    excerpt: str = ""
    excerpt_column: int = 1


class Related(NamedTuple):
    """A second place that a finding needs to be understood, and what is to be seen there."""

    message: str
    place: Place


class Repair(NamedTuple):
    """How lines of a file should read: those from `line` to `end_line` are replaced by `text`, its lines parted by LF.

    All three are None where the file is to be saved anew, as it is, in UTF-8.
    """

    line: int | None
    end_line: int | None
    text: str | None


class Finding(NamedTuple):
    """One thing that breaks one rule; `year` is that of the edition it is about, where it is about one.

    `repair` is there where 'compactctl fix' can mend it.
    """

    rule: str
    level: Level
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    year: str | None = None
    repair: Repair | None = None
