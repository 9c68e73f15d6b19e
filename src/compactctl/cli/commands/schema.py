"""Prints the JSON Schema of a kind of document, or of a command's JSON output.

KIND is a document (statement, annex, compact, config), or an output: findings (of validate), coverage (of report, or
authority and trend alone), changes (of diff, or revisions alone), repairs (of fix), imports (of import), record or site
(of site). Where there is a data folder, the schema of a compact offers the areas of each year's annex; --data names
another folder, and where there is none the areas are left out. Editors read it:
https://github.com/compactctl/compactctl/blob/main/docs/editors.md says how.
"""

import os
from typing import Annotated, Final

from compactctl.cli import offers
from compactctl.cli.options import Data, Output, data_folder, format_of, one_of, result_file
from compactctl.cli.output import deliver
from compactctl.cli.parameters import Argument

DOCUMENTS: Final = ("statement", "annex", "compact", "config")
OUTPUTS: Final = (
    *("findings", "coverage", "authority", "trend", "changes", "revisions"),
    *("repairs", "imports", "record", "site"),
)
KINDS: Final = (*DOCUMENTS, *OUTPUTS)


def command(
    kind: Annotated[
        str,
        Argument(
            metavar="KIND",
            help="What to describe: compact, annex, findings …",
            offers=offers.choices(KINDS),
        ),
    ],
    output: Output = None,
    data: Data = None,
) -> int:
    """Make the schema and print it."""
    from compactctl.errors import CannotDo
    from compactctl.formats.schemas import json_schema_of_document, json_schema_of_output
    from compactctl.formats.strict_json import written
    from compactctl.workspace.loading import open_workspace

    one_of("KIND", kind, KINDS)
    format_of(None, output, ("json",))
    file = result_file(output, data_folder(data))
    workspace = None
    if kind == "compact":
        try:
            workspace = open_workspace(data_folder(data))
        except CannotDo:
            if data is not None or os.environ.get("COMPACTCTL_DATA"):
                raise
    schema = json_schema_of_document(kind, workspace) if kind in DOCUMENTS else json_schema_of_output(kind)
    deliver(written(schema) + b"\n", file)
    return 0
