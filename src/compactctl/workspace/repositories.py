"""Which repository of git a folder lies in, told from the files alone: no git process is run for it."""

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from compactctl.files.opening import Unreadable, read_bytes

_POINTER: Final = "gitdir: "
"""What the file .git of a further work tree, or of a submodule, begins with."""
_LONGEST: Final = 5000
"""Characters of such a file: a path, which has fewer."""
_LEADS_NOWHERE: Final = frozenset((errno.ENOENT, errno.ENOTDIR, errno.ELOOP))


def top_of(folder: Path) -> Path | None:
    """Return the top of the work tree that a folder lies in: the nearest whose '.git' git takes for one."""
    real = Path(os.path.realpath(folder))
    return next((path for path in (real, *real.parents) if _is_taken(path / ".git")), None)


def given_apart(folder: Path) -> dict[str, str]:
    """Return the repository and the work tree that the environment names, where the folder lies in that work tree.

    GIT_DIR alone does not count, since git sets it for every hook. Nor do the two where the folder lies in another
    repository within that work tree.
    """
    repository, tree = os.environ.get("GIT_DIR"), os.environ.get("GIT_WORK_TREE")
    if not repository or not tree:
        return {}
    real, top = Path(os.path.realpath(tree)), top_of(folder)
    is_within = Path(os.path.realpath(folder)).is_relative_to(real)
    if not is_within or (top is not None and top != real and top.is_relative_to(real)):
        return {}
    return {"GIT_DIR": os.path.realpath(repository), "GIT_WORK_TREE": str(real)}


def git_folder_of(folder: Path) -> Path | None:
    """Return the '.git' of the work tree that a folder lies in, be it a folder or a file, or what stands for it."""
    if apart := given_apart(folder):
        return Path(apart["GIT_DIR"])
    top = top_of(folder)
    return top and top / ".git"


def repository_at(path: Path) -> Path | None:
    """Return where git keeps what belongs to a work tree, by its '.git'; raises OSError where that cannot be read."""
    if _is_folder(path):
        return path
    pointer = _pointer(path)
    return None if pointer is None else path.parent / pointer


def is_there(path: Path) -> bool:
    """Tell whether a path leads to anything; raises OSError where that cannot be told, as pathlib did."""
    return _mode_of(path) != 0


def is_submodule_to_fetch(folder: Path) -> bool:
    """Tell whether a folder is empty, and a submodule: a clone has nothing of what belongs into one."""
    top = top_of(folder)
    try:
        if top is None or any(folder.iterdir()):
            return False
        modules = read_bytes(top / ".gitmodules")
    except (OSError, Unreadable):
        return False
    inner = os.fsencode(Path(os.path.relpath(os.path.realpath(folder), top)).as_posix())
    return re.search(rb"^\s*path\s*=\s*" + re.escape(inner) + rb"\s*$", modules, re.MULTILINE) is not None


def _is_taken(path: Path) -> bool:
    """Tell whether git takes a '.git' for one, or may, where it cannot be read here."""
    if not os.path.lexists(path):
        return False
    try:
        if _is_folder(path):
            return (path / "HEAD").is_symlink() or is_there(path / "HEAD")
        return _pointer(path) is not None
    except OSError:
        return True


def _pointer(path: Path) -> str | None:
    """Return the path in a file '.git', where it is one; raises OSError."""
    if not stat.S_ISREG(_mode_of(path)):
        return None
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        text = file.read(_LONGEST)
    return text.removeprefix(_POINTER).strip() if text.startswith(_POINTER) else None


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(_mode_of(path))


def _mode_of(path: Path) -> int:
    """Return the kind of file that a path leads to, 0 for none; raises OSError."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno in _LEADS_NOWHERE:
            return 0
        raise
    except ValueError:  # there is a NUL in it
        return 0
