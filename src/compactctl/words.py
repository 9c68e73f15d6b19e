"""How messages quote, list and suggest: the small words that every floor's messages share.

Nothing here makes a text safe to print; that is the last thing done to a text, by the formats.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

_QUOTED: Final = 80
_COMPARED: Final = 60
_LISTED: Final = 8
_CLOSE: Final = 0.6
_MANY: Final = 300
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def cut(text: str, limit: int = _QUOTED) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer than the limit."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def quoted(text: str) -> str:
    """Return the text in single quotes, shortened for a message."""
    return f"'{cut(text)}'"


def listed(items: Iterable[str], last: str = "and", *, most: int = _LISTED) -> str:
    """Return 'a', 'a and b' or 'a, b and c'; of a long list the first few and how many more."""
    words = list(items)
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def day_in_words(day: date) -> str:
    """Return '31 December 2004'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(count: int, noun: str, plural: str | None = None) -> str:
    """Return '1 error', '2 errors', '1,200 errors'."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def marked(text: str, *, is_example: bool) -> str:
    """Return what is said of a document, its status or its name, with the mark of one made up: 'agreed (example)'."""
    return f"{text} (example)" if is_example else text


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that the word was most likely meant to be, or nothing where none is close."""
    return _closest(word[:_COMPARED], tuple(choices))


@lru_cache(maxsize=4096)
def _closest(word: str, choices: tuple[str, ...]) -> str | None:
    folded = {choice.casefold(): choice for choice in choices}
    wanted = word.strip().casefold().replace("_", "-").replace(" ", "-")
    if wanted in folded:
        return folded[wanted]
    candidates = [choice for choice in folded if len(choice) < 2 * len(wanted) + 2]
    if len(candidates) > _MANY:
        candidates = [choice for choice in candidates if choice[:2] == wanted[:2]]
    import difflib

    if close := difflib.get_close_matches(wanted, candidates, 1, _CLOSE):
        return folded[close[0]]
    longer = [choice for choice in folded if len(wanted) > 2 and choice.startswith(wanted)]  # noqa: PLR2004
    return folded[longer[0]] if len(longer) == 1 else None
