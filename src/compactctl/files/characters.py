"""What a hidden character is, and which it is, in plain words. Knows nothing of files, YAML or where a text is shown.

Hidden is what acts on a text without being seen in it: control characters (but tab, line feed and carriage return),
bidirectional ones, line and paragraph separators, everything that Unicode calls a format character or ignorable, code
points that are no characters, halves of a surrogate pair, letters and symbols that are drawn as nothing, what one font
alone can draw, and the mark in the place of a sign that could not be read. The same code points are harmless inside an
emoji sequence, and allowed there.

The tables are fixed and do not ask Python's own copy of Unicode, so that every Python gives the same findings.
Sources: Unicode Character Database 17 (general categories Cf and Co, Default_Ignorable_Code_Point, emoji-data.txt) and
Unicode Technical Standard 51 for the shape of emoji sequences.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, takewhile
from typing import Final

SIGNS_OF_WORD: Final = "\uf0b7\uf0a7"
"""What Word begins the entries of a list with, in a font of its own: readers cannot see it."""
ODD_BLANKS: Final = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The inside of a regular expression's brackets: what looks like the space bar's blank, and is none."""
REPLACEMENT: Final = "\ufffd"
"""What programs put in the place of a sign that they could not read."""

_NO_CHARACTER = "a code point that is no character"
_OF_ONE_FONT = "a sign that only one font has"

_HIDDEN: Final[tuple[tuple[int, int, str], ...]] = (
    (0x00, 0x00, "a null character"),
    (0x01, 0x06, "a control character"),
    (0x07, 0x07, "a bell character"),
    (0x08, 0x08, "a backspace"),
    (0x0B, 0x0B, "a vertical tab"),
    (0x0C, 0x0C, "a form feed"),
    (0x0E, 0x1A, "a control character"),
    (0x1B, 0x1B, "an escape character"),
    (0x1C, 0x1F, "a control character"),
    (0x7F, 0x7F, "a delete character"),
    (0x80, 0x84, "a control character"),
    (0x85, 0x85, "a next-line character"),
    (0x86, 0x9F, "a control character"),
    (0xAD, 0xAD, "a soft hyphen"),
    (0x034F, 0x034F, "a combining grapheme joiner"),
    (0x0600, 0x0605, "an Arabic number mark"),
    (0x061C, 0x061C, "an Arabic letter mark"),
    (0x06DD, 0x06DD, "an Arabic end-of-verse mark"),
    (0x070F, 0x070F, "a Syriac abbreviation mark"),
    (0x0890, 0x0891, "an Arabic currency mark"),
    (0x08E2, 0x08E2, "an Arabic end-of-verse mark"),
    (0x115F, 0x1160, "an invisible Hangul filler"),
    (0x17B4, 0x17B5, "an invisible Khmer vowel"),
    (0x180B, 0x180D, "a Mongolian variation selector"),
    (0x180E, 0x180E, "a Mongolian vowel separator"),
    (0x180F, 0x180F, "a Mongolian variation selector"),
    (0x200B, 0x200B, "a zero-width space"),
    (0x200C, 0x200C, "a zero-width non-joiner"),
    (0x200D, 0x200D, "a zero-width joiner"),
    (0x200E, 0x200E, "a left-to-right mark"),
    (0x200F, 0x200F, "a right-to-left mark"),
    (0x2028, 0x2028, "a line separator"),
    (0x2029, 0x2029, "a paragraph separator"),
    (0x202A, 0x202A, "a left-to-right embedding"),
    (0x202B, 0x202B, "a right-to-left embedding"),
    (0x202C, 0x202C, "an end of a change of direction"),
    (0x202D, 0x202D, "a left-to-right override"),
    (0x202E, 0x202E, "a right-to-left override"),
    (0x2060, 0x2060, "a word joiner"),
    (0x2061, 0x2064, "an invisible mathematical sign"),
    (0x2065, 0x2065, "an invisible character"),
    (0x2066, 0x2066, "a left-to-right isolate"),
    (0x2067, 0x2067, "a right-to-left isolate"),
    (0x2068, 0x2068, "a first-strong isolate"),
    (0x2069, 0x2069, "an end of an isolate"),
    (0x206A, 0x206F, "an invisible formatting character"),
    (0x2800, 0x2800, "a blank Braille pattern"),
    (0x3164, 0x3164, "an invisible Hangul filler"),
    (0xD800, 0xDFFF, "half of a surrogate pair"),
    (0xE000, 0xF8FF, _OF_ONE_FONT),
    (0xFDD0, 0xFDEF, _NO_CHARACTER),
    (0xFE00, 0xFE0F, "a variation selector"),
    (0xFEFF, 0xFEFF, "a mark that belongs at a file's beginning only"),
    (0xFFA0, 0xFFA0, "an invisible Hangul filler"),
    (0xFFF0, 0xFFF8, "an invisible character"),
    (0xFFF9, 0xFFFB, "an annotation mark"),
    (0xFFFC, 0xFFFC, "a mark in the place of a picture or object"),
    (0xFFFD, 0xFFFD, "a mark in the place of a sign that could not be read"),
    (0xFFFE, 0xFFFF, _NO_CHARACTER),
    (0x110BD, 0x110BD, "a Kaithi number mark"),
    (0x110CD, 0x110CD, "a Kaithi number mark"),
    (0x13430, 0x1343F, "a hieroglyph formatting character"),
    (0x16FE4, 0x16FE4, "an invisible Khitan filler"),
    (0x1BCA0, 0x1BCA3, "a shorthand formatting character"),
    (0x1D159, 0x1D159, "an invisible notehead"),
    (0x1D173, 0x1D17A, "a musical formatting character"),
    *((plane + 0xFFFE, plane + 0xFFFF, _NO_CHARACTER) for plane in range(0x10000, 0xE0000, 0x10000)),
    (0xE0000, 0xE0000, "an invisible character"),
    (0xE0001, 0xE007F, "an invisible tag character"),
    (0xE0080, 0xE00FF, "an invisible character"),
    (0xE0100, 0xE01EF, "a variation selector"),
    (0xE01F0, 0xE0FFF, "an invisible character"),
    (0xEFFFE, 0xEFFFF, _NO_CHARACTER),
    (0xF0000, 0xFFFFD, _OF_ONE_FONT),
    (0xFFFFE, 0xFFFFF, _NO_CHARACTER),
    (0x100000, 0x10FFFD, _OF_ONE_FONT),
    (0x10FFFE, 0x10FFFF, _NO_CHARACTER),
)
"""First and last code point of each kind, in order, and what to call one of them."""

