"""A data folder of which a sparse checkout leaves files out: those are taken as git's index has them."""

from collections.abc import Iterator

from compactctl.files.trees import Entry, Tree


class SparseTree:
    """A data folder on the disk, completed by what is not checked out: a tree as in `files/trees.py`."""

    def __init__(self, disk: Tree, left_out: Tree, names: frozenset[str]) -> None:
        self._disk = disk
        self._left_out = left_out
        self._names = names

    def entries(self, folder: str) -> Iterator[Entry]:
        """Yield what lies in a folder, or would; raises OSError."""
        try:
            here = {entry.name: entry for entry in self._disk.entries(folder)}
        except FileNotFoundError:
            return self._left_out.entries(folder)
        try:
            left_out = {entry.name: entry for entry in self._left_out.entries(folder)}
        except FileNotFoundError:
            left_out = {}
        return iter({**left_out, **here}.values())

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file; raises `Unreadable`."""
        return (self._left_out if name in self._names else self._disk).read(name)

    def size(self, name: str) -> int:  # noqa: ARG002 - as for any tree of which git gives a part
        """Return 0: what git gives comes in one stream, which two processes cannot share."""
        return 0
