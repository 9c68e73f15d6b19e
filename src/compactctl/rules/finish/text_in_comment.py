"""A text that goes on in a comment, and so says less than was written."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from compactctl.documents.content_base import Content, bare, fields_by_key, schema_at
from compactctl.documents.grammar import grammar_of, is_free
from compactctl.documents.kinds import ANNEX, COMPACT, STATEMENT
from compactctl.documents.texts import is_unfinished
from compactctl.files.grammar import names_in
from compactctl.files.source import LINE_END, KeyPath, Source
from compactctl.finding import Place, Span
from compactctl.rules.passages import Passage, name_of
from compactctl.rules.rule import Rule, Violation
from compactctl.rules.samples import COMPACT as COMPACT_FILE
from compactctl.rules.samples import replaced
from compactctl.words import MAXIMUM_COPIED, in_double_quotes, listed, quoted

_WHY: Final = "why: Results differ between districts"

RULE = Rule(
    level=None,
    found_when="' #' stands behind a text without quotes, as in 'ranked #3 to #9'; after a closed quote, or where the entries of a list belong, where no blank follows the '#'",
    reason="the text ends there, and the rest is a note that no report shows",
    remedy="put the whole text in double quotes; if it is a note, write it on a line of its own above, after '# '",
    says="the text of 'why' ends before this '#', and the rest is a note that nobody is shown; if it belongs to the text, write \"Results are ranked #3 to #9\"; if it is a note, write it on a line of its own above, after '# '",
    breaks=replaced(COMPACT_FILE, (_WHY, "why: Results are ranked ⟦#⟧3 to #9")),
    keeps=replaced(COMPACT_FILE, (_WHY, 'why: "Results are ranked #3 to #9"')),
)

_COMMENT: Final = re.compile(r"[ \t]+(#.*)")
_AFTER_QUOTE: Final = re.compile(r"[ \t]*(#.*)")
"""Nothing need stand between a closed quote and a comment."""
_HEADER: Final = re.compile(r"[>|][-+0-9]*[ \t]*(#.*)")
"""What may stand behind the sign below which a text stands."""
_BEHIND_SOMETHING: Final = (" #", "\t#", "'#", '"#', ">#", "|#", "-#", "+#", *(f"{figure}#" for figure in range(10)))
_NO_TEXT: Final = re.compile(r"[ \t]*(?:- )?(?:area|date|due|id|letter|party|review_by|term|year):")
"""What names no free text."""
_LOST_LINE: Final = re.compile(r"([ \t]*)(#(?![ \t#!]|$|- )(?:(\w+):(?: |$))?.*)")
"""A line that a text would go on in, were it no comment: no blank follows its '#', and no entry that was taken out."""
_BEHIND_NAME: Final = re.compile(r"[ \t]*:(?:[ \t]+(?:\[[ \t]*\]|\{[ \t]*\}))?[ \t]*(#.*)?")
"""What may stand behind the name of a list whose entries stand below, or that has none."""
_BEFORE: Final = re.compile(r"(?:.*[:-])?[ \t]+(#(?![ \t#!]|$).*)")
"""The like in the line of a name or dash, or on a line of its own."""


def check_texts(passage: Passage) -> Iterator[Violation]:
    """Look through the texts of a passage."""
    if not _is_suspect(passage.source):
        return
    for path, _ in passage.free_texts(_is_written):
        if place := _comment_after(passage.source, path):
            message = (
                f"the text of '{name_of(path)}' ends before this '#', and the rest is a note that nobody is shown;"
                f" if it belongs to the text, {_mending(passage.source, path, place)};"
                " if it is a note, write it on a line of its own above, after '# '"
            )
            repair = passage.document.repair_of("text-in-comment", place)
            yield Violation(place, message, is_draft=passage.is_draft, repair=repair)
    for path, part in passage.parts():
        for place, comment in () if _begins_unwritten(part) else _lost_entries(passage.source, path):
            message = (
                f"what begins with this '#' is a note that nobody is shown; if it belongs to '{path[-1]}',"
                f" {_as_entry(passage, path, comment)}; if it is a note, leave a space behind its '#'"
            )
            yield Violation(place, message, is_draft=passage.is_draft)


def _is_written(text: str) -> bool:
    return not is_unfinished(text)


def _begins_unwritten(part: object) -> bool:
    """Tell whether the first text of a list, or of what has names, is still to be written: then notes stand beside it."""
    while isinstance(part, list | Content):
        part = next(iter(part if isinstance(part, list) else part.by_key().values()), None)
    return isinstance(part, str) and not _is_written(part)


def _as_entry(passage: Passage, path: KeyPath, comment: str) -> str:
    """Return what to write where a comment belongs to a list: the very line, where it is not too long for a message."""
    schema = bare(schema_at(passage.document.content.schema, path))
    if schema["type"] != "list":
        return f"put what it says under {listed(map(quoted, fields_by_key(schema)), 'or')}"
    entry, dash = bare(schema["items_schema"]), "- "
    if entry["type"] == "model":
        name, (_, field) = next(iter(fields_by_key(entry).items()))
        entry, dash = bare(field), f"- {name}: "
    below, node = "below", passage.source.node(path)
    if node and passage.source.is_in_brackets(path):
        if node.value:
            return "put it into the brackets, in double quotes"
        below = "below, in place of the brackets"
    if not is_free(entry):
        return f"write it as an entry of its own {below}, '{dash}…', without the '#'"
    if len(comment) > MAXIMUM_COPIED:
        return f"write it as an entry of its own {below}, '{dash}\"…\"'"
    return f"write {dash}{in_double_quotes(comment)} as an entry of its own {below}"


def _mending(source: Source, path: KeyPath, place: Place) -> str:
    """Return what to write: the very text where no line of it is a comment as a whole."""
    written = source.written(path)
    number = place.span.line if place.span else 0
    if written.is_block and number > written.span.line:
        return "begin this line as far in as the text above"
    rows = source.lines[min(number, written.span.line) - 1 : written.span.end_line]
    begin = rows[0].index("#") if number < written.span.line else written.span.column - 1
    whole = " ".join(row.strip() for row in (rows[0][begin:], *rows[1:]))
    is_whole = number <= written.span.end_line and not any(row.lstrip()[:1] in ("", "#") for row in rows)
    if written.style or not is_whole or len(whole) > MAXIMUM_COPIED:
        return 'put the whole of it in double quotes: "…"'
    return f"write {in_double_quotes(whole)}"


@lru_cache(maxsize=1)  # asked for each edition of a compact, one after the other
def _is_suspect(source: Source) -> bool:
    """Tell, without a look at where texts end, whether a file may have such a comment."""
    return any(map(_may_cut_off, _lines_with_sign(source.text)))


def _lines_with_sign(text: str) -> Iterator[str]:
    """Yield the lines that hold a '#'; the others, which are nearly all, are not even taken apart."""
    end = 0
    while (sign := text.find("#", end)) >= 0:
        begin = max(end, text.rfind("\n", end, sign) + 1, text.rfind("\r", end, sign) + 1)
        after = LINE_END.search(text, sign)
        end = after.start() if after else len(text)
        yield text[begin:end]


def _may_cut_off(line: str) -> bool:
    """Tell from a line with a '#' alone whether its comment may be more than a note on a line of its own."""
    before, _, after = line.partition("#")
    if before.strip(" \t-") and not before.rstrip().endswith(":"):
        return any(sign in line for sign in _BEHIND_SOMETHING) and not _NO_TEXT.match(line)
    return bool(after[:1].strip()) and after[0] not in "#!"


def _comment_after(source: Source, path: KeyPath) -> Place | None:
    """Return where a comment stands that may have been meant as the rest of a text."""
    written = source.written(path)
    number, column = written.span.line, written.span.column
    if written.is_block:
        behind = _HEADER.match(source.lines[number - 1], column - 1)
        if behind and not _begins_with_blank(behind[1]):
            return _sign(source, number, behind.start(1))
        return _lost_within(source, written.span) or _lost_below(source, written.span)
    if before := _lost_before(source, number, column):
        return before
    number, column = written.span.end_line, written.span.end_column
    pattern = _AFTER_QUOTE if written.style else _COMMENT
    if behind := pattern.match(source.lines[number - 1], column - 1):
        is_note = written.style and _begins_with_blank(behind[1])
        return None if is_note else _sign(source, number, behind.start(1))
    return _lost_below(source, written.span)


def _lost_before(source: Source, number: int, column: int) -> Place | None:
    """Return a comment behind the name or dash of a text that begins in a later line."""
    if _indent(source.lines[number - 1], None) < column - 1:
        return None
    for above in range(number - 1, 0, -1):
        line = source.lines[above - 1]
        if match := _BEFORE.match(line):
            return _sign(source, above, match.start(1))
        if line.strip() and not line.lstrip().startswith("#"):
            return None
    return None


def _lost_entries(source: Source, path: KeyPath) -> Iterator[tuple[Place, str]]:
    """Yield the comments between the name of a list and its first entry that may have been meant as entries."""
    name = source.name_of(path)
    behind = _BEHIND_NAME.fullmatch(source.lines[name.line - 1], name.end_column - 1) if name else None
    if name is None or behind is None:
        return
    if match := _lost_line(behind[1] or ""):
        yield _sign(source, name.line, behind.start(1)), match[2].rstrip()
    for number in range(name.line + 1, len(source.lines) + 1):
        line = source.lines[number - 1]
        if match := _lost_line(line):
            yield _sign(source, number, len(match[1])), match[2].rstrip()
        elif line.strip() and not line.lstrip().startswith("#"):
            return


def _lost_within(source: Source, span: Span) -> Place | None:
    """Return the first comment among the lines of a text below a '>': further in than its name, and not as far as it."""
    if span.end_line <= span.line + 1:
        return None
    begins, text = (_indent(source.lines[number - 1]) for number in (span.line, span.line + 1))
    for number in range(span.line + 1, min(span.end_line, len(source.lines)) + 1):
        lost = _lost_at(source.lines[number - 1])
        if lost is not None and begins <= lost < text:
            return _sign(source, number, lost)
    return None


def _lost_below(source: Source, span: Span) -> Place | None:
    """Return a comment that follows a text, however far out it stands, and may have been pasted with it."""
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    for number in range(last + 1, len(source.lines) + 1):
        line = source.lines[number - 1]
        if match := _lost_line(line):
            return _sign(source, number, len(match[1]))
        if line.strip() and not line.lstrip().startswith("#"):
            return None
    return None


def _sign(source: Source, line: int, index: int) -> Place:
    return source.place(Span(line, index + 1, line, index + 2))


def _begins_with_blank(comment: str) -> bool:
    return not comment[1:2].strip()


@lru_cache(maxsize=8)  # very many texts may stand on one long line, or on the line above it
def _indent(line: str, blanks: str | None = " ") -> int:
    return len(line) - len(line.lstrip(blanks))


def _lost_line(line: str) -> "re.Match[str] | None":
    """Return what of a line is a comment as a whole that may have been meant as text; a line that was taken out is none."""
    match = _LOST_LINE.match(line)
    return None if match is None or match[3] in _names() else match


@cache
def _names() -> frozenset[str]:
    """Return what a line that was taken out may begin with."""
    return frozenset(name for kind in (STATEMENT, ANNEX, COMPACT) for name in names_in(grammar_of(kind)))


@lru_cache(maxsize=8)  # as above
def _lost_at(line: str) -> int | None:
    """Return how far in a comment stands that a text would go on in."""
    match = _lost_line(line)
    return len(match[1]) if match else None
