"""What the smallest pieces of a Word text read as: blanks, breaks, hyphens and symbols."""

import re
from typing import Final

from compactctl.word.elements import Element, value_of

CHARACTERS: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "",
}
"""What stands in a run beside its texts."""

_SYMBOLS: Final = {
    ("symbol", 0xB7): "•",
    ("wingdings", 0xA7): "▪",
    ("wingdings", 0x4A): "☺",
    ("wingdings", 0x4C): "☹",
    ("wingdings", 0xE0): "→",
    ("wingdings", 0xDF): "←",
    ("wingdings", 0xF3): "↔",
    ("wingdings", 0xE8): "➔",
}
"""What Word puts in the place of ':)' or '-->' while somebody types, by its font and number."""
SYMBOL_FONTS: Final = frozenset(
    {
        *("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra"),
        *("zapf dingbats", "zapfdingbats", "itc zapf dingbats", "monotype sorts", "ms reference specialty"),
    }
)
"""In these fonts a text shows something else than its letters; those of Unicode, as 'Segoe UI Symbol', are none."""
_PICTURES: Final = ("symbol", "wingdings", "webdings", "marlett", "dingbats")
"""Of these fonts a letter's number shows something else than the letter."""
_RAISED: Final = {
    "superscript": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "subscript": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}
"""Figures that are shifted from the line, without which 10² would be 102; the letters of '1st' say the same."""
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_PRIVATE: Final = 0xF000
_LETTERS: Final = range(0x20, 0x100)
_SURROGATES: Final = 0xD800


def text_of(element: Element, raised: str) -> str:
    """Return a text as Word shows it: figures as they are shifted, blanks at its ends only where it says so."""
    text = _LINE_ENDS.sub(" ", element.text or "").translate(_RAISED.get(raised, {}))
    return text if value_of(element, "xml:space") == "preserve" else text.strip(" \t")


def symbol(element: Element) -> str | None:
    """Return the letter that a symbol is, None where it is none that can be typed."""
    font, digits = (value_of(element, "w:font") or "").casefold(), value_of(element, "w:char") or ""
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", digits):
        return None
    number = int(digits, 16)
    code = number - _PRIVATE if number >= _PRIVATE else number
    if any(name in font for name in _PICTURES):
        return _SYMBOLS.get((font, code))
    return chr(code) if _is_letter(number, code) else None


def shown_in(font: str, text: str) -> str | None:
    """Return what a text in a font of symbols shows, None where that cannot be typed."""
    codes = (ord(letter) - _PRIVATE if ord(letter) >= _PRIVATE else ord(letter) for letter in text)
    shown = [chr(code) if chr(code).isspace() else _SYMBOLS.get((font, code)) for code in codes]
    return "".join(filter(None, shown)) if all(shown) else None


def _is_letter(number: int, code: int) -> bool:
    return (number < _SURROGATES or (number >= _PRIVATE and code in _LETTERS)) and chr(code).isprintable()
