"""Makes a new workspace: statement and annex of 2003/04, settings for checks and editors.

DIR is the folder to make it in, the one you are in by default. Nothing that is there is overwritten: where one of the
files exists, nothing is written at all.
"""

import os
import shlex
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
    from compactctl.errors import CannotDo, Refused
    from compactctl.files.result_files import check_way
    from compactctl.files.targets import shown_path
    from compactctl.workspace.loading import is_data_folder
    from compactctl.workspace.sparse_checkout import check_not_left_out

    if not folder:
        raise CannotDo("DIR has no value", "name the folder, or leave it out for the one you are in")
    root = check_way(Path(folder))
    check_not_left_out(root / "data")
    files = workspace_files(with_pages=pages)
    where = shown_path(root)
    try:
        write_new(root, files, dry_run=dry_run)
    except Refused as refusal:
        hint = "begin in a new folder, 'compactctl init NAME', and move what you want to keep into it"
        if is_data_folder(root / "data"):
            go = "" if where == "." else f"type 'cd {shlex.quote(where)}', and "
            hint = f"there is a record already: {go}go on with it; 'compactctl validate' checks it"
        raise Refused(refusal.message, refusal.hint or hint) from refusal
    if not dry_run:
        begin = "'compactctl new hampshire' begins the compact of Hampshire, and so with every authority"
        count = number(len(files), "file")
        message = f"made a workspace in '{where}': {count}, among them the statement and the annex of 2003/04"
        notify(message, begin if where == "." else f"go to '{where}'; there, {begin}")
        above = (folder for folder in Path(os.path.realpath(root)).parents if is_data_folder(folder / "data"))
        if outer := next(map(shown_path, above), None):
            message = f"there is another record further up, in '{outer}', which knows nothing of this one"
            notify(message, "if you meant that one, go on there, and delete what was made here")
    return 0
