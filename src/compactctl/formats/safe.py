"""Foreign text made safe for the place where it is shown: what no file can do to a terminal, log, table or page.

Foreign is every string that comes from a document, a file name, an option or git. Each function here takes one such
string, or a whole serialised one, and gives back a string that cannot act where it goes. None of them draws anything,
and none escapes for XML: its writer does that.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple
from unicodedata import category, east_asian_width

from compactctl.files.characters import find_hidden, units

_TAB_STOP = 4
_TEXT_STYLE = "\ufe0e"
_JOINED_JAMO = tuple(map(chr, range(0x1161, 0x1200)))
"""Vowels and ends of Korean syllables, drawn into the place of the letter before."""

# What CI runners take for a command: GitHub's (actions/runner, src/Runner.Common/ActionCommand.cs) "::name ::" at a
# line's start, blanks apart, and "##[name]" anywhere in it; others "##vso[name]" and "##teamcity[name]". All of it is
# broken up wherever people read, since a container or sudo hides whether a runner reads along.
_BRACKETED = r"(?<=#)(?=#\w*\[)"
_COMMAND_LINE = rf"^\s*(?=::)|{_BRACKETED}"
_COMMAND = rf"^\s*(?=:(?!\s))|(?<=:)(?=:)|{_BRACKETED}"
"""Any two colons are parted, so that neither wrapping nor what stands before can bring them to a line's start."""

_SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]"
"""What makes a cell a formula, in ASCII, full-width and small form."""

_FORMULA = rf"\s*{_SIGN}"
_FORMULA_AFTER_SEMICOLON = rf""";[\s"']*(?={_SIGN})"""

_MARKDOWN = r"""(?xi)
    (?P<link> [@\#:](?=\S) | [!&](?=\d) | [%~](?=["\w]) | \$ | (?<=www)\. | (?<=gh)-(?=\d) )
    | ^(?: [\s=+/-] | \d+[.)] ) | \s$
    | [`*_\[\]<>&|\\#~]
"""
"""What acts in GitHub's or GitLab's Markdown: links made of plain text, what acts at a line's ends, and anywhere."""


def printable(text: str) -> str:
    r"""Return the text as one line in which all that acts unseen is shown: `\x1b`, `\u202e`, `\n`, `\udcff`.

    What a CI runner would take for a command is broken up: `\:\:error` for `::error`, `#\#[` for `##[`. Emoji sequences
    stay whole.
    """
    shown = _escaped(text)
    return re.sub(_COMMAND, r"\g<0>\\", shown) if _may_command(shown) else shown


def for_diff(line: str) -> str:
    """Return a line of a diff, sign and all. It is to be applied, and is never wrapped: only what acts is changed."""
    return re.sub(_COMMAND_LINE, r"\g<0>\\", line[:1] + _escaped(line[1:].expandtabs(_TAB_STOP)))


def one_line(text: str) -> str:
    """Return running text with each line break or tab as a space, which is all that they mean there."""
    return text if text.isprintable() else re.sub(r"[\t\n\r][\t\n\r ]*", " ", text)


def for_markdown(text: str) -> str:
    """Return running text for a table cell or a paragraph on GitHub or GitLab, where it reads as it stands.

    Character references stand for all that Markdown, HTML or the runner would act on. Mentions, references to issues,
    emoji names and addresses are looked for after those are resolved, so a tag parts them.
    """
    return re.sub(_MARKDOWN, _referenced, _escaped(one_line(text)))


def for_html(text: str) -> str:
    """Return running text as HTML, escaped; character references part commands, so that a reader sees no difference."""
    escaped = escape(_escaped(one_line(text)))
    if not _may_command(escaped):
        return escaped
    return re.sub(rf"(?:{_COMMAND}).", lambda match: f"{match[0][:-1]}&#{ord(match[0][-1])};", escaped)


def for_word(text: str) -> str:
    """Return running text for a Word document, whose writer escapes XML itself: no log shows it, nothing acts in it."""
    return _escaped(one_line(text))


def for_css(text: str) -> str:
    """Return running text for what stands between quotes in a style sheet, which a page may hold.

    All but letters, figures and a few signs is written by its number, so that nothing ends the string, the sheet or
    the element around it.
    """
    return re.sub(r"[^\w ,.;()’–-]", lambda sign: f"\\{ord(sign[0]):x} ", printable(one_line(text)))


def for_spreadsheet(text: str) -> str:
    """Return running text for a cell, never a formula: an apostrophe goes before what would begin one."""
    shown = printable(one_line(text))
    return f"'{shown}" if re.match(_FORMULA, shown) else shown


