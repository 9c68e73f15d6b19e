"""The end of a text: what it says is put where it belongs, and is noted where YAML reads it otherwise."""

import re
from collections.abc import Sequence
from typing import Final

from compactctl.files.by_lines import said
from compactctl.files.by_lines.notes import SYNTAX
from compactctl.files.by_lines.page import OpenText, Page, Piece, yaml_value
from compactctl.files.by_lines.texts import (
    COLON,
    COLON_AT_END,
    PLAIN,
    MeantText,
    folded,
    has_strange_escape,
    in_quotes,
    is_closed,
    meant,
    plain_value,
    quoted_value,
    without_comment,
)
from compactctl.files.grammar import as_it_stands
from compactctl.files.reading import Blank, Broken, Value, parse
from compactctl.files.source import Source
from compactctl.finding import Span

_QUOTES: Final = ("'", '"')
_LOOKED_AT: Final = 10
"""Lines in which a text in quotes may end that begin too far out."""


def end_text(page: Page, text: OpenText) -> None:
    """Put a text where it belongs, and note how it is to be written where YAML reads another one."""
    if not text.pieces:
        return
    pieces = _texts(text.pieces)
    if len(pieces) == 1 and text.grammar.is_free and PLAIN.fullmatch(pieces[0]):
        text.slot.put(plain_value(pieces[0]))
    elif text.grammar.is_free or len(pieces) > 1 or not _end_value(page, text, pieces[0]):
        _end_free(page, text, pieces)


def _end_value(page: Page, text: OpenText, typed: str) -> bool:
    """End a text of one line that has a form, written in that form where it is known; False where it is no such."""
    is_quoted = typed[0] in "'\""
    shown, comment = (typed, "") if is_quoted else without_comment(typed)
    value = _as_yaml_has_it(shown)
    rule = "wrong-value"
    if not isinstance(value, str) or (not is_quoted and meant([shown]).trouble):
        value, rule = shown, _rule_of(text)
        written = None if text.grammar.written is as_it_stands else text.grammar.written(shown.strip("'\" .,;:"))
        if written is None or comment:
            return False
    else:
        written = text.grammar.written(value)
    if written is None or written == value:
        text.slot.put(value if is_quoted else plain_value(value))
        return True
    text.slot.put(written)
    piece = text.pieces[0]
    page.notes.written[piece.number] = f"{_lead(text, piece)}{written}{comment}"
    column = len(page.sheet.lines[piece.number - 1].rstrip()) - len(typed) + 1
    span = Span(piece.number, column, piece.number, column + len(shown))
    name = next((step for step in reversed(text.slot.path) if isinstance(step, str)), "")
    page.notes.tell(rule, said.as_form(name, value, written), span, text.slot.path, is_sure=True)
    return True


def _end_free(page: Page, text: OpenText, pieces: list[str]) -> None:
    """End a text that may be said in any words."""
    value = _as_yaml_has_it(pieces[0]) if len(pieces) == 1 and pieces[0][0] in "'\"" else None
    if isinstance(value, str):
        text.slot.put(value)
        if has_strange_escape(pieces[0]):
            span = _span(page, text.pieces[0])
            page.notes.tell(SYNTAX, said.ESCAPE, span, text.slot.path, is_silent=True)
        return
    intended = meant(pieces)
    whole = folded(intended.pieces)
    if intended.trouble:
        text.slot.put(whole)
        _put_in_quotes(page, text, intended)
    else:
        text.slot.put(plain_value(whole) if whole else Blank.NOTHING)


def _put_in_quotes(page: Page, text: OpenText, intended: MeantText) -> None:
    """Note that a text is to stand in double quotes, and why."""
    first, last = text.pieces[0], text.pieces[-1]
    quoted = in_quotes(intended.pieces)
    quoted[-1] += intended.note
    for piece, words in zip(text.pieces, quoted, strict=True):
        if piece.text:
            page.notes.written[piece.number] = _lead(text, piece) + words
    page.notes.mend_together(first.number, last.number)
    if text.is_in_doubt:
        return
    is_sure = intended.is_sure and text.grammar.is_free and not _may_be_other(page, text, intended)
    page.notes.tell(
        _rule_of(text, intended.trouble),
        _message(text, intended.trouble, is_sure=is_sure),
        _trouble_span(page, text, intended.trouble),
        text.slot.path,
        is_sure=is_sure,
        is_silent=intended.is_silent,
    )


