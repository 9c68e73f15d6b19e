"""Texts as lines of YAML: values that read back as they were, and comments, whatever the texts hold.

A text is one that a document may hold: trimmed, with something to see in it and no hidden character.
"""

import json
import re
import textwrap
from collections.abc import Iterable
from typing import Final

SCHEMAS: Final = "https://raw.githubusercontent.com/compactctl/compactctl/main/schemas"

_WIDTH: Final = 92
_PLAIN: Final = re.compile(r"[^\W_](?:[^:#\t\n\r]|:(?! |$)|(?<! )#)*")
_OTHER_MEANING: Final = re.compile(
    r"(?i)null|true|false|yes|no|on|off|y|n|[\d_.:]+(e[+-]?\d+)?|0x[\da-f_]+|0[ob][\d_]+|\d{4}-\d\d?-\d\d?([t ].*)?",
)
"""What readers of YAML, though not this tool, take for something other than a text."""
_ID: Final = re.compile(r"[a-z0-9-]+")


def schema_line(kind: str) -> str:
    """Return the first line of a document, by which an editor knows what may stand in it."""
    return f"# yaml-language-server: $schema={SCHEMAS}/{kind}.json"


def keyed(key: str, text: str) -> list[str]:
    """Return a key with a text."""
    first, *rest = _value(text)
    return [f"{key}: {first}", *indented(rest)]


def item(text: str) -> list[str]:
    """Return an entry of a list that is a text."""
    return entry(_value(text))


def entry(lines: Iterable[str]) -> list[str]:
    """Return an entry of a list that is made of several lines."""
    first, *rest = lines
    return [f"- {first}", *indented(rest)]


def flow_list(texts: Iterable[str]) -> str:
    """Return a list on one line, for ids."""
    return f"[{', '.join(text if _ID.fullmatch(text) and _is_plain(text) else _quoted(text) for text in texts)}]"


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


def _value(text: str) -> list[str]:
    """Return what stands after 'key: ' or '- ', as it is best to read, and the lines that follow further in."""
    if "\r" in text:
        return [_quoted(text)]
    if "\n" in text:
        return ["|-", *text.split("\n")]
    if len(text) > _WIDTH and "  " not in text and "\t" not in text:
        return [">-", *textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]
    return [text if _is_plain(text) else _quoted(text)]


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and not _OTHER_MEANING.fullmatch(text)


def _quoted(text: str) -> str:
    if re.search(r"[\t\n\r]", text):
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"
