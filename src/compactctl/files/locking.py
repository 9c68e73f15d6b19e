"""The lock of a folder: reading, changing and writing as one step to every run that does the same."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo
from compactctl.files.paths import shown_path
from compactctl.files.targets import HIDDEN, in_words, target

_SECONDS: Final = 60


@contextmanager
def locked(root: Path, folder: str) -> Iterator[None]:
    """Hold the lock of a folder within a folder; raises `CannotDo` where it cannot be had."""
    from filelock import FileLock, Timeout

    path = target(root, f"{folder}/{HIDDEN}lock")
    lock = FileLock(path, timeout=_SECONDS)
    with in_words(path.parent):
        try:
            lock.acquire()
        except Timeout:
            message = f"another run of compactctl has been writing in '{shown_path(path.parent)}' for a minute"
            raise CannotDo(message, "try again when it has ended") from None
    try:
        yield
    finally:
        # The last thing under the lock: whoever waits for this very file sees that it is gone, and takes a new one.
        with suppress(OSError):
            path.unlink()
        lock.release()
