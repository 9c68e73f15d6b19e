"""How messages name a path."""

import os
from pathlib import Path

from compactctl.errors import CannotDo


def working_folder() -> Path:
    """Return the folder the command runs in; raises `CannotDo` where it is gone."""
    try:
        return Path.cwd()
    except OSError as error:
        hint = "go to one that is there with 'cd', then type the command again"
        raise CannotDo("the folder that this was run in is no longer there", hint) from error


def shown_path(path: Path) -> str:
    """Return a path relative to the folder the command runs in, with '/'; as it stands where there is no way to it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
