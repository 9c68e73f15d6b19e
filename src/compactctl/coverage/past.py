"""What an authority without an edition of a year had before: an earlier edition, a compact that ended, or neither."""

from datetime import date
from typing import Final, NamedTuple

from compactctl.coverage.filters import Filters
from compactctl.documents.years import AcademicYear
from compactctl.workspace.compacts import PlacedCompact


class Past(NamedTuple):
    """What an authority had before a year.

    `last` is the year of its last edition before, of at least the status asked for; `ended` the day before the year
    on which its compact was brought to an end. Where `is_told` is False, its compact is broken in the places that say
    so, and nothing is concluded. `is_example` says that the compact is made up.
    """

    last: AcademicYear | None = None
    ended: date | None = None
    is_told: bool = True
    is_example: bool = False

    @property
    def not_renewed(self) -> AcademicYear | None:
        """The year of its last edition, where it has not renewed it and its compact has not ended."""
        return None if self.ended else self.last

    @property
    def is_blank(self) -> bool:
        """Whether it never had an edition."""
        return self.is_told and self.last is None and self.ended is None


NO_PAST: Final = Past()


def past_of(compact: PlacedCompact, year: AcademicYear, filters: Filters) -> Past:
    """Return what the authority of a compact had before a year."""
    had_ended = compact.had_ended_by(year)
    is_broken = not compact.editions or any(edition.year is None for edition in compact.editions)
    if is_broken or had_ended is None:
        return Past(is_told=False, is_example=compact.is_example)
    earlier = (edition.year for edition in compact.before(year) if filters.reached_by(edition.status))
    return Past(next(earlier, None), compact.ended_on if had_ended else None, is_example=compact.is_example)
