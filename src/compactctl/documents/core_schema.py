"""Schemas as pydantic-core has them: what content.py makes them with, and how one looks into them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from compactctl.documents.values import MAXIMUM_ENTRIES, empty_list
from compactctl.files.source import Path

Schema = Mapping[str, Any]
"""A schema, or one of a field, as pydantic-core has them."""

FIELD: Final = "model-field"
_REQUIRED: Final = object()
_WRAPPERS: Final = frozenset((FIELD, "default", "nullable", "function-before", "function-after"))


def field(
    schema: Schema, *, default: object = _REQUIRED, factory: Callable[[], object] | None = None, key: str | None = None
) -> Any:  # noqa: ANN401 - to the type checker what the attribute is
    """Return the schema of an attribute of a part, which has a `key` in a document where that is not its name."""
    if factory:
        schema = {"type": "default", "schema": schema, "default_factory": factory, "default_factory_takes_data": False}
    elif default is not _REQUIRED:
        schema = {"type": "default", "schema": {"type": "nullable", "schema": schema}, "default": default}
    return {"type": FIELD, "schema": schema} | ({"validation_alias": key} if key else {})


def plain(function: Callable[[Any], object]) -> Schema:
    """Return the schema of what a function makes of a plain value."""
    return {"type": "function-plain", "function": {"type": "no-info", "function": function}}


def before(function: Callable[[Any], object], schema: Schema) -> Schema:
    """Return the schema of what a function first makes fit for another schema."""
    return {"type": "function-before", "function": {"type": "no-info", "function": function}, "schema": schema}


def after(function: Callable[[Any], object], schema: Schema) -> Schema:
    """Return a schema whose outcome a function looks at."""
    return {"type": "function-after", "function": {"type": "no-info", "function": function}, "schema": schema}


def entries(schema: Schema) -> Schema:
    """Return the schema of a list that needs an entry."""
    return {"type": "list", "items_schema": schema, "min_length": 1, "max_length": MAXIMUM_ENTRIES}


def may_be_empty(schema: Schema) -> Schema:
    """Return the schema of a list that may be empty, or have nothing after its key."""
    return before(empty_list, {"type": "list", "items_schema": schema, "max_length": MAXIMUM_ENTRIES})


def default_of(schema: Schema) -> Any:  # noqa: ANN401 - a default of any type
    """Return what stands for a value that is not given: a new empty list or part, the default, or None."""
    if "default_factory" in schema:
        return schema["default_factory"]()
    return schema.get("default", [] if bare(schema)["type"] == "list" else None)


def bare(schema: Schema) -> Schema:
    """Take away what stands around the schema of a text, a list, a map or a part."""
    while schema["type"] in _WRAPPERS:
        schema = schema["schema"]
    return schema


def fields_by_key(schema: Schema) -> dict[str, tuple[str, Schema]]:
    """Return the fields of a part by the keys that a document has for them: the attribute's name, and its schema."""
    fields: Mapping[str, Schema] = bare(schema)["schema"]["fields"]
    return {field.get("validation_alias", name): (name, field["schema"]) for name, field in fields.items()}


def schema_at(schema: Schema, path: Path) -> Schema:
    """Return the schema of what stands at a path in a document."""
    for step in path:
        inner = bare(schema)
        if isinstance(step, int):
            schema = inner["items_schema"]
        else:
            schema = inner["values_schema"] if inner["type"] == "dict" else fields_by_key(inner)[step][1]
    return schema
