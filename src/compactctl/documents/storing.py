"""Writes core_schemas.py: what Pydantic makes of the models, so that reading needs not load it.

`python -m compactctl.documents.storing` prints the module; `make docs` stores it, and tests/documents/test_stored.py
compares it with the models.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from enum import Enum, EnumType
from types import FunctionType
from typing import Any, Final

import pydantic_core

from compactctl.documents.annex import Annex
from compactctl.documents.compact import Compact
from compactctl.documents.config import Config
from compactctl.documents.kinds import release
from compactctl.documents.model import Model
from compactctl.documents.statement import Statement

MODELS: Final[tuple[type[Model], ...]] = (Statement, Annex, Compact, Config)

_NOT_FOR_READING: Final = frozenset(("metadata", "serialization", "ref", "json_schema_input_schema", "computed_fields"))
_HEAD: Final = '''"""The schemas of the documents as pydantic-core has them. Made by `make docs`: change the models."""

from typing import Any, Final

from compactctl.documents import values
from compactctl.documents.stand_in import StandIn, schema_of

PYDANTIC_CORE: Final = "{version}"
"""The release they were made with; another may want them otherwise."""
'''


def reading_schema(model: type[Model]) -> dict[str, Any]:
    """Return what pydantic-core needs to read a document of a model, and nothing else."""
    schema: Any = model.__pydantic_core_schema__
    slim: dict[str, Any] = _slim(schema["schema"] if schema["type"] == "definitions" else schema)
    return slim


def written() -> str:
    """Return the module."""
    found = (part for model in MODELS for part in _models(reading_schema(model)))
    by_name = {part["cls"].__name__: part for part in found}
    return _HEAD.format(version=release(pydantic_core.__version__)) + "".join(map(_part, by_name.values()))


def _slim(node: Any) -> Any:  # noqa: ANN401 - schemas are of any shape
    if isinstance(node, Mapping):
        return {key: _slim(value) for key, value in node.items() if key not in _NOT_FOR_READING}
    return [_slim(value) for value in node] if isinstance(node, list) else node


def _models(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - schemas are of any shape
    """Yield the schemas of all models in a schema, each after those that it rests on."""
    for value in node.values() if isinstance(node, Mapping) else ():
        yield from _models(value)
    if isinstance(node, dict) and node.get("type") == "model":
        yield node


def _part(schema: dict[str, Any]) -> str:
    model: type[Model] = schema["cls"]
    aliases = {name: field.alias for name, field in model.model_fields.items() if field.alias}
    made_of = {name: field.default_factory for name, field in model.model_fields.items() if field.default_factory}
    lines = [
        f"class {model.__name__}(StandIn):",
        '    """Stands in for the model of that name."""',
        "",
        "    __slots__ = ()",
        *([f"    keys_by_name = {aliases}"] if aliases else []),
        *([f"    defaults = {_code(made_of)}"] if len(made_of) == len(model.model_fields) else []),
        "",
        "",
        f"{_constant(model)}: Final[dict[str, Any]] = schema_of({model.__name__}, {{",
        *(f'    "{name}": {_code(field)},' for name, field in schema["schema"]["fields"].items()),
        "})",
    ]
    return "\n\n" + "\n".join(lines) + "\n"


def _constant(model: type[Model]) -> str:
    return "".join(f"_{letter}" if letter.isupper() else letter.upper() for letter in model.__name__)[1:]


def _code(value: Any) -> str:  # noqa: ANN401, PLR0911 - schemas are of any shape
    match value:
        case {"type": "model", "cls": model}:
            return _constant(model)
        case dict():
            return "{" + ", ".join(f'"{key}": {_code(inner)}' for key, inner in value.items()) + "}"
        case list():
            return f"[{', '.join(map(_code, value))}]"
        case Enum():
            return f"values.{type(value).__name__}.{value.name}"
        case EnumType() | FunctionType():
            return f"values.{value.__name__}"
        case type():
            return value.__name__
        case str():
            return json.dumps(value)
        case _:
            return repr(value)


if __name__ == "__main__":
    sys.stdout.write(written())
