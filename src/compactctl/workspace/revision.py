"""A data folder as git keeps it, in a revision or its index; what a file there may be and hold is judged as on disk."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from compactctl.files.limits import most_bytes
from compactctl.files.opening import Unreadable, kind_of, not_plain, too_large
from compactctl.files.trees import Entry
from compactctl.workspace.git import Contents

_SUBMODULE: Final = 0o160000


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as git lists it: what it is, the name of its content, and its size in bytes, 0 where that is not told."""

    kind: str
    name: str
    size: int


def listed_blobs(listing: bytes) -> Iterator[tuple[str, Blob]]:
    """Yield the paths and files of a listing, as `git ls-tree -r -z -l` writes it."""
    for line in filter(None, listing.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, name, size = about.decode("ascii").split()
        bits = int(mode, 8)
        kind = "a folder" if bits == _SUBMODULE else kind_of(bits)
        yield os.fsdecode(path), Blob(kind, name, int(size) if size.isdecimal() else 0)


class RevisionTree:
    """What git keeps of a data folder, as names and bytes: a tree as in `files/trees.py`."""

    def __init__(self, blobs: Mapping[str, Blob], contents: Contents) -> None:
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
        """Return the bytes of a plain file that is not too large; raises `Unreadable`."""
        blob = self._blobs.get(name)
        if blob is None or blob.kind != "a plain file":
            raise Unreadable(not_plain(blob.kind if blob else "a folder"))
        limit = most_bytes(name)
        if blob.size > limit:
            raise Unreadable(too_large(blob.size, limit))
        data = self._contents.read(blob.name, limit)
        if data is None:
            raise Unreadable("the file cannot be read: this clone does not hold its content whole; fetch it with git")
        if isinstance(data, int):
            raise Unreadable(too_large(data, limit))
        return data

    def _place(self, path: str, kind: str) -> None:
        parent, _, name = path.rpartition("/")
        if parent not in self._folders:
            self._folders[parent] = {}
            self._place(parent, "a folder")
        self._folders[parent][name] = kind
