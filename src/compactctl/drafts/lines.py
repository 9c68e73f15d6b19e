"""Texts as lines of YAML: values that read back as they were, and comments, whatever the texts hold.

A text is one that a document may hold: trimmed, with something to see in it and no hidden character.
"""

import re
import textwrap
from collections.abc import Iterable
from typing import Final

from compactctl.addresses import SCHEMAS
from compactctl.words import in_double_quotes

_WIDTH: Final = 92
_OTHER_MEANING: Final = re.compile(
    r"null|true|false|yes|no|on|off|y|n|\d+(e\d+)?|0x[\da-f]+|0[bo]\d+|\d{4}-\d\d?-\d\d?"
)
"""What may be an id, and readers of YAML, though not this tool, take for something other than a text."""
_OF_TEXT: Final = re.compile(r"[^\W_][^\s:]* +\S+ +\S.*")
"""A line that nobody takes for a name, for an entry of a list or for a note: it begins with a word, and has three."""
_IN_QUOTES: Final = re.compile(r"[a-z_]+:\s|[\W_]*\Z")
"""What begins as a name of the document may, or has no letter and no figure, as '->' has none."""
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")


def schema_line(kind: str) -> str:
    """Return the first line of a document, by which an editor knows what may stand in it."""
    return f"# yaml-language-server: $schema={SCHEMAS}/{kind}.json"


def keyed(key: str, value: str) -> list[str]:
    """Return a key with a short value on its line: an id, a year."""
    return [f"{key}: {_short(value)}"]


def free(key: str, text: str) -> list[str]:
    """Return a key with a text on lines of its own, where no sign in it needs quotes."""
    first, *rest = _below(text)
    return [f"{key}: {first}", *indented(rest)]


def item(text: str) -> list[str]:
    """Return an entry of a list that is a text on lines of its own."""
    return entry(_below(text))


def entry(lines: Iterable[str]) -> list[str]:
    """Return an entry of a list that is made of several lines."""
    first, *rest = lines
    return [f"- {first}", *indented(rest)]


def flow_list(texts: Iterable[str]) -> str:
    """Return a list on one line, for ids."""
    return f"[{', '.join(map(_short, texts))}]"


def indented(lines: Iterable[str], depth: int = 1) -> list[str]:
    """Return the lines, that many levels further in."""
    return ["  " * depth + line if line else "" for line in lines]


def comment(text: str) -> list[str]:
    """Return a text as comment lines; line ends and runs of blanks in it do not count."""
    words = " ".join(text.split())
    return commented(textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False))


def commented(lines: Iterable[str]) -> list[str]:
    """Return the lines as comments, so that they stand as they were when '# ' is taken away."""
    return [f"# {line}" if line else "#" for line in lines]


def document(lines: Iterable[str]) -> str:
    """Return the text of a whole document."""
    return "\n".join(lines) + "\n"


def _below(text: str) -> list[str]:
    """Return the sign below which a text stands, and its lines.

    In quotes stands what would not come back, as a carriage return, and what may be taken for something else.
    """
    if "\r" in text or _IN_QUOTES.match(text):
        return [in_double_quotes(text)]
    if "\n" in text:
        return ["|-", *text.split("\n")]
    if "  " in text or "\t" in text:
        return [">-", text]
    for width in range(_WIDTH, _WIDTH // 2, -2):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if all(map(_OF_TEXT.fullmatch, lines[1:])):
            return [">-", *lines]
    return [">-", text]


def _short(value: str) -> str:
    """Return a value as it stands on a line with others: ids as they are, all else in quotes."""
    return value if _ID.fullmatch(value) and not _OTHER_MEANING.fullmatch(value) else in_double_quotes(value)
