"""Opens a workspace for a command, and says on standard error what of it does not lie on the disk."""

from pathlib import Path

from compactctl.cli.output import tell
from compactctl.errors import CannotDo
from compactctl.words import listed
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.requirements import check_checkout
from compactctl.workspace.workspace import Workspace


def opened(folder: Path, *, must_be_whole: bool = False) -> Workspace:
    """Return the workspace in a data folder; raises `CannotDo` where there is none, or nothing in it.

    Where it `must_be_whole`, it does so too where documents may be missing that a sparse checkout leaves out.
    """
    workspace = open_workspace(folder)
    try:
        check_checkout(workspace)
    except CannotDo as unknown:
        if must_be_whole:
            raise
        tell(unknown.message)
    if workspace.not_checked_out:
        names = listed(map(workspace.path_of, workspace.not_checked_out))
        tell(f"a sparse checkout leaves out {names}: taken as git's index has it")
    return workspace
