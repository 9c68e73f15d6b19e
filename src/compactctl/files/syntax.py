"""What the YAML parser objects to, in an officer's words and at the place where it stopped."""

import re
from typing import Final

import yaml

from compactctl.files import messages
from compactctl.files.limits import MAXIMUM_DEPTH
from compactctl.files.source import Source
from compactctl.finding import Related, Span
from compactctl.words import MAXIMUM_COPIED, in_double_quotes, put_in_double_quotes

TOO_DEEP: Final = (
    f"this stands more than {MAXIMUM_DEPTH} levels deep; put it further out, or in double quotes if it is a text"
)
_COLON: Final = "mapping values are not allowed"
_NAME_AND_TEXT: Final = re.compile(
    r"(?P<name> *(?:- +(?:area|date|id|letter|party|rule|text|title|year): +|- +|[a-z_]+: +))(?P<text>[^\s>|].*)"
)
_TAB: Final = "a tab stands where spaces belong; indent with spaces"
_BACKSLASH: Final = r"in double quotes a backslash is written as two; write '\\' here"
_DASH: Final = "block sequence entries are not allowed"
_AFTER_QUOTES: Final = ("did not find expected key", "did not find expected '-' indicator")
_NO_BEGINNING: Final = "a text cannot begin with"

_FEATURES: Final = (
    ("directive", f"{_NO_BEGINNING} '%'"),
    ("incompatible YAML document", messages.DIRECTIVE),
    ("tag", f"{_NO_BEGINNING} '!'"),
    ("scanning an alias", f"{_NO_BEGINNING} '*'"),
    ("scanning an anchor", f"{_NO_BEGINNING} '&'"),
)

_WORDS: Final = (
    (
        _COLON,
        "a colon stands where none can: the indent of this line is off, or a text that holds ': ' needs double quotes",
    ),
    (
        "could not find expected ':'",
        "this line has no name with a colon: write 'why: …', or indent the line if it goes on from the one above",
    ),
    (
        "did not find expected key",
        "this line fits none above it: check its indent, and look for quotes above that are not closed",
    ),
    ("did not find expected '-' indicator", "this line does not belong to the list above it: check its indent"),
    ("block mapping", "this line fits none above it: give it the indent of those that it belongs with"),
    (
        "did not find expected ',' or ']'",
        "what begins with '[' is not closed: a comma or a ']' is missing, or a text needs double quotes",
    ),
    (
        "did not find expected ',' or '}'",
        "what begins with '{' is not closed: a comma or a '}' is missing, or a text needs double quotes",
    ),
    ("did not find expected node content", "a value is missing here, or a bracket is not closed"),
    ("found unexpected end of stream", "the quotes opened here are never closed; close them where the text ends"),
    (
        "found unexpected document indicator",
        "'---' or '...' stands within quotes that are not closed; close them where the text ends",
    ),
    ("unknown escape character", _BACKSLASH),
    ("hexdecimal number", _BACKSLASH),
    ("invalid Unicode character escape", _BACKSLASH),
    ("found character that cannot start any token", _TAB),
    ("found a tab character", _TAB),
    ("control characters are not allowed", "a character stands here that no text may hold; take it out"),
    ("did not find expected <document start>", "text follows the end of the document; a file holds one document"),
    ("comment or line break", "something follows '|' or '>' on its line; begin the text on the next line"),
)


def in_plain_words(error: yaml.YAMLError, source: Source) -> tuple[str, str, Span, *tuple[Related, ...]]:
    """Return rule, message, place and, where it began earlier, that place too."""
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or str(getattr(error, "reason", ""))
    span = _span(getattr(error, "problem_mark", None) or getattr(error, "context_mark", None), source)
    for sign, message in _FEATURES:
        if sign in context or sign in problem:
            place = _span(getattr(error, "context_mark", None), source) if context else span
            cure = f"; {in_quotes(source, place)}" if message.startswith(_NO_BEGINNING) else ""
            return "yaml-feature", f"{message}{cure}", place
    if "maximum nesting depth" in problem:
        return "yaml-limit", TOO_DEEP, span
    began = getattr(error, "context_mark", None)
    related = [Related("it began here", source.place(_span(began, source)))] if began else []
    return "yaml-syntax", f"this is not YAML: {_words(problem, span, source)}", span, *related


def _words(problem: str, span: Span, source: Source) -> str:
    known = (words for sign, words in _WORDS if sign in problem)
    unknown = "this line cannot be read; check its indent, its colon and its quotes"
    return _as_it_should_read(problem, span, source) or next(known, unknown)


def _as_it_should_read(problem: str, span: Span, source: Source) -> str | None:
    """Say how the line should read, where there is one reading."""
    line = _with_quotes(source, span)
    if line and _COLON in problem:
        return f"a text that holds ': ' needs quotes; write {line}"
    if line and any(sign in problem for sign in _AFTER_QUOTES):
        return f"the quotes close before the text ends; write {line}"
    character = source.lines[span.line - 1][span.column - 1 : span.column]
    if "cannot start any token" in problem and character != "\t":
        return f"{_NO_BEGINNING} '{character}'; {in_quotes(source, span)}"
    if _DASH in problem:
        return (
            f"a list cannot begin here: put each '-' on a line of its own; if it is one text, {in_quotes(source, span)}"
        )
    return None


def in_quotes(source: Source, span: Span) -> str:
    """Say that a text that begins at a place is to stand in quotes: the very text where it can be told."""
    line = source.lines[span.line - 1]
    is_long = len(line) - span.column > 2 * MAXIMUM_COPIED  # however many blanks follow
    text = "" if is_long else line[span.column - 1 :].strip()
    is_known = " #" not in text and not text.endswith(("]", "}", ",", ":"))
    return put_in_double_quotes(text if is_known else "")


def _with_quotes(source: Source, span: Span) -> str | None:
    """Return the line of a place in a text with the text in double quotes; nothing where it is not sure to be one."""
    line = source.lines[span.line - 1]
    match = _NAME_AND_TEXT.fullmatch(line)
    if match is None or span.column <= match.start("text") or " #" in line or len(line) > MAXIMUM_COPIED:
        return None
    text = match["text"].strip()
    is_in_quotes = text[0] in "'\"" and len(text) > 1 and text[-1] == text[0]
    return f"{match['name'].strip()} {in_double_quotes(text[1:-1] if is_in_quotes else text)}"


def _span(mark: yaml.Mark | None, source: Source) -> Span:
    if mark is None:
        return Span(1, 1, 1, 1)
    if mark.line >= len(source.lines):
        last = len(source.lines)
        return Span(last, len(source.lines[-1]) + 1, last, len(source.lines[-1]) + 1)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
