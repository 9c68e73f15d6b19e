"""How messages quote, list and suggest: the small words that every floor's messages share.

Nothing here makes a text safe to print; that is the last thing done to a text, by the formats.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from typing import Final

MAXIMUM_COPIED: Final = 200
"""Characters of a text that a message shows whole, to be copied."""
_QUOTED: Final = 80
_COMPARED: Final = 60
_LISTED: Final = 8
_LETTERS_A_SLIP: Final = 4
_MOST_SLIPS: Final = 3
_MANY: Final = 20
"""Names that begin alike: among more of them none stands out, and to compare each would take long."""
_BEGINNING: Final = 3
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WHAT_A_COMPACT_IS: Final = (
    "A compact is a voluntary agreement of an authority and the department: local priorities, and what each will do."
)
EXAMPLE_COMPACT: Final = "Example, not a real compact"
EXAMPLE_ANNEX: Final = "Example, not a real annex"
"""What no example passes for."""
CANNOT_BE_TOLD: Final = "cannot be told"
"""What is said in place of what became of something where not all that it hangs on can be read."""
_SMALL: Final = frozenset(("and", "of", "the"))
_PLACES: Final = frozenset(("city-of-london", "isles-of-scilly"))
"""Types of the built-in register that are the names of their only authorities."""


def cut(text: str, limit: int = _QUOTED) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer than the limit."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def quoted(text: str) -> str:
    """Return the text in single quotes, shortened for a message."""
    return f"'{cut(text)}'"


def in_double_quotes(text: str) -> str:
    """Return the whole text in double quotes, as YAML reads it back."""
    import json

    return json.dumps(text, ensure_ascii=False)


def put_in_double_quotes(text: str) -> str:
    """Say that a text is to stand in double quotes, and how, where it is known and short enough to be copied."""
    copied = f": {in_double_quotes(text)}" if 0 < len(text) <= MAXIMUM_COPIED else ""
    return f"put the text in double quotes{copied}"


def listed(items: Iterable[str], last: str = "and", *, most: int = _LISTED) -> str:
    """Return 'a', 'a and b' or 'a, b and c'; of a long list the first few and how many more."""
    words = list(items)
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def day_in_words(day: date) -> str:
    """Return '31 December 2004'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


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


def agreeing(count: int, singular: str, plural: str) -> str:
    """Return the words that agree with so many: 'has' or 'have'."""
    return singular if count == 1 else plural


def marked(text: str, *, is_example: bool) -> str:
    """Return what is said of a document, its status or its name, with the mark of one made up: 'agreed (example)'."""
    return f"{text} (example)" if is_example else text


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that the word was most likely meant to be, or nothing where none is really like it."""
    return Choices(choices).meant_by(word)


class Choices:
    """Names to choose from, made ready to find for many words the one that each was meant to be."""

    def __init__(self, names: Iterable[str]) -> None:
        self._named = {_hyphenated(name): name for name in names}
        self._in_order = sorted(self._named)
        self._alike: dict[tuple[str, int], list[str]] = {}
        for name in self._in_order:
            for letters in {name[:1], name[:_BEGINNING]}:
                self._alike.setdefault((letters, len(name)), []).append(name)

    def meant_by(self, word: str) -> str | None:
        """Return the name that a word was most likely meant to be, or nothing where none is really like it.

        A likeness is a beginning that only one name has, or the same first letter and a slip of typing in every four
        letters, three at most. Capitals, blanks and underscores do not count. Where very many names begin alike, none
        stands out, and none is returned.
        """
        wanted = _hyphenated(word[:_COMPARED])
        if wanted in self._named:
            return self._named[wanted]
        if only := self._only_one_that_begins(wanted):
            return self._named[only]
        close = min(((slips, name) for name in self._near(wanted) if (slips := _slips(wanted, name))), default=None)
        return self._named[close[1]] if close else None

    def _only_one_that_begins(self, wanted: str) -> str | None:
        begin = bisect_left(self._in_order, wanted)
        longer = [name for name in self._in_order[begin : begin + 2] if name.startswith(wanted)]
        return longer[0] if len(longer) == 1 and len(wanted) > 2 else None  # noqa: PLR2004 - as in 'gr' for all groups

    def _near(self, wanted: str) -> list[str]:
        """Return the names that begin like a word and are about as long, unless these are too many."""
        lengths = range(len(wanted) - _MOST_SLIPS, len(wanted) + _MOST_SLIPS + 1)
        for letters in (wanted[:1], wanted[:_BEGINNING]):
            near = [name for length in lengths for name in self._alike.get((letters, length), ())]
            if len(near) <= _MANY:
                return near
        return []


def _hyphenated(text: str) -> str:
    return "-".join(text.casefold().replace("_", " ").split())


def _slips(word: str, other: str) -> int | None:
    """Return how many letters were left out, added, mistyped or swapped; nothing where these are too many."""
    most = min(_MOST_SLIPS, max(1, min(len(word), len(other)) // _LETTERS_A_SLIP))
    if min(len(word), len(other)) <= most or abs(len(word) - len(other)) > most:
        return None
    slips = _distance(word, other)
    return slips if slips <= most else None


def _distance(word: str, other: str) -> int:
    """Return the optimal string alignment distance of two texts, a column of its table at a time.

    The bits of a number are the rows of a column (Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau
    edit distances, 2003): `up` and `down` have those that are one more, and one less, than the row above, `same` those
    that are what stands diagonally before them.
    """
    rows, last = (1 << len(word)) - 1, 1 << (len(word) - 1)
    places: dict[str, int] = {}
    for index, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << index
    up, down, same, before, distance = rows, 0, 0, 0, len(word)
    for letter in other:
        here = places.get(letter, 0)
        swapped = ((~same & here) << 1) & before
        same = ((((here & up) + up) ^ up) | here | down | swapped) & rows
        more, fewer = (down | ~(same | up)) & rows, same & up
        distance += bool(more & last) - bool(fewer & last)
        more = more << 1 | 1
        up = ((fewer << 1) | ~(same | more)) & rows
        down = more & same
        before = here
    return distance
