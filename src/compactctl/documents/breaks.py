"""What breaks the schema of a document, in an officer's words, and what to write in its place."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from compactctl.documents.healing import bare, fields_by_key
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.part import Schema
from compactctl.documents.usual_words import usual_word
from compactctl.documents.values import ID_PATTERN, id_of, truth
from compactctl.documents.years import meant_year, year_of_file
from compactctl.files.reading import Blank, Value
from compactctl.files.source import Path, Source
from compactctl.words import did_you_mean, listed, quoted

_NOUNS: Final = {
    "focuses": "focus",
    "commitments": "commitment",
    "follow_up": "follow-up",
    "signatures": "signature",
    "groups": "group",
    "areas": "area",
    "retired": "retired area",
    "open_to": "'open_to'",
    "editions": "edition",
    "priorities": "priority",
    "contributions": "'contributions'",
    "asks": "ask",
    "levels": "'levels'",
    "exemptions": "exemption",
}
_DAY: Final = "2004-01-31"
_EXAMPLES: Final = {
    "date": _DAY,
    "due": "2006",
    "file": "compacts/rutland.yaml",
    "letter": "b",
    "party": "department",
    "review_by": _DAY,
    "term": "short",
    "until": _DAY,
    "year": "2003/04",
}
"""Of names whose values have a form: one as it is written."""
_COPIED: Final = 200
"""Characters of a text that is shown whole, to be copied."""
_ENTRIES: Final = "each entry on a line that begins with '- '"


class Broken(NamedTuple):
    """A place of a document that breaks its schema, with Pydantic's error."""

    kind: DocumentKind[Any]
    source: Source
    root: Value
    path: Path
    error: Mapping[str, Any]

    @property
    def value(self) -> Value:
        """What stands there."""
        return value_at(self.root, self.path)

    @property
    def name(self) -> str:
        """What the message calls it."""
        if not self.path:
            return f"the {self.kind.name}"
        if isinstance(self.path[-1], str):
            return quoted(self.path[-1])
        noun = _NOUNS.get(self.list_name)
        return f"this {noun}" if noun else f"this entry of '{self.list_name}'"

    @property
    def list_name(self) -> str:
        """The name that it stands under."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def choices(self) -> list[str]:
        """The few values that there are to choose from, if it has such."""
        if self.schema.get("function", {}).get("function") is truth:
            return ["true", "false"]
        if self.error["type"] not in ("literal_error", "enum"):
            return []
        expected: str = self.error["ctx"]["expected"]
        return expected.replace("'", "").replace(" or ", ", ").split(", ")

    @property
    def is_entry(self) -> bool:
        """Whether it stands in a list; the document itself stands nowhere."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def may_go(self) -> bool:
        """Whether what stands there may be left out."""
        return self.is_entry or _schema_at(self.kind, self.path)["type"] == "default"

    @property
    def schema(self) -> Schema:
        """The schema of what belongs there."""
        return bare(_schema_at(self.kind, self.path))


def names_at(kind: DocumentKind[Any], path: Path) -> list[str]:
    """Return the names that the part of a document at the path may have."""
    return list(fields_by_key(_schema_at(kind, path)))


def value_at(root: Value, path: Path) -> Value:
    """Return what stands at a path."""
    for step in path:
        root = root[step]
    return root


def missing_name(broken: Broken) -> str:
    """Say which name is missing, and what to write."""
    name = str(broken.path[-1])
    return f"'{name}' is missing from this {_noun(broken)}; {_to_add(broken, name)}"


def unknown_name(broken: Broken, meant: str | None) -> str:
    """Say that a name is not one of those that there are, and which was meant."""
    noun = _noun(broken)
    start = f"{_indefinite(noun)} has no line {quoted(str(broken.path[-1]))}"
    if meant:
        return f"{start}; did you mean '{meant}'?"
    if owners := list(dict.fromkeys(_owners(broken.kind.schema, str(broken.path[-1]), broken.kind.name))):
        return f"{start}; it belongs to {listed(map(_indefinite, owners), 'or')}, so move it there"
    names = names_at(broken.kind, broken.path[:-1])
    return (
        f"{start}; its lines are {listed(names, most=len(names))}: put what it says under one of these, or take it out"
    )


