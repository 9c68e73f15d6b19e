"""What a form says of itself in its properties, which nobody sees: whose it is, and what stood in it when it was drawn.

The one who draws a form writes them, and the one who reads it back goes by them.
"""

import hashlib
import re
import textwrap
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from compactctl.forms.boxes import TAG, Value, digest

FORM: Final = "compactctl form"
VERSION: Final = 1
"""Of what a form holds, and where; one that is higher is of a newer version of the tool."""
AUTHORITY: Final = "authority"
YEAR: Final = "year"
DIGEST: Final = "digest "
"""Stands before the tag of a box."""
LINES: Final = "lines "
"""Stands before a number from 1."""
_SLUG: Final = re.compile("[a-z0-9-]{1,60}")
_YEAR: Final = re.compile("[0-9]{4}/[0-9]{2}")
_COUNT: Final = re.compile("[0-9]{1,6}")
_LINE_DIGITS: Final = 8
_LONGEST: Final = 240
"""Characters of a property: Word keeps 255."""


class Lines(NamedTuple):
    """The lines of a form outside of its boxes, a paragraph each: of its text, and of its headers and footers.

    The latter are counted nowhere, since programs repeat them.
    """

    body: list[str]
    margins: list[str]


@dataclass(frozen=True)
class FormProperties:
    """What the properties of a form hold."""

    authority: str
    year: str
    digests: Mapping[str, str]
    """Of the value of each box when the form was drawn, by the box's tag."""
    lines: Mapping[str, int | None]
    """How often each line stands in the text outside of the boxes, by its digest: never, where only margins have it.

    None where the form is of a version that did not count.
    """

    @property
    def are_whole(self) -> bool:
        """Whether they say whose form it is, of which year."""
        return bool(_SLUG.fullmatch(self.authority) and _YEAR.fullmatch(self.year))

    @classmethod
    def of(cls, authority: str, year: str, values: Mapping[str, Value], lines: Lines) -> Self:
        """Make the properties of a form with these values in its boxes, by tag, and these lines outside of them."""
        body, margins = (Counter(map(line_digest, few)) for few in lines)
        digests = {tag: digest(value) for tag, value in values.items()}
        return cls(authority, year, digests, {key: body[key] for key in sorted({*body, *margins})})

    @classmethod
    def read(cls, properties: Mapping[str, str]) -> Self:
        """Read the properties of a form, by their names; `version_of` says whether they are those of one."""
        lines = " ".join(value for name, value in properties.items() if name.startswith(LINES)).split()
        counted = (line.partition("*") for line in lines)
        digests = {
            tag: value
            for name, value in properties.items()
            if name.startswith(DIGEST) and TAG.fullmatch(tag := name.removeprefix(DIGEST))
        }
        return cls(
            properties.get(AUTHORITY, ""),
            properties.get(YEAR, ""),
            digests,
            {key: int(count) if _COUNT.fullmatch(count) else None for key, _, count in counted},
        )

    def more_than_sent(self, line: str, count: int) -> int:
        """Return how often a line stands in the text beyond what it did; once for one that is nowhere in the form.

        `count` is how often it stands there now, 0 where it stands in the margins only.
        """
        key = line_digest(line)
        if key not in self.lines:
            return max(count, 1)
        sent = self.lines[key]
        return 0 if sent is None else max(0, count - sent)

    def named(self) -> dict[str, str]:
        """Return the properties by their names, in the order in which they are written."""
        named = {FORM: str(VERSION), AUTHORITY: self.authority, YEAR: self.year}
        named |= {DIGEST + tag: value for tag, value in self.digests.items()}
        lines = " ".join(key if count is None else f"{key}*{count}" for key, count in self.lines.items())
        packed = textwrap.wrap(lines, _LONGEST, break_long_words=False, break_on_hyphens=False)
        return named | {f"{LINES}{number}": few for number, few in enumerate(packed, 1)}


def version_of(properties: Mapping[str, str]) -> int | None:
    """Return the version of the form whose properties these are, None where they are no form's."""
    version = properties.get(FORM, "")
    return int(version) if re.fullmatch("[1-9][0-9]{0,8}", version, re.ASCII) else None


def line_digest(text: str) -> str:
    """Return a short name of a line outside of the boxes, whatever blanks stand between its words."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:_LINE_DIGITS]
