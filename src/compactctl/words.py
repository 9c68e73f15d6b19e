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
_LETTERS_A_SLIP: Final = 4
_MOST_SLIPS: Final = 3
_MANY: Final = 300
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SMALL: Final = frozenset(("and", "of", "the"))
_PLACES: Final = frozenset(("city-of-london", "isles-of-scilly"))
"""Types of the built-in register that are the names of their only authorities."""


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


def region_in_words(region: str) -> str:
    """Return 'Yorkshire and the Humber' for 'yorkshire-and-the-humber'; a name that is no slug as it stands."""
    words = region.split("-")
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def type_in_words(type_: str) -> str:
    """Return 'London borough' for 'london-borough', the type of an authority."""
    if type_ in _PLACES:
        return region_in_words(type_)
    return type_.replace("-", " ").replace("london", "London")


def number(count: int, noun: str, plural: str | None = None) -> str:
    """Return '1 error', '2 errors', '1,200 errors'."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def marked(text: str, *, is_example: bool) -> str:
    """Return what is said of a document, its status or its name, with the mark of one made up: 'agreed (example)'."""
    return f"{text} (example)" if is_example else text


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that the word was most likely meant to be, or nothing where none is really like it.

    A likeness is a beginning that only one choice has, or the same first letter and a slip of typing in every four
    letters, three at most. Capitals, blanks and underscores do not count.
    """
    return _closest(word[:_COMPARED], tuple(choices))


@lru_cache(maxsize=4096)
def _closest(word: str, choices: tuple[str, ...]) -> str | None:
    folded = {_hyphenated(choice): choice for choice in choices}
    wanted = _hyphenated(word)
    if wanted in folded:
        return folded[wanted]
    longer = [choice for choice in folded if len(wanted) > 2 and choice.startswith(wanted)]  # noqa: PLR2004
    if len(longer) == 1:
        return folded[longer[0]]
    candidates = [choice for choice in folded if choice[:1] == wanted[:1]]
    if len(candidates) > _MANY:
        candidates = [choice for choice in candidates if choice[:3] == wanted[:3]][:_MANY]
    slips = ((_slips(wanted, choice), choice) for choice in candidates)
    close = min((found for found in slips if found[0] is not None), default=None)
    return folded[close[1]] if close else None


def _hyphenated(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").split())


def _slips(one: str, other: str) -> int | None:
    """Return how many letters were left out, added, mistyped or swapped; nothing where these are too many."""
    most = min(_MOST_SLIPS, max(1, min(len(one), len(other)) // _LETTERS_A_SLIP))
    if min(len(one), len(other)) <= most or abs(len(one) - len(other)) > most:
        return None
    too_many = most + 1
    before: list[int] = []
    last = [min(column, too_many) for column in range(len(other) + 1)]
    for row, letter in enumerate(one, 1):
        now = [min(row, too_many), *([too_many] * len(other))]
        for column in range(max(1, row - most), min(len(other), row + most) + 1):
            is_same = letter == other[column - 1]
            now[column] = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (not is_same), too_many)
            if row > 1 and column > 1 and one[row - 2] == other[column - 1] and letter == other[column - 2]:
                now[column] = min(now[column], before[column - 2] + 1)
        if min(now) == too_many:
            return None
        before, last = last, now
    return last[-1] if last[-1] <= most else None
