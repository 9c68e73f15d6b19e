"""From the JSON Schema that Pydantic makes to one that editors and people read: draft 7, in one piece.

Draft 7 takes no notice of what stands beside a reference, and the description of a key stands there. So each reference
is replaced by what it refers to, which is no loss: no model holds itself.
"""

from collections.abc import Mapping
from typing import Any, Final

Schema = dict[str, Any]

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_NOTHING: Final = {"type": "null"}


def tidied(made: Schema, title: str) -> Schema:
    """Return a schema that Pydantic made, without references, with titles in words."""
    return {"$schema": DIALECT, "title": title, **_untitled(_inlined(made, made.get("$defs", {})))}


def _inlined(node: Any, definitions: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        return _inlined(
            {**definitions[name], **{key: value for key, value in node.items() if key != "$ref"}}, definitions
        )
    kept = {key: _inlined(value, definitions) for key, value in node.items() if key not in ("$defs", "properties")}
    if "properties" in node:
        kept["properties"] = {
            name: {"title": name.replace("_", " ").capitalize(), **_untitled(_inlined(value, definitions))}
            for name, value in node["properties"].items()
        }
    return kept


def _untitled(schema: Schema) -> Schema:
    """Return a schema without its title, which is the name of a type."""
    return {key: value for key, value in schema.items() if key != "title"}


def as_written(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return the schema of a document as an editor is to have it, which reads YAML's own types.

    An optional key has no null: where it stands it has a value. Only a list or map that is empty by default may have
    nothing after its key. A text may look like a number.
    """
    if isinstance(schema, list):
        return [as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: as_written(value) for key, value in schema.items() if key != "properties"}
    if "properties" in schema:
        required = schema.get("required", [])
        written["properties"] = {
            name: _key(as_written(value), optional=name not in required) for name, value in schema["properties"].items()
        }
    if written.get("type") == "string" and "maxLength" in written and "pattern" not in written:
        written["type"] = ["string", "number"]
    return written


def _key(schema: Schema, *, optional: bool) -> Schema:
    if _NOTHING in schema.get("anyOf", ()):
        choices = [choice for choice in schema["anyOf"] if choice != _NOTHING]
        written = choices[0] if len(choices) == 1 else {"anyOf": choices}
        return {**written, **{key: value for key, value in schema.items() if key not in ("anyOf", "default")}}
    if optional and schema.get("type") in ("array", "object") and "minItems" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return schema
