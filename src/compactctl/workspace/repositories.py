"""Which repository of git a folder lies in, told from the files alone: no git process is run for it."""

import os
from pathlib import Path
from typing import Final

_POINTER: Final = "gitdir: "
"""What the file .git of a further work tree, or of a submodule, begins with."""
_LONGEST: Final = 5000
"""Characters of such a file: a path, which has fewer."""


def top_of(folder: Path) -> Path | None:
    """Return the top of the work tree that a folder lies in: the nearest that has a '.git', whether folder or file."""
    real = Path(os.path.realpath(folder))
    return next((path for path in (real, *real.parents) if os.path.lexists(path / ".git")), None)


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


def repository_of(folder: Path) -> Path | None:
    """Return where git keeps what belongs to the work tree that a folder lies in."""
    if apart := given_apart(folder):
        return Path(apart["GIT_DIR"])
    top = top_of(folder)
    if top is None or (top / ".git").is_dir():
        return top and top / ".git"
    if not (top / ".git").is_file():
        return None
    try:
        with (top / ".git").open(encoding="utf-8", errors="surrogateescape") as file:
            pointer = file.read(_LONGEST)
    except OSError:
        return None
    return top / pointer.removeprefix(_POINTER).strip() if pointer.startswith(_POINTER) else None


def is_submodule_to_fetch(folder: Path) -> bool:
    """Tell whether a folder is empty, in a work tree with submodules: a clone has none of what belongs into these."""
    top = top_of(folder)
    try:
        return top is not None and (top / ".gitmodules").is_file() and not any(folder.iterdir())
    except OSError:
        return False
