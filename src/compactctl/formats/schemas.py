"""The JSON Schema of a command's JSON output, made from the records that the output is made of."""

from importlib import import_module
from typing import Any, Final

OUTPUTS: Final = {
    "findings": ("compactctl.formats.findings.records", "FindingsRecord"),
    "coverage": ("compactctl.formats.coverage.records", "Report"),
    "changes": ("compactctl.formats.changes.records", "ChangesRecord", "RevisionsRecord"),
}


def output_schema(kind: str) -> dict[str, Any]:
    """Return the schema of the JSON of `validate`, `report` or `diff`."""
    from functools import reduce
    from operator import or_

    from pydantic import TypeAdapter

    module, *names = OUTPUTS[kind]
    records = [getattr(import_module(module), name) for name in names]
    schema = TypeAdapter(reduce(or_, records)).json_schema()
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind, **schema}
