"""How far in the lines of a part stand: as most of them do, not as the first one happens to."""

from collections import Counter
from itertools import islice
from typing import Final

from compactctl.files.by_lines.page import BLOCK
from compactctl.files.by_lines.places import STEP, Part
from compactctl.files.by_lines.typed import Sheet, TypedLine
from compactctl.files.grammar import ListGrammar, NamesGrammar, TextGrammar

_LOOKED_AT: Final = 400
"""Lines that may tell."""
_ENOUGH: Final = 2
"""Lines that agree, and none that does not."""


def indent_of(part: Part, first: TypedLine, sheet: Sheet) -> int:
    """Return how far in the lines of a part stand, of which this is the first."""
    is_list = isinstance(part.grammar, ListGrammar)
    usual = part.least + (STEP if is_list else STEP - 1) if part.slot.path else 0
    if first.column >= part.least:
        part.shift = 0
    own = first.column + part.shift
    votes = Counter([own] if not first.has_tab and own >= part.least else [])
    if _has_text_further_in(first, sheet):
        return own if votes else usual
    has_others = False
    is_nested, inside = False, sheet.names.inside(part.grammar)
    for line in islice(sheet.typed, first.number, first.number + _LOOKED_AT):
        if line is None or line.has_tab:
            continue
        moved = line.column + part.shift
        if moved < part.least or (is_list and not line.dash and moved <= part.least):
            break
        if line.known_name is not None and line.known_name not in inside:
            break
        column = _column(part, first, line, is_nested=is_nested)
        is_nested = is_nested or bool(line.dash) or line.rest.endswith(":")
        if column is not None and column + part.shift >= part.least:
            column += part.shift
            votes[column] += 1
            has_others = has_others or (bool(line.dash) and column != own)
            if votes[column] >= _ENOUGH and len(votes) == 1:
                return column
    most = max(votes.values(), default=0)
    likely = [column for column, count in votes.items() if count == most]
    if own in likely and own == part.least and is_list and not has_others:
        return own  # as far in as the name above, which is as usual in lists
    return usual if not likely or usual in likely else likely[0]


def _has_text_further_in(first: TypedLine, sheet: Sheet) -> bool:
    """Whether an entry is a text to which lines below it belong that begin like entries."""
    below = sheet.after(first.number)
    is_open = BLOCK.fullmatch(first.rest) is not None or first.rest.endswith(":")
    return bool(first.dash) and is_open and below is not None and bool(below.dash) and below.column > first.column


def _column(part: Part, first: TypedLine, line: TypedLine, *, is_nested: bool) -> int | None:
    """Return how far in a part stands by one of the lines in it; None where that line does not tell."""
    name = line.name.name if line.name else None
    if isinstance(part.grammar, NamesGrammar):
        return line.column if not line.dash and name in part.grammar.names else None
    entry = part.grammar.entry
    if isinstance(entry, TextGrammar):
        return line.column if line.dash else None
    if not isinstance(entry, NamesGrammar) or name not in entry.names:
        return None
    width = 1 + (len(first.gap) or 1)
    if line.dash:
        return line.column if line.column < first.column + width or first.has_tab else None
    if is_nested or (not first.rest and line.column > first.column):
        return None
    return first.column if line.column in (first.column + width, first.column + STEP) else line.column - width
