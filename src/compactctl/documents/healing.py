"""A document of what is whole in one that breaks its schema.

Each broken value becomes None, a broken entry of a list of maps a part in which everything is None, so that places
in lists stay what they are in the file. What is not broken is read just as in a whole document. Schemas are those of
pydantic-core (see kinds.py).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from pydantic_core import SchemaValidator

from compactctl.documents.part import Schema, default_of
from compactctl.files.reading import Value
from compactctl.files.source import Path

_WRAPPERS: Final = frozenset(("model-field", "default", "nullable", "function-before", "function-after"))


def heal(schema: Schema, value: Value, broken: Collection[Path]) -> Any:  # noqa: ANN401 - a document of the schema's kind
    """Return the document that a value makes, with None (or no entry) wherever a path of `broken` ends."""
    return _healed(schema, value, _Breaks(frozenset(broken), frozenset(places_above(broken))), ())


def places_above(broken: Iterable[Path]) -> Iterator[Path]:
    """Yield every place at or above a broken one: where something is broken inside."""
    return (place[:depth] for place in broken for depth in range(len(place) + 1))


def bare(schema: Schema) -> Schema:
    """Take away what stands around the schema of a text, a list, a map or a part."""
    while schema["type"] in _WRAPPERS:
        schema = schema["schema"]
    return schema


def fields_by_key(schema: Schema) -> dict[str, tuple[str, Schema]]:
    """Return the fields of a part by the keys that a document has for them: the attribute's name, and its schema."""
    fields: Mapping[str, Schema] = bare(schema)["schema"]["fields"]
    return {field.get("validation_alias", name): (name, field["schema"]) for name, field in fields.items()}


class _Breaks(NamedTuple):
    """Where a document is broken, and where something inside is."""

    at: frozenset[Path]
    inside: frozenset[Path]


def _healed(schema: Schema, value: Value, broken: _Breaks, path: Path) -> Any:  # noqa: ANN401 - a part of any kind
    given: Mapping[str, Value] = value if isinstance(value, dict) else {}
    content: dict[str, Any] = {}
    for key, (name, field) in fields_by_key(schema).items():
        here = (*path, key)
        if key not in given or here in broken.at or path in broken.at:
            content[name] = _absent(field)
        else:
            content[name] = _field(field, given[key], broken, here)
    return bare(schema)["cls"](**content)


def _absent(field: Schema) -> Any:  # noqa: ANN401 - a default of any type
    if field["type"] == "default":
        return default_of(field)
    return [] if bare(field)["type"] == "list" else None


def _field(field: Schema, value: Value, broken: _Breaks, here: Path) -> Any:  # noqa: ANN401 - a value of any type
    if here not in broken.inside:
        return _read(field, value)
    kind = bare(field)
    if kind["type"] == "list" and isinstance(value, list):
        return [_entry(kind["items_schema"], item, broken, (*here, index)) for index, item in enumerate(value)]
    if kind["type"] == "model" and isinstance(value, dict):
        return _healed(kind, value, broken, here)
    if kind["type"] == "dict" and isinstance(value, dict):
        return {key: _entry(kind["values_schema"], item, broken, (*here, key)) for key, item in value.items()}
    return _absent(field)


def _entry(schema: Schema, value: Value, broken: _Breaks, here: Path) -> Any:  # noqa: ANN401 - a value of any type
    if bare(schema)["type"] == "model":
        return _healed(schema, value, broken, here)
    return None if here in broken.at else _read(schema, value)


def _read(schema: Schema, value: Value) -> Any:  # noqa: ANN401 - a value of any type
    known = _readers.get(id(schema))
    if known is None:
        known = _readers[id(schema)] = (schema, SchemaValidator(schema))
    return known[1].validate_python(value)


_readers: Final[dict[int, tuple[Schema, SchemaValidator]]] = {}
"""Readers by the schema they read, which is kept beside so that it lives as long as its number stands for it."""
