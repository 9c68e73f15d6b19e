"""The JSON Schema of each JSON output. A key more keeps a format's version, so none of them forbids other keys."""

from typing import Any, Final

from pydantic import TypeAdapter

from compactctl.formats.changes.records import ChangesRecord, RevisionsRecord
from compactctl.formats.coverage.records import AuthorityRecord, CoverageRecord, TrendRecord
from compactctl.formats.findings.records import FindingsRecord
from compactctl.formats.schemas.tidying import Schema, tidied

OUTPUTS: Final[dict[str, Any]] = {
    "findings": FindingsRecord,
    "coverage": CoverageRecord,
    "authority": AuthorityRecord,
    "trend": TrendRecord,
    "changes": ChangesRecord,
    "revisions": RevisionsRecord,
}
_TITLES: Final = {
    "findings": "Findings of compactctl validate",
    "coverage": "Coverage of a year, of compactctl report",
    "authority": "One authority, of compactctl report --authority",
    "trend": "Coverage of all years, of compactctl report --trend",
    "changes": "Changes between two years, of compactctl diff",
    "revisions": "Changes since a revision, of compactctl diff --since",
}


def output_schema(kind: str) -> Schema:
    """Return the schema of a kind of JSON output."""
    return tidied(TypeAdapter(OUTPUTS[kind]).json_schema(mode="serialization"), _TITLES[kind])
