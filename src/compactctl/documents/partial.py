"""A partial document: what is whole in one that breaks its schema.

Each broken value becomes None, a broken entry of a list of maps a part in which everything is None, so that places
in lists stay what they are in the file. What is not broken is read just as in a whole document.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from pydantic_core import SchemaValidator

from compactctl.documents.content_base import Schema, bare, default_of, fields_by_key
from compactctl.files.reading import Value
from compactctl.files.source import KeyPath


def partial(schema: Schema, value: Value, broken: Collection[KeyPath]) -> Any:  # noqa: ANN401 - of the schema's class
    """Return the document that a value makes, with None (or no entry) wherever a path of `broken` ends."""
    above = frozenset(place[:depth] for place in broken for depth in range(len(place) + 1))
    return _part(schema, value, _Places(frozenset(broken), above), ())


class _Places(NamedTuple):
    """Where a document is broken, and where something inside is."""

    broken: frozenset[KeyPath]
    above: frozenset[KeyPath]


def _part(schema: Schema, value: Value, places: _Places, path: KeyPath) -> Any:  # noqa: ANN401 - a part of any kind
    given: Mapping[str, Value] = value if isinstance(value, dict) else {}
    content: dict[str, Any] = {}
    for key, (name, field) in fields_by_key(schema).items():
        here = (*path, key)
        if key not in given or here in places.broken or path in places.broken:
            content[name] = default_of(field)
        else:
            content[name] = _value(field, given[key], places, here)
    return bare(schema)["cls"](**content)


def _value(field: Schema, value: Value, places: _Places, here: KeyPath) -> Any:  # noqa: ANN401 - a value of any type
    if here not in places.above:
        return _read(field, value)
    kind = bare(field)
    if kind["type"] == "list" and isinstance(value, list):
        return [_entry(kind["items_schema"], item, places, (*here, index)) for index, item in enumerate(value)]
    if kind["type"] == "model" and isinstance(value, dict):
        return _part(kind, value, places, here)
    if kind["type"] == "dict" and isinstance(value, dict):
        return {key: _entry(kind["values_schema"], item, places, (*here, key)) for key, item in value.items()}
    return default_of(field)


def _entry(schema: Schema, value: Value, places: _Places, here: KeyPath) -> Any:  # noqa: ANN401 - a value of any type
    if bare(schema)["type"] == "model":
        return _part(schema, value, places, here)
    return None if here in places.broken else _read(schema, value)


def _read(schema: Schema, value: Value) -> Any:  # noqa: ANN401 - a value of any type
    known = _readers.get(id(schema))
    if known is None:
        known = _readers[id(schema)] = (schema, SchemaValidator(schema))
    return known[1].validate_python(value)


_readers: Final[dict[int, tuple[Schema, SchemaValidator]]] = {}
"""Readers by the schema they read, which is kept beside so that it lives as long as its number stands for it."""
