"""What a readable report consists of, before it is drawn on a terminal, as Markdown or as HTML.

Every string here may be foreign: whoever draws it makes it safe for the place where it is shown.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

ENDING: Final = "Taking part is voluntary; figures describe, and nobody is ranked."
"""What every report says at its end."""


class Bar(NamedTuple):
    """A share between 0 and 1, drawn as a bar beside the figure that says the same; None where there is none."""

    share: float | None


TableCell = str | int | Bar | None


class TableColumn(NamedTuple):
    """A column of a table, and whether figures stand in it."""

    title: str
    figures: bool = False


def text_columns(*titles: str) -> tuple[TableColumn, ...]:
    """Return columns in which words stand."""
    return tuple(map(TableColumn, titles))


def figure_columns(*titles: str) -> tuple[TableColumn, ...]:
    """Return columns in which figures stand."""
    return tuple(TableColumn(title, figures=True) for title in titles)


class ReportTable(NamedTuple):
    """Rows under columns; the last row may be the sum of those above it."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    total: tuple[TableCell, ...] | None = None
    note: str | None = None


class ListEntry(NamedTuple):
    """A sentence, and what came of it below."""

    text: str
    below: tuple[str, ...] = ()


class Items(NamedTuple):
    """Sentences or names below one another."""

    title: str
    items: tuple[str | ListEntry, ...]
    note: str | None = None


class Prose(NamedTuple):
    """A paragraph, where there is one, and lists that belong to it."""

    title: str
    text: str | None
    lists: tuple[Items, ...] = ()


class SignMatrix(NamedTuple):
    """Signs under heads, a row for each name; there may be more heads than fit beside one another."""

    title: str
    names: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str


ReportSection = ReportTable | Items | Prose | SignMatrix


@dataclass(frozen=True, slots=True)
class ReadableReport:
    """A report: its heading, and right below it what is made up.

    Then what could not be read or counted, the facts in brief, and the sections.
    """

    heading: str
    examples: tuple[str, ...]
    notices: tuple[str, ...]
    facts: tuple[str, ...]
    sections: tuple[ReportSection, ...] = field(default=())
