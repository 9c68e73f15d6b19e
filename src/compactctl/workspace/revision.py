"""A data folder as a git revision has it; what a file there may be and hold is judged as on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo
from compactctl.files.limits import MAXIMUM_BYTES
from compactctl.files.opening import Unreadable, kind_of, not_plain, too_large
from compactctl.files.trees import Entry
from compactctl.words import quoted
from compactctl.workspace.git import Contents, list_revision

_SUBMODULE: Final = 0o160000


@contextmanager
def open_revision(folder: Path, ref: str, shown: str) -> Iterator["RevisionTree"]:
    """Open the data folder as it was in a branch, tag or commit; `shown` is the folder as messages name it.

    Raises `CannotDo` where there is no git, no repository, no such revision or no data folder in it.
    """
    blobs = dict(_blobs(list_revision(folder, ref, shown)))
    if not blobs:
        hint = "it may have had another name then, or have come later; name another revision"
        raise CannotDo(f"the revision {quoted(ref)} has no folder '{shown}'", hint)
    contents = Contents(folder)
    try:
        yield RevisionTree(blobs, contents)
    finally:
        contents.close()


@dataclass(frozen=True, slots=True)
class _Blob:
    kind: str
    name: str
    size: int


def _blobs(listing: bytes) -> Iterator[tuple[str, _Blob]]:
    for line in filter(None, listing.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, name, size = about.decode("ascii").split()
        bits = int(mode, 8)
        kind = "a folder" if bits == _SUBMODULE else kind_of(bits)
        yield os.fsdecode(path), _Blob(kind, name, int(size) if size.isdecimal() else 0)


class RevisionTree:
    """A data folder in a git revision, as names and bytes: a tree as in `files/trees.py`."""

    def __init__(self, blobs: dict[str, _Blob], contents: Contents) -> None:
        self._blobs = blobs
        self._contents = contents
        self._folders: dict[str, dict[str, str]] = {"": {}}
        for path, blob in blobs.items():
            self._place(path, blob.kind)

    def entries(self, folder: str) -> Iterator[Entry]:
        """Yield what lies in a folder; raises OSError."""
        if folder not in self._folders:
            raise FileNotFoundError(folder)
        return (Entry(name, kind) for name, kind in self._folders[folder].items())

    def size(self, name: str) -> int:  # noqa: ARG002 - one size for all
        """Return 0: what git gives comes in one stream, which two processes cannot share."""
        return 0

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file of at most 1 MiB; raises `Unreadable`."""
        blob = self._blobs.get(name)
        if blob is None or blob.kind != "a plain file":
            raise Unreadable(not_plain(blob.kind if blob else "a folder"))
        if blob.size > MAXIMUM_BYTES:
            raise Unreadable(too_large(blob.size))
        data = self._contents.read(blob.name, blob.size)
        if data is None:
            raise Unreadable("the file cannot be read: this clone does not hold its content; fetch it with git first")
        return data

    def _place(self, path: str, kind: str) -> None:
        parent, _, name = path.rpartition("/")
        if parent not in self._folders:
            self._folders[parent] = {}
            self._place(parent, "a folder")
        self._folders[parent][name] = kind
