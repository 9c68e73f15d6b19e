"""The grammar by which a kind of document is read by lines, made of the schema that it is read by otherwise."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Final

from compactctl.documents import values
from compactctl.documents.content_base import LOOKED_UP, Schema, bare, fields_by_key
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.values import LETTER_PATTERN, TERM_PATTERN, TERM_TO_WRITE_PATTERN, meant_term
from compactctl.documents.years import meant_day, meant_year
from compactctl.files.grammar import Grammar, ListGrammar, NamesGrammar, TextGrammar, as_it_stands

Writing = Callable[[str], str | None]
"""How what was typed is written in its form; None where that cannot be told."""


@cache
def grammar_of(kind: DocumentKind[Any]) -> Grammar:
    """Return what may stand where in a kind of document."""
    return _grammar(kind.schema)


def _grammar(schema: Schema) -> Grammar:
    schema = bare(schema)
    match schema["type"]:
        case "list":
            return ListGrammar(_grammar(schema["items_schema"]))
        case "dict":
            return NamesGrammar({}, _grammar(schema["values_schema"]))
        case "model":
            return NamesGrammar({key: _grammar(field) for key, (_, field) in fields_by_key(schema).items()})
        case _:
            return TextGrammar(is_free(schema), _writing(schema))


def is_free(schema: Schema) -> bool:
    """Tell whether what stands somewhere is a text that may be said in any words."""
    return schema["type"] == "str" and "pattern" not in schema and schema.get("metadata") != LOOKED_UP


def _writing(schema: Schema) -> Writing:
    match schema:
        case {"type": "enum", "members": choices} | {"type": "literal", "expected": choices}:
            return partial(_choice, choices)
        case {"type": "function-plain", "function": {"function": function}}:
            return _WRITING.get(function, as_it_stands)
        case {"pattern": pattern}:
            return _WRITING.get(pattern, as_it_stands)
        case _:
            return as_it_stands


def _choice(choices: Iterable[str], text: str) -> str | None:
    return next((str(choice) for choice in choices if choice == text.lower()), None)


def _year(text: str) -> str | None:
    return _meant(lambda: str(meant_year(text)))


def _day(text: str) -> str | None:
    return _meant(lambda: meant_day(text).isoformat())


def _due(text: str) -> str | None:
    return _meant(lambda: str(values.due(text))) or _day(text)


def _term(text: str) -> str | None:
    return text if re.match(TERM_TO_WRITE_PATTERN, text) else _meant(lambda: meant_term(text))


def _letter(text: str) -> str:
    return text.lower() if re.fullmatch(LETTER_PATTERN, text.lower()) else text


def _meant(written: Callable[[], str]) -> str | None:
    try:
        return written()
    except ValueError:
        return None


_WRITING: Final[Mapping[object, Writing]] = {
    values.year: _year,
    values.day: _day,
    values.due: _due,
    values.truth: partial(_choice, ("true", "false")),
    LETTER_PATTERN: _letter,
    TERM_PATTERN: _term,
}
"""Of what has a form that people miss, by the function or the pattern that its schema has."""
