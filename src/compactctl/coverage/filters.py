"""Which authorities and editions a report is about."""

from typing import Final, NamedTuple

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.workspace.authorities import Authority


class Filters(NamedTuple):
    """A region and a type narrow the authorities first; an edition below the status then counts as none."""

    region: str | None = None
    type: str | None = None
    status: Status | None = None

    @property
    def narrow(self) -> bool:
        """Whether the report is about some authorities only."""
        return self.region is not None or self.type is not None

    def match(self, authority: Authority, year: AcademicYear) -> bool:
        """Tell whether the authority, of the type that it has in the year, is one that the report is about."""
        in_region = self.region is None or authority.region == self.region
        return in_region and (self.type is None or authority.type_in(year) == self.type)

    def reached_by(self, status: Status | None) -> bool:
        """Tell whether an edition of this status counts; of one whose status cannot be told only a draft is asked."""
        if self.status in (None, Status.DRAFT):
            return True
        return status is not None and status.reaches(self.status)


EVERYTHING: Final = Filters()
"""All authorities, and editions of any status."""