def wrong_value(broken: Broken) -> str:
    """Say what is wrong with a value, and what to write."""
    value, error, name = broken.value, broken.error, broken.name
    if isinstance(value, Blank):
        return f"{name} {_blank(broken)}"
    if isinstance(value, dict | list) or not error["type"].startswith(("string", "literal", "enum", "value")):
        return _wrong_kind(broken)
    text = value.strip()
    return f"{name} is {quoted(text) if text else 'empty'}; {_wrong_text(broken, text)}"


def _noun(broken: Broken) -> str:
    """Say in the field's words what the part of a document is that has the name, or lacks it."""
    above = next((step for step in reversed(broken.path[:-1]) if isinstance(step, str)), "")
    return _NOUNS.get(above, quoted(above) if above else broken.kind.name)


def _indefinite(noun: str) -> str:
    return noun if noun.startswith("'") else f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _owners(schema: Schema, name: str, noun: str) -> Iterator[str]:
    """Yield what in a kind of document has a line of a name."""
    inner = bare(schema)
    if inner["type"] == "list":
        yield from _owners(inner["items_schema"], name, noun)
    elif inner["type"] == "model":
        fields = fields_by_key(inner)
        if name in fields:
            yield noun
        for key, (_, field) in fields.items():
            yield from _owners(field, name, _NOUNS.get(key, quoted(key)))


def _schema_at(kind: DocumentKind[Any], path: Path) -> Schema:
    schema: Schema = kind.schema
    for step in path:
        inner = bare(schema)
        if isinstance(step, int):
            schema = inner["items_schema"]
        else:
            schema = inner["values_schema"] if inner["type"] == "dict" else fields_by_key(inner)[step][1]
    return schema


def _to_add(broken: Broken, name: str) -> str:
    if broken.schema["type"] == "list":
        return f"add '{name}:', and below it {_ENTRIES}"
    if known := _known(broken, name):
        return f"add '{name}: {known}'"
    example = _EXAMPLES.get(name)
    return f"add a line like '{name}: {example}'" if example else f"add a line '{name}: …'"


def _known(broken: Broken, name: str) -> str | None:
    """Return what is to be written after a name, where that follows from the file's name or from a title."""
    beside, stem = value_at(broken.root, broken.path[:-1]), PurePosixPath(broken.source.name).stem
    if name == "id":
        title = beside.get("title", beside.get("text"))
        return id_of(title) if isinstance(title, str) else None
    if len(broken.path) == 1 and name == "authority":
        return stem
    if len(broken.path) == 1 and name == "year":
        with suppress(ValueError):
            return str(year_of_file(stem))
    return None


def _blank(broken: Broken) -> str:
    out = "its '-'" if broken.is_entry else "the line"
    nothing = "is empty" if broken.is_entry else "has nothing after it"
    what = nothing if broken.value is Blank.NOTHING else "says nothing but '~' or 'null'"
    return f"{what}; write {_wanted(broken)}{f', or take {out} out' if broken.may_go else ''}"


def _wanted(broken: Broken) -> str:
    """Say what belongs there."""
    schema = broken.schema
    if schema["type"] == "list":
        return f"a list below it, {_ENTRIES}"
    if schema["type"] == "dict":
        return "below it a line for each, like 'one-sided: error'"
    if schema["type"] == "model":
        return _lines(broken, fields_by_key(schema))
    if broken.choices:
        return listed(broken.choices, "or")
    example = _EXAMPLES.get(str(broken.path[-1])) if broken.path else None
    return f"it there, as in '{broken.path[-1]}: {example}'" if example else "a text there"


def _lines(broken: Broken, fields: Mapping[str, tuple[str, Schema]]) -> str:
    needed = [name for name, (_, field) in fields.items() if field["type"] != "default"]
    names = listed((f"'{name}: …'" for name in needed or fields), "and" if needed else "or")
    return f"below it {names}" if broken.path and isinstance(broken.path[-1], str) else f"it in lines like {names}"


