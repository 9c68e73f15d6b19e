"""Reads a file by lines: which names and entries they are, where these belong, and what their texts were meant to say.

A strict parser stops at the first slip. Here the grammar is closed: which names there are, and how deep each stands, is
known, so that a line tells what it is wherever it begins. What reads otherwise than it was typed is a slip; lines stay
lines, so that every place is the same in what was typed and in what was understood.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from compactctl.files import messages
from compactctl.files.by_lines import said
from compactctl.files.by_lines.below import MERGE, BelowSign
from compactctl.files.by_lines.ending import end_text
from compactctl.files.by_lines.gathered import as_it_stands, in_brackets, in_quotes_over_lines
from compactctl.files.by_lines.indents import indent_of
from compactctl.files.by_lines.notes import FEATURE, HIDDEN, SYNTAX, TWICE, Notes, TooMany, all_of, whole
from compactctl.files.by_lines.page import ANY_TEXT, BLOCK, NO_FORM, OpenText, Page
from compactctl.files.by_lines.places import STEP, Certainty, OpenParts, Part, Place, Slot
from compactctl.files.by_lines.plain import PlainLines
from compactctl.files.by_lines.texts import closes, without_comment
from compactctl.files.by_lines.typed import KnownNames, Sheet, TypedLine, TypedName
from compactctl.files.by_lines.within import begins_whole, is_entry, is_name, stands_inside, surely_goes_on, swallowed
from compactctl.files.characters import SIGNS_OF_WORD
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar
from compactctl.files.limits import MAXIMUM_LINES
from compactctl.files.reading import Blank, Value
from compactctl.files.slips import Slip
from compactctl.files.source import KeyPath, Source
from compactctl.finding import Span

OF_FILES: Final = frozenset((SYNTAX, FEATURE, HIDDEN, TWICE))
"""The rules that keep a file from being read at all."""
BEFORE_THE_SCHEMA: Final = OF_FILES | {"unknown-key", "wrong-value"}
"""The rules whose slips are mended before what was understood is held against the schema."""
_NOTE: Final = re.compile(r"[ \t]*#[ \t]+\S")
_NAME_OF_WORDS: Final = re.compile(r"([A-Za-z]+ [A-Za-z]+):( +)(\S.*)")
"""A name in two words, which none is, and the text behind it."""
_NUMBER: Final = re.compile(r"\d{1,3}[.)] +")
"""What people begin an entry with who number them."""
_CLOSED: Final = ("[]", "{}", "''", '""')
"""The signs between which a value may stand."""
_MARKER: Final = re.compile(r"(?:---|\.\.\.)\s*(?:#.*)?")


class LinesRead(NamedTuple):
    """What reading by lines gives.

    `values` are what was meant, `typed` the lines as they stand, `slips` what reads otherwise, by line. In the lines of
    `understood` the slips are mended with which the schema could not be looked at, in those of `mended` all are.
    `is_lost` tells whether a line fits nowhere.
    """

    values: Value
    typed: Sequence[str]
    slips: list[Slip]
    understood: list[str]
    mended: list[str]
    is_lost: bool

    @property
    def has_values(self) -> bool:
        """Whether any line is one of a document's."""
        return isinstance(self.values, dict)

    @property
    def differing(self) -> dict[int, str]:
        """The lines as they were typed, by number, that were understood otherwise."""
        pairs = enumerate(zip(self.typed, self.understood, strict=True), 1)
        return {number: line for number, (line, read) in pairs if line != read}


def read_by_lines(source: Source, grammar: Grammar) -> LinesRead:
    """Read a file by lines, whatever is in it; raises `TooMany` where it has more lines than a document, or slips."""
    if len(source.lines) > MAXIMUM_LINES:
        raise TooMany
    return _Reader(source.lines, known_names(grammar)).run()


def known_names(grammar: Grammar) -> KnownNames:
    """Return all names of a kind of document, which are looked for once."""
    known = _known.get(id(grammar))
    if known is None:
        known = _known[id(grammar)] = KnownNames(grammar)
    return known


_known: Final[dict[int, KnownNames]] = {}
"""Names by the grammar they are of, which each of them keeps alive, so that its number stands for it."""


