"""What breaks the schema of a document: where, and for a key that is missing or unknown what to write."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from compactctl.documents.content_base import Schema, bare, fields_by_key, schema_at
from compactctl.documents.kinds import COMPACT, DocumentKind
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party, day, due, id_of, truth
from compactctl.documents.years import year_of_file
from compactctl.files.reading import Blank, Value
from compactctl.files.source import KeyPath, Source
from compactctl.words import listed, quoted

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
    "at_most": "7",
    "date": _DAY,
    "due": "2006",
    "file": "compacts/rutland.yaml",
    "format": "1",
    "letter": "b",
    "party": "department",
    "review_by": _DAY,
    "term": "short",
    "until": _DAY,
    "year": "2003/04",
}
"""Of keys whose values have a form: a value as it is written."""
ENTRIES: Final = "each entry on a line that begins with '- '"
_RULES: Final = {"missing": "missing-key", "extra_forbidden": "unknown-key"}


class SchemaViolation(NamedTuple):
    """A place of a document that breaks its schema, with Pydantic's error."""

    kind: DocumentKind[Any]
    source: Source
    root: Value
    path: KeyPath
    error: Mapping[str, Any]

    @property
    def rule(self) -> str:
        """The rule that it breaks."""
        return _RULES.get(self.error["type"], "wrong-value")

    @property
    def key(self) -> str:
        """The key, or the place in a list, at which it stands; nothing for the document itself."""
        return str(self.path[-1]) if self.path else ""

    @property
    def example(self) -> str | None:
        """A value as it is written there, if that has a form."""
        return _EXAMPLES.get(self.key)

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
        above = _last_key(self.path)
        return f"this {_NOUNS[above]}" if above in _NOUNS else f"this entry of '{above}'"

    @property
    def choices(self) -> list[str]:
        """The few values that there are to choose from, if it has such."""
        if self.schema.get("function", {}).get("function") is truth:
            return ["true", "false"]
        if self.error["type"] not in ("literal_error", "enum"):
            return []
        if self.key == "party":  # of those that there are, some sign this kind of document
            parties = COMPACT_PARTIES if self.kind is COMPACT else NATIONAL_PARTIES
            return [party for party in Party if party in parties]
        expected: str = self.error["ctx"]["expected"]
        return expected.replace("'", "").replace(" or ", ", ").split(", ")

    @property
    def is_day(self) -> bool:
        """Whether a day belongs there."""
        return self.schema.get("function", {}).get("function") in (day, due)

    @property
    def is_entry(self) -> bool:
        """Whether it stands in a list; the document itself stands nowhere."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def is_optional(self) -> bool:
        """Whether what stands there may be left out."""
        return self.is_entry or schema_at(self.kind.schema, self.path)["type"] == "default"

    @property
    def schema(self) -> Schema:
        """The schema of what belongs there."""
        return bare(schema_at(self.kind.schema, self.path))


def keys_at(kind: DocumentKind[Any], path: KeyPath) -> list[str]:
    """Return the keys that the part of a document at the path may have."""
    return list(fields_by_key(schema_at(kind.schema, path)))


def value_at(root: Value, path: KeyPath) -> Value:
    """Return what stands at a path."""
    for step in path:
        root = root[step]
    return root


def missing_key(violation: SchemaViolation) -> str:
    """Say which key is missing, and what to write."""
    return f"'{violation.key}' is missing from this {_noun(violation)}; {_to_add(violation)}"


def unknown_key(violation: SchemaViolation, meant: str | None) -> str:
    """Say that a key is not one of those that there are, and which was meant."""
    noun, schema = _noun(violation), violation.kind.schema
    start = f"{_indefinite(noun)} has no line {quoted(violation.key)}"
    if meant:
        return f"{start}; did you mean '{meant}'?"
    if owners := list(dict.fromkeys(_owners(schema, violation.key, violation.kind.name))):
        return f"{start}; it belongs to {listed(map(_indefinite, owners), 'or')}, so move it there"
    if violation.value is Blank.NOTHING and " " in violation.key:
        return f"{start}; if it goes on from the text before it, put double quotes around all of that text"
    keys = keys_at(violation.kind, violation.path[:-1])
    return f"{start}; its lines are {listed(keys, most=len(keys))}: put what it says under one of these, or take it out"


def _last_key(path: KeyPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _noun(violation: SchemaViolation) -> str:
    """Say in the field's words what the part of a document is that has the key, or lacks it."""
    above = _last_key(violation.path[:-1])
    return _NOUNS.get(above, quoted(above) if above else violation.kind.name)


def _indefinite(noun: str) -> str:
    return noun if noun.startswith("'") else f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _owners(schema: Schema, key: str, noun: str) -> Iterator[str]:
    """Yield what in a kind of document has a line with a key."""
    inner = bare(schema)
    if inner["type"] == "list":
        yield from _owners(inner["items_schema"], key, noun)
    elif inner["type"] == "model":
        fields = fields_by_key(inner)
        if key in fields:
            yield noun
        for inner_key, (_, field) in fields.items():
            yield from _owners(field, key, _NOUNS.get(inner_key, quoted(inner_key)))


def _to_add(violation: SchemaViolation) -> str:
    key, example = violation.key, violation.example
    if violation.schema["type"] == "list":
        return f"add '{key}:', and below it {ENTRIES}"
    if known := _known(violation):
        return f"add '{key}: {known}'"
    return f"add a line like '{key}: {example}'" if example else f"add a line '{key}: …'"


def _known(violation: SchemaViolation) -> str | None:
    """Return what is to be written after a key, where that follows from the file's name or from a title."""
    beside, stem = value_at(violation.root, violation.path[:-1]), PurePosixPath(violation.source.name).stem
    if violation.key == "id":
        title = beside.get("title", beside.get("text"))
        return id_of(title) if isinstance(title, str) else None
    year = None
    with suppress(ValueError):
        year = str(year_of_file(stem))
    if violation.path == ("year",):
        return year
    return stem if violation.path == ("authority",) and year is None else None
