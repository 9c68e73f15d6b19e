"""Check all documents, and show every finding of every file.

Paths (files, or folders of them) narrow what is shown, and what counts for the exit code, never what is checked. The
exit code is 1 when there is a finding at or above --fail-on.
"""

import os
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from compactctl.cli.narrowing import narrowed
from compactctl.cli.options import AsOf, Data, Output, data_folder, day, one_of, wants_colour, year
from compactctl.cli.output import deliver
from compactctl.errors import CannotDo
from compactctl.finding import Finding, Level
from compactctl.formats.findings.result import FindingsResult
from compactctl.formats.safe import under_actions
from compactctl.formats.styled import coloured, plain
from compactctl.rules.checking import Selection, check, within_limit
from compactctl.rules.names import is_untouchable, page_of
from compactctl.rules.rule import Checks
from compactctl.workspace.opening import open_workspace
from compactctl.workspace.workspace import Workspace

FORMATS: Final = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")


def command(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Show only these files or folders.")
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", envvar="COMPACTCTL_FORMAT", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}."),
    ] = "full",
    output: Output = None,
    fail_on: Annotated[
        str, typer.Option(metavar="LEVEL", help="Fail from this level on: error, warning or info.")
    ] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    as_of: AsOf = None,
    select: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Only this rule; may be repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Not this rule; may be repeated.")] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show nothing: the exit code tells.")] = False,
    complete: Annotated[
        str | None,
        typer.Option(metavar="YEAR", help="Every authority that counts in this academic year is to have an edition."),
    ] = None,
    data: Data = None,
) -> int:
    """Check, show, and return the exit code."""
    name = one_of("--format", format_, FORMATS)
    threshold = Level(one_of("--fail-on", fail_on, [str(level) for level in Level]))
    selection = _selection(select or [], ignore or [])
    today = day("--as-of", as_of)
    complete_year = year("--complete", complete) if complete is not None else None
    workspace = open_workspace(data_folder(context, data))
    show = narrowed(workspace.shown, paths or [])
    found = check(Checks(workspace, today, complete_year), selection)
    shown = [item for item in found if show(item.place.file)]
    if not quiet or output is not None:
        result = _result(workspace, today, list(within_limit(shown)), statistics=statistics)
        deliver(_rendered(name, result, colour=output is None and wants_colour()), output)
    fails = any(item.level.reaches(threshold) for item in shown)
    return int(fails and not exit_zero)


def _selection(select: list[str], ignore: list[str]) -> Selection:
    for rule in (*select, *ignore):
        page_of(rule)
    for rule in ignore:
        if is_untouchable(rule):
            hint = "what it finds cannot be read as anything; mend it where it is found"
            raise CannotDo(f"'{rule}' cannot be ignored", hint)
    return Selection(frozenset(select), frozenset(ignore))


def _result(workspace: Workspace, today: date, found: Sequence[Finding], *, statistics: bool) -> FindingsResult:
    return FindingsResult(
        folder=workspace.shown,
        as_of=today,
        documents=workspace.document_count,
        names=workspace.document_names,
        findings=found,
        runner=under_actions(os.environ),
        statistics=statistics,
    )


def _rendered(name: str, result: FindingsResult, *, colour: bool) -> str | bytes:
    rendered: Any = import_module(f"compactctl.formats.findings.{name}").render(result)
    if isinstance(rendered, str | bytes):
        return rendered
    return coloured(rendered) if colour else plain(rendered)
