"""Which files a command's paths name, within the data folder."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from compactctl.errors import CannotDo
from compactctl.words import quoted


def narrowed(folder: str, paths: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether a file of the data folder is named by the paths, or lies in one that is.

    Without a path every file is. Raises `CannotDo` for a path that does not exist.
    """
    named = [_within(folder, path) for path in paths]
    return lambda file: not named or any(path in {".", file} or file.startswith(f"{path}/") for path in named)


def _within(folder: str, path: str) -> str:
    try:
        os.lstat(path)
    except (OSError, ValueError):
        raise CannotDo(f"there is no file or folder {quoted(path)}", "paths are as seen from where you are") from None
    relative = Path(os.path.relpath(path, folder)).as_posix()
    return "." if set(relative.split("/")) == {".."} else relative