def _wrong_kind(broken: Broken) -> str:
    value, error, name = broken.value, broken.error, broken.name
    context = error.get("ctx", {})
    if error["type"] == "too_short":
        return f"{name} is an empty list; write at least one entry below it, on a line that begins with '- '"
    if error["type"] == "too_long":
        count = context.get("actual_length") or len(value)
        return f"{name} has {count:,} entries, and {context['max_length']:,} is the limit; keep fewer"
    if error["type"] == "value_error" and broken.schema["type"] == "model":
        return f"in {name} {_told(error)}"
    if error["type"] not in ("list_type", "model_type", "dict_type"):
        return f"{name} is {'a list' if isinstance(value, list) else _NAMES}; {_as_text(broken)}"
    if error["type"] == "list_type" and isinstance(value, str):
        or_out = ", or take the line out where nothing is known of it" if broken.may_go else ""
        return f"{name} is a text; write it as a list: below it a line {quoted(f'- {value}')}{or_out}"
    is_now = "a list" if isinstance(value, list) else "a text" if isinstance(value, str) else _NAMES
    return f"{name} is {is_now}; write {_wanted(broken)}"


_NAMES: Final = "split into names and values"


def _as_text(broken: Broken) -> str:
    """Say how what YAML took for a list, or for names and values, is written as a text."""
    value, span = broken.value, broken.source.written(broken.path).span
    line = broken.source.lines[span.line - 1]
    if isinstance(value, dict) and " #" in line:
        sign = ">-" if isinstance(broken.path[-1], str) else "- >-"
        return f"write '{sign}' in its place, and the whole text on the next line, further in: there it needs no quotes"
    if isinstance(value, dict) and len(value) == 1:
        ((begin, end),) = value.items()
        if isinstance(end, str | Blank):
            return _in_quotes(f"{begin}: {end}" if isinstance(end, str) else f"{begin}:")
    written = line[span.column - 1 : span.end_column - 1]
    if span.line == span.end_line and written[:1] in ("[", "{"):
        return _in_quotes(written)
    return "write one text there"


def _in_quotes(text: str) -> str:
    import json

    copied = f": {json.dumps(text, ensure_ascii=False)}" if len(text) <= _COPIED else ""
    return f"put the text in double quotes{copied}"


def _told(error: Mapping[str, Any]) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


def _wrong_text(broken: Broken, text: str) -> str:
    error = broken.error
    context, kind = error.get("ctx", {}), error["type"]
    if kind == "string_too_short":
        or_out = ", or take it out" if broken.may_go else ""
        few = f"at least {context['min_length']} characters are expected"
        return few if text else f"write {_wanted(broken)}{or_out}"
    if kind == "string_too_long":
        return f"it has {len(text):,} characters, and {context['max_length']:,} is the limit; write it shorter"
    if kind == "string_pattern_mismatch":
        return _pattern(broken.path, context["pattern"], text)
    if broken.choices:
        return _one_of(text, broken.choices)
    if broken.path[-1] == "year":
        with suppress(ValueError):
            return f"write '{meant_year(text)}'"
    is_of_signature = broken.path[-1] == "date" and "signatures" in broken.path
    unknown = "; where the day is not known, take the signature out and say in 'note:' what is known"
    return f"{_told(error)}{unknown if is_of_signature else ''}"


def _one_of(text: str, choices: list[str]) -> str:
    meant = usual_word(text, choices) or did_you_mean(text, choices)
    return f"write '{meant}'" if meant else f"write one of {listed(choices, 'or')}"


def _pattern(path: Path, pattern: str, text: str) -> str:
    if pattern == ID_PATTERN:
        start, meant = "an id is lower-case letters and digits, words joined by '-'", id_of(text)
    elif path[-1] == "letter":
        is_meant = text.isascii() and text.isalpha() and len(text) <= len("aa")
        start, meant = (
            "a letter is one or two lower-case letters, as in 'b' or 'aa'",
            text.lower() if is_meant else None,
        )
    else:
        start = "a term is short or medium (TODO in a draft), and the line is left out where none was agreed"
        meant = usual_word(text, ("short", "medium")) or did_you_mean(text, ("short", "medium"))
    return f"{start}; write '{meant}'" if meant else start
