"""The JSON Schema of a document, made from its model, in the form that editors understand (draft 7).

Pydantic's own says that a key that may be left out may be null, which no document may say; and it does not say that a
list that may be empty may have nothing after its key, which every draft does.
"""

from collections.abc import Mapping
from typing import Any, Final

from compactctl.documents.annex import Annex
from compactctl.documents.compact import Compact
from compactctl.documents.config import Config
from compactctl.documents.model import Model
from compactctl.documents.statement import Statement

KINDS: Final[Mapping[str, type[Model]]] = {
    "statement": Statement,
    "annex": Annex,
    "compact": Compact,
    "config": Config,
}

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_NULL: Final = {"type": "null"}


def document_schema(kind: str, area_ids: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the schema of a kind of document; `area_ids` are ids with titles to offer where a priority names one."""
    schema = _mended(KINDS[kind].model_json_schema(by_alias=True))
    if area_ids and kind == "compact":
        schema["$defs"]["Priority"]["properties"]["area"] |= {
            "anyOf": [{"const": key, "title": title, "description": title} for key, title in area_ids.items()]
            + [{"type": "string", "minLength": 1}],
        }
    return {"$schema": _DRAFT, **schema}


def _mended(part: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    if isinstance(part, list):
        return [_mended(item) for item in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _mended(value) for key, value in part.items() if not (key == "default" and value is None)}
    choices = [choice for choice in inner.get("anyOf", []) if choice != _NULL]
    if len(choices) == 1:
        inner = {**choices[0], **{key: value for key, value in inner.items() if key != "anyOf"}}
    elif choices:
        inner["anyOf"] = choices
    if inner.get("type") == "array" and "minItems" not in inner:
        inner["type"] = ["array", "null"]
    if inner.get("$ref", "").endswith("/Contributions"):
        inner = {"anyOf": [inner, _NULL]}
    return inner
