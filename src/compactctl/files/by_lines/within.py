"""A line that stands where the text above it may go on: whether it does, or was meant to be something else."""

import re
from typing import Final

from compactctl.files.by_lines import said
from compactctl.files.by_lines.page import OpenText, Page, is_value
from compactctl.files.by_lines.places import Certainty, Place
from compactctl.files.by_lines.texts import LETTER
from compactctl.files.by_lines.typed import TypedLine, TypedName
from compactctl.files.grammar import ListGrammar, NamesGrammar, TextGrammar

_NUMBERED: Final = re.compile(r"\w{1,3}[.)]\s|\w(?:\t| {2})|[^\w\"'(\[£€$‘“„]")
"""How an entry of a list begins for people who number it, or put another sign before it."""
_BULLET_OF_WORD: Final = re.compile(r"\w\t")
"""A letter in another script, which is a sign there."""
_COLON: Final = re.compile(r":(?:\s|$)")
_GOES_ON: Final = re.compile(r"[,–—(]$|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$", re.IGNORECASE)
"""How a line ends that a text surely goes on after."""
_SENTENCE_ENDS: Final = (".", ";", "!", "?", ":")


def stands_inside(line: TypedLine, text: OpenText | None) -> bool:
    """Whether a line stands as far in as the text above it may go on."""
    may_go_on = text is not None and (text.grammar.is_free or not text.pieces)
    return text is not None and may_go_on and not line.has_tab and line.column > text.floor


def is_entry(page: Page, line: TypedLine, place: Place, text: OpenText | None) -> bool:
    """Whether a line with the sign of an entry begins one, and does not belong to the text above."""
    if place.certainty is Certainty.EXACT:
        return True
    if line.name is not None and line.name.is_known:
        if page.open.parts[place.number].is_of_free_texts:
            return not stands_inside(line, text)
        if not begins_whole(page, line, place):
            return False
        is_free = line.name.is_written_well and not stands_inside(line, text) and _is_free(page, line.name, place)
        return is_free or page.has_value(line.name, place)
    if not stands_inside(line, text):
        return True
    ends_with_colon = text is not None and bool(text.pieces) and text.pieces[-1].text.endswith(":")
    return _is_a_blank_beside(page, line, place) and not ends_with_colon


def begins_whole(page: Page, line: TypedLine, place: Place) -> bool:
    """Whether an entry begins with the name that comes first in its kind, or with another and then that."""
    grammar, below = page.open.parts[place.number].grammar, page.sheet.after(line.number)
    if not isinstance(grammar, ListGrammar) or not isinstance(grammar.entry, NamesGrammar) or line.known_name is None:
        return True
    return next(iter(grammar.entry.names)) in (line.known_name, below.known_name if below and not below.dash else None)


def _is_free(page: Page, name: TypedName, place: Place) -> bool:
    """Whether a name has a text behind it that may be said in any words."""
    grammar = page.open.parts[place.number].behind(name.name)
    return isinstance(grammar, TextGrammar) and grammar.is_free


def is_near(page: Page, line: TypedLine) -> bool:
    """Whether the sign of an entry stands where entries do, or a blank beside."""
    place = page.open.of_entry(line)
    return place is not None and (place.certainty is Certainty.EXACT or _is_a_blank_beside(page, line, place))


def _is_a_blank_beside(page: Page, line: TypedLine, place: Place) -> bool:
    indent = page.open.parts[place.number].indent
    return indent is not None and abs(line.column - indent) == 1


def is_name(page: Page, line: TypedLine, name: TypedName, place: Place, text: OpenText | None) -> bool:
    """Whether a line with a known name is that, and does not belong to the text above."""
    if place.certainty is Certainty.EXACT:
        return True
    part = page.open.parts[place.number]
    has_value = page.has_value(name, place)
    if not name.is_written_well:
        return place.certainty is Certainty.SURE and has_value
    may_go_on = text is not None and text.grammar.is_free and line.column > (part.indent or 0)
    if has_value or not may_go_on or line.has_tab:
        return True
    is_a_blank_beside = part.indent is not None and line.column == part.indent + 1
    return is_a_blank_beside and isinstance(part.behind(name.name), TextGrammar)


def surely_goes_on(page: Page, line: TypedLine, text: OpenText) -> bool:
    """Whether a line that stands too far out has no other reading than to go on from the text above."""
    if not text.grammar.is_free or line.dash or line.begins_like_name or line.is_labelled or line.name:
        return False
    if page.open.names_at(line) is not None and _COLON.search(line.rest):
        return False
    if page.sheet.names.first_word(line.rest) or _NUMBERED.match(line.rest) or not LETTER.search(line.rest):
        return False
    last = text.pieces[-1].text if text.pieces else ""
    is_closed = bool(last) and text.pieces[0].text[0] in "'\""
    return not is_closed and not (line.rest[:1].isupper() and _may_have_ended(text, last))


def _may_have_ended(text: OpenText, last: str) -> bool:
    """Whether the next line may be another text: after the end of a sentence, or of an entry that does not go on."""
    if last.endswith(_SENTENCE_ENDS):
        return True
    return bool(last) and isinstance(text.slot.key, int) and not _GOES_ON.search(last)


def swallowed(page: Page, line: TypedLine, text: OpenText) -> str | None:
    """Say what else a line of a text may have been meant to be: an entry, or a name with or without its colon."""
    if not text.pieces:
        return None
    names = page.sheet.names
    entry = line if line.dash else names.with_glued_dash(line)
    if _BULLET_OF_WORD.match(line.rest) or (entry and entry.rest and page.open.of_entry(entry)):
        return said.SWALLOWED_ENTRY
    if line.begins_like_name or (line.name and (line.name.is_in_small_letters or not line.name.gap)):
        return said.SWALLOWED_NAME
    word = names.first_word(line.rest) or ""
    rest = line.rest[len(word) :].strip()
    fitting = (
        said.no_colon(word, rest)
        for grammar in page.open.behind_free(word)
        if is_value(grammar, rest) and (rest or not isinstance(grammar, TextGrammar))
    )
    return next(fitting, None)
