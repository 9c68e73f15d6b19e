"""Academic years, written `2003/04` in documents and `2003-04` in file names, and days, written `2004-01-31`.

A year runs from 1 September to 31 August. A year or day that is written in another way is meant where that has one
reading.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from compactctl.words import MONTHS, day_in_words, listed

FIRST_START: Final = 2003
"""The statement was signed in July 2003, so 2003/04 is the first academic year."""
LAST_START: Final = 9998

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITTEN: Final = re.compile(r"([0-9]{4})/([0-9]{2})")
_FILE_STEM: Final = re.compile(r"([0-9]{4})-([0-9]{2})")

AROUND: Final = " \t\u00a0.'\"\u2018\u2019\u201c\u201d"
"""Blanks, full stops and quotes, which say nothing around a year, a day or a term."""
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2212-"
"""The hyphen, last as it stands within brackets, and what Word makes of it."""
_OTHER_YEAR: Final = rf"([0-9]{{4}})\s*[/{_DASHES}]\s*([0-9]{{4}}|[0-9]{{2}}|[1-9])"
_SIGN: Final = rf"(?:\s*[/.,{_DASHES}]\s*|\s+)"
_FOLLOWS: Final = "the second half of an academic year follows from the first, as in 2003/04"
_YEAR: Final = "(?P<year>[0-9]{4})"
_MONTH: Final = r"(?P<month>[a-z]{3,})\.?"
_DAY_OF_MONTH: Final = "(?P<day>[0-9]{1,2})(?P<ending>st|nd|rd|th)?"
_WITH_MONTH: Final = (
    rf"{_DAY_OF_MONTH}(?:\s+of)?{_SIGN}?{_MONTH}{_SIGN}{_YEAR}",
    rf"{_MONTH}{_SIGN}{_DAY_OF_MONTH}{_SIGN}{_YEAR}",
    rf"{_YEAR}{_SIGN}{_MONTH}{_SIGN}{_DAY_OF_MONTH}",
)
_IN_FIGURES: Final = (
    rf"(?=[0-9]{{4}}|.*[0-9]{{4}}$)([0-9]{{4}}|[0-9]{{1,2}})({_SIGN})([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{1,2}})"
)
_LONGEST_DAY: Final = 40
_WHOLE_YEAR: Final = 4
_MONTHS_A_YEAR: Final = 12


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
    """Return the year that is meant by 2003-04, 2003–4 or 2003 / 2004; raises ValueError where that is not sure."""
    bare = text.strip(AROUND)
    match = re.fullmatch(_OTHER_YEAR, bare)
    if match is None:
        return written_year(bare)
    following = str(int(match[1]) + 1)
    if not following.endswith(match[2]):
        raise ValueError(_FOLLOWS)
    return written_year(f"{match[1]}/{following[-2:]}")


def written_day(text: str) -> date:
    """Return the day written `2004-01-31`; raises ValueError, with the reason in plain words."""
    if not _DAY.fullmatch(text):
        raise ValueError("a date is written like 2004-01-31")
    return _day(*map(int, text.split("-")))


def meant_day(text: str) -> date:
    """Return the day that is meant by 1 March 2004, March 1st, 2004, 29/10/2004 or 2004-3-1.

    Raises ValueError, with the reason in plain words, where that is not sure: where day and month could be mistaken for
    each other, the year has two figures, or there is no such day.
    """
    days = possible_days(text)
    if len(days) > 1:
        raise ValueError(f"this may be {listed(map(day_in_words, days), 'or')}")
    return days[0] if days else written_day(text)


def possible_days(text: str) -> tuple[date, ...]:
    """Return the days that a date with a whole year can stand for, however it is written: 3/4/2004 for two.

    Empty for what is no such date; raises ValueError where there is no such day.
    """
    bare = text.strip(AROUND).casefold() if len(text) <= _LONGEST_DAY else ""
    if match := re.fullmatch(_IN_FIGURES, bare):
        first, second, last = (int(match[group]) for group in (1, 3, 4))
        return _days_in_figures(first, second, last) if len(match[4]) == _WHOLE_YEAR else (_day(first, second, last),)
    matches = (re.fullmatch(pattern, bare) for pattern in _WITH_MONTH)
    return next((_days_with_month(match) for match in matches if match), ())


def _days_in_figures(first: int, second: int, year: int) -> tuple[date, ...]:
    """Return the days of a year by two numbers of which either may be the month, as the British write it first."""
    if first > _MONTHS_A_YEAR >= second or first == second:
        return (_day(year, second, first),)
    if second > _MONTHS_A_YEAR:
        return (_day(year, first, second),)
    return _day(year, second, first), _day(year, first, second)


def _days_with_month(match: re.Match[str]) -> tuple[date, ...]:
    """Return the day of a date whose month has its name, whole or cut short; none where there is no such month."""
    day, months = int(match["day"]), [month.casefold().startswith(match["month"]) for month in MONTHS]
    if not any(months) or match["ending"] not in (None, _ending(day)):
        return ()
    return (_day(int(match["year"]), months.index(True) + 1, day),)


def _ending(number: int) -> str:
    """Return 'st', 'nd', 'rd' or 'th'."""
    is_teen = number // 10 == 1
    return "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None


def _year(match: re.Match[str] | None, example: str, begin: str = "") -> AcademicYear:
    if match is None:
        raise ValueError(f"{begin}an academic year is written like {example}")
    start, end = int(match[1]), int(match[2])
    if end != (start + 1) % 100:
        raise ValueError(_FOLLOWS.replace("2003/04", example))
    if not FIRST_START <= start <= LAST_START:
        raise ValueError("the first academic year of the partnership is 2003/04")
    return AcademicYear(start)
