"""A text below `>` or `|`: which lines belong to it, and how far in they are to stand."""

import re
from collections.abc import Sequence
from typing import Final

from compactctl.files.by_lines import said
from compactctl.files.by_lines.notes import SYNTAX, all_of
from compactctl.files.by_lines.page import BLOCK, OpenText, Page, value_in
from compactctl.files.by_lines.places import STEP, Certainty
from compactctl.files.by_lines.typed import TypedLine
from compactctl.files.by_lines.within import is_near, surely_goes_on
from compactctl.files.grammar import TextGrammar
from compactctl.files.reading import Value

MERGE: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
"""What git leaves where a merge is unfinished."""
_LOST: Final = re.compile(r"#(?![ \t#!]|$|- )(?:(\w+):(?: |$))?")
"""How a line begins that is a note for YAML; to whoever wrote it it may be none, unless a known name stands there."""
_LOOKED_AT: Final = 40
"""Lines that tell how far in a text stands."""


class BelowSign:
    """The lines of one text below a sign."""

    def __init__(self, page: Page, line: TypedLine, text: OpenText, sign: "re.Match[str]") -> None:
        self.page = page
        self.line = line
        self.text = text
        self.sign = sign
        self.indent: int | None = None
        """How far in the text stands, once it is known."""
        self.content: list[str] = []

    def read(self) -> int:
        """Put the text into its slot, and return its last line."""
        if self.sign[3]:
            return self._as_it_stands()
        lines, last = self.page.sheet.lines, self.line.number
        for number in range(last + 1, len(lines) + 1):
            if not lines[number - 1].strip():
                self.page.notes.pass_over(number, lines[number - 1], self.text.slot.path)
                self.content.append("")
            elif self._takes(number, lines[number - 1]):
                last = number
            else:
                break
        self.text.slot.put(_value(self.sign[0], self.content[: last - self.line.number]))
        return last

    def _as_it_stands(self) -> int:
        """Take the lines below a sign that says how far in they stand."""
        lines, number, floor = self.page.sheet.lines, self.line.number, self.text.floor
        while number < len(lines):
            raw = lines[number]
            if raw.strip() and len(raw) - len(raw.lstrip(" ")) <= floor:
                break
            number += 1
        lead = f"{' ' * floor}x: "
        typed = lines[self.line.number - 1][len(self.text.lead) :]
        value = value_in([lead + typed, *lines[self.line.number : number]])
        if value is None:
            self.page.notes.tell(SYNTAX, said.FITS_NOWHERE, all_of(self.line), self.text.slot.path)
        else:
            self.text.slot.put(value)
        return number

    def _takes(self, number: int, raw: str) -> bool:
        """Take a line if it belongs to the text."""
        below = self.page.sheet.typed[number - 1] or self.page.sheet.names.take_apart(number, raw)
        if below.is_words and self._is_as_far_in(below):
            self.content.append(raw[self.indent :])
            return True
        spaces = len(raw) - len(raw.lstrip(" "))
        if self.indent is None or spaces < self.indent:
            if self._is_outside(below):
                return False
            self._take_further_in(below, spaces)
            return True
        follows = spaces < self.indent + STEP and bool(self.content) and bool(self.content[-1])
        if not below.is_words and self._is_something_else(below, may_be_entry=follows and self.sign[1] == ">"):
            return False
        self.content.append(raw[self.indent :])
        return True

    def _is_as_far_in(self, below: TypedLine) -> bool:
        """Whether a line surely stands as far in as the text, or is the first one and shows how far that is."""
        if below.has_other_blank or below.column <= self.text.floor:
            return False
        if self.indent is None and self._indent_of_most(below) == below.column:
            self.indent = below.column
        return self.indent is not None and self.indent <= below.column

    def _is_outside(self, below: TypedLine) -> bool:
        """Whether a line that stands less far in than the text is none of it."""
        floor = self.text.floor
        if below.rest[:1] == "#" and not below.dash and (self.indent is not None or below.column <= floor):
            lost = _LOST.match(below.rest) if self.indent is None else None
            if lost and lost[1] not in self.page.sheet.names.listed:
                self.page.notes.tell(SYNTAX, said.LOST, all_of(below), self.text.slot.path, is_silent=True)
            return True
        glued = self._glued(below)
        if glued is not None and is_near(self.page, glued):
            return True
        if below.column > floor:
            return self._is_something_else(below, may_be_entry=False)
        if below.raw[:3] in ("---", "...") or MERGE.fullmatch(below.raw) or self.page.open.of(below):
            return True
        is_name = below.name is not None and not below.dash and self.page.open.names_at(below) is not None
        return is_name and any(self.content)

    def _is_something_else(self, below: TypedLine, *, may_be_entry: bool) -> bool:
        """Whether a line within the text was meant to be an entry or a name; says so where it may have been."""
        page, name = self.page, below.name
        glued = self._glued(below)
        if glued and (is_near(page, glued) or (BLOCK.fullmatch(glued.rest) and page.open.of_entry(glued))):
            return True
        if name is not None and name.is_known and name.is_written_well:
            place = page.open.of(below)
            if place is None:
                return False
            has_value = page.has_value(name, place)
            if has_value and place.certainty is Certainty.SURE and not self._goes_on_behind(below):
                return True
            if has_value or isinstance(page.open.parts[place.number].behind(name.name), TextGrammar):
                page.notes.tell(SYNTAX, said.SWALLOWED_NAME, all_of(below), is_silent=True)
            return False
        if name is not None and name.is_in_small_letters and any(page.open.behind_free(name.name)):
            page.notes.tell(SYNTAX, said.SWALLOWED_NAME, all_of(below), is_silent=True)
        if below.dash and page.open.of_entry(below):
            if BLOCK.fullmatch(below.rest):
                return True
            if may_be_entry and below.dash == "-" and not below.rest[:1].islower():
                page.notes.tell(SYNTAX, said.SWALLOWED_ENTRY, all_of(below), is_silent=True)
        return False

    def _goes_on_behind(self, line: TypedLine) -> bool:
        """Whether the line after one that may be a name stands in the text like those above."""
        typed = self.page.sheet.typed
        below = typed[line.number] if line.number < len(typed) else None
        return below is not None and below.is_words and self.indent is not None and below.column >= self.indent

    def _glued(self, below: TypedLine) -> TypedLine | None:
        """Return a line as an entry whose dash lacks its blank, where it may be one."""
        return self.page.sheet.names.with_glued_dash(below)

    def _take_further_in(self, below: TypedLine, spaces: int) -> None:
        """Take a line that does not stand as far in as the text, or with which it is known how far that is."""
        floor, whole = self.text.floor, below.raw.strip()
        if self.indent is None and spaces > floor and spaces == below.column:
            self.indent = self._indent_of_most(below)
            if self.indent == spaces:
                self.content.append(below.raw[spaces:])
                return
        if self.indent is None:
            self.indent = max(below.column, floor + STEP)
        written = f"{' ' * self.indent}{whole}"
        is_wanted = not any(self.content) and below.known_name is None and not below.dash
        goes_on = below.column > floor or is_wanted or surely_goes_on(self.page, below, self.text)
        entry = below if below.dash else self._glued(below)
        may_be_entry = entry is not None and self.page.open.of_entry(entry) is not None
        is_sure = self.text.grammar.is_free and goes_on and self.sign[1] == ">" and not may_be_entry
        if spaces != below.column:
            self.page.notes.tell_blank(below.number, below.indent, 0, self.text.slot.path, is_sure=is_sure)
        else:
            message = said.goes_on(self.indent - below.column, below.rest if is_sure else None)
            self.page.notes.tell(SYNTAX, message, all_of(below), self.text.slot.path, is_sure=is_sure)
        self.page.notes.written[below.number] = written
        self.content.append(whole)

    def _indent_of_most(self, first: TypedLine) -> int:
        """Return how far in the lines of the text stand: where most do, if the first stands further in."""
        columns = [first.column]
        for line in self.page.sheet.typed[first.number : first.number + _LOOKED_AT]:
            if line is None or line.has_tab:
                continue
            if line.column <= self.text.floor:
                break
            columns.append(line.column)
        least = min(columns)
        return least if columns.count(least) >= columns.count(first.column) else first.column


def _value(sign: str, content: Sequence[str]) -> Value:
    """Return how YAML reads the lines below a sign."""
    is_simple = all(line and not line[0].isspace() and not line[-1].isspace() for line in content)
    if not content:
        return ""
    if is_simple:
        return (" " if sign[0] == ">" else "\n").join(content) + ("" if "-" in sign else "\n")
    return value_in([f"x: {sign}", *(f" {line}" for line in content), ""])
