"""Repairs slips of typing that can mean one thing only: quotes, indents, dashes, dates.

Paths (files, folders of them, or authorities) narrow what is repaired; without one it is all documents and the
settings. Each repair is shown, before and after. On a terminal you are asked whether to write them; elsewhere --yes
writes, and --dry-run only shows. Only the lines that are repaired change. What wants a decision of yours is told with
what to write, and left; the exit code is 1 then.
"""

from typing import Annotated

from compactctl.cli.options import TEXT_OR_JSON, Data, TextOrJson, data_folder, one_of
from compactctl.cli.parameters import Argument, Option


def command(
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH", help="Repair only these files, folders or authorities.")
    ] = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Show the repairs, and write nothing.")] = False,
    yes: Annotated[bool, Option("--yes", help="Write the repairs, and do not ask.")] = False,
    format_: TextOrJson = TEXT_OR_JSON[0],
    data: Data = None,
) -> int:
    """Read, show, ask, and write."""
    from compactctl.cli.fixing import Inputs, fix

    inputs = Inputs(
        folder=data_folder(data),
        paths=paths or [],
        dry_run=dry_run,
        yes=yes,
        format=one_of("--format", format_, TEXT_OR_JSON),
    )
    return fix(inputs)
