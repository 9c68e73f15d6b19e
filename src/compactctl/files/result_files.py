"""Where a result may be written: a plain file outside the data folder, by the writer of documents.

A stranger's proposal may hold a link, or a document, under the very name that a result is written to. So no link is
followed below the working folder, nor any at the end of the path, and what is there is replaced, never written into.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from compactctl.errors import CannotDo
from compactctl.files.opening import kind_of
from compactctl.files.targets import reason, shown_path, working_folder
from compactctl.files.writing import appended, put
from compactctl.words import quoted

_NO_NAMES: Final = ("", os.curdir, os.pardir, "-")
"""A file '-' is what nobody wants who meant standard output."""
_MOST_LINKS: Final = 40
"""As many links behind one another as Linux follows."""
_HINT: Final = "name another file, or leave --output out and see it here"


class _Unfit(Exception):  # noqa: N818 - names the state of the place
    """Nothing may be written there; the message says why in an officer's words."""


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A file for a result, by the name that the user gave it, and the folder of documents that it may not lie in.

    `what` and `hint` are for the refusals.
    """

    name: str
    data: Path
    what: str = "the result"
    hint: str = _HINT

    def check(self) -> Path:
        """Return the path to write to, with no link in it; raises `CannotDo` where no result may be written there."""
        try:
            return self._checked()
        except (_Unfit, OSError, ValueError) as error:
            raise self._refusal(error) from error

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write the result, which comes in pieces, whole or not at all; raises `CannotDo`."""
        path = self.check()  # anew: what the result is made from took its time
        try:
            put(path, pieces)
        except OSError as error:
            raise self._refusal(error) from error

    @contextmanager
    def appended(self) -> Iterator[BinaryIO]:
        """Open the file to write at its end; raises `CannotDo`."""
        try:
            with appended(self._own_path()) as file:
                yield file
        except (_Unfit, OSError, ValueError) as error:
            raise self._refusal(error) from error

    def _checked(self) -> Path:
        path = self._own_path()
        if os.path.lexists(path) and not os.access(path, os.W_OK):
            raise _forbidden(path.parent, "there is no permission to change it")
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise _forbidden(path.parent, "there is no permission to write in its folder")
        return path

    def _own_path(self) -> Path:
        """Return the path with no link in it; raises `_Unfit` where none may lie, or something else does."""
        above, last = os.path.split(self.name)
        if last in _NO_NAMES:
            raise _Unfit("it is no name of a file")
        folder = _real(Path(above))
        if lies_in(folder, self.data):
            raise _Unfit(f"it lies in the data folder '{shown_path(self.data)}', which is for the documents alone")
        path = folder / last
        if (mode := _mode(path)) is not None and not stat.S_ISREG(mode):
            raise _Unfit(f"it is {kind_of(mode)}, not a plain file")
        return path

    def _refusal(self, error: Exception) -> CannotDo:
        why = str(error) if isinstance(error, _Unfit) else reason(error)
        return CannotDo(f"{self.what} cannot be written to {quoted(self.name)}: {why}", self.hint)


def check_way(folder: Path) -> Path:
    """Return the own path of a folder, which need not be there.

    Raises `CannotDo` where a link below the working folder is on the way to it.
    """
    try:
        return _real(folder, is_made=True)
    except _Unfit as error:
        raise CannotDo(str(error), "name the folder itself") from error
    except (OSError, ValueError) as error:
        raise CannotDo(f"'{shown_path(folder)}' cannot be written: {reason(error)}") from error


def _real(path: Path, *, is_made: bool = False) -> Path:
    """Return a folder's own path; raises `_Unfit` where a link below the working folder, or no folder, is on the way.

    Links elsewhere (/tmp is one on macOS) are followed one by one, since what they lead to may be such a link.
    """
    folder = Path(path.anchor) if path.is_absolute() else working_folder()
    parts, links = _parts(path), 0
    while parts:
        if (part := parts.pop()) == os.pardir:
            folder = folder.parent
            continue
        step = folder / part
        mode = _mode(step)
        if mode is not None and stat.S_ISLNK(mode):
            if lies_in(folder, Path()):
                raise _Unfit(f"'{shown_path(step)}' is a link, and nothing is written through it")
            if (links := links + 1) > _MOST_LINKS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
            target = step.readlink()
            folder = Path(target.anchor) if target.is_absolute() else folder
            parts += _parts(target)
        elif is_made or (mode is not None and stat.S_ISDIR(mode)):
            folder = step
        elif mode is None:
            raise _Unfit(f"there is no folder '{shown_path(step)}'; make it first")
        else:
            raise _Unfit(f"'{shown_path(step)}' is {kind_of(mode)}, not a folder")
    return folder


def _forbidden(folder: Path, why: str) -> Exception:
    """Return what forbids writing in a folder: the permissions, or that nothing can be written on its whole disk."""
    if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
        return OSError(errno.EROFS, os.strerror(errno.EROFS))
    return _Unfit(why)


def _parts(path: Path) -> list[str]:
    """Return the parts of a path, the last one first."""
    return list(reversed(path.parts[bool(path.anchor) :]))


def _mode(path: Path) -> int | None:
    """Return what a path is, not following it; None where there is nothing."""
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return None


def lies_in(folder: Path, other: Path) -> bool:
    """Tell whether a folder is another or lies below it, by whatever names: capitals may count or not."""
    try:
        status = other.stat()
    except (OSError, ValueError):
        return False
    return any(os.path.samestat(above.stat(), status) for above in (folder, *folder.parents))