def _message(text: OpenText, trouble: str, *, is_sure: bool) -> str:
    if trouble in said.CLOSING and not text.grammar.is_free:
        return said.not_closed(trouble)
    if not text.grammar.is_free and trouble not in _QUOTES:
        return said.no_text(trouble)
    whole = "\n".join(_texts(text.pieces))
    if trouble == '"' and is_closed(whole) and "\\" in whole:
        return said.ESCAPE
    return said.in_quotes(trouble, folded(_texts(text.pieces)), is_on_a_line=len(text.pieces) == 1, is_sure=is_sure)


def _may_be_other(page: Page, text: OpenText, intended: MeantText) -> bool:
    """Whether the lines of a text may be something else: a name that is not known as one, or two lines in one."""
    pieces = _texts(text.pieces)
    has_second_colon = pieces[0][:2] in (":", ": ") and text.lead.rstrip().endswith(":")
    return (
        text.is_interrupted
        or has_second_colon
        or (intended.trouble in _QUOTES and _closes_later(page, text, intended.trouble))
        or (intended.trouble == COLON_AT_END and _begins_something(page, text.pieces[-1].number))
        or any(map(page.sheet.names.are_within, pieces))
    )


def _closes_later(page: Page, text: OpenText, quote: str) -> bool:
    """Whether a quote that opens in a text closes at the end of one of the next lines, before anything else begins."""
    if text.pieces[0].text.count(quote) != 1:
        return False
    number = text.pieces[-1].number
    for line in page.sheet.typed[number : number + _LOOKED_AT]:
        if line is not None and (line.dash or line.known_name):
            return False
        if line is not None and line.rest.endswith(quote):
            return True
    return False


def _begins_something(page: Page, number: int) -> bool:
    """Whether the line after one begins an entry, or stands further in, as below a name."""
    above, below = page.sheet.typed[number - 1], page.sheet.after(number)
    return above is not None and below is not None and (bool(below.dash) or below.column > above.column)


def _as_yaml_has_it(typed: str) -> Value:
    """Return how YAML reads what was typed on one line; None where it is no text in quotes that close."""
    if typed[:1] not in ("'", '"'):
        return typed
    if not is_closed(typed):
        return None
    known = quoted_value(typed)
    return known if known is not None else yaml_value([typed])


def _lead(text: OpenText, piece: Piece) -> str:
    return text.lead if piece.indent is None else " " * piece.indent


def _rule_of(text: OpenText, trouble: str = "") -> str:
    """Return the rule that a text breaks as it was typed; `trouble` is the sign that YAML takes otherwise."""
    is_entry = isinstance(text.slot.key, int)
    first, *others = text.pieces
    if not is_entry and not others and trouble in (COLON_AT_END, ": ") and "#" not in first.text:
        return SYNTAX
    below = (f"{' ' * ((piece.indent or 0) - text.floor)}{piece.text}" for piece in others)
    try:
        values = parse(Source("", "\n".join([f"{'-' if is_entry else 'x:'} {first.text}", *below])))
    except Broken as broken:
        return broken.findings[0].rule
    value = values[0] if is_entry else values["x"]
    if not isinstance(value, str):
        return "wrong-value"
    return "text-in-comment" if value and value != folded(_texts(text.pieces)) else SYNTAX


def _texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _trouble_span(page: Page, text: OpenText, trouble: str) -> Span:
    """Return where the sign stands that keeps a text from being read; of a quote or a beginning all of its line."""
    sign = COLON if trouble[0] == ":" else re.compile(re.escape(trouble))
    piece = next((piece for piece in text.pieces if sign.search(piece.text)), text.pieces[0])
    span, words = _span(page, piece), f"{piece.text} "
    if trouble not in (": ", " #") or trouble not in words:
        return span
    column = span.column + words.index(trouble) + (trouble == " #")
    return Span(span.line, column, span.line, column + 1)


def _span(page: Page, piece: Piece) -> Span:
    raw = page.sheet.lines[piece.number - 1]
    column = raw.rindex(piece.text) + 1 if piece.text in raw else 1
    return Span(piece.number, column, piece.number, column + len(piece.text))
