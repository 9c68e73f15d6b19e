"""What is wrong with a value of a document, in an officer's words, and what to write in its place."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from compactctl.documents.content_base import Schema, fields_by_key
from compactctl.documents.how_to_write import how_to_write_day, how_to_write_year
from compactctl.documents.usual_words import meant_choice
from compactctl.documents.values import ID_PATTERN, TERMS, id_of, meant_term
from compactctl.documents.violations import ENTRIES, SchemaViolation
from compactctl.files.reading import Blank
from compactctl.words import listed, put_in_double_quotes, quoted

_SPLIT: Final = "split into names and values"
_SAID_FOR_NOTHING: Final = frozenset(("-", "–", "—", "n/a", "na", "nil", "no", "none", "nothing"))
"""What people write where a list has no entries."""


def wrong_value(violation: SchemaViolation) -> str:
    """Say what is wrong with a value, and what to write."""
    value, error, name = violation.value, violation.error, violation.name
    if isinstance(value, Blank):
        return f"{name} {_blank(violation)}"
    if error["type"] == "list_type" and isinstance(value, str) and value.strip().casefold() in _SAID_FOR_NOTHING:
        return f"{name} is {quoted(value.strip())}; {_no_entries(violation)}"
    if isinstance(value, dict | list) or not error["type"].startswith(("string", "literal", "enum", "value")):
        return _wrong_shape(violation)
    text = value.strip()
    return f"{name} is {quoted(text) if text else 'empty'}; {_wrong_text(violation, text)}"


def _blank(violation: SchemaViolation) -> str:
    out = "its '-'" if violation.is_entry else "the line"
    nothing = "is empty" if violation.is_entry else "has nothing after it"
    what = nothing if violation.value is Blank.NOTHING else "says nothing but '~' or 'null'"
    return f"{what}; write {_wanted(violation)}{f', or take {out} out' if violation.is_optional else ''}"


def _wanted(violation: SchemaViolation) -> str:
    """Say what belongs there."""
    schema = violation.schema
    if schema["type"] == "list":
        return f"a list below it, {ENTRIES}"
    if schema["type"] == "dict":
        return "below it a line for each, like 'one-sided: error'"
    if schema["type"] == "model":
        return _lines(violation, fields_by_key(schema))
    if violation.choices:
        return listed(violation.choices, "or")
    return f"it there, as in '{violation.key}: {violation.example}'" if violation.example else "a text there"


def _lines(violation: SchemaViolation, fields: Mapping[str, tuple[str, Schema]]) -> str:
    needed = [name for name, (_, field) in fields.items() if field["type"] != "default"]
    names = listed((f"'{name}: …'" for name in needed or fields), "and" if needed else "or")
    return f"below it {names}" if violation.key and not violation.is_entry else f"it in lines like {names}"


def _no_entries(violation: SchemaViolation) -> str:
    """Say how it is written that a list has no entries, where it may have none."""
    or_out = ", or take the line out" if violation.is_optional else ""
    may_be_empty = not violation.schema.get("min_length")
    return (
        f"where there is nothing to list, write '{violation.key}: []'{or_out}"
        if may_be_empty
        else f"write {_wanted(violation)}{or_out}"
    )


def _wrong_shape(violation: SchemaViolation) -> str:
    value, error, name = violation.value, violation.error, violation.name
    if isinstance(value, str):
        value = value.removeprefix("- ")  # of an entry that stands in the line of its list
    context = error.get("ctx", {})
    if error["type"] == "too_short":
        cure = "in place of '[]' write at least one entry below it, on a line that begins with '- '"
        return f"{name} is an empty list; {cure}"
    if error["type"] == "too_long":
        count = context.get("actual_length") or len(value)
        return f"{name} has {count:,} entries, and {context['max_length']:,} is the limit; keep fewer"
    if error["type"] == "value_error" and violation.schema["type"] == "model":
        return f"in {name} {_reason(error)}"
    if error["type"] not in ("list_type", "model_type", "dict_type"):
        has_form = violation.choices or violation.example
        mending = f"write {_wanted(violation)}" if has_form else _as_text(violation)
        return f"{name} is {'a list' if isinstance(value, list) else _SPLIT}; {mending}"
    if error["type"] == "list_type" and isinstance(value, str):
        or_out = ", or take the line out where nothing is known of it" if violation.is_optional else ""
        span = violation.source.written(violation.path).span
        below = f"a line {quoted(f'- {value}')}" if span.line == span.end_line else ENTRIES
        return f"{name} is a text; write it as a list: below it {below}{or_out}"
    is_now = "a list" if isinstance(value, list) else "a text" if isinstance(value, str) else _SPLIT
    return f"{name} is {is_now}; write {_wanted(violation)}"


def _as_text(violation: SchemaViolation) -> str:
    """Say how what YAML took for a list, or for names and values, is written as a text."""
    value, span = violation.value, violation.source.written(violation.path).span
    line = violation.source.lines[span.line - 1]
    if isinstance(value, dict) and " #" in line:
        sign = "- >-" if violation.is_entry else ">-"
        return f"write '{sign}' in its place, and the whole text on the next line, further in: there it needs no quotes"
    written = line[span.column - 1 : span.end_column - 1]
    if span.line == span.end_line and written[:1] in ("[", "{"):
        return put_in_double_quotes(written)
    if isinstance(value, dict) and len(value) == 1:
        ((begin, end),) = value.items()
        if isinstance(end, str | Blank):
            return put_in_double_quotes(f"{begin}: {end}" if isinstance(end, str) else f"{begin}:")
    return "write one text there"


def _wrong_text(violation: SchemaViolation, text: str) -> str:
    error = violation.error
    context, kind = error.get("ctx", {}), error["type"]
    if kind == "string_too_short":
        or_out = ", or take it out" if violation.is_optional else ""
        few = f"at least {context['min_length']} characters are expected"
        return few if text else f"write {_wanted(violation)}{or_out}"
    if kind == "string_too_long":
        return f"it has {len(text):,} characters, and {context['max_length']:,} is the limit; write it shorter"
    if kind == "string_pattern_mismatch":
        return _pattern(violation.key, context["pattern"], text)
    if violation.choices:
        return _choice(text, violation.choices)
    if violation.key == "year":
        return how_to_write_year(text)
    return _day(violation, text) if violation.is_day else _reason(error)


def _day(violation: SchemaViolation, text: str) -> str:
    """Say which day to write, or which two it may be, or what to do where none is known."""
    advice = how_to_write_day(text)
    if advice.startswith("write "):
        return advice
    or_year = ", and a year like 2006" if violation.key == "due" and " like " in advice else ""
    is_of_signature = violation.key == "date" and "signatures" in violation.path
    unknown = "; where the day is not known, take the signature out and say in 'note:' what is known"
    return f"{advice}{or_year}{unknown if is_of_signature else ''}"


def _reason(error: Mapping[str, Any]) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


def _choice(text: str, choices: list[str]) -> str:
    meant = meant_choice(text, choices)
    return f"write '{meant}'" if meant else f"write one of {listed(choices, 'or')}"


def _pattern(key: str, pattern: str, text: str) -> str:
    if pattern == ID_PATTERN:
        start, meant = "an id is lower-case letters and digits, words joined by '-'", id_of(text)
    elif key == "letter":
        start = "a letter is one or two lower-case letters, as in 'b' or 'aa'"
        meant = text.lower() if text.isascii() and text.isalpha() and len(text) <= len("aa") else None
    else:
        return _term(text)
    return f"{start}; write '{meant}'" if meant else start


def _term(text: str) -> str:
    with suppress(ValueError):
        return f"write '{meant_term(text)}'"
    if meant := meant_choice(text, TERMS):
        return f"write '{meant}'"
    return "write 'short' or 'medium' (TODO in a draft), or take the line out where no term was agreed"
