"""The boxes of a form: their tags, what each holds of an edition, and what stands in it while it is empty.

A box's value is a tuple of texts: none where it is empty, one for most, one a line for what either side will do. Texts
stand as documents hold them: an area by its id, a day as 2004-01-31.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from compactctl.documents.content import Edition, Priority
from compactctl.documents.values import TODO
from compactctl.files.source import LINE_END

Value = tuple[str, ...]
"""What a box holds, each text trimmed."""

EMPTY: Final[Value] = ()

FIELDS: Final = ("area", "issue", "term", "why", "authority", "department")
"""The boxes of a priority, in their order; the last two are lists."""
LISTS: Final = frozenset({"authority", "department"})
REVIEW_BY: Final = "review_by"

NAMES: Final[Mapping[str, str]] = {
    "area": "Area",
    "issue": "Local issue",
    "term": "Term",
    "why": "Why",
    "authority": "What the authority will do",
    "department": "What the department will do",
    "text": "Ask",
    REVIEW_BY: "Review by",
}
"""What a box is called in the form, by its field."""

HINTS: Final[Mapping[str, str]] = {
    "area": "Choose an area",
    "issue": "Only for local issues",
    "term": "Choose short or medium",
    "why": "Say why it matters most here",
    "authority": "Write what the authority will do",
    "department": "Write what the department will do",
    "text": "Write what you ask for",
    REVIEW_BY: "Choose the day",
}
"""What stands in an empty box, by its field."""

TAG: Final = re.compile(rf"priority/([1-9][0-9]{{0,3}})/({'|'.join(FIELDS)})|ask/([1-9][0-9]{{0,3}})/text|{REVIEW_BY}")
_DIGITS: Final = 16
"""Of a SHA-256 in hexadecimal."""


def priority_tag(number: int, field: str) -> str:
    """Return the tag of a box of a priority, which count from 1."""
    return f"priority/{number}/{field}"


def ask_tag(number: int) -> str:
    """Return the tag of the box of an ask, which count from 1."""
    return f"ask/{number}/text"


def field_of(tag: str) -> str:
    """Return the field that a tag ends in: 'why', 'text', 'review_by'."""
    return tag.rpartition("/")[2]


def number_of(tag: str) -> int:
    """Return the number in a tag, 0 where there is none."""
    parts = tag.split("/")
    return int(parts[1]) if len(parts) > 1 else 0


def label_of(tag: str) -> str:
    """Return a box as messages name it: "the box 'Why' of priority 2"."""
    match tag.split("/"):
        case ["priority", number, field]:
            return f"the box '{NAMES[field]}' of priority {number}"
        case ["ask", number, _]:
            return f"the box of ask {number}"
        case _:
            return f"the box '{NAMES[REVIEW_BY]}'"


def bookmark_of(tag: str) -> str:
    """Return the name of the bookmark in which a box stands: 'priority_1_area'."""
    return tag.replace("/", "_")


def digest(value: Value) -> str:
    """Return a short name of a value: the same texts, the same name."""
    total = hashlib.sha256()
    for text in value:
        total.update(b"%d:" % len(data := text.encode("utf-8", "surrogatepass")) + data)
    return total.hexdigest()[:_DIGITS]


def values_of(edition: Edition) -> dict[str, Value]:
    """Return what the boxes of an edition hold, by their tags in the order of the form; a bare TODO is not shown."""
    values = {
        priority_tag(number, field): value
        for number, priority in enumerate(edition.priorities, 1)
        for field, value in boxes_of_priority(priority).items()
    }
    values |= {ask_tag(number): _shown([ask.text]) for number, ask in enumerate(edition.asks, 1)}
    values[REVIEW_BY] = (edition.review_by.isoformat(),) if edition.review_by else EMPTY
    return values


def boxes_of_priority(priority: Priority) -> dict[str, Value]:
    """Return what the boxes of a priority hold, by field."""
    texts: dict[str, Sequence[str | None]] = {
        "area": [priority.area],
        "issue": [priority.issue],
        "term": [priority.term],
        "why": [priority.why],
        "authority": priority.contributions.authority,
        "department": priority.contributions.department,
    }
    return {field: _shown(texts[field]) for field in FIELDS}


def empty_tags(edition: Edition, priorities: int, asks: int) -> Iterator[str]:
    """Yield the tags of so many more priorities and asks, after those that an edition has."""
    for number in range(len(edition.priorities) + 1, len(edition.priorities) + priorities + 1):
        yield from (priority_tag(number, field) for field in FIELDS)
    yield from (ask_tag(number) for number in range(len(edition.asks) + 1, len(edition.asks) + asks + 1))


def _shown(texts: Sequence[str | None]) -> Value:
    """Return texts as a box shows them: none where there is nothing yet but what is still to be written.

    Word knows one kind of line break.
    """
    written = tuple(LINE_END.sub("\n", text) for text in texts if text is not None)
    return EMPTY if all(text == TODO for text in written) else written
