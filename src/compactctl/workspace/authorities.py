"""An authority, and when it existed: one row of a register."""

from datetime import date
from typing import NamedTuple

from compactctl.documents.years import AcademicYear


class Authority(NamedTuple):
    """An upper-tier local authority with education duties; the register's notes say what each column means."""

    code: str
    slug: str
    name: str
    ons_code: str
    region: str
    current_type: str
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    earlier_type: str | None
    earlier_until: date | None
    earlier_name: str | None = None

    def exists_on(self, day: date) -> bool:
        """Tell whether the authority existed on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def exists_in(self, year: AcademicYear) -> bool:
        """Tell whether the authority existed on at least one day of the academic year, and so may hold an edition."""
        begins = self.valid_from is None or self.valid_from <= year.last_day
        return begins and (self.valid_to is None or year.first_day <= self.valid_to)

    def type_in(self, year: AcademicYear) -> str:
        """Return its type on 1 September of the year, or on its own first day where that is later."""
        day = max(year.first_day, self.valid_from or year.first_day)
        if self.earlier_type and self.earlier_until and day <= self.earlier_until:
            return self.earlier_type
        return self.current_type
