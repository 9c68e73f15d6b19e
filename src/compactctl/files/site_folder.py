"""A folder of results, written whole or not at all: a new one beside it takes its place, by two renames.

The new one has a hidden name until all of it is on the disk. The old one has another for as long as the place is empty,
and the next run puts it back, or takes it away. No link is followed, and nothing goes that no site wrote.
"""

import json
import os
import stat
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo, Refused
from compactctl.files.locking import locked_folder
from compactctl.files.opening import NOT_FOLLOWED, Unreadable, kind_of, read_bytes
from compactctl.files.result_files import check_way, lies_in
from compactctl.files.targets import HIDDEN, in_words, shown_path, target, working_folder
from compactctl.files.writing import confirm, flush_folder
from compactctl.words import listed, quoted

SITE_FORMAT: Final = "compactctl/site/1"
SITE_LIST: Final = "site.json"
"""What lists the files of a site, itself too."""
_AT_ONCE: Final = 16
_BUFFER: Final = 256 * 1024
_LARGEST_LIST: Final = 4 * 1024 * 1024
"""A stranger's may be as large: what it holds takes up to thirty times as much memory."""
_MOST_NAMED: Final = 4
_WRITTEN: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NOT_FOLLOWED
_AS_USUAL: Final = 0o666
"""Less what the user's own mask takes away."""
_OWN_FOLDER: Final = "name a folder for the site alone"


@dataclass(frozen=True, slots=True)
class NewFolder:
    """A folder that is being written; `shown` is the one that it will be, as messages name it."""

    path: Path
    shown: Path
    _made: set[str] = field(default_factory=set, repr=False)
    """The folders in it that are there already."""

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file, which comes in pieces, by its name within the folder; raises `CannotDo`."""
        with self.opened(name) as write:
            for piece in pieces:
                write(piece)

    @contextmanager
    def opened(self, name: str) -> Iterator[Callable[[bytes], object]]:
        """Yield what writes a file piece by piece, by its name within the folder; raises `CannotDo`."""
        path = self._path_of(name)
        # Buffered: a page comes in thousands of pieces.
        with (
            in_words(self.shown / name),
            open(os.open(path, _WRITTEN, _AS_USUAL), "wb", _BUFFER) as file,  # noqa: PTH123 - a descriptor
        ):
            yield file.write

    def _path_of(self, name: str) -> Path:
        """Return the path of a file, whose folder is made where it is not there."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            path = target(self.path, name)
            with in_words(self.shown / name):
                path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self.path / name


@contextmanager
def site_folder(name: str, data: Path) -> Iterator[NewFolder]:
    """Yield a new folder to write a site into; when that is done it takes the place of the one that is named.

    Raises `Refused` where that is no folder, holds what no site wrote, or lies in or above the data folder; `CannotDo`
    where it cannot be written or renamed. What was there stays then.
    """
    with in_words(Path(name)):
        place = _Place(_own_path(name))
        _check_place(place.path, data)
    with locked_folder(place.path.parent):
        place.recover()
        _check(place.path, data)
        with place.beside() as new:
            yield new
            place.finish()
            _check(place.path, data)  # anew: the work took its time
            place.exchange()


def _own_path(name: str) -> Path:
    """Return the path of a folder with no link in it but, it may be, at its end; raises `CannotDo`."""
    path = Path(name)
    if name in ("", "-"):
        raise CannotDo("DIR is standard output, and a site is a folder" if name else "DIR has no value", _OWN_FOLDER)
    if not path.name or path.name == os.pardir:
        path = check_way(path)
    above = check_way(path.parent)
    if not above.is_dir():
        raise CannotDo(f"there is no folder '{shown_path(above)}'", "make it first")
    return above / path.name


def _check(path: Path, data: Path) -> None:
    """Raise `Refused` and `CannotDo` as `_check_place` does, and `Refused` as `_check_contents` does."""
    with in_words(path):
        _check_place(path, data)
    _check_contents(path)


def _check_place(path: Path, data: Path) -> None:
    """Raise `Refused` where no site belongs there, and `CannotDo` where it could not be renamed."""
    shown, folder = f"'{shown_path(path)}'", f"'{shown_path(data)}'"
    if not os.path.lexists(path):
        if lies_in(path.parent, data):
            raise Refused(f"{shown} lies in the data folder {folder}, which is for the documents alone", _OWN_FOLDER)
        return
    if not stat.S_ISDIR(mode := path.lstat().st_mode):
        raise Refused(f"{shown} is {kind_of(mode)}, and a site is written into a folder of its own", _OWN_FOLDER)
    if lies_in(path, data):
        raise Refused(f"{shown} lies in the data folder {folder}, which is for the documents alone", _OWN_FOLDER)
    if lies_in(data.resolve(), path):
        raise Refused(f"{shown} holds the data folder {folder}, and a site replaces all in its folder", _OWN_FOLDER)
    is_drive = os.path.ismount(path)  # since `Path.is_mount` stops on Windows before Python 3.12
    if is_drive or lies_in(working_folder(), path):
        why = "it is a drive of its own" if is_drive else "this runs inside it"
        raise CannotDo(f"{shown} cannot be renamed: {why}", "name a folder below it, or go to another one")


