"""Checks all documents, and shows every finding of every file.

Paths (files, folders of them, or authorities) narrow what is shown, and what counts for the exit code, never what is
checked. Where something on which their documents rest is broken, it is shown and counts too. The exit code is 1 when
there is a finding at or above --fail-on.
"""

from typing import Annotated, Final

from compactctl.cli import offers
from compactctl.cli.options import AsOf, Data, Output, SinceOption, data_folder, format_of, format_option, result_file
from compactctl.cli.parameters import Argument, Option

FORMATS: Final = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")
FORMAT_VARIABLE: Final = "COMPACTCTL_FORMAT"


def command(
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH", help="Show only these files, folders or authorities.")
    ] = None,
    format_: Annotated[
        str | None,
        format_option(FORMATS, FORMAT_VARIABLE),
    ] = None,
    output: Output = None,
    fail_on: Annotated[
        str,
        Option(
            "--fail-on",
            metavar="LEVEL",
            help="Fail from this level on: error, warning or info.",
            offers=offers.choices(("error", "warning", "info")),
        ),
    ] = "error",
    exit_zero: Annotated[bool, Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    as_of: AsOf = None,
    select: Annotated[
        list[str] | None,
        Option(
            "--select",
            metavar="RULE",
            help="Only this rule, and those on files, the schema and the register; may be repeated.",
            offers=offers.rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        Option("--ignore", metavar="RULE", help="Not this rule; may be repeated.", offers=offers.rules),
    ] = None,
    statistics: Annotated[bool, Option("--statistics", help="Count the findings of each rule too.")] = False,
    quiet: Annotated[bool, Option("--quiet, -q", help="Show nothing: the exit code tells.")] = False,
    complete: Annotated[
        str | None,
        Option(
            "--complete",
            metavar="YEAR",
            help="Every authority that counts in this academic year is to have an edition.",
            offers=offers.years,
        ),
    ] = None,
    since: SinceOption = None,
    data: Data = None,
) -> int:
    """Check, show, and return the exit code."""
    from compactctl.cli.validating import Inputs, validate

    inputs = Inputs(
        folder=data_folder(data),
        paths=paths or [],
        format=format_of(format_, output, FORMATS, FORMAT_VARIABLE),
        output=result_file(output, data_folder(data)),
        fail_on=fail_on,
        exit_zero=exit_zero,
        as_of=as_of,
        select=select or [],
        ignore=ignore or [],
        statistics=statistics,
        quiet=quiet,
        complete=complete,
        since=since,
    )
    return validate(inputs)
