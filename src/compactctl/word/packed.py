"""A packed file from a stranger, held in memory: its limits are checked before anything is unpacked, and on the way.

Nothing is ever written to disk, so that what its parts are called cannot matter there. What the parts mean is no
concern of this module.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from compactctl.files.limits import MAXIMUM_PACKED, MAXIMUM_PARTS, MAXIMUM_UNPACKED, size_in_words
from compactctl.word.not_readable import NotReadable, beyond, damaged, not_packed, too_large

_BEGINS: Final = (b"PK\3\4", b"PK\5\6")
_LISTED: Final = b"PK\1\2"
"""Stands before each entry of the list of parts."""
_ENCRYPTED: Final = 0x1
_CHUNK: Final = 64 * 1024
_BROKEN: Final = (
    *(BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, OverflowError, IndexError, RuntimeError),
)
"""What zipfile raises at one fault or another of a file; NotImplementedError is a RuntimeError."""


class Packed:
    """The parts of a packed file, by their names; capitals and the kind of stroke in these do not matter."""

    def __init__(self, data: bytes) -> None:
        """Open a packed file.

        Raises:
            NotReadable: It is none, or keeps not to the limits.
        """
        _check_outside(data)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise damaged() from None
        self._entries = {_plain(entry.filename): entry for entry in self._zip.infolist()}
        self._check_entries()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def names(self, *endings: str) -> Iterator[str]:
        """Yield the names of the parts that end in one of these, in small letters."""
        return (name for name in self._entries if name.endswith(endings))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part, a piece at a time; zipfile unpacks no more of them than their size was said to be.

        Raises:
            NotReadable: The part cannot be unpacked.
        """
        try:
            with self._zip.open(self._entries[_plain(name)]) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except _BROKEN:
            raise damaged() from None

    def _check_entries(self) -> None:
        entries = self._zip.infolist()
        if len({entry.header_offset for entry in entries}) < len(entries):
            raise damaged()
        if len(self._entries) < len(entries):
            raise NotReadable("two parts of this file have one name, so that readers may see different texts")
        if sum(entry.file_size for entry in entries) > MAXIMUM_UNPACKED:
            raise beyond(f"unpacked, this file is larger than {size_in_words(MAXIMUM_UNPACKED)}")
        for entry in entries:
            _check_entry(entry)


def _plain(name: str) -> str:
    """Return a name as readers compare it, some of which take other spellings for the same."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _check_outside(data: bytes) -> None:
    """Check what can be seen before the list of parts is read, which may be long itself."""
    if len(data) > MAXIMUM_PACKED:
        raise too_large()
    if not data.startswith(_BEGINS):
        raise not_packed(data)
    if data.count(_LISTED) > MAXIMUM_PARTS:
        raise beyond(f"this file has more than {MAXIMUM_PARTS} parts")


def _check_entry(entry: ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise NotReadable("a password protects this file", "take the password off in Word, and save it again")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotReadable("this file is packed in a way in which Word packs none")
