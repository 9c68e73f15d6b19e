"""Print the JSON Schema of a document, or of a command's JSON output, for editors and programs.

KIND is statement, annex, compact or config, or findings, coverage or changes (the JSON of validate, report and diff).
With --data the schema of a compact offers the areas of the newest annex there.
"""

import json
from typing import Annotated

import typer

from compactctl.cli.options import Data, Output, one_of
from compactctl.cli.output import deliver


def command(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="Which document, or which output.")],
    output: Output = None,
    data: Data = None,
) -> int:
    """Print one schema."""
    from compactctl.documents.json_schema import KINDS, document_schema
    from compactctl.formats.schemas import OUTPUTS, output_schema

    name = one_of("KIND", kind, [*KINDS, *OUTPUTS])
    schema = output_schema(name) if name in OUTPUTS else document_schema(name, _areas(data))
    deliver(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", output)
    return 0


def _areas(data: str | None) -> dict[str, str] | None:
    """Return the areas of the newest annex of a workspace that was named."""
    if data is None:
        return None
    from pathlib import Path

    from compactctl.workspace.opening import open_workspace

    agendas = [agenda for agenda in open_workspace(Path(data)).agendas.values() if agenda is not None]
    return {area.id: area.label for area in agendas[-1].areas.values()} if agendas else None
