"""The bytes of one file, taken without following, waiting for or running anything."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from compactctl.files.limits import MAXIMUM_BYTES, size_in_words

NOT_FOLLOWED: Final = sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
)
"""How to open a file without following or waiting for anything."""

_KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


_OF_THE_PROCESS = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOMEM))
"""What the system says when the run has too little of something, which is no fault of the file."""


class Unreadable(Exception):  # noqa: N818 - names the state of the file
    """The file cannot be read: why, in an officer's words, and what to do about it where that helps."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason if hint is None else f"{reason}; {hint}")
        self.reason = reason


class TooLarge(Unreadable):
    """The file has more bytes than are read of its kind."""


def kind_of(mode: int) -> str:
    """Say what a file of this mode is, in plain words."""
    return next((words for test, words in _KINDS if test(mode)), "a plain file")


def read_bytes(path: Path, limit: int = MAXIMUM_BYTES) -> bytes:
    """Return the bytes of a plain file that has no more of them than the limit.

    Raises `Unreadable` for links, folders, pipes, sockets and devices, which are never opened for reading, for files
    that are too large, which are not read, and where the system refuses; OSError where no file could be opened.
    """
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISREG(mode):
            raise not_plain(kind_of(mode))
        descriptor = os.open(path, os.O_RDONLY | NOT_FOLLOWED)
    except (OSError, ValueError) as error:
        raise _refusal(error) from error
    try:
        return _read_plain(descriptor, limit)
    except OSError as error:
        raise _refusal(error) from error
    finally:
        os.close(descriptor)


def _read_plain(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise not_plain(kind_of(status.st_mode))
    if status.st_size > limit:
        raise too_large(status.st_size, limit)
    data = _taken(descriptor, status.st_size + 1)
    # What was added to the file after its size was taken is read as far as the limit goes.
    if len(data) > status.st_size and len(data := data + _taken(descriptor, limit)) > limit:
        raise too_large(len(data), limit)
    return data


def _taken(descriptor: int, wanted: int) -> bytes:
    """Read so many bytes, fewer where the file ends."""
    pieces = []
    while wanted > 0 and (piece := os.read(descriptor, wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def not_plain(kind: str) -> Unreadable:
    """Return why something that is no plain file is not read."""
    return Unreadable(f"this is {kind}, not a plain file, and is not opened", "put a plain file in its place")


def too_large(size: int, limit: int) -> TooLarge:
    """Return why a file of so many bytes is not read."""
    reason = f"the file is larger than {size_in_words(limit)} ({-(-size // 1024):,} KiB) and is not read"
    return TooLarge(reason, "split it, or take out what does not belong")


def _refusal(error: Exception) -> Unreadable:
    if isinstance(error, OSError) and error.errno in _OF_THE_PROCESS:
        raise error
    if isinstance(error, PermissionError):
        return Unreadable("there is no permission to read the file", "ask for it, or change the file's mode")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
    return Unreadable(f"the file cannot be read: {reason}")
