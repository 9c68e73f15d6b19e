"""Academic years, written `2003/04` in documents and `2003-04` in file names, and days, written `2004-01-31`.

A year runs from 1 September to 31 August.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

FIRST_START: Final = 2003
"""The statement was signed in July 2003, so 2003/04 is the first academic year."""
LAST_START: Final = 9998

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITTEN: Final = re.compile(r"([0-9]{4})/([0-9]{2})")
_FILE_STEM: Final = re.compile(r"([0-9]{4})-([0-9]{2})")


class AcademicYear(NamedTuple):
    """An academic year, by the calendar year in which it starts."""

    start: int

    def __str__(self) -> str:
        return f"{self.start:04}/{(self.start + 1) % 100:02}"

    @property
    def file_stem(self) -> str:
        """The year as file names have it."""
        return str(self).replace("/", "-")

    @property
    def first_day(self) -> date:
        """1 September."""
        return date(self.start, 9, 1)

    @property
    def last_day(self) -> date:
        """31 August."""
        return date(self.start + 1, 8, 31)

    @property
    def following(self) -> "AcademicYear":
        """The academic year after this one."""
        return AcademicYear(self.start + 1)


@lru_cache(maxsize=1024)
def written_year(text: str) -> AcademicYear:
    """Return the year written `2003/04`; raises ValueError, with the reason in plain words."""
    return _year(_WRITTEN.fullmatch(text), "2003/04")


def year_of_file(stem: str) -> AcademicYear:
    """Return the year of the stem `2003-04` of an annex's name; raises ValueError, with the reason in plain words."""
    return _year(_FILE_STEM.fullmatch(stem), "2003-04", "the name of an annex is its year, and ")


def any_year(text: str) -> AcademicYear:
    """Return the year written either way, as on the command line; raises ValueError."""
    return _year(_WRITTEN.fullmatch(text) or _FILE_STEM.fullmatch(text), "2003/04")


def meant_year(text: str) -> AcademicYear:
    """Return the year that is meant by 2003-04, 2003–4 or 2003/2004; raises ValueError."""
    start, _, end = re.sub("[-–—]", "/", text.replace(" ", "")).partition("/")
    following = f"{int(start) + 1}" if start.isdecimal() else ""
    is_meant = end and following.endswith(end)
    return written_year(f"{start}/{following[-2:]}" if is_meant else text)


def written_day(text: str) -> date:
    """Return the day written `2004-01-31`; raises ValueError, with the reason in plain words."""
    if not _DAY.fullmatch(text):
        raise ValueError("a date is written like 2004-01-31")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None


def _year(match: re.Match[str] | None, example: str, begin: str = "") -> AcademicYear:
    if match is None:
        raise ValueError(f"{begin}an academic year is written like {example}")
    start, end = int(match[1]), int(match[2])
    if end != (start + 1) % 100:
        raise ValueError(f"the second half of an academic year follows from the first, as in {example}")
    if not FIRST_START <= start <= LAST_START:
        raise ValueError("the first academic year of the partnership is 2003/04")
    return AcademicYear(start)
