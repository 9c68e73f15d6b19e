"""The commit that a record stands at: what a site says that it was made from, where that is sure."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo
from compactctl.files.data_folder import ANNEXES, COMPACTS
from compactctl.files.opening import Unreadable
from compactctl.workspace.git import last_change, list_revision, shortened
from compactctl.workspace.git_trees import listed_blobs
from compactctl.workspace.repositories import git_folder_of, is_there, repository_at
from compactctl.workspace.workspace import Workspace

_SHA_1: Final = 40
"""Hexadecimal digits; a name of an object that has more is a SHA-256."""


def last_commit(workspace: Workspace, root: Path) -> str:
    """Return the first ten digits of the last commit that changed the data folder, whose path is the root.

    Nothing where that is not sure: without a repository, in a shallow clone, where git cannot say, or where a file is
    not, byte for byte, what HEAD has.
    """
    try:
        if not _is_whole_repository(root) or not _is_clean(workspace, root):
            return ""
        return shortened(last_change(root))
    except (CannotDo, Unreadable, OSError):
        return ""


def _is_whole_repository(root: Path) -> bool:
    git_folder = git_folder_of(root)
    repository = git_folder and repository_at(git_folder)
    return repository is not None and not is_there(repository / "shallow")


def _is_clean(workspace: Workspace, root: Path) -> bool:
    listing = list_revision(root, "HEAD", (ANNEXES, COMPACTS), workspace.shown)
    committed = {blob.path: blob.name for blob in listed_blobs(listing) if blob.kind != "a folder"}
    present = set(_files(workspace))
    return committed.keys() == present and all(
        _object_name(workspace.tree.read(name), len(committed[name])) == committed[name] for name in present
    )


def _files(workspace: Workspace) -> Iterator[str]:
    """Yield all that lies where documents may, but for folders."""
    for folder in ("", ANNEXES, COMPACTS):
        try:
            entries = list(workspace.tree.entries(folder))
        except FileNotFoundError:
            continue
        yield from (f"{folder}/{name}".lstrip("/") for name, kind in entries if kind != "a folder")


def _object_name(data: bytes, digits: int) -> str:
    """Return the name that git gives to the content of a file, with as many digits as its repository has."""
    content = b"blob %d\0" % len(data) + data
    if digits == _SHA_1:
        return hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return hashlib.sha256(content).hexdigest()
