"""The coverage of one year: reads the compacts once, and draws the matrix and all its sums."""

from collections.abc import Iterator
from typing import TypeVar

from compactctl.coverage.basis import agenda_of, newest_year, register_of
from compactctl.coverage.drawing import draw
from compactctl.coverage.filters import EVERYTHING, Filters
from compactctl.coverage.pages import Keep
from compactctl.coverage.reading import YearReading
from compactctl.coverage.results import Coverage
from compactctl.documents.years import AcademicYear
from compactctl.workspace.workspace import Workspace

T = TypeVar("T")


def cover(workspace: Workspace, year: AcademicYear | None, keep: Keep[T], filters: Filters = EVERYTHING) -> Coverage[T]:
    """Return the coverage of a year, of the newest annex's where none is given.

    `keep` makes of each authority's page what is wanted of it. Raises `CannotDo` where the year has no annex or the
    annex, the register or the folder of compacts cannot be read: no figure could be right then.
    """
    register = register_of(workspace)
    agenda = agenda_of(workspace, year or newest_year(workspace))
    reading = YearReading(register, agenda, filters, keep)
    unreadable = list(read_into([reading], workspace))
    return draw(workspace, reading, unreadable)


def read_into(readings: list[YearReading[T]], workspace: Workspace) -> Iterator[str]:
    """Read all compacts into the readings of some years; yield the slugs of those that cannot be read."""
    for file in workspace.compacts():
        if file.document is None:
            yield file.slug
            continue
        compact = workspace.place(file.slug, file.document)
        for reading in readings:
            reading.take(compact)
    yield from workspace.broken_slugs
