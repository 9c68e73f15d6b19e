"""JSON Schemas of documents and of JSON outputs, made from the models that read and the records that write them.

What Pydantic makes becomes one that editors and people read: draft 7, in one piece. Draft 7 takes no notice of what
stands beside a reference, and the description of a key stands there. So each reference is replaced by what it refers
to, which is no loss: no model holds itself.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from compactctl.documents.models import MODELS
from compactctl.formats.changes.records import ChangesRecord, RevisionsRecord
from compactctl.formats.coverage.records import AuthorityRecord, Report, TrendRecord
from compactctl.formats.findings.json import FindingsRecord
from compactctl.formats.imports.json import ImportsRecord
from compactctl.formats.repairs.json import RepairsRecord
from compactctl.formats.safe import for_json
from compactctl.formats.site.records import RecordRecord, SiteRecord
from compactctl.rules.names import is_untouchable, page_of, rule_names
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.workspace import Workspace

JsonSchema = dict[str, Any]

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
OUTPUTS: Final[dict[str, Any]] = {
    "findings": FindingsRecord,
    "coverage": Report,
    "authority": AuthorityRecord,
    "trend": TrendRecord,
    "changes": ChangesRecord | RevisionsRecord,
    "revisions": RevisionsRecord,
    "repairs": RepairsRecord,
    "imports": ImportsRecord,
    "record": RecordRecord,
    "site": SiteRecord,
}
_TITLES: Final = {
    "statement": "Statement of Intent",
    "annex": "Annex: the agenda of an academic year",
    "compact": "Compact: what an authority and the department agree",
    "config": "Settings of a workspace",
    "findings": "What compactctl validate prints",
    "coverage": "What compactctl report prints",
    "authority": "What compactctl report --authority prints",
    "trend": "What compactctl report --trend prints",
    "changes": "What compactctl diff prints",
    "revisions": "What compactctl diff --since prints",
    "repairs": "What compactctl fix prints",
    "imports": "What compactctl import prints",
    "record": "What data/record.json of a site holds",
    "site": "What site.json of a site holds",
}
_NOTHING: Final = {"type": "null"}


def json_schema_of_document(kind: str, workspace: Workspace | None) -> JsonSchema:
    """Return the schema of a kind of document.

    With a workspace, that of a compact offers for each edition the areas of its year's annex, and takes no others.
    """
    schema: JsonSchema = _as_written(_readable(MODELS[kind].model_json_schema(), _TITLES[kind]))
    if kind == "config":
        _name_rules(schema)
    if kind == "compact" and workspace is not None:
        _name_areas(schema, workspace)
    return schema


def json_schema_of_output(kind: str) -> JsonSchema:
    """Return the schema of all that a command may print as JSON.

    A key more keeps a format's version, so none of them forbids other keys.
    """
    return _readable(TypeAdapter(OUTPUTS[kind]).json_schema(mode="serialization"), _TITLES[kind])


def _readable(made: JsonSchema, title: str) -> JsonSchema:
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


def _as_written(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return the schema of a document as an editor is to have it, which reads YAML's own types.

    An optional key has no null: where it stands it has a value. Only a list or map that is empty by default may have
    nothing after its key. A text may look like a number.
    """
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value) for key, value in schema.items() if key != "properties"}
    if "properties" in schema:
        required = schema.get("required", [])
        written["properties"] = {
            name: _key(_as_written(value), optional=name not in required)
            for name, value in schema["properties"].items()
        }
    if written.get("type") == "string" and "maxLength" in written and "pattern" not in written:
        written["type"] = ["string", "number"]
    return written


def _key(schema: JsonSchema, *, optional: bool) -> JsonSchema:
    if _NOTHING in schema.get("anyOf", ()):
        choices = [choice for choice in schema["anyOf"] if choice != _NOTHING]
        written = choices[0] if len(choices) == 1 else {"anyOf": choices}
        return {**written, **{key: value for key, value in schema.items() if key not in ("anyOf", "default")}}
    if optional and schema.get("type") in ("array", "object") and "minItems" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return schema


def _name_rules(schema: JsonSchema) -> None:
    """Offer the rules' names, and take no others, for levels and in exemptions."""
    rules = {name: f"{page_of(name).found_when}." for name in rule_names() if not is_untouchable(name)}
    levels = schema["properties"]["levels"]
    level = levels.pop("additionalProperties")
    levels["properties"] = {name: {"title": name, "description": text, **level} for name, text in rules.items()}
    levels["additionalProperties"] = False
    rule = schema["properties"]["exemptions"]["items"]["properties"]["rule"]
    can_pass = {name: text for name, text in rules.items() if rule_names()[name] != "exemptions"}
    rule["anyOf"] = [{"const": name, "title": text} for name, text in can_pass.items()]


def _name_areas(schema: JsonSchema, workspace: Workspace) -> None:
    edition = schema["properties"]["editions"]["items"]
    known = [agenda for agenda in workspace.readable_agendas if agenda.knows_areas]
    if known:
        edition["allOf"] = [_areas_of(agenda) for agenda in known]


def _areas_of(agenda: Agenda) -> JsonSchema:
    """Return what holds for an edition of the agenda's year."""
    one_of_them = [_area(area) for area in agenda.areas.values()]
    entry = {"items": {"properties": {"area": {"anyOf": one_of_them}}}}
    return {
        "if": {"properties": {"year": {"const": str(agenda.year)}}, "required": ["year"]},
        "then": {"properties": {"priorities": entry, "asks": entry}},
    }


def _area(area: PlacedArea) -> JsonSchema:
    # An editor shows the title over a value that stands there, and the description beside one to choose.
    label = for_json(area.label)
    return {
        "const": for_json(area.id),
        "title": label,
        "description": f"{label}: {for_json(area.content.summary or '')}",
    }
