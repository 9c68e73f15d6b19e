"""How messages name a path."""

import os
from pathlib import Path


def shown_path(path: Path) -> str:
    """Return a path relative to the folder the command runs in, with '/'; as it stands where there is no way to it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
