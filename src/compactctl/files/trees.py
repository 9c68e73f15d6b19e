"""A data folder as names and bytes, wherever it is kept: here the one on the disk.

A git revision is another tree (see `workspace/git_trees.py`); whatever reads documents works on both.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from compactctl.files.limits import most_bytes
from compactctl.files.opening import kind_of, read_bytes


class FolderEntry(NamedTuple):
    """A name in a folder, and what it is: 'a plain file', 'a folder', 'a link', 'a pipe' and so on."""

    name: str
    kind: str


class Tree(Protocol):
    """What a data folder can be asked; names are relative to it, with '/'."""

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder, '' being the data folder itself; raises OSError."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""

    def size(self, name: str) -> int:
        """Return about how many bytes a file has, 0 where that cannot be told."""


def as_name(kept: bytes | bytearray) -> str:
    """Return a name that somebody else keeps as the system has names; `os.fsdecode` stops on Windows at bad UTF-8."""
    return kept.decode(sys.getfilesystemencoding(), "surrogateescape")


class DiskTree(NamedTuple):
    """A data folder on the disk."""

    root: Path

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder; raises OSError."""
        with os.scandir(self.root / folder) as entries:
            for entry in entries:
                yield FolderEntry(entry.name, _kind(entry))

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""
        return read_bytes(self.root / name, most_bytes(name))

    def size(self, name: str) -> int:
        """Return how many bytes a file has, 0 where that cannot be told."""
        try:
            return os.lstat(self.root / name).st_size
        except OSError:
            return 0


class ChangedTree(NamedTuple):
    """A tree as it would be with other bytes in one of its files."""

    tree: Tree
    name: str
    data: bytes

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder; raises OSError."""
        return self.tree.entries(folder)

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""
        return self.data if name == self.name else self.tree.read(name)

    def size(self, name: str) -> int:
        """Return about how many bytes a file has, 0 where that cannot be told."""
        return len(self.data) if name == self.name else self.tree.size(name)


class PastTree(NamedTuple):
    """A tree as it was, which nobody mends any more: its files say what YAML says they say, however they were meant."""

    tree: Tree

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder; raises OSError."""
        return self.tree.entries(folder)

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""
        return self.tree.read(name)

    def size(self, name: str) -> int:
        """Return about how many bytes a file has, 0 where that cannot be told."""
        return self.tree.size(name)


def _kind(entry: "os.DirEntry[str]") -> str:
    if entry.is_file(follow_symlinks=False):
        return "a plain file"
    if entry.is_dir(follow_symlinks=False):
        return "a folder"
    return kind_of(entry.stat(follow_symlinks=False).st_mode)
