"""Why an authority has no edition to show."""

from enum import StrEnum

from compactctl.coverage.filters import Filters
from compactctl.coverage.results import Standing
from compactctl.documents.years import AcademicYear
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.workspace import Workspace


class Absence(StrEnum):
    """Why there is no edition to show."""

    NO_COMPACT = "no compact"
    """It has no compact at all."""
    NO_EDITION = "no edition"
    """It has a compact, and no edition of the year that counts."""
    UNREADABLE = "unreadable"
    BELOW_STATUS = "below status"
    OUT_OF_TIME = "out of time"
    """The authority did not exist on any day of the year."""


def absence(
    workspace: Workspace, authority: Authority, compact: PlacedCompact | None, year: AcademicYear, filters: Filters
) -> Absence | None:
    """Return why an authority, whose compact was read if it could be, has no edition to show; None where it has one."""
    if not authority.exists_in(year):
        return Absence.OUT_OF_TIME
    if compact is None:
        is_there = authority.slug in workspace.compact_slugs or authority.slug in workspace.unreadable_slugs
        return Absence.UNREADABLE if is_there else Absence.NO_COMPACT
    edition = compact.edition(year)
    if edition is None:
        return Absence.NO_EDITION
    return None if filters.reached_by(edition.status) else Absence.BELOW_STATUS


def standing(reason: Absence | None) -> Standing:
    """Return the standing that goes with it."""
    match reason:
        case None:
            return Standing.EDITION
        case Absence.UNREADABLE:
            return Standing.UNREADABLE
        case Absence.BELOW_STATUS:
            return Standing.BELOW_STATUS
        case _:
            return Standing.NONE
