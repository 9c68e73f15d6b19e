"""Which files a command's paths name, within the data folder."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from compactctl.errors import CannotDo
from compactctl.words import quoted


def narrowed(folder: str, paths: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether a file of the data folder is named by the paths, or lies in one that is.

    Without a path every file is. Raises `CannotDo` for a path that does not exist.
    """
    named = [name for path in paths for name in _within(folder, path)]
    return lambda file: not named or any(path in {".", file} or file.startswith(f"{path}/") for path in named)


def outside(folder: str, paths: Iterable[str]) -> list[str]:
    """Return the paths in which no document of the data folder can lie."""
    return [path for path in paths if all(name.startswith("../") for name in _within(folder, path))]


def _within(folder: str, path: str) -> Iterator[str]:
    """Yield how the data folder names a path: as it is written, and as it is where a folder above is a link."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        raise CannotDo(f"there is no file or folder {quoted(path)}", "paths are as seen from where you are") from None
    if os.path.realpath(path) == os.path.realpath(folder):
        yield "."
    above, name = os.path.split(path.rstrip("/") or path)
    for here, there in ((path, folder), (Path(os.path.realpath(above), name), os.path.realpath(folder))):
        relative = Path(os.path.relpath(here, there)).as_posix()
        yield "." if set(relative.split("/")) == {".."} else relative
