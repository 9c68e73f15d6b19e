"""How far in the lines of a part stand: as most of them do, not as the first one happens to."""

from collections.abc import Iterator
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
    """Return how far in the lines of a part stand, of which this is the first.

    What stands further in below an entry that is a text may be entries inside that text.
    """
    if first.column >= part.least:
        part.shift = 0
    own, below = first.column + part.shift, sheet.after(first.number)
    may_be_own = not first.has_tab and own >= part.least
    if may_be_own and (below is None or _agrees(part, first, below) or _has_text_further_in(first, below)):
        return own
    is_list = isinstance(part.grammar, ListGrammar)
    is_of_texts = isinstance(part.grammar, ListGrammar) and isinstance(part.grammar.entry, TextGrammar)
    usual = part.least + (STEP if is_list else STEP - 1) if part.slot.above else 0
    if below is not None and _has_text_further_in(first, below):
        return usual
    votes, has_others = {own: 1} if may_be_own else {}, False
    may_hold_others = may_be_own and is_of_texts and bool(first.rest)
    for column, is_entry in _columns(part, first, sheet):
        if may_hold_others and column >= own + STEP:
            if own == usual:
                continue
            part.has_two_readings = True
        votes[column] = votes.get(column, 0) + 1
        has_others = has_others or (is_entry and column != own)
        if votes[column] >= _ENOUGH and len(votes) == 1:
            return column
    most = max(votes.values(), default=0)
    likely = [column for column, count in votes.items() if count == most]
    if own in likely and own == part.least and is_list and not has_others:
        return own  # as far in as the name above, which is as usual in lists
    return usual if not likely or usual in likely else likely[0]


def _columns(part: Part, first: TypedLine, sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """Yield how far in a part stands by each of its lines that tell, and whether that begins like an entry."""
    is_nested, inside = False, sheet.names.inside(part.grammar)
    text = _column_of_text_below(first, sheet)
    for line in sheet.typed[first.number : first.number + _LOOKED_AT]:
        if line is None or line.has_tab:
            continue
        if text is not None and line.column >= text and not BLOCK.fullmatch(line.rest):
            continue
        text = None
        if _is_outside(part, line):
            break
        may_be_text = bool(line.dash) and part.is_of_free_texts
        if line.known_name is not None and line.known_name not in inside and not may_be_text:
            break
        column = _column(part, first, line, is_nested=is_nested)
        is_nested = is_nested or bool(line.dash) or line.rest.endswith(":")
        if column is not None and column + part.shift >= part.least:
            yield column + part.shift, bool(line.dash)


def _column_of_text_below(first: TypedLine, sheet: Sheet) -> int | None:
    """Return how far in the text of an entry stands that has the sign of one, whatever its lines begin with."""
    below = sheet.after(first.number) if first.dash and BLOCK.fullmatch(first.rest) else None
    return below.column if below is not None and not below.dash and below.column > first.column else None


def _agrees(part: Part, first: TypedLine, below: TypedLine) -> bool:
    """Whether the line after the first one stands as far in as that, or is none of the part's."""
    if below.has_tab:
        return False
    return _is_outside(part, below) or _column(part, first, below, is_nested=False) == first.column


def _is_outside(part: Part, line: TypedLine) -> bool:
    """Whether a line stands too far out for a part."""
    column = line.column + part.shift
    return column < part.least or (column == part.least and not line.dash and isinstance(part.grammar, ListGrammar))


def _has_text_further_in(first: TypedLine, below: TypedLine) -> bool:
    """Whether an entry is a text to which lines below it belong that begin like entries."""
    is_open = first.rest.endswith(":") or BLOCK.fullmatch(first.rest) is not None
    return bool(first.dash) and is_open and bool(below.dash) and below.column > first.column


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
