"""A data folder of which a sparse checkout leaves files out, completed by what git's index has of them.

Without it, a compact that is not checked out would be taken for one that nobody has written.
"""

import os
import re
import shlex
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.errors import CannotDo
from compactctl.files.data_folder import ANNEXES, COMPACTS, SINGLE_FILES
from compactctl.files.opening import Unreadable
from compactctl.files.targets import shown_path
from compactctl.files.trees import DiskTree, FolderEntry, Tree
from compactctl.workspace.git_trees import RevisionTree, listed_blobs
from compactctl.workspace.repositories import git_folder_of, is_there, repository_at

_PATTERNS: Final = "info/sparse-checkout"
_DOCUMENT: Final = re.compile(rf"{'|'.join(map(re.escape, SINGLE_FILES))}|({ANNEXES}|{COMPACTS})/[^/]+\.yaml")


class Checkout(NamedTuple):
    """A data folder, whole, and the names of the files that a sparse checkout leaves out of it.

    `unknown_because` says why it cannot be told whether it does, where that is so.
    """

    tree: Tree
    left_out: tuple[str, ...] = ()
    unknown_because: str | None = None


def checked_out(root: Path) -> Checkout:
    """Return the data folder at a path; raises `CannotDo` where git is needed and does not list its index."""
    disk = DiskTree(root)
    git_folder = git_folder_of(root) if root.is_dir() else None
    if git_folder is None:
        return Checkout(disk)
    try:
        is_sparse = _is_sparse(git_folder)
    except OSError as error:
        return Checkout(disk, unknown_because=f"'{shown_path(git_folder)}' cannot be read: {error.strerror}")
    if not is_sparse:
        return Checkout(disk)
    from compactctl.workspace.git import Contents, list_not_checked_out

    blobs = [blob for blob in listed_blobs(list_not_checked_out(root)) if not os.path.lexists(root / blob.path)]
    if not blobs:
        return Checkout(disk)
    with closing(Contents(root)) as contents:
        kept = RevisionTree(blobs, contents, _not_held)
        # Two processes could not share what git gives, so that all is taken before there are two.
        taken = {blob.path: _content(kept, blob.path) for blob in blobs if _DOCUMENT.fullmatch(blob.path)}
        return Checkout(_Completed(disk, kept, taken), tuple(sorted(blob.path for blob in blobs)))


def check_not_left_out(root: Path) -> None:
    """Raise `CannotDo` where a folder that is not there is one that a sparse checkout leaves out."""
    try:
        real = Path(os.path.realpath(root))
        above = next(path for path in real.parents if path.is_dir())
        git_folder = git_folder_of(above)
        if git_folder is None or not _is_sparse(git_folder):
            return
    except OSError:
        return
    from compactctl.workspace.git import list_not_checked_out

    if list_not_checked_out(above, real.relative_to(above).as_posix()):
        shown = shown_path(root)
        hint = f"'git sparse-checkout add {shlex.quote(shown)}' brings it"
        raise CannotDo(f"a sparse checkout leaves out the data folder '{shown}'", hint)


def _not_held(name: str) -> Unreadable:  # noqa: ARG001 - the same for each file
    return Unreadable(
        "the file cannot be read: a sparse checkout leaves it out, and git does not hold its content whole",
        "'git sparse-checkout disable' checks it out",
    )


def _content(tree: Tree, name: str) -> bytes | Unreadable:
    try:
        return tree.read(name)
    except Unreadable as refusal:
        return refusal


class _Completed:
    """A data folder on the disk, completed by what git's index has: a tree as in `files/trees.py`."""

    def __init__(self, disk: Tree, left_out: RevisionTree, contents: Mapping[str, bytes | Unreadable]) -> None:
        self._disk = disk
        self._left_out = left_out
        self._contents = contents

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder, or would; raises OSError."""
        entries_by_name: dict[str, FolderEntry] = {}
        missing: list[FileNotFoundError] = []
        for tree in (self._left_out, self._disk):
            try:
                entries_by_name.update({entry.name: entry for entry in tree.entries(folder)})
            except FileNotFoundError as error:
                missing.append(error)
        if not entries_by_name and missing[1:]:
            raise missing[1]
        return iter(entries_by_name.values())

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""
        content = self._contents.get(name)
        if content is None:
            return self._disk.read(name)
        if isinstance(content, Unreadable):
            raise content
        return content

    def size(self, name: str) -> int:
        """Return how many bytes a file has, 0 where that cannot be told."""
        content = self._contents.get(name)
        return len(content) if isinstance(content, bytes) else self._disk.size(name)


def _is_sparse(git_folder: Path) -> bool:
    """Tell, without a git process, whether a checkout may be sparse; raises OSError where that cannot be read."""
    repository = repository_at(git_folder)
    return repository is not None and is_there(repository / _PATTERNS)
