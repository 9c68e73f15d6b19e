"""Opens a workspace for a command, and says on standard error what of it does not lie on the disk."""

from pathlib import Path

from compactctl.cli.output import tell
from compactctl.words import listed
from compactctl.workspace.opening import open_workspace
from compactctl.workspace.workspace import Workspace


def opened(folder: Path) -> Workspace:
    """Return the workspace in a data folder; raises `CannotDo` where there is none, or nothing in it."""
    workspace = open_workspace(folder)
    if workspace.not_checked_out:
        names = listed(map(workspace.path_of, workspace.not_checked_out))
        tell(f"a sparse checkout leaves out {names}: taken as git's index has it")
    return workspace
