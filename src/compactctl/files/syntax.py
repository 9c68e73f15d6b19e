"""What the YAML parser objects to, in an officer's words and at the place where it stopped."""

from typing import Final

import yaml

from compactctl.files.limits import MAXIMUM_DEPTH
from compactctl.files.source import Source
from compactctl.finding import Related, Span

TOO_DEEP: Final = f"lists and maps stand inside one another more than {MAXIMUM_DEPTH} deep; no document needs that"

_FEATURES: Final = (
    ("directive", "a directive ('%') is not used here; a text that begins with '%' needs quotes"),
    ("incompatible YAML document", "a directive ('%') is not used here; take the line out"),
    ("tag", "a tag ('!') is not used here; a text that begins with '!' needs quotes"),
    ("scanning an alias", "an alias ('*') is not used here; a text that begins with '*' needs quotes"),
    ("scanning an anchor", "an anchor ('&') is not used here; a text that begins with '&' needs quotes"),
)

_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a colon stands where none can: either the indent of this line is off, or a text that holds ': ' needs quotes",
    ),
    ("could not find expected ':'", "a key without its colon: write 'key: value', or indent the line if it goes on"),
    ("did not find expected key", "this line fits no list or map above it: check its indent, and quotes before it"),
    ("did not find expected '-' indicator", "this line does not belong to the list above it: check its indent"),
    ("block sequence entries are not allowed", "a '-' begins a list where none can stand: put it on a line of its own"),
    ("block mapping", "this line fits no list or map above it: check its indent"),
    ("did not find expected ',' or ']'", "a list in '[ ]' is not closed: a comma or a ']' is missing"),
    ("did not find expected ',' or '}'", "a map in '{ }' is not closed: a comma or a '}' is missing"),
    ("did not find expected node content", "a value is missing here, or a bracket is not closed"),
    ("found unexpected end of stream", "the quotes opened here are never closed"),
    ("found unexpected document indicator", "'---' or '...' stands within quotes that are not closed"),
    ("unknown escape character", "a backslash in double quotes begins something unknown; use single quotes instead"),
    ("hexdecimal number", "a backslash in double quotes begins a character number that is not one"),
    ("invalid Unicode character escape", "a backslash in double quotes names a character that does not exist"),
    ("found a tab character", "a tab stands where spaces belong; indent with spaces"),
    ("control characters are not allowed", "a character stands here that no text may hold; take it out"),
    ("did not find expected <document start>", "text follows the end of the document; a file holds one document"),
    ("expected a comment or a line break", "something follows '|' or '>' on its line; begin the text on the next line"),
)


def in_plain_words(error: yaml.YAMLError, source: Source) -> tuple[str, str, Span, *tuple[Related, ...]]:
    """Return rule, message, place and, where the trouble began earlier, that place too."""
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or str(getattr(error, "reason", ""))
    span = _span(getattr(error, "problem_mark", None) or getattr(error, "context_mark", None), source)
    for sign, message in _FEATURES:
        if sign in context or sign in problem:
            return "yaml-feature", message, _span(getattr(error, "context_mark", None), source) if context else span
    if "maximum nesting depth" in problem:
        return "yaml-limit", TOO_DEEP, span
    began = getattr(error, "context_mark", None)
    related = [Related("it began here", source.place(_span(began, source)))] if began else []
    return "yaml-syntax", f"this is not YAML: {_words(problem, span, source)}", span, *related


def _words(problem: str, span: Span, source: Source) -> str:
    if "cannot start any token" in problem:
        line = source.lines[span.line - 1]
        character = line[span.column - 1 : span.column]
        if character == "\t":
            return "a tab stands where spaces belong; indent with spaces"
        return f"no text may begin with '{character}' unless it stands in quotes"
    for sign, words in _WORDS:
        if sign in problem:
            return words
    return f"the parser stops here ({problem})" if problem else "the parser stops here"


def _span(mark: yaml.Mark | None, source: Source) -> Span:
    if mark is None:
        return Span(1, 1, 1, 1)
    if mark.line >= len(source.lines):
        last = len(source.lines)
        return Span(last, len(source.lines[-1]) + 1, last, len(source.lines[-1]) + 1)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
