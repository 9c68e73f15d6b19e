"""How texts are compared, and which of them are still to be written or to be looked at again."""

import re
from typing import Final

from compactctl.documents.values import TODO

STILL_TRUE: Final = f"{TODO} still true?"
"""Marks a text that was carried over from the last edition, to be looked at again; no colon: YAML would read a map."""
PLACEHOLDERS: Final = ("tbc", "tba", "tbd", "n/a", "to be confirmed", "to follow")
"""What people write where a text is still to come; in lower case, as all of them are compared."""
_MARK: Final = re.compile(r"\s+".join(STILL_TRUE.replace("?", r"\?").split()) + r"\s*")
_BEGINS_WITH_TODO: Final = re.compile(rf"^[^\S\n]*{TODO}\b", re.MULTILINE)
_PLACEHOLDER: Final = re.compile(rf"(?i)\W*(?:{'|'.join(PLACEHOLDERS)})\W*|(?:…|\.\.\.+|\?)+")
_LONGEST_PLACEHOLDER: Final = 24
"""Characters: a longer text says something."""


def running(text: str) -> str:
    """Return a text as texts are compared: a line break, or a run of spaces, is a space.

    A letter and its accent are the same in one character and in two (NFC): nobody sees which of them a keyboard or a
    file system wrote. What looks another stays another, which NFKC would not tell apart.
    """
    words = " ".join(text.split())
    if words.isascii():
        return words
    import unicodedata

    return unicodedata.normalize("NFC", words)


def case_folded(name: str) -> str:
    """Return the name of an issue, a person or a role as these are compared: case does not count either."""
    return running(running(name).casefold())


def without_mark(text: str) -> str:
    """Return a text without the mark, `TODO still true?`, of one that came over from the last edition."""
    return _MARK.sub("", text).strip() if TODO in text else text


def is_unfinished(text: str | None) -> bool:
    """Tell whether a text is still to be written: TODO begins it or a line of it, or it says nothing but "TBC".

    A mark to look again, `TODO still true?`, may stand anywhere in it.
    """
    if text is None:
        return False
    if TODO in text and (_BEGINS_WITH_TODO.search(text) or _MARK.search(text)):
        return True
    return is_placeholder(text)


def is_placeholder(text: str) -> bool:
    """Tell whether a text says nothing but "TBC", or another of the words that people write where one is to come."""
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """Tell whether a text is nothing but a mark that it is still to be written."""
    return text.strip() == TODO or is_placeholder(text)
