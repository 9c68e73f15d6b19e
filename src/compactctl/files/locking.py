"""The lock of a folder: reading, changing and writing as one step to every run that does the same."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo
from compactctl.files.targets import HIDDEN, in_words, shown_path, target

_SECONDS: Final = 60
_BETWEEN_TRIES: Final = 0.05


@contextmanager
def locked(root: Path, folder: str) -> Iterator[None]:
    """Hold the lock of a folder within a folder; raises `CannotDo` where it cannot be had."""
    with locked_folder(target(root, f"{folder}/{HIDDEN}lock").parent):
        yield


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; raises `CannotDo` where it cannot be had."""
    with ExitStack() as held:
        with in_words(folder):
            if not _lock_folder(folder, held):
                _lock_file(folder / f"{HIDDEN}lock", held)
        yield


def _lock_folder(folder: Path, held: ExitStack) -> bool:
    """Lock the folder itself, which leaves no file that could be committed, or be another user's after a kill.

    False is returned where the system knows no such lock: on Windows, and on some drives of other machines.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return False
    descriptor = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    held.callback(os.close, descriptor)
    last_try = time.monotonic() + _SECONDS
    while True:
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= last_try:
                raise _busy(folder) from None
            time.sleep(_BETWEEN_TRIES)
        except OSError:
            return False
        else:
            return True


def _lock_file(path: Path, held: ExitStack) -> None:
    """Lock a hidden file in the folder, which is taken away afterwards unless somebody has written into it."""
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise _busy(path.parent) from None
    held.callback(lock.release)
    # The last thing under the lock: whoever waits for this very file sees that it is gone, and takes a new one.
    held.callback(_remove_empty, path)


def _remove_empty(path: Path) -> None:
    with suppress(OSError):
        if path.lstat().st_size == 0:
            path.unlink()


def _busy(folder: Path) -> CannotDo:
    message = f"another run of compactctl has been writing in '{shown_path(folder)}' for a minute"
    return CannotDo(message, "try again when it has ended")
