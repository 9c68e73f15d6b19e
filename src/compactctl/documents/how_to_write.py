"""What to write in place of a text that was to be a day or an academic year, as messages and hints say it."""

import re
from typing import Final

from compactctl.documents.years import meant_year, possible_days, written_day
from compactctl.words import day_in_words, listed

_SHORT_YEAR: Final = r"(?!.*[0-9]{4})(?:\w+\W+){2}[0-9]{2}"
"""A day with the last two figures of its year."""


def how_to_write_year(text: str) -> str:
    """Say which academic year to write, or how one is written; 03/04 has no other reading here."""
    try:
        return f"write '{meant_year(f'20{text}' if len(text) <= len('03/04') else text)}'"
    except ValueError as error:
        return str(error)


def how_to_write_day(text: str) -> str:
    """Say which day to write, or which two it may be, or how one is written."""
    try:
        days = possible_days(text) or (written_day(text),)
    except ValueError as error:
        return f"{error}, its year with all four figures" if re.fullmatch(_SHORT_YEAR, text) else str(error)
    named = [f"'{day}'" if len(days) == 1 else f"'{day}' ({day_in_words(day)})" for day in days]
    return f"write {listed(named, 'or')}"
