"""One line as it was typed, taken apart: its indent, the sign of an entry, a name with its colon, and the rest."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from compactctl.files.characters import ODD_BLANKS, SIGNS_OF_WORD
from compactctl.files.grammar import Grammar, names_in

_BLANKS: Final = f" \t{ODD_BLANKS}"
"""The inside of a regular expression's brackets: what looks like the space bar's blank."""
_EACH_BLANK: Final = "".join(map(chr, (9, 32, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_DASHES: Final = f"-–—•·*▪●◦‣∙{SIGNS_OF_WORD}"
"""What begins an entry of a list for people."""
_GLUED: Final = f"-–•{SIGNS_OF_WORD}"
"""Those behind which a blank may have been left out."""
_LINE: Final = re.compile(rf"([{_BLANKS}]*)(?:([{_DASHES}])([{_BLANKS}]+|$))?(.*)")
_NAME: Final = re.compile(rf"([A-Za-z_][\w-]*)( *):(?:([{_BLANKS}]+)(.*))?")
_LOOSE_NAME: Final = re.compile(rf"([A-Za-z_]+(?:[ -][A-Za-z]+)?)([{_BLANKS}]*[:：])([{_BLANKS}]*)(.*)")  # noqa: RUF001
_QUOTED_NAME: Final = re.compile(rf"(['\"])([A-Za-z_]+)\1[{_BLANKS}]*:(?:([{_BLANKS}]+)(.*))?")
_HEADING: Final = re.compile(rf"([^\[{{\"'#&*!|>%@`:-][^:]{{0,59}}):[{_BLANKS}]*")
_LABEL: Final = re.compile(r"['\"]?[^\Wa-z]\w*(?:[ -]\w+){0,2}['\"]? *[:：;](?:\s|$)")  # noqa: RUF001 - of East Asia
_LIKE_NAME: Final = re.compile(r"['\"]?\w+['\"]? *[:：](?:\s|$)")  # noqa: RUF001 - as above
_GLUED_ENTRY: Final = re.compile(rf"([{_GLUED}])([^\W\d_].*|[\"'(£€].*|[>|]-?)")
_JOINED: Final = re.compile(r"(?:(?<![ \t])[ \t]{2,}|-[ \t]+)([a-z_]+):(?:[ \t]|$)")
_FIRST_WORD: Final = re.compile(rf"[^{_BLANKS}]*")


class TypedName(NamedTuple):
    """A name at the beginning of what stands on a line, the colon after it, and the text behind.

    `name` is as it is known where `is_known`. `is_written_well` tells whether the name and its colon are as they
    should be; `gap` are the blanks behind the colon.
    """

    name: str
    typed: str
    is_known: bool
    is_written_well: bool
    gap: str
    text: str

    @property
    def is_in_small_letters(self) -> bool:
        """Whether it is a known name letter for letter, whatever stands around its colon."""
        return self.is_known and self.typed.rstrip() == self.name


class TypedLine(NamedTuple):
    """A line: how far in it begins, its indent, the sign of an entry and the blanks behind it, and the rest."""

    number: int
    raw: str
    column: int
    indent: str
    dash: str
    gap: str
    rest: str
    name: TypedName | None
    """The name with which the rest begins."""
    has_other_blank: bool
    """Whether another blank than the space bar's stands in its indent."""

    @property
    def rest_column(self) -> int:
        """How far in the rest begins."""
        return self.column + len(self.dash) + len(self.gap)

    @property
    def other_blanks_behind(self) -> str:
        """What stands behind the rest, where that is not only the space bar's and tabs."""
        if not self.raw[-1:].isspace():
            return ""
        blanks = self.raw[len(self.raw.rstrip()) :]
        return blanks if blanks.strip(" \t") else ""

    @property
    def has_tab(self) -> bool:
        """Whether it cannot be told how far in it begins."""
        return self.has_other_blank and "\t" in self.indent

    @property
    def known_name(self) -> str | None:
        """The known name with which the rest begins."""
        return self.name.name if self.name and self.name.is_known else None

    @property
    def is_words(self) -> bool:
        """Whether it begins like no entry, and like no line with a name."""
        return not self.dash and self.name is None and self.rest[:1] not in _GLUED

    @property
    def heading(self) -> str | None:
        """What stands before the colon that ends it, as before what stands below a name."""
        match = None if self.dash else _HEADING.fullmatch(self.rest)
        return match[1] if match else None

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with a few words and a colon, of which the first is no word of a sentence that goes on."""
        return _LABEL.match(self.rest) is not None

    @property
    def begins_like_name(self) -> bool:
        """Whether it begins with a word and a colon, as a name would."""
        return _LIKE_NAME.match(self.rest) is not None


class KnownNames:
    """All names of a kind of document, to find one at the beginning of a line."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.listed = frozenset(names_in(grammar))
        self._in_small_letters = {name.casefold(): name for name in self.listed}
        self._inside: dict[int, frozenset[str]] = {}

    def inside(self, grammar: Grammar) -> frozenset[str]:
        """Return all names that may stand somewhere in a part of a document, which is one of the kind's own."""
        known = self._inside.get(id(grammar))
        if known is None:
            known = self._inside[id(grammar)] = frozenset(names_in(grammar))
        return known

    def take_apart(self, number: int, raw: str) -> TypedLine:
        """Return a line taken apart, without the blanks at its end."""
        match = _LINE.fullmatch(raw.rstrip(_EACH_BLANK))
        indent, dash, gap, rest = match.groups(default="") if match else ("", "", "", raw)
        name = self._name(rest) if ":" in rest or "：" in rest else None  # noqa: RUF001 - a colon of East Asia
        return TypedLine(number, raw, len(indent), indent, dash, gap, rest, name, bool(indent.strip(" ")))

    def with_glued_dash(self, line: TypedLine) -> TypedLine | None:
        """Return a line without a dash as one with it, where only the blank behind it was left out."""
        match = None if line.dash or line.rest[:1] not in _GLUED else _GLUED_ENTRY.fullmatch(line.rest)
        return line._replace(dash=match[1], gap="", rest=match[2], name=self._name(match[2])) if match else None

    def _name(self, text: str) -> TypedName | None:
        """Return the name with which a text begins, where a colon follows it."""
        if match := _NAME.fullmatch(text):
            typed, blanks, gap, rest = match.groups(default="")
            if typed in self.listed:
                return TypedName(typed, typed + blanks, True, True, gap, rest)  # noqa: FBT003 - one for every line
            name = self._in_small_letters.get(typed.casefold())
            return TypedName(name or typed, typed + blanks, name is not None, name is None, gap, rest)
        if match := _QUOTED_NAME.fullmatch(text):
            typed, is_known = text[: match.end(2) + 1], match[2] in self.listed
            return TypedName(match[2], typed, is_known, is_written_well=True, gap=match[3] or "", text=match[4] or "")
        match = _LOOSE_NAME.fullmatch(text)
        name = match and self._in_small_letters.get(match[1].casefold().replace(" ", "_").replace("-", "_"))
        if match is None or name is None:
            return None
        typed = match[1] + match[2].rstrip(":")
        return TypedName(name, typed, is_known=True, is_written_well=False, gap=match[3], text=match[4])

    def are_within(self, text: str) -> bool:
        """Whether a text holds what looks like the next line: a name and its colon, behind a dash or two blanks."""
        return any(match[1] in self.listed for match in _JOINED.finditer(text))

    def first_word(self, text: str) -> str | None:
        """Return the known name that is the first word of a text, where nothing but blanks follows it."""
        match = _FIRST_WORD.match(text)
        return match[0] if match and match[0] in self.listed else None

    def first_word_in_capitals(self, text: str) -> str | None:
        """Return the known name that is the first word of a text, in small letters or not."""
        match = _FIRST_WORD.match(text)
        return self._in_small_letters.get(match[0].casefold()) if match else None


class Sheet:
    """The lines of a file, those taken apart that say something."""

    def __init__(self, lines: Sequence[str], names: KnownNames) -> None:
        self.lines = lines
        self.names = names

    @cached_property
    def typed(self) -> list[TypedLine | None]:
        """Each line, None for one that is blank or a note."""
        take_apart = self.names.take_apart
        return [
            None if raw.lstrip()[:1] in ("", "#") else take_apart(number, raw)
            for number, raw in enumerate(self.lines, 1)
        ]

    def after(self, number: int) -> TypedLine | None:
        """Return the next line after one that says something."""
        typed = self.typed
        while number < len(typed):
            if (line := typed[number]) is not None:
                return line
            number += 1
        return None
