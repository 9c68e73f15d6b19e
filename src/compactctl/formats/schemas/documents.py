"""The JSON Schema of each kind of document, for editors; with what the workspace knows where there is one."""

from typing import Final

from compactctl.documents.annex import Annex
from compactctl.documents.compact import Compact
from compactctl.documents.config import Config
from compactctl.documents.model import Model
from compactctl.documents.statement import Statement
from compactctl.formats.safe import for_json
from compactctl.formats.schemas.tidying import Schema, as_written, tidied
from compactctl.rules.names import is_untouchable, page_of, rule_names
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.workspace import Workspace

DOCUMENTS: Final[dict[str, type[Model]]] = {
    "statement": Statement,
    "annex": Annex,
    "compact": Compact,
    "config": Config,
}
_TITLES: Final = {
    "statement": "Statement of Intent",
    "annex": "Annex: the agenda of an academic year",
    "compact": "Compact: what an authority and the department agree",
    "config": "Settings of a workspace",
}


def document_schema(kind: str, workspace: Workspace | None) -> Schema:
    """Return the schema of a kind of document.

    With a workspace, that of a compact offers for each edition the areas of its year's annex, and takes no others.
    """
    schema: Schema = as_written(tidied(DOCUMENTS[kind].model_json_schema(), _TITLES[kind]))
    if kind == "config":
        _name_rules(schema)
    if kind == "compact" and workspace is not None:
        _name_areas(schema, workspace)
    return schema


def _name_rules(schema: Schema) -> None:
    """Offer the rules' names, and take no others, for levels and in exemptions."""
    rules = {name: f"{page_of(name).found_when}." for name in rule_names() if not is_untouchable(name)}
    levels = schema["properties"]["levels"]
    level = levels.pop("additionalProperties")
    levels["properties"] = {name: {"title": name, "description": text, **level} for name, text in rules.items()}
    levels["additionalProperties"] = False
    rule = schema["properties"]["exemptions"]["items"]["properties"]["rule"]
    can_pass = {name: text for name, text in rules.items() if rule_names()[name] != "exemptions"}
    rule["anyOf"] = [{"const": name, "title": text} for name, text in can_pass.items()]


def _name_areas(schema: Schema, workspace: Workspace) -> None:
    edition = schema["properties"]["editions"]["items"]
    known = [agenda for agenda in workspace.agendas.values() if agenda is not None and agenda.knows_areas]
    if known:
        edition["allOf"] = [_areas_of(agenda) for agenda in known]


def _areas_of(agenda: Agenda) -> Schema:
    """Return what holds for an edition of the agenda's year."""
    one_of_them = [_area(area) for area in agenda.areas.values()]
    entry = {"items": {"properties": {"area": {"anyOf": one_of_them}}}}
    return {
        "if": {"properties": {"year": {"const": str(agenda.year)}}, "required": ["year"]},
        "then": {"properties": {"priorities": entry, "asks": entry}},
    }


def _area(area: PlacedArea) -> Schema:
    # An editor shows the title over a value that stands there, and the description beside one to choose.
    label = for_json(area.label)
    return {
        "const": for_json(area.id),
        "title": label,
        "description": f"{label}: {for_json(area.content.summary or '')}",
    }
