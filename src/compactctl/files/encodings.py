"""The text of a file that is saved in another encoding than UTF-8, where it is sure which: never a guess.

UTF-16 says so itself. Windows-1252 says nothing, and its bytes are letters and signs in every other old encoding too:
a '’' is an 'í' on a Macintosh of the time, a '£' an 'ú' under DOS. So each sign beyond ASCII must stand where English
puts it, and each letter where what else its byte is would make no word.
"""

import codecs
import re
from typing import Final

_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_UTF_8: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|[\xc2-\xf4][\x80-\xbf]{0,2}\Z"  # a file that was cut off
)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")

_NO_OPENING: Final = r"[^\s(\[\"'“‘—–-]"
_DOUBLE_QUOTES: Final = re.compile(rf"“(?<!{_NO_OPENING}“)(?=\S)([^“”]*+)(?<=\S)”(?![A-Za-z0-9])")
# Python before 3.11.5 loses its place where what is repeated with '*+' has begun and does not come to its end.
_SINGLE_QUOTES: Final = re.compile(
    rf"‘(?<!{_NO_OPENING}‘)(?=\S)([^‘’]*+(?:(?=’[A-Za-z])’[^‘’]*+)*+)(?<=\S)’(?![A-Za-z0-9])"
)

_APOSTROPHES: Final = (
    r"(?<=[A-Za-z0-9)éëöü])’(?=(?:s|t|d|m|re|ve|ll)(?![A-Za-z]))",
    r"(?<=s)’(?![A-Za-z])",
    r"(?<![A-Za-z])’(?=\d0s)",
    r"(?<=\b[ODM])’(?=[A-Z])",
)
_DASHES: Final = (r"(?<!\S)[–—](?!\S)", r"(?<=[A-Za-z0-9)%])[–—](?=[A-Z0-9£])", r"(?<=[a-z]{3})—(?=[a-z]{3})")
_OTHER_SIGNS: Final = (
    r"(?<![A-Za-z])[£€](?= ?\d)",
    r"(?<=[\s(])£(?=[\s)])",
    r"(?<![^\s-])•(?=[ \tA-Z])",
    r"(?<![^\s(])©(?=[ \d])",
    r"(?<=\d)°",
    r"(?<=[\d\s-])½(?![A-Za-z])",
    r"(?<=\bm)²(?![A-Za-z0-9])",
)
_CONSONANT: Final = "[bcdfghjklmnpqrstvwxz]"
_INSIDE: Final = r"(?:(?<=[a-z])|(?<=\b[A-Z]))"
_LETTERS: Final = (
    rf"{_INSIDE}(?:[éíóôúö](?![^\W_a-z])|[äü](?=[a-df-np-z])|ß(?=[a-z]))",
    rf"(?:(?<=[a-z]{_CONSONANT})|(?<=\b[A-Z]))á(?![^\W_a-z])|(?<=e)á(?=n)",  # in Groámann it is ß
    rf"(?<=[a-z])(?:è(?={_CONSONANT}{{1,2}}e)|ê(?=[pt]e|che)|â(?=teau|té|ch)|î(?=t|che)|ç(?=[aou])|ñ(?=[aeiou]))",
    rf"(?<=[ao])(?:ë(?![^\W_a-z])|ï(?={_CONSONANT}))",
    r"(?<=[a-z])à(?![^\W_])|(?<![^\W_])à(?=[ -][a-z])",
    r"(?<![^\W_])[ÄÓÖÜ](?=[a-z]{2})",
)
_SURE: Final = re.compile("|".join((*_APOSTROPHES, *_DASHES, *_OTHER_SIGNS, *_LETTERS)))
_SURE_BESIDE_OTHERS: Final = re.compile(
    r"(?<=\S)…|(?<![^\W_])É(?=[a-z])|(?<=[A-Z])É(?![a-z])|(?<=[\d\s-])[¼¾](?![A-Za-z])|\xa0"
)
"""What could well be another sign elsewhere, as 'É' is '…' on a Macintosh, but not beside one of the next."""
_OF_WINDOWS_ALONE: Final = frozenset("‘’“”–—•€")


def other_encoding(data: bytes) -> tuple[str, str] | None:
    """Return the text of a file that is no UTF-8, and what its encoding is called; None where that is not sure."""
    if data.startswith(_MARKS):
        text = _decoded(data, "utf-16")
        # Every document has a colon: bytes in another order than the mark says make none.
        return (text, "UTF-16") if text and ":" in text else None
    text = None if _UTF_8.search(data) else _decoded(data, "cp1252")
    return (text, "Windows-1252") if text and not text.isascii() and _is_meant(text) else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _is_meant(text: str) -> bool:
    """Tell whether each sign and letter beyond ASCII stands where it is sure to be that one."""
    is_of_windows = not _OF_WINDOWS_ALONE.isdisjoint(text)
    rest = _SINGLE_QUOTES.sub(r"'\1'", _DOUBLE_QUOTES.sub(r'"\1"', text))
    places = (sign.start() for sign in _BEYOND_ASCII.finditer(rest))
    return all(
        _SURE.match(rest, place) or (is_of_windows and _SURE_BESIDE_OTHERS.match(rest, place)) for place in places
    )
