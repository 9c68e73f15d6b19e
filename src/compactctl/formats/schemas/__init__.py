"""JSON Schemas of documents and of JSON outputs, made from the models that read and the records that write them.

What Pydantic makes becomes one that editors and people read: draft 7, in one piece. Draft 7 takes no notice of what
stands beside a reference, and the description of a key stands there. So each reference is replaced by what it refers
to, which is no loss: no model holds itself.
"""

from collections.abc import Mapping
from typing import Any, Final

JsonSchema = dict[str, Any]

DIALECT: Final = "http://json-schema.org/draft-07/schema#"


def json_schema(made: JsonSchema, title: str) -> JsonSchema:
    """Return a schema that Pydantic made, without references, with titles in words."""
    return {"$schema": DIALECT, "title": title, **_untitled(_inlined(made, made.get("$defs", {})))}


def _inlined(node: Any, definitions: Mapping[str, JsonSchema]) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        return _inlined({**definitions[node["$ref"].rpartition("/")[2]], **beside}, definitions)
    kept = {key: _inlined(value, definitions) for key, value in node.items() if key not in ("$defs", "properties")}
    if "properties" in node:
        kept["properties"] = {
            name: {"title": name.replace("_", " ").capitalize(), **_untitled(_inlined(value, definitions))}
            for name, value in node["properties"].items()
        }
    return kept


def _untitled(schema: JsonSchema) -> JsonSchema:
    """Return a schema without its title, which is the name of a type."""
    return {key: value for key, value in schema.items() if key != "title"}
