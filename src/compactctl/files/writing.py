"""Files written whole or not at all: new ones beside all that is there, or new bytes in the place of old ones.

Bytes go into a hidden file in the same folder and on to the disk, and only then take the name, in one step. Nothing
is overwritten that was not read before, no link is followed, nothing is written outside the folder that is given.
What the bytes say is no concern of this module.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from compactctl.errors import CannotDo, Refused
from compactctl.files.opening import NOT_FOLLOWED, Unreadable, kind_of, read_bytes
from compactctl.files.targets import HIDDEN, check_size, exists, in_words, reason, shown_path, target

_OWN_ONLY: Final = 0o600
_AS_USUAL: Final = 0o666
"""Less what the user's own mask takes away."""

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_APPEND: Final = os.O_WRONLY | os.O_CREAT | os.O_APPEND | NOT_FOLLOWED
_NO_HARD_LINKS: Final = frozenset(
    getattr(errno, name) for name in ("EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL") if hasattr(errno, name)
)
"""The last one is what Windows says of a drive that has none."""


def check_new(root: Path, names: Iterable[str]) -> list[Path]:
    """Return the paths of files within a folder; raises `Refused` where one exists, as a link too."""
    targets = [target(root, name) for name in names]
    if existing := [path for path in targets if os.path.lexists(path)]:
        raise exists(*existing)
    return targets


def create(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, by their names within a folder: all of them or none.

    Folders on the way are made. Raises `Refused` where one of the files exists, as a link too, or would be too large;
    `CannotDo` where the system, a link on the way, or a name that leads out of the folder stands against it.
    """
    targets = check_new(root, files)
    for path, data in zip(targets, files.values(), strict=True):
        check_size(shown_path(path), data)
    with ExitStack() as undo:
        for path, data in zip(targets, files.values(), strict=True):
            with in_words(path):
                _make_folder(path.parent, undo)
                with _temporary(path.parent, (data,), _AS_USUAL) as temporary:
                    _give_name(temporary, path)
                    undo.callback(_remove, path)
                flush_folder(path.parent)
        undo.pop_all()


def replace(root: Path, name: str, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of a file's old ones; its mode and owner stay. To be called under the lock.

    Raises `Refused` where the file is not what was read, or would be too large; `CannotDo` as `create` does.
    """
    path = target(root, name)
    check_size(shown_path(path), new)
    with in_words(path):
        status = path.lstat()
        _check_unchanged(path, old)
        with _temporary(path.parent, (new,), _OWN_ONLY, status) as temporary:
            temporary.replace(path)
    confirm(path)


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file, which comes in pieces, in the place of what has its name, whose mode and owner stay, or a new one.

    Raises OSError, and `CannotDo` where it is written and the disk does not confirm it.
    """
    status = path.lstat() if os.path.lexists(path) else None
    with _temporary(path.parent, pieces, _AS_USUAL if status is None else _OWN_ONLY, status) as temporary:
        temporary.replace(path)
    confirm(path)


@contextmanager
def appended(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file to write at its end, or a new one; raises OSError, for links, pipes and devices too."""
    if os.path.lexists(path):
        _check_plain(path.lstat())
    with open(os.open(path, _APPEND, _AS_USUAL), "ab") as file:  # noqa: PTH123 - of what is open already
        _check_plain(os.fstat(file.fileno()))
        yield file


def _check_plain(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, f"it is {kind_of(status.st_mode)}, not a plain file")


def _check_unchanged(path: Path, old: bytes) -> None:
    try:
        now = read_bytes(path)
    except Unreadable as refusal:
        raise Refused(f"'{shown_path(path)}' is left as it is: {refusal}") from refusal
    if now != old:
        raise Refused(f"'{shown_path(path)}' was changed by someone else just now", "run the command again")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it that are not there; what was made is taken away again where nothing follows."""
    if not folder.is_dir():
        _make_folder(folder.parent, undo)
        with suppress(FileExistsError):
            folder.mkdir()
            undo.callback(_remove_empty, folder)
            flush_folder(folder.parent)


@contextmanager
def _temporary(folder: Path, pieces: Iterable[bytes], mode: int, like: os.stat_result | None = None) -> Iterator[Path]:
    """Write a hidden file, with the owner and mode of another where that is given; it is gone in the end."""
    path = folder / f"{HIDDEN}{os.urandom(8).hex()}"
    try:
        descriptor = os.open(path, _NEW, mode)
        try:
            for data in pieces:
                _write_all(descriptor, data)
            if like is not None:
                _make_alike(path, like)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield path
    finally:
        _remove(path)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _make_alike(path: Path, like: os.stat_result) -> None:
    if hasattr(os, "chown"):
        try:
            os.chown(path, like.st_uid, like.st_gid)
        except PermissionError:  # it is somebody else's, in a folder that several share
            with suppress(PermissionError):
                os.chown(path, -1, like.st_gid)
    path.chmod(stat.S_IMODE(like.st_mode))


def _give_name(temporary: Path, path: Path) -> None:
    """Give a file its name unless that is taken, be it by a link that leads nowhere; raises FileExistsError."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # Sticks and some shared drives know no second name for a file.
        if os.path.lexists(path):
            raise FileExistsError from error
        temporary.rename(path)


def flush_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system lets one."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def confirm(path: Path) -> None:
    """Bring the name of a file that is written to the disk; raises `CannotDo`."""
    try:
        flush_folder(path.parent)
    except OSError as error:
        message = f"'{shown_path(path)}' is written, but the disk does not confirm it: {reason(error)}"
        raise CannotDo(message, "look at the file, and keep a copy") from error


def _remove(path: Path) -> None:
    """Take a file away, even where the user interrupts just then."""
    with suppress(OSError):
        try:
            path.unlink()
        except KeyboardInterrupt:
            path.unlink(missing_ok=True)
            raise


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
