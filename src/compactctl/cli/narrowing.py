"""Which files a command's paths name, within the data folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from compactctl.errors import CannotDo
from compactctl.words import quoted


class Narrowing:
    """The files of the data folder that are named by paths, or lie in one that is; without a path every file.

    Raises `CannotDo` for a path that does not exist.
    """

    def __init__(self, folder: str, paths: Iterable[str]) -> None:
        within = [(path, [*_within(folder, path)]) for path in paths]
        self._named = [name for _, names in within for name in names]
        self.outside = [path for path, names in within if all(name.startswith("../") for name in names)]
        """The paths in which no document of the data folder can lie."""

    def shows(self, file: str) -> bool:
        """Tell whether a file is among them."""
        return not self._named or any(name in {".", file} or file.startswith(f"{name}/") for name in self._named)


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
