"""What a workbook consists of: sheets of rows under columns. Text in them is still to be made safe."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

Value = str | int | float | date | None
Row = tuple[Value, ...]


class Kind(StrEnum):
    """How the values of a column look."""

    TEXT = "text"
    LONG = "long text"
    COUNT = "count"
    SHARE = "share"
    DAY = "day"
    CELL = "cell of the matrix"


class Column(NamedTuple):
    """A column: its head, how its values look, its width in characters."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 14


class Sheet(NamedTuple):
    """A sheet; its first `frozen` columns stay in sight as its head does."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    frozen: int = 1


EXAMPLE: Final = Column("example", width=10)
"""Whether what stands in the row is made up, to show how the record works."""
ANNEX: Final = Column("annex is an example", width=12)


def yes_or_no(value: bool) -> str:  # noqa: FBT001 - the value itself
    """Return what a column like `EXAMPLE` holds."""
    return "yes" if value else "no"


def counts(*titles: str) -> tuple[Column, ...]:
    """Return columns of counts."""
    return tuple(Column(title, Kind.COUNT, max(len(title) + 4, 9)) for title in titles)