class _Reader:
    """One reading of one file."""

    def __init__(self, lines: Sequence[str], names: KnownNames) -> None:
        sheet = Sheet(lines, names)
        self.lines = lines
        self.names = names
        self.result: list[Value] = [Blank.NOTHING]
        grammar = _names_grammar(names.grammar)
        columns = (line.column for line in sheet.typed if line and not line.dash and line.known_name in grammar.names)
        first = next(columns, 0)
        edge = 0 if first and 0 in columns else first
        root = Part(grammar, Slot(self.result, 0), 0, indent=edge)
        self.page = Page(sheet, OpenParts(root), Notes(lines))
        self.sheet, self.open, self.notes = self.page
        self.text: OpenText | None = None
        """The text above, which may go on."""
        self.is_merged = False
        """Whether a merge that git left unfinished has begun, and not ended."""
        self.is_in_other_version = False
        """Whether git has put in these lines another version of those above."""
        self.is_lost = False

    def run(self) -> LinesRead:
        """Read all lines."""
        number = 0
        while number < len(self.lines):
            number = self._read(number + 1)
        self._end_text()
        slips = self.notes.slips()
        ranges = {(slip.line, slip.end_line) for slip in slips if slip.rule in BEFORE_THE_SCHEMA}
        of_schema = {number for first, last in ranges for number in range(first, last + 1)}
        written = self.notes.written
        understood, mended = [*self.lines], [*self.lines]
        for number, line in written.items():
            mended[number - 1] = line
            if number in of_schema:
                understood[number - 1] = line
        return LinesRead(self.result[0], self.lines, slips, understood, mended, self.is_lost)

    def _read(self, number: int) -> int:
        """Read what begins in a line, and return the last line of it."""
        raw, line = self.lines[number - 1], self.sheet.typed[number - 1]
        if self.is_in_other_version or (raw[:1] in ("<", "|", "=", ">") and MERGE.fullmatch(raw)):
            return self._merge(number, raw)
        if line is None:
            self._pass_over(number, raw)
            return number
        if raw[0] in "-.%" and self._is_marker(number, raw):
            return number
        plain = PlainLines(self.page)
        if last := plain.take(number):
            self._end_text()
            self.text = plain.text
        elif line.other_blanks_behind and _ends_with_sign(line):
            self._take_away_behind(line)
        return last or self._line(line)

    # Lines that are none of a document's.

    def _pass_over(self, number: int, raw: str) -> None:
        """Pass over a blank line, or a note."""
        if raw[:1] not in ("", "#"):
            self.notes.pass_over(number, raw, self.text.slot.path if self.text else self.open.parts[-1].slot.path)
        if self.text is None:
            return
        if not raw.strip():
            self.text.blanks += 1
        elif self.text.pieces:
            self.text.has_note_behind = True

    def _take_away_behind(self, line: TypedLine) -> None:
        """Note another blank than the space bar's behind a sign with which a line ends."""
        words = line.raw.rstrip()
        self.notes.tell_blank(line.number, line.other_blanks_behind, len(words), self.open.parts[-1].slot.path)
        self.notes.written[line.number] = words

    def _merge(self, number: int, raw: str) -> int:
        """Take the first of two versions that a merge left, and leave the other out."""
        if match := MERGE.fullmatch(raw):
            self._end_text()
            if match[1][0] == "<" or not self.is_merged:
                self.notes.tell(SYNTAX, said.merge(match[1]), whole(number, raw), is_typing=False)
            self.is_merged = match[1][0] != ">"
            self.is_in_other_version = match[1][0] in "|="
        self.notes.leave_out(number)
        return number

    def _is_marker(self, number: int, raw: str) -> bool:
        """Take a line that begins or ends a document, or gives a directive, which stands once and for nothing."""
        has_begun = self.open.parts[0].values is not None
        if raw[0] == "%" and not has_begun:
            self.notes.tell(FEATURE, messages.DIRECTIVE, whole(number, raw), is_typing=False)
        elif not _MARKER.fullmatch(raw):
            return False
        else:
            self._end_text()
            if not has_begun if raw[0] == "-" else self.sheet.after(number) is None:
                return True
            self.notes.tell(SYNTAX, messages.SECOND_DOCUMENT, whole(number, raw), is_typing=False)
        self.notes.leave_out(number)
        return True

    # Entries and names.

    def _line(self, line: TypedLine) -> int:
        """Take a line for what it is."""
        place = (self._entry_among_texts(line) if line.dash and line.known_name else None) or self.open.of(line)
        if line.dash:
            if place and is_entry(self.page, line, place, self.text) and not self._may_be_prose(line):
                return self._entry(line, place)
            return self._with_needless_dash(line) or self._below_missing_name(line) or self._go_on(line)
        if line.name and (last := self._without_dash(line, place)):
            return last
        if place and line.name and is_name(self.page, line, line.name, place, self.text):
            at = self.open.names_at(line)
            if place.certainty is Certainty.EXACT or at is None or place.number > at:
                if self._stands_between(line, line.name, place):
                    return self._between(line, line.name, place)
                return self._name(line, line.name, place)
        is_inside = stands_inside(line, self.text)
        numbered = None if is_inside else self._numbered(line)
        return numbered or self._unknown_name(line, is_inside=is_inside) or self._glued(line, is_inside=is_inside)

    def _without_dash(self, line: TypedLine, place: Place | None) -> int | None:
        """Take a name that begins an entry of a list, and lacks its dash."""
        name = line.known_name
        if name is None or (place is not None and place.certainty is Certainty.EXACT):
            return None
        missing = self.open.entry_without_dash(line, name)
        if missing is None:
            return None
        part = self.open.parts[missing.number]
        message = said.begins_anew(name) if part.indent is not None else said.entry()
        self.notes.tell(SYNTAX, message, all_of(line), part.slot.path)
        column = part.indent if part.indent is not None else self._column_of_dash(line, part)
        entry = line._replace(dash="-", gap=" ", indent=" " * column, column=column, has_other_blank=False)
        return self._entry(entry, missing)

    def _numbered(self, line: TypedLine) -> int | None:
        """Take a name that begins an entry of a list, and has a number in place of its dash."""
        match = _NUMBER.match(line.rest)
        bare = self.names.take_apart(line.number, line.indent + line.rest[match.end() :]) if match else None
        return self._without_dash(bare._replace(raw=line.raw), None) if bare and not bare.dash else None

    def _column_of_dash(self, line: TypedLine, part: Part) -> int:
        """Return where the dash belongs that the first entry of a list lacks: in its place, or before the name."""
        below = self.sheet.after(line.number)
        is_further_in = below is not None and not below.dash and below.column > line.column
        if below and below.name and is_further_in and part.behind(below.name.name) is not None:
            return line.column
        return max(line.column - STEP, part.least)

    def _with_needless_dash(self, line: TypedLine) -> int | None:
        """Take a name before which a dash stands, and that belongs to no list."""
        is_name = line.name is not None and line.name.is_known and line.name.is_written_well
        if line.name is None or line.dash != "-" or not is_name or stands_inside(line, self.text):
            return None
        bare = line._replace(dash="", gap="")
        place = self.open.of_name(bare, line.name)
        if place is None or place.certainty is Certainty.UNSURE:
            return None
        part = self.open.parts[place.number]
        indent = line.column if part.indent is None else part.indent
        if line.name.name not in part.lines:  # else that is told, and to take the dash away is no cure
            self.notes.tell(SYNTAX, said.no_dash(f"{line.name.name}: {line.name.text}"), all_of(line))
        bare = bare._replace(column=indent, indent=" " * indent, has_other_blank=False)
        return self._name(bare, line.name, Place(place.number, Certainty.EXACT))

    def _below_missing_name(self, line: TypedLine) -> int | None:
        """Take an entry, or a name, above which the name is missing below which it belongs."""
        above = None if stands_inside(line, self.text) else self.open.without_name_above(line)
        if above is None:
            return None
        self._end_text()
        part = self.open.close_above(above[0])
        self.notes.tell(SYNTAX, said.missing_above(above[1]), all_of(line), part.slot.path)
        grammar = part.behind(above[1])
        part.lines[above[1]] = line.number
        if isinstance(grammar, ListGrammar | NamesGrammar):
            self.open.parts.append(part.inside(grammar, part.new_slot(above[1])))
        return self._line(line)

    def _may_be_prose(self, line: TypedLine) -> bool:
        """Whether a sign at a line's beginning may be that of a sentence which goes on from the line above."""
        is_sign_of_text = line.dash in "–—*" or not line.gap
        has_text_above = self.text is not None and self.text.line == line.number - 1 and bool(self.text.pieces)
        return is_sign_of_text and has_text_above and line.rest[:1].islower() and line.known_name is None

    def _unknown_name(self, line: TypedLine, *, is_inside: bool) -> int | None:
        """Take a line for a name that is not known there, where it stands as far in as names do."""
        at = None if is_inside else self.open.names_at(line)
        name = line.name
        if name is None and line.heading:
            name = TypedName(line.heading, line.heading, is_known=False, is_written_well=True, gap="", text="")
        if at is None or name is None or (name.is_known and not name.is_written_well):
            return None
        if name.text and self._goes_on_inside(line, at + 2):
            return None
        return self._name(line, name, Place(at, Certainty.EXACT))

    def _goes_on_inside(self, line: TypedLine, least: int) -> bool:
        """Whether the line after one belongs to one of the open parts from a number on."""
        below = self.sheet.after(line.number)
        place = self.open.of(below) if below is not None else None
        return place is not None and place.certainty is Certainty.EXACT and place.number >= least

    def _stands_between(self, line: TypedLine, name: TypedName, place: Place) -> bool:
        """Whether a name with all its value on the line stands between lines of a part inside the one it belongs to."""
        behind = self.open.parts[place.number].behind(name.name)
        is_of_one_line = isinstance(behind, TextGrammar) or name.text[:1] in ("[", "{")
        is_elsewhere = place.certainty is Certainty.SURE
        return is_elsewhere and is_of_one_line and self._goes_on_inside(line, place.number + 2)

    def _between(self, line: TypedLine, name: TypedName, place: Place) -> int:
        """Leave out a name that stands between lines that belong together, which it would part."""
        self._end_text()
        path = (*self.open.parts[place.number].slot.path, name.name)
        self.notes.tell(SYNTAX, said.between(name.name), all_of(line), path, is_silent=True)
        self.notes.leave_out(line.number)
        return line.number

    def _glued(self, line: TypedLine, *, is_inside: bool) -> int:
        """Take a line for an entry without its blank, or for a name without its colon; or for what goes on."""
        if not is_inside and (glued := self.names.with_glued_dash(line)):
            place = self.open.of_entry(glued)
            is_sure = place is not None and place.certainty is not Certainty.UNSURE
            if place and is_sure and begins_whole(self.page, glued, place) and not self._may_be_prose(glued):
                return self._entry(glued, place)
        at = self.open.names_at(line)
        if at is not None and (name := self._without_colon(line, at)):
            return self._name(line, name, Place(at, Certainty.EXACT))
        return (self._below_missing_name(line) if line.known_name else None) or self._go_on(line)

    def _entry_among_texts(self, line: TypedLine) -> Place | None:
        """Return the list to which an entry with names belongs that stands among texts, as the next line shows."""
        here, below = self.open.of_entry(line), self.sheet.after(line.number)
        if here is None or line.name is None or below is None or below.dash or not below.name:
            return None
        grammar = self.open.parts[here.number].grammar
        if not isinstance(grammar, ListGrammar) or not isinstance(grammar.entry, TextGrammar):
            return None
        is_further_in = below.column > line.column and here.certainty is Certainty.EXACT
        if is_further_in or (below.column > line.rest_column and not line.has_tab):
            return None
        place = self.open.of_entry_with_names(line, line.name.name)
        if place is None or not begins_whole(self.page, line, place):
            return None
        goes_on = self.open.parts[place.number].behind(below.name.name) is not None
        return place if goes_on and self.page.has_value(line.name, place) else None

    def _without_colon(self, line: TypedLine, at: int) -> TypedName | None:
        """Return the name with which a line begins that lacks its colon, where it can be nothing else there."""
        word, part = self.names.first_word_in_capitals(line.rest.rstrip(";.,")), self.open.parts[at]
        if word is None or word in part.lines or part.behind(word) is None:
            return None
        rest = line.rest[len(word) :].strip(" ;.,")
        name = TypedName(word, word, is_known=True, is_written_well=True, gap=" ", text=rest)
        if not self.page.has_value(name, Place(at, Certainty.EXACT)):
            return None
        self.notes.tell(SYNTAX, said.no_colon(word, rest), all_of(line), (*part.slot.path, word))
        return name

    def _entry(self, line: TypedLine, place: Place) -> int:
        """Take an entry of a list."""
        self._end_text()
        part = self.open.close_above(place.number)
        indent = self._indent_in(part, line)
        slot = part.new_slot()
        entry = part.grammar.entry if isinstance(part.grammar, ListGrammar) else NO_FORM
        is_in_doubt = isinstance(entry, TextGrammar) and self._may_be_name(line, place)
        if is_in_doubt:
            rule = "wrong-value" if line.column == indent else SYNTAX
            self.notes.tell(rule, said.TWO_READINGS, all_of(line), slot.path)
        if (line.column != indent and not is_in_doubt) or line.has_other_blank:
            certainty = Certainty.UNSURE if part.has_two_readings else place.certainty
            self._check_indent(line, indent, slot.path, certainty, is_silent=part.has_two_readings)
        lead = f"{' ' * indent}-{self._gap_of(line, part, indent, slot) if line.rest else ''}"
        if line.dash != "-" or line.gap != " ":
            self._check_dash(line, slot.path)
        if isinstance(entry, NamesGrammar):
            return self._entry_with_names(line, entry, slot, lead, indent)
        grammar = entry if isinstance(entry, TextGrammar) else NO_FORM
        floor = max(indent, 0 if line.has_other_blank else line.column)
        text = OpenText(line.number, lead, slot, grammar, floor, is_in_doubt=is_in_doubt)
        return self._begin(line, line.rest, text)

    @staticmethod
    def _may_be_name(line: TypedLine, place: Place) -> bool:
        """Whether an entry that is a text begins like one with a name, and may have been meant as that."""
        is_exact = place.certainty is Certainty.EXACT
        return line.name is not None and line.name.is_known and (line.name.is_written_well or not is_exact)

    def _entry_with_names(self, line: TypedLine, entry: NamesGrammar, slot: Slot, lead: str, indent: int) -> int:
        """Take an entry that is names with their values."""
        inside = Part(entry, slot, indent + 1)
        name, of_words = line.name, _NAME_OF_WORDS.fullmatch(line.rest)
        if name is None and of_words and self._stands_before(entry, line, line.rest):
            words, gap, text = of_words.groups()
            name = TypedName(words, words, is_known=False, is_written_well=True, gap=gap, text=text)
        if name is not None:
            self.open.parts.append(inside)
            inside.indent = len(lead)
            inside.shift = 0 if line.has_other_blank else len(lead) - line.rest_column
            return self._named(line, name, inside, lead)
        is_empty = not without_comment(line.rest)[0]
        if is_empty or self._stands_before(entry, line, line.rest):
            self.open.parts.append(inside)
            if not is_empty:
                self._tell_before(line, line.rest, slot.path)
            self.notes.write(line, lead + line.rest if is_empty else lead.rstrip())
            return line.number
        if line.rest[0] in "[{" and (last := in_brackets(self.page, line, line.rest, slot)):
            self.notes.write(line, lead + line.rest)
            return last
        return self._begin(line, line.rest, OpenText(line.number, lead, slot, NO_FORM, indent))

    def _name(self, line: TypedLine, name: TypedName, place: Place) -> int:
        """Take a name with what stands behind it."""
        self._end_text()
        part = self.open.close_above(place.number)
        if name.is_known and name.name in part.lines and place.certainty is Certainty.EXACT:
            return self._again(line, name, place.number)
        indent = self._indent_in(part, line)
        if line.column != indent or line.has_other_blank:
            self._check_indent(line, indent, (*part.slot.path, name.name), place.certainty)
        return self._named(line, name, part, " " * indent)

    def _again(self, line: TypedLine, name: TypedName, number: int) -> int:
        """Take a name that stands there already: it begins the next entry, or says the same once more."""
        part = self.open.parts[number]
        above = self.open.parts[number - 1] if number else None
        is_first = next(iter(part.lines)) == name.name and len(part.lines) > 1
        begins = is_first and above is not None and isinstance(above.grammar, ListGrammar)
        message = said.begins_anew(name.name) if begins else messages.twice(name.name)
        first = self.sheet.typed[part.lines[name.name] - 1]
        span = all_of(first) if first else None
        path = (*part.slot.path, name.name)
        self.notes.tell(TWICE, message, all_of(line), path, is_typing=False, first=span)
        if begins and above is not None and above.indent is not None:
            gap, indent = " " * (line.column - above.indent - 1), " " * above.indent
            entry = line._replace(dash="-", gap=gap, indent=indent, column=above.indent, has_other_blank=False)
            return self._entry(entry, Place(number - 1, Certainty.EXACT))
        last = line.number
        while last < len(self.lines):
            raw = self.lines[last]
            if raw.strip() and len(raw) - len(raw.lstrip()) <= line.column:
                break
            last += 1
        self.notes.leave_out(*range(line.number, last + 1))
        return last

    def _named(self, line: TypedLine, name: TypedName, part: Part, lead: str) -> int:
        """Take a name of a part, and begin what stands behind it."""
        part.lines[name.name] = line.number
        slot = part.new_slot(name.name)
        gap = " " if name.gap.strip(" \t") or not name.gap else name.gap
        lead = f"{lead}{name.typed if name.is_written_well else name.name}:{gap if name.text else ''}"
        if not name.is_written_well or gap != name.gap:
            self._check_name(line, name, slot.path)
        grammar = part.behind(name.name) or part.behind_one_like(name.name)
        is_empty, is_in_brackets = not without_comment(name.text)[0], name.text[:1] in ("[", "{")
        of_text = grammar if isinstance(grammar, TextGrammar) else NO_FORM if grammar else ANY_TEXT
        typed = 0 if line.has_other_blank else line.rest_column
        text = OpenText(line.number, lead, slot, of_text, max(part.indent or 0, typed))
        if isinstance(grammar, ListGrammar | NamesGrammar) and (
            is_empty or self._stands_before(grammar, line, name.text)
        ):
            shift = 0 if line.has_other_blank else (part.indent or 0) - line.rest_column
            self.open.parts.append(part.inside(grammar, slot, shift))
            if not is_empty:
                self._tell_before(line, name.text, slot.path)
            self.notes.write(line, lead + name.text if is_empty else lead.rstrip())
            return line.number
        if is_in_brackets and not (isinstance(grammar, TextGrammar) and grammar.is_free):
            if last := in_brackets(self.page, line, name.text, slot):
                self.notes.write(line, lead + name.text)
                return last
        elif grammar is None and is_empty:
            self.notes.write(line, lead + name.text)
            return as_it_stands(self.page, line, slot, text.floor)
        return self._begin(line, name.text, text)

    def _stands_before(self, grammar: ListGrammar | NamesGrammar, line: TypedLine, text: str) -> bool:
        """Whether a text stands where a list, or names, follow below."""
        below = self.sheet.after(line.number)
        if text[:1] in ("[", "{") or below is None or below.column <= line.column:
            return False
        if isinstance(grammar, ListGrammar):
            return bool(below.dash) and not BLOCK.fullmatch(below.rest or "x")
        return below.name is not None and not below.dash and below.name.name in grammar.names

    def _tell_before(self, line: TypedLine, text: str, path: KeyPath) -> None:
        """Say that something stands where a list, or names, follow below."""
        is_typing = text[0] not in "&*!"
        rule = SYNTAX if is_typing else FEATURE
        self.notes.tell(rule, said.SIGN_BEFORE_LIST, all_of(line), path, is_typing=is_typing, is_silent=True)

    # Texts.

    def _begin(self, line: TypedLine, typed: str, text: OpenText) -> int:
        """Begin a text with what stands of it on its first line."""
        self.notes.write(line, text.lead + typed)
        if match := BLOCK.fullmatch(typed):
            return BelowSign(self.page, line, text, match).read()
        if not typed and self._begins_list(line, text.floor):
            return as_it_stands(self.page, line, text.slot, text.floor)
        self.text = text
        if typed and typed != "#" and not typed.startswith(("# ", "#\t")):
            text.add(line.number, None, typed)
            is_open = typed[0] in "'\"" and not closes(typed)
            if is_open and (last := in_quotes_over_lines(self.page, line, typed, text)):
                self.text = None
                return last
        return line.number

    def _begins_list(self, line: TypedLine, floor: int) -> bool:
        """Whether a list follows where a text belongs, which no open list goes on with."""
        below = self.sheet.after(line.number)
        if below is None or below.dash != "-" or below.has_tab or below.column < floor:
            return False
        return below.column > line.column or not self.page.begins_anew(below)

    def _go_on(self, line: TypedLine) -> int:
        """Take a line that goes on from the text above it, if there is one."""
        part, text = self.open.parts[-1], self.text
        if text is not None and not line.rest.startswith("<<:"):
            return self._go_on_with(text, line)
        if text is None and part.values is None and part.slot.above and line.column >= part.least and not line.dash:
            return self._in_place_of(part, line)
        if line.rest.startswith("<<:"):
            self.notes.tell(FEATURE, messages.MERGED, all_of(line), is_typing=False)
        else:
            self.notes.tell(SYNTAX, self._fits_nowhere(line), all_of(line))
            self.is_lost = True
        self.notes.leave_out(line.number)
        return line.number

    def _fits_nowhere(self, line: TypedLine) -> str:
        """Say that a line fits nowhere, or that it begins with a name without its colon."""
        word = self.names.first_word(line.rest)
        rest = line.rest[len(word or "") :].strip()
        return said.no_colon(word, rest) if word else said.FITS_NOWHERE

    def _go_on_with(self, text: OpenText, line: TypedLine) -> int:
        """Take a line that goes on from a text."""
        raw = self.lines[text.line - 1]
        if not text.pieces and text.grammar.is_free and _NOTE.match(raw, len(text.lead.rstrip())):
            self.notes.tell(SYNTAX, said.LOST_BEFORE, whole(text.line, raw), text.slot.path, is_silent=True)
        match = BLOCK.fullmatch(line.rest)
        is_inside = line.column > text.floor or line.has_tab
        if match and is_inside and not text.pieces and not line.dash:
            self.text = None
            return BelowSign(self.page, line, text, match).read()
        last = next((piece.indent for piece in reversed(text.pieces) if piece.text), None)
        indent = line.column if is_inside and not line.has_tab else last or text.floor + STEP
        words = line.raw.strip()
        self._check_going_on(text, line, indent, is_inside=is_inside)
        if text.pieces and not text.grammar.is_free:
            self.notes.leave_out(line.number)
            return line.number
        if not is_inside or line.has_other_blank:
            self.notes.write(line, f"{' ' * indent}{words}")
        text.add(line.number, indent, words)
        return line.number

    def _check_going_on(self, text: OpenText, line: TypedLine, indent: int, *, is_inside: bool) -> None:
        """See whether a line goes on from a text as it should."""
        path = text.slot.path
        if text.pieces and not text.grammar.is_free:
            self.notes.tell(SYNTAX, self._fits_nowhere(line), all_of(line), path, is_silent=True)
            return
        if not is_inside:
            is_sure = surely_goes_on(self.page, line, text)
            message = said.goes_on(indent - line.column, line.rest if is_sure else None)
            is_silent = not is_sure and self.open.parts[-1].has_two_readings
            self.notes.tell(SYNTAX, message, all_of(line), path, is_sure=is_sure, is_silent=is_silent)
        elif line.has_other_blank:
            self.notes.tell_blank(line.number, line.indent, 0, path)
        elif words := swallowed(self.page, line, text):
            self.notes.tell(SYNTAX, words, all_of(line), path, is_silent=True)
        if text.has_note_behind:
            self.notes.tell(SYNTAX, said.FITS_NOWHERE, all_of(line), path)

    def _in_place_of(self, part: Part, line: TypedLine) -> int:
        """Take a text that stands where a list, or names, are to follow."""
        below = self.sheet.after(line.number)
        if below is not None and part.stands_in(below) and self._begins_in(part, below):
            if isinstance(part.grammar, ListGrammar) and isinstance(part.grammar.entry, TextGrammar):
                self.notes.tell(SYNTAX, said.entry(line.rest), all_of(line), part.slot.path)
                slot = part.new_slot()
                slot.put(line.rest)
            else:
                self.notes.tell(SYNTAX, said.FITS_NOWHERE, all_of(line), part.slot.path)
            self.notes.leave_out(line.number)
            return line.number
        self.open.parts.pop()
        text = OpenText(line.number, line.indent, part.slot, NO_FORM, part.least - 1)
        if line.rest[:1] in ("[", "{") and (last := in_brackets(self.page, line, line.rest, part.slot)):
            return last
        if isinstance(part.grammar, ListGrammar):
            self.notes.tell("wrong-value", said.entry(line.rest), all_of(line), part.slot.path)
        return self._begin(line, line.rest, text)

    @staticmethod
    def _begins_in(part: Part, line: TypedLine) -> bool:
        """Whether a line begins what is in a part: an entry, or one of its names."""
        if isinstance(part.grammar, ListGrammar):
            return bool(line.dash)
        return not line.dash and line.known_name is not None and line.known_name in part.grammar.names

    def _end_text(self) -> None:
        """End the text above."""
        text, self.text = self.text, None
        if text is not None:
            end_text(self.page, text)

    # How lines are written.

    def _indent_in(self, part: Part, line: TypedLine) -> int:
        """Return how far in the lines of a part stand, of which this is the first where that is not known yet."""
        if part.indent is None:
            part.indent = indent_of(part, line, self.sheet)
        return part.indent

    def _check_indent(
        self, line: TypedLine, indent: int, path: KeyPath, certainty: Certainty, *, is_silent: bool = False
    ) -> None:
        """See whether a line begins where it should."""
        is_sure = certainty is not Certainty.UNSURE
        if line.has_other_blank:
            self.notes.tell_blank(line.number, line.indent, 0, path, is_sure=is_sure)
        else:
            message = said.off(indent - line.column, indent) if is_sure else said.SEVERAL_PLACES
            self.notes.tell(SYNTAX, message, all_of(line), path, is_sure=is_sure, is_silent=is_silent)

    def _gap_of(self, line: TypedLine, part: Part, indent: int, slot: Slot) -> str:
        """Return the blanks that are to stand behind a dash: one, where the names below show that."""
        if line.gap == " " or not line.gap or line.gap.strip(" "):
            return " "
        below, entry = self.sheet.after(line.number), part.grammar
        is_one = below is not None and not below.dash and below.column == indent + STEP
        if is_one and isinstance(entry, ListGrammar) and isinstance(entry.entry, NamesGrammar):
            name = below.name if below else None
            if name is not None and name.name in entry.entry.names:
                self.notes.tell(SYNTAX, said.ONE_BLANK, all_of(line), slot.path, is_sure=True)
                return " "
        return line.gap

    def _check_dash(self, line: TypedLine, path: KeyPath) -> None:
        """See whether an entry begins with '- '."""
        column = line.column + 1
        span = Span(line.number, column, line.number, column + 1)
        if line.dash != "-":
            rule = HIDDEN if line.dash in SIGNS_OF_WORD else SYNTAX
            self.notes.tell(rule, said.sign_of_entry(line.dash), span, path, is_sure=True)
        elif line.rest and not line.gap:
            self.notes.tell(SYNTAX, said.blank_missing("-"), span, path, is_sure=True)
        if line.gap.strip(" ") and line.rest:
            self.notes.tell_blank(line.number, line.gap, line.column + 1, path)

    def _check_name(self, line: TypedLine, name: TypedName, path: KeyPath) -> None:
        """See whether a name and its colon stand as they should."""
        column = line.rest_column + 1
        span = Span(line.number, column, line.number, column + len(name.typed))
        if name.gap.strip(" \t"):
            begin = line.raw.index(name.typed) + len(name.typed)
            self.notes.tell_blank(line.number, name.gap, begin + 1, path)
        if name.is_written_well:
            return
        if name.typed == name.name:
            self.notes.tell(SYNTAX, said.blank_missing(":"), span, path, is_sure=True)
        elif name.typed.casefold() == name.name and (name.gap or not name.text):
            self.notes.tell("unknown-key", said.in_small_letters(name.name), span, path, is_sure=True)
        else:
            self.notes.tell(SYNTAX, said.name_as(), span, path, is_sure=True)


def _ends_with_sign(line: TypedLine) -> bool:
    """Whether a line ends with a sign that nothing may follow: a blank of another kind would be a text behind it."""
    text = line.name.text if line.name else line.rest
    return not text or BLOCK.fullmatch(text) is not None or text[0] + text[-1] in _CLOSED


def _names_grammar(grammar: Grammar) -> NamesGrammar:
    if isinstance(grammar, NamesGrammar):
        return grammar
    raise TypeError(grammar)
