"""A data folder as git keeps it, file by file. What a file there may be and hold is judged as on disk."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from compactctl.files.limits import most_bytes
from compactctl.files.opening import kind_of, not_plain, too_large
from compactctl.files.trees import FolderEntry, as_name

if TYPE_CHECKING:
    from compactctl.workspace.git import Contents

_LISTED: Final = re.compile(rb"(?P<mode>[0-7]+) \w+ (?P<name>\w+)\t(?P<path>[^\0]+)\0")
_SUBMODULE: Final = 0o160000
_DIGITS: Final = 6
"""Of a mode; a broken tree can have more, which no system takes."""
_TWICE: Final = "a name that stands twice"


class Blob(NamedTuple):
    """A file as git lists it: where it lies in the data folder, what it is, and the name of its content."""

    path: str
    kind: str
    name: str


def listed_blobs(listing: bytes) -> Iterator[Blob]:
    """Yield the files of a listing, as `git ls-tree -z` writes it."""
    for entry in _LISTED.finditer(listing):
        bits = int(entry["mode"][-_DIGITS:], 8)
        kind = "a folder" if bits == _SUBMODULE else kind_of(bits)
        yield Blob(as_name(entry["path"]), kind, entry["name"].decode("ascii"))


class RevisionTree:
    """What git keeps of a data folder, as names and bytes: a tree as in `files/trees.py`.

    `not_held` says what to raise where the content of a file cannot be had.
    """

    def __init__(self, blobs: Iterable[Blob], contents: "Contents", not_held: Callable[[str], Exception]) -> None:
        self._blobs: dict[str, Blob] = {}
        self._contents = contents
        self._not_held = not_held
        self._folders: dict[str, dict[str, str]] = {"": {}}
        for blob in blobs:
            kind = _TWICE if blob.path in self._blobs else blob.kind
            self._blobs[blob.path] = blob._replace(kind=kind)
            self._place(blob.path, kind)

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder; raises OSError."""
        if folder not in self._folders:
            raise FileNotFoundError(folder)
        return (FolderEntry(name, kind) for name, kind in self._folders[folder].items())

    def size(self, name: str) -> int:  # noqa: ARG002 - one size for all
        """Return 0: what git gives comes in one stream, which two processes cannot share."""
        return 0

    def read(self, name: str) -> bytes:
        """Return the bytes of a plain file that is not too large; raises `Unreadable`, or what `not_held` says."""
        blob = self._blobs.get(name)
        if blob is None or blob.kind != "a plain file":
            raise not_plain(blob.kind if blob else "a folder")
        limit = most_bytes(name)
        data = self._contents.read(blob.name, limit)
        if data is None:
            raise self._not_held(name)
        if isinstance(data, int):
            raise too_large(data, limit)
        return data

    def _place(self, path: str, kind: str) -> None:
        """Put a file into its folder; what lies deeper than documents do is there as a folder alone."""
        folder, is_within, inner = path.partition("/")
        if not is_within:
            self._folders[""][folder] = kind
            return
        name, is_deeper, _ = inner.partition("/")
        self._folders[""][folder] = "a folder"
        self._folders.setdefault(folder, {})[name] = "a folder" if is_deeper else kind
