"""Lines that stand where they belong and say something plain, as most of a file do: taken one after the other.

Nothing is to be asked of these, and nothing noted. All others are left to reading.py, which would read these the same,
only later.
"""

import re
from typing import Final, NamedTuple

from compactctl.files.by_lines.below import BelowSign
from compactctl.files.by_lines.ending import end_text
from compactctl.files.by_lines.indents import indent_of
from compactctl.files.by_lines.page import BLOCK, OpenText, Page
from compactctl.files.by_lines.places import STEP, Part
from compactctl.files.by_lines.texts import PLAIN, plain_value, quoted_value, without_comment
from compactctl.files.by_lines.typed import KnownNames, TypedLine
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar
from compactctl.files.reading import Blank, Value

_NO_WORDS: Final = re.compile("[\t：]")  # noqa: RUF001 - a colon of East Asia
"""What stands behind a sign or a name, and hardly within a text."""


class _Begun(NamedTuple):
    """What was typed behind a name or a dash, and where it belongs: a part, and the name or the position there."""

    line: TypedLine
    part: Part
    key: str | int
    grammar: Grammar
    typed: str

    def as_text(self) -> OpenText | None:
        """Return it as a text that may go on, if it is one."""
        line, typed = self.line, self.typed
        if not isinstance(self.grammar, TextGrammar):
            return None
        lead, floor = line.raw[: line.raw.rindex(typed)], line.rest_column if line.name else line.column
        return OpenText(line.number, lead, self.part.slot_of(self.key), self.grammar, floor)


class PlainLines:
    """Takes lines as far as they are plain."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._begun: _Begun | None = None
        self._text: OpenText | None = None
        """The text that has begun, once it goes on."""

    def take(self, number: int) -> int:
        """Take the lines from one on, and return the last one that was plain; 0 where none was."""
        typed, last = self.page.sheet.typed, 0
        while number <= len(typed) and (line := typed[number - 1]):
            if line.other_blanks_behind:
                break
            taken = self._go_on(line) if line.is_words else self._begin(line)
            if not taken:
                break
            last, number = taken, taken + 1
        return last

    @property
    def text(self) -> OpenText | None:
        """The text that may go on below the last line."""
        if self._text is None and self._begun is not None:
            self._text = self._begun.as_text()
            if self._text is not None:
                self._text.add(self._begun.line.number, None, self._begun.typed)
        return self._text

    def _go_on(self, line: TypedLine) -> int:
        """Take a line of words that goes on from the text above; return 0 where one may doubt that."""
        text = self.text
        if text is None or not _surely_goes_on(text, line, self.page.sheet.names):
            return 0
        text.add(line.number, line.column, line.rest)
        return line.number

    def _begin(self, line: TypedLine) -> int:
        """Take an entry or a name with what stands behind it, and return its last line; 0 where it is not plain."""
        number = _part_at(self.page, line)
        said = _said(self.page.open.parts[number], line) if number is not None else None
        if number is None or said is None or (value := _plain_value(*said)) is None:
            return 0
        if self._text is not None:
            end_text(self.page, self._text)
        self._text, self._begun = None, self._put(line, number, *said, value)
        is_below = said[1][:1] in (">", "|")
        return self._read_below(self._begun) if is_below else line.number

    def _read_below(self, begun: _Begun) -> int:
        """Take the lines of a text that stands below its sign, and return the last one."""
        self._begun = None
        text, sign = begun.as_text(), BLOCK.fullmatch(begun.typed)
        return BelowSign(self.page, begun.line, text, sign).read() if text and sign else begun.line.number

    def _put(self, line: TypedLine, number: int, grammar: Grammar, typed: str, value: Value) -> _Begun:
        """Put a value where it belongs, with the entry that begins on its line."""
        parts, name = self.page.open, line.name.name if line.name else None
        part = parts.close_above(number)
        part.indent = line.column
        if name and isinstance(part.grammar, ListGrammar) and isinstance(part.grammar.entry, NamesGrammar):
            part = Part(part.grammar.entry, part.new_slot(), line.column + 1, line.column + STEP)
            parts.parts.append(part)
        if name:
            part.lines[name] = line.number
        key = part.add(name, value)
        if not isinstance(grammar, TextGrammar):
            parts.parts.append(part.inside(grammar, part.slot_of(key)))
        return _Begun(line, part, key, grammar, typed)


def _surely_goes_on(text: OpenText, line: TypedLine, names: KnownNames) -> bool:
    """Whether a line of words goes on from a text, and begins with no name that may lack its colon."""
    if not text.grammar.is_free or line.column <= text.floor or line.has_other_blank:
        return False
    has_name = names.first_word_in_capitals(line.rest.rstrip(";.,")) is not None
    return not has_name and PLAIN.fullmatch(line.rest) is not None and _NO_WORDS.search(line.rest) is None


def _part_at(page: Page, line: TypedLine) -> int | None:
    """Return the number of the open part in which a line begins as it should; None where one may doubt it."""
    column, parts = line.column, page.open.parts
    if line.has_other_blank or (line.dash and (line.dash != "-" or line.gap != " ")):
        return None
    kind = ListGrammar if line.dash else NamesGrammar
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        if (part.indent == column or part.indent is None or part.shift) and isinstance(part.grammar, kind):
            if part.shift or column < part.least:
                return None
            is_as_others = part.indent == column or indent_of(part, line, page.sheet) == column
            return number if is_as_others else None
    return None


def _said(part: Part, line: TypedLine) -> tuple[Grammar, str] | None:
    """Return what belongs behind the name or the dash with which a line begins in a part, and what was typed there."""
    name = line.name
    holder = part.grammar.entry if isinstance(part.grammar, ListGrammar) else part.grammar
    if not isinstance(holder, NamesGrammar):
        return (holder, line.rest) if name is None else None
    if name is None or not name.is_written_well or name.gap not in ("", " ") or (name.name in part.lines):
        return None
    behind = holder.names.get(name.name)
    return (behind, name.text) if behind is not None else None


def _plain_value(grammar: Grammar, typed: str) -> Value:
    """Return the value that was typed, where neither YAML nor anybody can take it for anything else; None elsewhere.

    What is no text stands on other lines, and a text below a sign too.
    """
    if not isinstance(grammar, TextGrammar):
        return None if typed else Blank.NOTHING
    first = typed[:1]
    if first in ("'", '"'):
        value: Value = quoted_value(typed)
    elif first in (">", "|"):
        return Blank.NOTHING if BLOCK.fullmatch(typed) else None
    else:
        shown = typed if grammar.is_free else without_comment(typed)[0]
        value = plain_value(shown) if PLAIN.fullmatch(shown) else None
    has_form = grammar.is_free or not isinstance(value, str) or grammar.written(value) in (None, value)
    return value if has_form else None