_BASIC_PLANE: Final = range(0x10000)
_PLAIN_BYTES: Final = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])


def _pattern(ranges: Iterator[tuple[int, int]]) -> str:
    """Return the inside of a regular expression's brackets that stands for these code points."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_STARTS = [first for first, _, _ in _HIDDEN]
_HIDDEN_SET = _pattern((first, last) for first, last, _ in _HIDDEN)

_EMOJI_SET = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2"
    r"\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d"
    r"\u3297\u3299\U0001f004\U0001f0cf\U0001f170-\U0001f19a\U0001f201-\U0001f251\U0001f300-\U0001f6ff"
    r"\U0001f7e0-\U0001f7f0\U0001f90c-\U0001faff"
)
_EMOJI = rf"[{_EMOJI_SET}][\U0001f3fb-\U0001f3ff]?[\ufe0e\ufe0f]?"
_LETTER_TAG, _END_TAG = r"\U000e0061-\U000e007a", r"\U000e007f"
_SEQUENCE = (
    rf"\U0001f3f4[{_LETTER_TAG}]{{2}}[{_LETTER_TAG}\U000e0030-\U000e0039]{{1,4}}{_END_TAG}"  # a flag, as of England
    rf"|{_EMOJI}(?:\u200d{_EMOJI})*"
    r"|[0-9#*][\ufe0e\ufe0f]?\u20e3"  # a keycap
)

_BASIC_SET = _pattern((first, last) for first, last, _ in _HIDDEN if last in _BASIC_PLANE)
# These are compiled, and kept, by re when they are first used: most runs need the first alone, and many not even that.
_SUSPECT: Final = rf"[{_BASIC_SET}\U00010000-\U0010ffff]"
"""Quick to search for, being one look-up a character: hidden, or of a plane where some are."""
_HIDDEN_OR_SEQUENCE: Final = f"([{_HIDDEN_SET}])|{_SEQUENCE}"
_VISIBLE: Final = rf"[^\s{_HIDDEN_SET}]"
_UNIT: Final = f"(?s:{_SEQUENCE}|.)"


def find_hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index of every hidden character, and what it is: "a right-to-left override (U+202E)"."""
    unusual = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_BYTES)
    if unusual and re.search(_SUSPECT, unusual.decode("utf-8", "surrogatepass")):
        for match in re.finditer(_HIDDEN_OR_SEQUENCE, text):
            if match[1]:
                yield match.start(), describe(match[1])


def describe(character: str) -> str:
    """Say in plain words what one character is, with its code point; one that is not hidden is "a character"."""
    code = ord(character)
    row = bisect_right(_STARTS, code) - 1
    hidden = row >= 0 and code <= _HIDDEN[row][1]
    return f"{_HIDDEN[row][2] if hidden else 'a character'} (U+{code:04X})"


def has_visible(text: str) -> bool:
    """Whether there is anything to see: a character that is neither blank nor hidden."""
    return re.search(_VISIBLE, text) is not None


def units(text: str) -> Iterator[str]:
    """Yield the text in pieces that must stay together: emoji sequences whole, all else character by character."""
    return (match[0] for match in re.finditer(_UNIT, text))


def shortened(text: str, limit: int) -> str:
    """Return the text in at most `limit` characters, at least one, with an ellipsis for what is left out.

    What is left holds nothing hidden that the text does not. Shorten first, and escape afterwards.
    """
    if len(text) <= limit:
        return text
    ends = accumulate(len(unit) for unit in units(text))
    kept = max(takewhile(lambda end: end < limit, ends), default=0)
    return f"{text[:kept].rstrip()}…"
