"""Makes documents/content.py of the models: `python -m tools.documents` writes it whole, or not at all."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from inspect import formatannotation
from pathlib import Path
from types import FunctionType
from typing import Annotated, Any, Final, get_origin, get_type_hints

from compactctl.documents import model_base
from compactctl.documents.content_base import Schema, entries, may_be_empty
from compactctl.documents.model_base import Model, name_of, reading_schema
from compactctl.documents.models import MODELS
from compactctl.documents.years import AcademicYear

MODULE: Final = Path(__file__).parents[1] / "src/compactctl/documents/content.py"
_HEAD: Final = '''\
"""The documents as typed classes, with the schemas that read them. Made of models.py by tools/documents.py."""

import datetime as dt
from typing import Final, Literal

from compactctl.documents import values
from compactctl.documents.content_base import Content, Schema, after, before, entries, field, may_be_empty, plain
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear

'''


def module() -> str:
    """Return the text of the module."""
    types = (f"{name}: Final[Schema] = {_builder(schema)}\n" for name, schema in _types_of_keys().items())
    parts = {part["cls"]: part for model in MODELS.values() for part in _parts(reading_schema(model))}
    return _formatted("".join((_HEAD, *types, *map(_class, parts.values()))))


@cache
def _types_of_keys() -> dict[str, Schema]:
    """Return the schemas of the types that keys have, by the name of a constant; of two that are equal the first."""
    types: dict[str, Schema] = {}
    for name, alias in vars(model_base).items():
        if get_origin(alias) is Annotated and not alias.__parameters__:
            schema = reading_schema(alias)
            if schema not in types.values():
                types["".join(f"_{letter}" if letter.isupper() else letter.upper() for letter in name)[1:]] = schema
    return types


def _parts(node: object) -> Iterator[dict[str, Any]]:
    """Yield the schemas of all models in a schema, each after those that it rests on."""
    for value in node.values() if isinstance(node, Mapping) else ():
        yield from _parts(value)
    if isinstance(node, dict) and node.get("type") == "model":
        yield node


def _class(schema: dict[str, Any]) -> str:
    model: type[Model] = schema["cls"]
    fields: Mapping[str, Schema] = schema["schema"]["fields"]
    attributes = (f"    {name}: {_type(field['schema'])} = {_field(field)}" for name, field in fields.items())
    return "\n".join((f'\n\nclass {name_of(model)}(Content):\n    """{model.__doc__}"""\n', *attributes, ""))


def _type(schema: Schema) -> str:
    """Return the type of what a schema reads; in a partial document what is no list and no part may be None."""
    match schema:
        case {"type": "list", "items_schema": items}:
            return f"list[{_type(items)}]"
        case {"type": "dict", "values_schema": inner}:
            return f"dict[str, {_type(inner)}]"
        case {"type": "model", "cls": model}:
            return name_of(model)
        case {"type": "nullable", "schema": inner}:
            return f"{_type(inner).removesuffix(' | None')} | None"
        case {"schema": inner}:
            return _type(inner)
        case _:
            return f"{_scalar(schema)} | None"


def _scalar(schema: Schema) -> str:
    match schema:
        case {"type": "function-plain", "function": {"function": function}}:
            hint = get_type_hints(function)["return"]
            return formatannotation(hint, AcademicYear.__module__).replace("datetime.", "dt.")
        case {"type": "enum", "cls": enum}:
            return str(enum.__name__)
        case {"type": "literal", "expected": choices}:
            return f"Literal[{', '.join(map(json.dumps, choices))}]"
        case _:
            return str(schema["type"])


def _field(field: Schema) -> str:
    key = f", key={json.dumps(field['validation_alias'])}" if "validation_alias" in field else ""
    match field["schema"]:
        case {"type": "default", "default_factory": factory, "schema": inner}:
            return f"field({_code(inner)}, factory={_code(factory)}{key})"
        case {"type": "default", "default": default, "schema": {"type": "nullable", "schema": inner}}:
            return f"field({_code(inner)}, default={_code(default)}{key})"
        case schema:
            return f"field({_code(schema)}{key})"


def _code(node: object) -> str:
    match node:
        case dict():
            return next((name for name, schema in _types_of_keys().items() if node == schema), _builder(node))
        case list():
            return f"[{', '.join(map(_code, node))}]"
        case Enum():
            return f"{type(node).__name__}.{node.name}"
        case FunctionType():
            return f"values.{node.__name__}"
        case type():
            return name_of(node)
        case _:
            return json.dumps(node) if isinstance(node, str) else repr(node)


def _builder(schema: Schema) -> str:
    """Return the call of the function in content_base.py that makes a schema; where none does, the schema itself."""
    match schema:
        case {"type": "model", "cls": model}:
            return f"{name_of(model)}.schema"
        case {"type": "list", "items_schema": items} if schema == entries(items):
            return f"entries({_code(items)})"
        case {"type": "function-before", "schema": {"items_schema": items}} if schema == may_be_empty(items):
            return f"may_be_empty({_code(items)})"
        case {"type": "function-plain", "function": {"function": function}}:
            return f"plain({_code(function)})"
        case {"type": "function-before" | "function-after" as kind, "function": {"function": function}}:
            return f"{kind.partition('-')[2]}({_code(function)}, {_code(schema['schema'])})"
        case _:
            return "{" + ", ".join(f"{json.dumps(key)}: {_code(inner)}" for key, inner in schema.items()) + "}"


def _formatted(text: str) -> str:
    ruff = (sys.executable, "-m", "ruff", "format", "--stdin-filename", str(MODULE), "-")
    return subprocess.run(ruff, input=text, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    made = MODULE.with_suffix(".new")
    made.write_text(module(), encoding="utf-8")
    made.replace(MODULE)
