"""What a text was meant to say as it was typed, without regard to YAML, and how it is written so that YAML agrees."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from compactctl.files.by_lines.looks import STRANGE_ESCAPE
from compactctl.files.reading import PLAIN_BLANKS, Blank
from compactctl.words import in_double_quotes

PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#]*")
"""A text that YAML cannot take for anything else; there are others."""
_ALONE: Final = frozenset("-?:[]{}|>'\"")
"""What is rather a slip than a text where nothing else stands."""
_SIGNS: Final = frozenset(",[]{}#&*!|>'\"%@`")
_SIGNS_BEFORE_BLANK: Final = re.compile(r"[-?:](?:[ \t]|$)")
COLON_AT_END: Final = ":\n"
"""What keeps a text from being read that ends with a colon."""
COLON: Final = re.compile(r":(?:[ \t]|$)")
"""What YAML takes for the colon behind a name."""
_HASH: Final = re.compile(r"(?:^|[ \t])#")
_NOTE: Final = re.compile(r"(?:^|[ \t])#(?:[ \t]|$)")
LETTER: Final = re.compile(r"[^\W_]")
"""A letter, or a figure."""
_INSIDE: Final = {'"': r'[^"\\]*+(?:\\.[^"\\]*+)*+', "'": r"[^']*+(?:''[^']*+)*+"}
"""What may stand between quotes; matched without a way back, which would take memory for each sign."""
_CLOSED: Final = {
    quote: re.compile(rf"{quote}({inside}){quote}[ \t]*(?:#.*)?", re.DOTALL) for quote, inside in _INSIDE.items()
}
_CLOSES: Final = {quote: re.compile(rf"{quote}{inside}{quote}", re.DOTALL) for quote, inside in _INSIDE.items()}
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
_OPENS: Final = re.compile(r"(?:^|(?<=[\s(\[—–-]))%s(?=\S)")
_LIKE_BLOCK_SIGN: Final = re.compile(r"(?:-\s*)?(?:&gt;|[|>])\s*(?:[+–—-]|[^\w\s]{1,2}$)|->")
"""What is like the sign before a text of many lines: a text behind it may go on from there, or begin with it."""
_COMMENT: Final = re.compile(r"(?<![^ \t])#")


class MeantText(NamedTuple):
    """What a text was meant to say, in pieces of a line each.

    `trouble` is what keeps YAML from reading it so: a sign, `: `, ` #`, a quote; nothing where it does. `is_sure`
    tells whether there is no other reading.
    """

    pieces: Sequence[str]
    trouble: str = ""
    is_sure: bool = True
    is_silent: bool = False
    """Whether YAML may read it as it stands, though that was hardly meant."""
    note: str = ""
    """What may be a note behind it, with the blanks before."""


def folded(pieces: Iterable[str]) -> str:
    """Return the text of lines as YAML puts them together: a line end is a blank, an empty line a line end."""
    text, ends = "", 0
    for piece in pieces:
        if piece:
            text = f"{text}{' ' if ends == 1 else chr(10) * (ends - 1)}{piece}"
            ends = 0
        ends += 1
    return text


def quoted_value(text: str) -> str | None:
    """Return what stands in quotes that close at the end, where nothing in it need be looked at twice."""
    match = _CLOSED[text[0]].fullmatch(text)
    if match is None or "\\" in text or "\n" in text:
        return None
    return match[1].replace("''", "'") if text[0] == "'" else match[1]


def is_closed(text: str) -> bool:
    """Whether the quotes with which a text begins close at its end; a note may follow."""
    return _CLOSED[text[0]].fullmatch(text) is not None


def closes(text: str) -> bool:
    """Whether the quotes with which a text begins close anywhere in it."""
    return _CLOSES[text[0]].match(text) is not None


def plain_value(text: str) -> str | Blank:
    """Return how YAML reads a text without quotes."""
    return PLAIN_BLANKS.get(text, text)


def has_strange_escape(text: str) -> bool:
    """Whether a text in double quotes has a backslash that YAML reads with the next letter, and people do not."""
    return text[:1] == '"' and STRANGE_ESCAPE.search(text.replace("\\\\", "")) is not None


def without_comment(text: str) -> tuple[str, str]:
    """Return a text without quotes as YAML ends it, and the comment behind it with the blanks before."""
    match = _COMMENT.search(text)
    if match is None:
        return text, ""
    before = text[: match.start()].rstrip(" \t")
    return before, text[len(before) :]


def meant(pieces: Sequence[str]) -> MeantText:
    """Return what was meant by a free text that YAML does not read as it stands in quotes, or below a sign.

    What begins with a '#' and a blank may be a note: it is kept apart.
    """
    body, note = _without_note(pieces[-1])
    pieces = [*pieces[:-1], body]
    first = pieces[0][:1]
    says_something = first not in _ALONE or any(map(LETTER.search, pieces))
    is_sure = not note and not any(map(_NOTE.search, pieces)) and says_something
    if _LIKE_BLOCK_SIGN.match(pieces[0]) and (first in "|>&" or len(pieces) > 1):
        return MeantText(pieces, first, is_sure=False, is_silent=True, note=note)
    if first in _SIGNS or _SIGNS_BEFORE_BLANK.match(pieces[0]):
        if first in ("'", '"'):
            return _meant_in_quotes(pieces, first, note)
        return MeantText(pieces, first, is_sure, note=note)
    if any(map(COLON.search, pieces)):
        return MeantText(pieces, ": " if any(": " in piece for piece in pieces) else COLON_AT_END, is_sure, note=note)
    if any(map(_HASH.search, pieces)):
        return MeantText(pieces, " #", is_sure, note=note)
    return MeantText(pieces, note=note)


def _without_note(piece: str) -> tuple[str, str]:
    match = _NOTE.search(piece)
    if match is None:
        return piece, ""
    before = piece[: match.start()].rstrip()
    return before, piece[len(before) :]


def _meant_in_quotes(pieces: Sequence[str], quote: str, note: str) -> MeantText:
    whole = "\n".join(pieces)
    is_sure = not note and not _NOTE.search(whole) and not (quote == "'" and "''" in whole[1:-1]) and "\\" not in whole
    if len(whole) > 1 and whole.endswith(quote):
        side = _inside(whole[1:-1], quote)
        if side == "inside":
            inside = [*pieces]
            inside[0] = inside[0][1:]
            inside[-1] = inside[-1][:-1]
            return MeantText(
                [piece.strip() for piece in inside], quote, is_sure and bool(whole[1:-1].strip()), note=note
            )
        return MeantText(pieces, quote, is_sure and side == "two", note=note)
    return MeantText(pieces, quote, is_sure and LETTER.search(whole) is not None, note=note)


def _inside(inner: str, quote: str) -> str:
    """Tell whether a pair of quotes around a text belongs together: 'inside'; 'two' where there are two pairs."""
    if quote == "'":
        inner = _APOSTROPHE.sub("", inner)
    if quote not in inner:
        return "inside"
    opening = re.compile(_OPENS.pattern % quote)
    depth, lowest = 0, 0
    for match in re.finditer(quote, inner):
        depth += 1 if opening.match(inner, match.start()) and match.start() > 0 else -1
        lowest = min(lowest, depth)
    if depth != 0:
        return "unclear"
    return "inside" if lowest == 0 else "two"


def in_quotes(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a text in double quotes, which open before the first and close behind the last."""
    written = ["\t".join(in_double_quotes(part)[1:-1] for part in piece.split("\t")) for piece in pieces]
    written[0] = f'"{written[0]}'
    written[-1] = f'{written[-1]}"'
    return written
