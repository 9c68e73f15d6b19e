"""Makes a new workspace: statement and annex of 2003/04, settings for checks and editors.

DIR is the folder to make it in, the one you are in by default. Nothing that is there is overwritten: where one of the
files exists, nothing is written at all.
"""

from pathlib import Path
from typing import Annotated

from compactctl.cli.options import DryRun
from compactctl.cli.output import notify
from compactctl.cli.parameters import Argument, Option
from compactctl.words import number


def command(
    folder: Annotated[str, Argument(metavar="DIR", help="The folder.", shows_default=False)] = ".",
    pages: Annotated[bool, Option("--pages", help="Publish the record as a site with GitHub Pages too.")] = False,
    dry_run: DryRun = False,
) -> int:
    """Write all files or none."""
    from compactctl.cli.drafting import write_new
    from compactctl.drafts.init import workspace_files
    from compactctl.errors import CannotDo
    from compactctl.files.result_files import check_way
    from compactctl.files.targets import shown_path
    from compactctl.workspace.sparse_checkout import check_not_left_out

    if not folder:
        raise CannotDo("DIR has no value", "name the folder, or leave it out for the one you are in")
    root = check_way(Path(folder))
    check_not_left_out(root / "data")
    files = workspace_files(with_pages=pages)
    write_new(root, files, dry_run=dry_run)
    if not dry_run:
        where = shown_path(root)
        begin = "'compactctl new hampshire' begins the compact of Hampshire, and so with every authority"
        count = number(len(files), "file")
        message = f"made a workspace in '{where}': {count}, among them the statement and the annex of 2003/04"
        notify(message, begin if where == "." else f"go to '{where}'; there, {begin}")
    return 0