def for_csv(text: str) -> str:
    """Return running text for a field of comma-separated values, quotes and all.

    Some spreadsheets part fields at semicolons as well, or instead. So what follows one begins no formula either, and
    quotes hold a field together that has one.
    """
    return _field(for_spreadsheet(text))


def for_csv_lines(texts: Iterable[str]) -> str:
    """Return running texts for a field of comma-separated values, each on a line of its own, none of them a formula."""
    return _field("\n".join(map(for_spreadsheet, texts)))


def _field(shown: str) -> str:
    if ";" in shown:
        shown = re.sub(_FORMULA_AFTER_SEMICOLON, r"\g<0>'", shown)
    return '"{}"'.format(shown.replace('"', '""')) if re.search(r'[,;"\n]', shown) else shown


def for_xml(text: str) -> str:
    """Return text with nothing that XML 1.0 forbids, for a writer that escapes XML itself."""
    return printable(text)


def for_json(text: str) -> str:
    """Return a value for JSON: the text itself, but for halves of surrogate pairs, which JSON cannot carry."""
    return re.sub(r"[\ud800-\udfff]", lambda half: _visible(half[0]), text)


def for_sarif(text: str) -> str:
    r"""Return running text for a message of SARIF, where `[text](1)` would be a link, and `{0}` stand for an argument.

    SARIF 2.1.0 has a backslash before a bracket (3.11.6), and a brace doubled (3.11.5).
    """
    return re.sub(r"[\[\]]", r"\\\g<0>", re.sub(r"[{}]", r"\g<0>\g<0>", printable(one_line(text))))


def for_completion(text: str) -> str:
    """Return running text for a shell to show at a TAB: letters, figures and a few signs that no shell acts on.

    Some shells evaluate what they are given, and what quotes it on the way can be undone by what stands in it.
    """
    return re.sub(r"[^\w,.;()/’–-]+", " ", one_line(text).replace("'", "’").replace(": ", " – ")).strip()


def json_document(serialised: str) -> str:
    """Return serialised JSON that is safe to print, every value unchanged: JSON's own escapes do it."""
    import json

    shown = _replaced(serialised, lambda hidden: json.dumps(hidden)[1:-1])
    return re.sub(r"##(?=\w*\[)", r"#\\u0023", shown)


class SourceLine(NamedTuple):
    """A line of a file as it is printed."""

    text: str
    columns: tuple[int, ...]
    """The printed column, from 0, at which each character of the line begins, and at last the one after its end."""

    def carets(self, start: int, end: int) -> str:
        """Return the line to print below, which marks the characters from index `start` up to `end`, at least one."""
        first, last = (self.columns[min(index, len(self.columns) - 1)] for index in (start, end))
        return " " * first + "^" * max(1, last - first)


def source_line(text: str) -> SourceLine:
    """Return a line of a file, printable, with tabs as spaces and the columns that a terminal gives each character."""
    breaks = {match.end() for match in re.finditer(_COMMAND, text)}
    pieces, columns = [], [0]
    for unit in units(text):
        column = columns[-1]
        shown = " " * (_TAB_STOP - column % _TAB_STOP) if unit == "\t" else _escaped(unit)
        if len(columns) - 1 in breaks:
            shown = "\\" + shown
        pieces.append(shown)
        columns += [column] * (len(unit) - 1) + [column + _width(shown)]
    return SourceLine("".join(pieces), tuple(columns))


def _may_command(text: str) -> bool:
    """Tell whether a text has what every command of a runner begins with; most have not."""
    return ":" in text or "##" in text


def _escaped(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return re.sub(r"[\t\n\r]", lambda layout: _visible(layout[0]), _replaced(text, _visible))


def _replaced(text: str, replacement: Callable[[str], str]) -> str:
    """Return the text with something else for each hidden character."""
    pieces: list[str] = []
    end = 0
    for index, _ in find_hidden(text):
        pieces += text[end:index], replacement(text[index])
        end = index + 1
    return "".join([*pieces, text[end:]])


def _visible(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _referenced(match: re.Match[str]) -> str:
    before, character = match[0][:-1], match[0][-1]
    reference = f"&#{ord(character)};"
    return before + (f"<span>{reference}</span>" if match["link"] else reference)


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes that is printable already."""
    return len(text) if text.isascii() else sum(map(_width, units(text)))


def _width(shown: str) -> int:
    """Return the terminal columns of a unit, escaped or not."""
    if shown.isascii():
        return len(shown)
    if len(shown) > 1:
        return 1 if shown[-1] == _TEXT_STYLE else 2
    kind = category(shown)
    if kind in ("Mn", "Me") or shown in _JOINED_JAMO:
        return 0
    return 2 if east_asian_width(shown) in ("W", "F") and kind != "Cn" else 1  # Python calls the unassigned wide
