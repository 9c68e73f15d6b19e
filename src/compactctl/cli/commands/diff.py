"""Shows what changed between two academic years, or since a git revision.

Without years it compares the two newest, with one year that one and the newest. Where an area of the agenda goes on
under another name, the priorities of the compacts are followed to it. Order and layout of the files never count.
"""

from typing import Annotated, Final

from compactctl.cli import offers
from compactctl.cli.options import Data, Output, SinceOption, data_folder, format_of, format_option, result_file
from compactctl.cli.output import deliver
from compactctl.cli.parameters import Argument, Option
from compactctl.errors import CannotDo

_FORMATS: Final = ("terminal", "markdown", "html", "json")


def command(
    old: Annotated[
        str | None,
        Argument(metavar="OLD", help="The year to compare from, like 2003/04.", offers=offers.years),
    ] = None,
    new: Annotated[str | None, Argument(metavar="NEW", help="The year to compare with.", offers=offers.years)] = None,
    since: SinceOption = None,
    authority: Annotated[
        str | None,
        Option(
            "--authority",
            metavar="AUTHORITY",
            help="Only this authority's compact, and counts of it.",
            offers=offers.compacts,
        ),
    ] = None,
    annex_only: Annotated[bool, Option("--annex-only", help="Only the agenda, without the compacts.")] = False,
    format_: Annotated[
        str | None,
        format_option(_FORMATS),
    ] = None,
    output: Output = None,
    full: Annotated[
        bool, Option("--full", help="On a terminal: every text, and not only totals and a line a change.")
    ] = False,
    exit_code: Annotated[
        bool, Option("--exit-code", help="Leave with 1 when there is a change, with 2 when not all can be read.")
    ] = False,
    data: Data = None,
) -> int:
    """Compare, show, and say by the exit code whether anything changed."""
    name = format_of(format_, output, _FORMATS)
    if since is not None and old is not None:
        raise CannotDo("--since compares with a git revision and takes no years", "leave out either of them")
    from compactctl.cli.comparing import Presentation, compared, exit_code_of, warn, written

    root = data_folder(data)
    file = result_file(output, root)
    workspace, result, slug = compared(root, old, new, since=since, authority=authority, annex_only=annex_only)
    warn(workspace, result, slug)
    wanted = Presentation(name, to_terminal=file is None, full=full)
    deliver(written(workspace, result, wanted), file)
    return exit_code_of(result) if exit_code else 0
