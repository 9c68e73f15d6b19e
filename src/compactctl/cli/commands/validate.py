"""Check all documents, and show every finding of every file.

Paths (files, or folders of them) narrow what is shown, and what counts for the exit code, never what is checked. The
exit code is 1 when there is a finding at or above --fail-on.
"""

from typing import Annotated, Final

import typer

from compactctl.cli import completion
from compactctl.cli.options import AsOf, Data, Output, data_folder

FORMATS: Final = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


def command(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Show only these files or folders.")] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            envvar="COMPACTCTL_FORMAT",
            metavar="FORMAT",
            help=f"One of {', '.join(FORMATS)}.",
            autocompletion=completion.choices(FORMATS),
        ),
    ] = "full",
    output: Output = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="LEVEL",
            help="Fail from this level on: error, warning or info.",
            autocompletion=completion.choices(("error", "warning", "info")),
        ),
    ] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    as_of: AsOf = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only this rule; may be repeated.", autocompletion=completion.rules),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Not this rule; may be repeated.", autocompletion=completion.rules),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show nothing: the exit code tells.")] = False,
    complete: Annotated[
        str | None,
        typer.Option(
            metavar="YEAR",
            help="Every authority that counts in this academic year is to have an edition.",
            autocompletion=completion.years,
        ),
    ] = None,
    data: Data = None,
) -> int:
    """Check, show, and return the exit code."""
    from compactctl.cli.validating import Wishes, validate

    wishes = Wishes(
        folder=data_folder(context, data),
        paths=paths or [],
        format=format_,
        formats=FORMATS,
        output=output,
        fail_on=fail_on,
        exit_zero=exit_zero,
        as_of=as_of,
        select=select or [],
        ignore=ignore or [],
        statistics=statistics,
        quiet=quiet,
        complete=complete,
    )
    return validate(wishes)
