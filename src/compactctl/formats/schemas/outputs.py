"""The JSON Schema of each JSON output. A key more keeps a format's version, so none of them forbids other keys."""

from typing import Any, Final

from pydantic import TypeAdapter

from compactctl.formats.changes.records import ChangesRecord, RevisionsRecord
from compactctl.formats.coverage.records import Report
from compactctl.formats.findings.json import FindingsRecord
from compactctl.formats.schemas import JsonSchema, json_schema

OUTPUTS: Final[dict[str, Any]] = {
    "findings": FindingsRecord,
    "coverage": Report,
    "changes": ChangesRecord | RevisionsRecord,
}
_TITLES: Final = {
    "findings": "What compactctl validate prints",
    "coverage": "What compactctl report prints",
    "changes": "What compactctl diff prints",
}


def json_schema_of_output(kind: str) -> JsonSchema:
    """Return the schema of all that a command may print as JSON."""
    return json_schema(TypeAdapter(OUTPUTS[kind]).json_schema(mode="serialization"), _TITLES[kind])