def _check_contents(path: Path) -> None:
    """Raise `Refused` where a folder holds what its own list of files does not name."""
    with in_words(path):
        strays = sorted(_strays(path, _listed(path))) if _is_folder(path) else []
    if strays:
        some = listed(map(quoted, strays), most=_MOST_NAMED)
        message = f"'{shown_path(path)}' holds {some}, which no site of compactctl wrote, and a site is whole"
        raise Refused(message, "move out what is to stay, or name another folder")


def _listed(folder: Path) -> frozenset[str]:
    """Return the files that a site says are its own; none where that cannot be read."""
    try:
        content = json.loads(read_bytes(folder / SITE_LIST, _LARGEST_LIST))
    except (Unreadable, ValueError, RecursionError):
        return frozenset()
    if not isinstance(content, dict) or content.get("format") != SITE_FORMAT:
        return frozenset()
    names = content.get("files")
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def _strays(root: Path, names: frozenset[str]) -> Iterator[str]:
    """Yield all in a folder of a site that is neither one of its files nor a folder of them."""
    in_order, folders = sorted(names), [""]
    for folder in folders:  # which grow on the way
        with os.scandir(root / folder) as entries:
            for entry in entries:
                name = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False) and _has_inside(in_order, f"{name}/"):
                    folders.append(f"{name}/")
                elif not entry.is_file(follow_symlinks=False) or name not in names:
                    yield name


def _has_inside(names: Sequence[str], folder: str) -> bool:
    """Tell whether any of the names, which are in order, lies in a folder."""
    index = bisect_left(names, folder)
    return index < len(names) and names[index].startswith(folder)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a site is to be, and the hidden names beside it."""

    path: Path

    @property
    def new(self) -> Path:
        return self.path.with_name(f"{HIDDEN}{self.path.name}-new")

    @property
    def old(self) -> Path:
        return self.path.with_name(f"{HIDDEN}{self.path.name}-old")

    def recover(self) -> None:
        """Bring to an end what a run that was killed had begun."""
        with in_words(self.path):
            _clear(self.new)
            if not _is_folder(self.old):
                _clear(self.old)
            elif not os.path.lexists(self.path):
                self.old.rename(self.path)
            else:
                _check_contents(self.old)
                self._take_away()

    @contextmanager
    def beside(self) -> Iterator[NewFolder]:
        """Yield the new folder, which is gone in the end unless it took its place."""
        try:
            with in_words(self.path):
                self.new.mkdir()
            yield NewFolder(self.new, self.path)
        finally:
            with suppress(OSError):
                _clear(self.new)

    def finish(self) -> None:
        """List what was written, and bring it to the disk."""
        with in_words(self.path):
            names = sorted([*(path.relative_to(self.new).as_posix() for path in _files(self.new)), SITE_LIST])
            content = f"{json.dumps({'format': SITE_FORMAT, 'files': names}, indent=2, ensure_ascii=False)}\n".encode()
            if len(content) > _LARGEST_LIST:
                raise Refused(f"a site of {len(names):,} files could not be replaced again", "nothing was changed")
            NewFolder(self.new, self.path).write(SITE_LIST, [content])
            if _is_folder(self.path):
                self.new.chmod(stat.S_IMODE(self.path.lstat().st_mode))
            _flush_all([*_files(self.new)])
            for folder, _, _ in os.walk(self.new):
                flush_folder(Path(folder))

    def exchange(self) -> None:
        """Put the new folder in the place of the old one, which is back there where that fails."""
        had_one = os.path.lexists(self.path)
        with in_words(self.path):
            try:
                if had_one:
                    self.path.rename(self.old)
                self.new.rename(self.path)
            except BaseException:
                if had_one and not os.path.lexists(self.path):
                    self.old.rename(self.path)
                raise
        confirm(self.path)
        if had_one:
            with suppress(OSError):  # the next run does it
                self._take_away()

    def _take_away(self) -> None:
        """Take the old folder away, by the name of what may be cut short at any moment."""
        self.old.rename(self.new)
        _clear(self.new)


def _files(folder: Path) -> Iterator[Path]:
    for inside, _, names in os.walk(folder):
        yield from (Path(inside, name) for name in names)


def _flush_all(paths: Sequence[Path]) -> None:
    try:
        with ThreadPoolExecutor(_AT_ONCE) as pool:  # the disk takes many together in the time of a few
            deque(pool.map(_flush, paths), maxlen=0)
    except RuntimeError:  # the system gives no more threads
        deque(map(_flush, paths), maxlen=0)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | NOT_FOLLOWED)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _clear(path: Path) -> None:
    """Take away what has one of our hidden names, whatever it is."""
    if not _is_folder(path):
        path.unlink(missing_ok=True)
        return
    folders = [path]  # however deep: no folder is held open, or waits for those inside it
    for folder in folders:  # which grow on the way
        folder.chmod(stat.S_IRWXU)  # in some of an old site nobody may write
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    Path(entry.path).unlink()
    for folder in reversed(folders):
        folder.rmdir()
