"""A data folder in memory: the small workspace of the rules' samples, with one file replaced."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from compactctl.files.limits import most_bytes
from compactctl.files.opening import too_large
from compactctl.files.trees import FolderEntry
from compactctl.rules.samples import BASE

COMPACT: Final = "compacts/hampshire.yaml"
NAMES: Final = (COMPACT, "annex/2003-04.yaml", "statement.yaml", "config.yaml", "authorities.csv")


@dataclass(frozen=True)
class Memory:
    """The bytes of files by their names within the data folder."""

    files: dict[str, bytes]

    def entries(self, folder: str) -> Iterator[FolderEntry]:
        """Yield what lies in a folder."""
        if not folder:
            yield from (FolderEntry(name, "a folder") for name in ("annex", "compacts"))
        for name in self.files:
            parent, _, last = name.rpartition("/")
            if parent == folder:
                yield FolderEntry(last, "a plain file")

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises `Unreadable` where there are too many."""
        if self.size(name) > most_bytes(name):
            raise too_large(self.size(name), most_bytes(name))
        return self.files[name]

    def size(self, name: str) -> int:
        """Return how many bytes a file has."""
        return len(self.files[name])


def with_file(name: str, data: bytes) -> Memory:
    """Return the small workspace with one file put in, or in place of its own."""
    return Memory({**{base: text.encode() for base, text in BASE.items()}, name: data})


def named(data: bytes) -> tuple[str, bytes]:
    """Return which file the first byte names, and the rest as its content."""
    return NAMES[data[0] % len(NAMES)] if data else COMPACT, data[1:]
