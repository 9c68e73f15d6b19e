"""Drafts the next annex from the last.

Every area goes on under its letter and id, nobody has signed, and comments say how to reword, replace, merge, split,
retire and add areas, and which compacts rest on each. YEAR is an academic year like 2004/05; without it, it is the year
after the newest annex.
"""

from typing import Annotated

from compactctl.cli.options import Data, DryRun, data_folder, year_of
from compactctl.cli.output import notify
from compactctl.cli.parameters import Argument


def command(
    year: Annotated[
        str | None,
        Argument(metavar="YEAR", help="The academic year to draft.", shows_default=False),
    ] = None,
    dry_run: DryRun = False,
    data: Data = None,
) -> int:
    """Draft and write."""
    from compactctl.cli.drafting import write_new
    from compactctl.cli.opening import opened
    from compactctl.documents.status import Status
    from compactctl.drafts.inputs import newest_year
    from compactctl.drafts.revise import check_has_none, next_annex, year_after
    from compactctl.files.data_folder import annex_file

    root = data_folder(data)
    workspace = opened(root)
    newest = newest_year(workspace)
    wanted = year_after(newest) if year is None else year_of("YEAR", year)
    check_has_none(workspace, wanted)
    name = annex_file(wanted.file_stem)
    write_new(root, {name: next_annex(workspace, wanted).encode()}, dry_run=dry_run)
    if last := workspace.last_agenda(wanted):
        if last.status is Status.DRAFT:
            notify(f"the annex of {last.year}, from which this one is drafted, is signed by nobody yet")
        if (following := last.year.following) != wanted:
            message = f"this one is drafted from the annex of {last.year}, and no year between has one"
            notify(message, f"'compactctl revise {following}' drafts that of {following}")
    if not dry_run:
        message = (
            f"wrote '{workspace.path_of(name)}', the agenda of {wanted} with every area as it was, signed by nobody"
        )
        notify(message, "open it, and change what is to change as its comments say; then run 'compactctl validate'")
    return 0
