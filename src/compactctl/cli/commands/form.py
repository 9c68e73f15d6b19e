"""Writes an edition as a Word document to fill in.

AUTHORITY is a name or a number: hampshire, "Hampshire County Council", 850. Where the year has no edition yet, the
boxes hold what 'renew' would carry over from the last, or are empty. What comes back filled in is taken in with
'compactctl import'. --all writes a form for every authority that counts in the year, into a folder. Nothing that
exists is overwritten.
"""

from typing import Annotated

from compactctl.cli import offers
from compactctl.cli.options import Data, YearOption, data_folder, year_of
from compactctl.cli.parameters import Argument, Option, parameters_of
from compactctl.errors import CannotDo


def command(
    authority: Annotated[
        str | None,
        Argument(
            metavar="AUTHORITY",
            help="The authority: its name or number.",
            offers=offers.authorities,
            shows_default=False,
        ),
    ] = None,
    year: YearOption = None,
    every: Annotated[
        bool, Option("--all", help="A form for every authority that counts in the year, into the folder of --output.")
    ] = False,
    output: Annotated[
        str | None,
        Option(
            "--output, -o",
            metavar="FILE",
            help="The Word document to write, or the folder for --all; - is standard output "
            "[default: the authority and the year, as in hampshire-2004-05.docx].",
        ),
    ] = None,
    data: Data = None,
) -> int:
    """Find, draw, write, say what comes next."""
    if every and authority is not None:
        raise CannotDo("--all writes a form for every authority, and takes no AUTHORITY", "leave out either of them")
    words = None if every else _asked() if authority is None else authority
    from compactctl.cli.drafting import notify_beyond_register
    from compactctl.cli.forming import write_all, write_form
    from compactctl.cli.opening import opened
    from compactctl.drafts.inputs import newest_year, whole_agenda

    root = data_folder(data)
    workspace = opened(root)
    agenda = whole_agenda(workspace, newest_year(workspace) if year is None else year_of("--year", year))
    notify_beyond_register(workspace, agenda.year)
    if words is None:
        return write_all(workspace, root, agenda, output)
    write_form(workspace, root, agenda, words, output)
    return 0


def _asked() -> str:
    """Return the authority that somebody at a terminal names."""
    from compactctl.cli.prompts import ask_argument, can_ask

    if not can_ask():
        raise CannotDo("'AUTHORITY' is not given", "see 'compactctl form --help'")
    return ask_argument(parameters_of(command)[0])
