"""Shows what changed between two academic years, or since a git revision.

Without years it compares the two newest, with one year that one and the newest. Where an area of the agenda goes on
under another name, the priorities of the compacts are followed to it. Order and layout of the files never count.
"""

import os
import shutil
from pathlib import Path
from typing import Annotated, Final

import typer

from compactctl.changes.basis import check_authority, years_between
from compactctl.changes.results import YearChanges
from compactctl.changes.revision_results import RevisionChanges
from compactctl.changes.revisions import compare_revisions
from compactctl.changes.years import compare_years
from compactctl.cli import completion
from compactctl.cli.options import Data, Output, data_folder, is_terminal, one_of, wants_colour, year
from compactctl.cli.output import deliver, tell
from compactctl.errors import CannotDo
from compactctl.formats.safe import under_actions
from compactctl.workspace.opening import open_workspace, read_workspace
from compactctl.workspace.revision import open_revision
from compactctl.workspace.workspace import Workspace

_FORMATS: Final = ("terminal", "markdown", "html", "json")


def command(
    context: typer.Context,
    old: Annotated[
        str | None,
        typer.Argument(metavar="OLD", help="The year to compare from, like 2003/04.", autocompletion=completion.years),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The year to compare with.", autocompletion=completion.years)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REF", help="A branch, tag or commit to compare with, in place of years."),
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option(
            "--authority",
            metavar="SLUG",
            help="Only this authority's compact, and counts of it.",
            autocompletion=completion.compacts,
        ),
    ] = None,
    annex_only: Annotated[bool, typer.Option("--annex-only", help="Only the agenda, without the compacts.")] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="|".join(_FORMATS), help="How to show it.", autocompletion=completion.choices(_FORMATS)
        ),
    ] = "terminal",
    output: Output = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Leave with 1 when there is a change.")] = False,
    data: Data = None,
) -> int:
    """Compare, show, and tell in the exit code whether anything changed."""
    one_of("--format", format_, _FORMATS)
    if since is not None and old is not None:
        raise CannotDo("--since compares with a git revision and takes no years", "leave out either of them")
    root = data_folder(context, data)
    workspace = open_workspace(root)
    if authority is not None:
        check_authority(workspace, authority)
    if since is None:
        years = _years(workspace, old, new, authority)
        result: YearChanges | RevisionChanges = years.without_compacts if annex_only else years
    else:
        result = _since(workspace, root, since, authority, annex_only)
    _warn(workspace, result, authority)
    deliver(_written(result, format_, to_terminal=output is None), output)
    return 1 if exit_code and result.is_change else 0


def _years(workspace: Workspace, old: str | None, new: str | None, authority: str | None) -> YearChanges:
    given = (year("OLD", old) if old else None, year("NEW", new) if new else None)
    return compare_years(workspace, *years_between(workspace, *given), authority)


def _since(workspace: Workspace, root: Path, ref: str, authority: str | None, annex_only: bool) -> RevisionChanges:
    with open_revision(root, ref, workspace.shown) as tree:
        before = read_workspace(tree, workspace.shown)
        return compare_revisions(before, workspace, ref, authority, annex_only=annex_only)


def _warn(workspace: Workspace, result: YearChanges | RevisionChanges, authority: str | None) -> None:
    """Say what a reader of any format has to know of what is missing."""
    path = workspace.path_of(f"compacts/{authority}.yaml")
    if authority and (authority in workspace.broken_slugs or path in result.unreadable):
        tell(f"the compact of '{authority}' cannot be read, and is left out", "'compactctl validate' says why")
    for path in result.not_whole if isinstance(result, YearChanges) else ():
        tell(f"{path} breaks the schema, so its lineage may not be told in full", "'compactctl validate' says where")


def _written(result: YearChanges | RevisionChanges, format_: str, *, to_terminal: bool) -> str | bytes:
    """Return the result in a format; each is imported only where it is wanted."""
    runner = under_actions(os.environ)
    if format_ == "json":
        from compactctl.formats.changes.as_json import revisions, years

        return years(result) if isinstance(result, YearChanges) else revisions(result)
    from compactctl.formats.changes.telling import story_of

    story = story_of(result)
    if format_ == "html":
        from compactctl.formats.changes.as_html import html

        return html(story, runner=runner)
    if format_ == "markdown":
        from compactctl.formats.changes.as_markdown import markdown

        return markdown(story)
    from compactctl.formats.changes.as_terminal import WIDTH, terminal

    width = shutil.get_terminal_size().columns if to_terminal and is_terminal() else WIDTH
    return terminal(story, width=width, colour=to_terminal and wants_colour(), runner=runner)
