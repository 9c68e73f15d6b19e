"""How messages name a path, where a file may be written, and what the system's refusals mean in an officer's words."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Final

from compactctl.errors import CannotDo, Refused
from compactctl.files.limits import MAXIMUM_BYTES, size_in_words
from compactctl.files.opening import kind_of
from compactctl.words import agreeing, listed, quoted

HIDDEN: Final = ".compactctl-"
"""How the names of temporary files and of locks begin: hidden, and passed over by the listing."""


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


def target(root: Path, name: str) -> Path:
    """Return the path of a file in a folder; raises `CannotDo` where it leads out of it, or through a link."""
    inner = PurePosixPath(name)
    if not inner.name or ".." in inner.parts or inner.is_absolute():
        raise CannotDo(f"{quoted(name)} is no name of a file in '{shown_path(root)}'", "name a file within the folder")
    for folder in (root / parent for parent in inner.parents if parent.name):
        with in_words(folder), suppress(FileNotFoundError):
            if not stat.S_ISDIR(mode := folder.lstat().st_mode):
                message = f"'{shown_path(folder)}' is {kind_of(mode)}, and nothing is written through it"
                raise CannotDo(message, "put a folder in its place")
    return root / inner


def exists(*paths: Path, hint: str | None = None) -> Refused:
    """Return the refusal to write files that are there already, and what to do where the command knows it."""
    names = [f"'{shown_path(path)}'" for path in paths]
    verb = agreeing(len(names), "exists", "exist")
    return Refused(f"{listed(names)} {verb} already, and nothing is overwritten", hint)


def check_size(shown: str, data: bytes) -> None:
    """Raise `Refused` where a file, as messages name it, would have more bytes than are read."""
    if len(data) > MAXIMUM_BYTES:
        size = f"larger than {size_in_words(MAXIMUM_BYTES)} ({-(-len(data) // 1024):,} KiB)"
        raise Refused(f"'{shown}' would be {size}, and could not be read again", "nothing was changed")


def reason(error: Exception) -> str:
    """Return why the system refused."""
    why: str = getattr(error, "strerror", None) or "its name cannot be used"
    if sys.platform == "win32" and isinstance(error, PermissionError):
        return f"{why}; if it is open in another program, close it there"
    return why


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what the system says into a message about the file: `Refused` where it exists, else `CannotDo`."""
    try:
        yield
    except FileExistsError as error:
        raise exists(path) from error
    except (OSError, ValueError) as error:
        raise CannotDo(f"'{shown_path(path)}' cannot be written: {reason(error)}", "nothing was changed") from error
