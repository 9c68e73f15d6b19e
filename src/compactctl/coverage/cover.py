"""The coverage of one year: reads the compacts once, and draws the matrix and all its sums."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from compactctl.coverage.basis import agenda_of, newest_year, register_of
from compactctl.coverage.drawing import draw
from compactctl.coverage.filters import EVERYTHING, Filters
from compactctl.coverage.glances import Glance
from compactctl.coverage.pages import Keep
from compactctl.coverage.reading import YearReading
from compactctl.coverage.results import Coverage
from compactctl.documents.years import AcademicYear
from compactctl.workspace.workspace import CompactFile, Workspace

T = TypeVar("T")

MANY: Final = 5_000
"""With more compacts than that, the memory that a second process takes weighs more than the time it saves."""


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


def read_into(readings: Sequence[YearReading[T]], workspace: Workspace) -> Iterator[str]:
    """Read all compacts into the readings of some years; yield the slugs of those that cannot be read."""

    def look(file: CompactFile) -> tuple[str, list[Glance[T] | None] | None]:
        if file.document is None:
            return file.slug, None
        compact = workspace.place(file.slug, file.document)
        return file.slug, [reading.look(compact) for reading in readings]

    are_many = len(workspace.compact_slugs) > MANY
    for slug, glances in map(look, workspace.compacts()) if are_many else workspace.map_compacts(look):
        if glances is None:
            yield slug
        for reading, glance in zip(readings, glances or (), strict=False):
            if glance is not None:
                reading.add(glance)
    yield from workspace.unreadable_slugs
