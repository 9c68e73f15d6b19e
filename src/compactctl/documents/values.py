"""What the values of documents may be, and how the text that stands in a file becomes one; nothing here needs Pydantic.

A validator of a model takes a plain value, and raises ValueError with the reason in plain words. Each has a name of its
own, since the schemas in content.py name them.
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Any, Final, TypeVar

from compactctl.documents.years import AROUND, AcademicYear, written_day, written_year
from compactctl.files.reading import Blank

MAXIMUM_NAME: Final = 300
MAXIMUM_ID: Final = 60
MAXIMUM_TEXT: Final = 5_000
MAXIMUM_ENTRIES: Final = 1_000
FORMAT: Final = "1"
"""The version of the format of documents that this tool reads."""
ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LETTER_PATTERN: Final = r"^[a-z]{1,2}$"
TERMS: Final = ("short", "medium")
TODO: Final = "TODO"
TERM_TO_WRITE_PATTERN: Final = rf"^{TODO}\b"
TERM_PATTERN: Final = rf"^({'|'.join(TERMS)})$|{TERM_TO_WRITE_PATTERN}"
_TERM: Final = rf"({'|'.join(TERMS)})(?:[\s_\u2010-\u2013-]*term)?"
_YEAR_NUMBER: Final = re.compile("[12][0-9]{3}")

T = TypeVar("T")


class Party(StrEnum):
    """Who may sign."""

    DEPARTMENT = "department"
    ASSOCIATION = "association"
    AUTHORITY = "authority"


def is_id(text: str) -> bool:
    """Tell whether a text is an id: 2 to 60 lower-case letters and digits, words joined by '-'."""
    return 1 < len(text) <= MAXIMUM_ID and re.fullmatch(ID_PATTERN, text) is not None


def id_of(words: str) -> str | None:
    """Return the id that is made of the words of a title; nothing where they make none."""
    import unicodedata

    letters = unicodedata.normalize("NFKD", words.casefold().replace("'", "").replace("’", ""))
    made = "-".join(re.findall("[a-z0-9]+", letters.encode("ascii", "ignore").decode()))
    return made if is_id(made) else None


def free_id(key: str, title: str | None, taken: Collection[str]) -> str:
    """Return an id that is not taken, in place of one that is: of the title's words, or else with a number."""
    made = id_of(title or "")
    return made if made and made not in taken else next(new for n in count(2) if (new := f"{key}-{n}") not in taken)


def trimmed(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    """Take away the blanks around a text."""
    return value.strip() if isinstance(value, str) else value


def empty_list(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    """Take nothing after a key for a list without entries."""
    return [] if value is Blank.NOTHING else value


def empty_map(value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
    """Take nothing after a key for a map without keys."""
    return {} if value is Blank.NOTHING else value


def year(value: Any) -> AcademicYear:  # noqa: ANN401 - plain values of any kind
    """Return an academic year."""
    return _from_text(value, written_year)


def day(value: Any) -> date:  # noqa: ANN401 - plain values of any kind
    """Return a day."""
    return _from_text(value, written_day)


def due(value: Any) -> date | int:  # noqa: ANN401 - plain values of any kind
    """Return a day, or a calendar year by its number."""
    return _from_text(value, _written_due)


def meant_term(text: str) -> str:
    """Return the term that is meant by 'Short term', 'SHORT' or 'medium-term'; raises ValueError for all else."""
    match = re.fullmatch(_TERM, text.strip(AROUND).casefold())
    if match is None:
        raise ValueError("a term is short or medium")
    return match[1]


def format_version(value: Any) -> int:  # noqa: ANN401 - plain values of any kind
    """Return the version of the format that a record is written in, which this tool can read."""
    return _from_text(value, _written_format)


def whole_number(value: Any) -> int:  # noqa: ANN401 - plain values of any kind
    """Return a number from 1."""
    return _from_text(value, _written_number)


def truth(value: Any) -> bool:  # noqa: ANN401 - plain values of any kind
    """Return what true and false mean."""
    return _from_text(value, _written_truth)


def says_something(open_to: T) -> T:
    """Refuse a limit that names nobody: one with nothing in any of its lists."""
    if any(vars(open_to).values()):
        return open_to
    raise ValueError("nothing is given; name regions, types or authorities, or leave 'open_to' out")


def _from_text(value: Any, parse: Callable[[str], T]) -> T:  # noqa: ANN401 - plain values of any kind
    if isinstance(value, str):
        return parse(value.strip())
    raise ValueError("a text is expected")


def _written_due(text: str) -> date | int:
    if _YEAR_NUMBER.fullmatch(text):
        return int(text)
    try:
        return written_day(text)
    except ValueError as error:
        raise ValueError(f"{error}, and a year like 2006") from None


def _written_number(text: str) -> int:
    if re.fullmatch("[1-9][0-9]{0,3}", text):
        return int(text)
    raise ValueError("a number from 1 to 9999 is expected, in figures")


def _written_format(text: str) -> int:
    version = _written_number(text)
    if version <= int(FORMAT):
        return version
    raise ValueError(f"this version of compactctl reads format {FORMAT}; install a newer compactctl to read the record")


def _written_truth(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise ValueError("true or false is expected")
