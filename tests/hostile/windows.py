"""A stand-in for Windows: runs the command without what Windows has not, and with what it refuses refused.

`python tests/hostile/windows.py WORDS` is `compactctl WORDS` there. What lies in a folder `another-drive` is on one.
"""

import concurrent.futures
import errno
import os
import pathlib
import select
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from typing import Any, Final, NoReturn

_LOADED: Final = (concurrent.futures, selectors, shutil, subprocess, tempfile)
"""What Python itself brings looks for its own system while it is loaded."""
_NOT_THERE: Final = {
    os: (
        *("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_DIRECTORY", "fork", "sched_getaffinity", "statvfs"),
        *("chown", "fchown", "lchown", "fchmod", "geteuid", "getuid", "getgid", "mkfifo", "killpg", "setsid", "uname"),
    ),
    select: ("poll",),
    signal: ("SIGCHLD", "SIGPIPE", "SIGHUP"),
}
_NO_MODULES: Final = ("fcntl", "resource", "termios", "tty", "pwd", "grp", "readline")
_NOT_IN_NAMES: Final = frozenset('<>:"|?*\\')
_ANOTHER_DRIVE: Final = "another-drive"


def become_windows() -> None:
    """Take away what Windows has not, and refuse what it refuses."""
    for module, names in _NOT_THERE.items():
        for name in names:
            delattr(module, name)
    sys.modules.update(dict.fromkeys(_NO_MODULES))  # type: ignore[arg-type]
    for name in ("open", "mkdir", "rename", "replace", "unlink", "rmdir"):
        setattr(os, name, _refusing(name, getattr(os, name)))
    for owner, name, stand_in in (
        (pathlib.Path, "is_mount", _not_implemented),
        (os, "fsdecode", _decoded),
        (os.path, "relpath", _relative(os.path.relpath)),
    ):
        setattr(owner, name, stand_in)
    warnings.filterwarnings("ignore", "only soft file lock is available")  # the one of Windows is not to be had here


def _refusing(name: str, does: Callable[..., Any]) -> Callable[..., Any]:
    def does_or_refuses(path: Any, *others: Any, **settings: Any) -> Any:  # noqa: ANN401 - whatever is given
        paths = [os.fspath(each) for each in (path, *others) if isinstance(each, str | os.PathLike)]
        for each in paths:
            last = os.path.basename(each)  # noqa: PTH119 - a path is what is looked at
            if _NOT_IN_NAMES.intersection(last) or (last.endswith((".", " ")) and last.strip(".")):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), each)
        if name == "open" and os.path.isdir(paths[0]):  # noqa: PTH112
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), paths[0])
        if name == "rename" and os.path.lexists(paths[1]):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), paths[1])
        if name not in ("open", "mkdir") and any(map(_is_open, paths)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), paths[0])
        return does(path, *others, **settings)

    return does_or_refuses


def _is_open(path: str) -> bool:
    """Tell whether this process has a file open, or one in a folder."""
    real = os.path.realpath(path)
    held = {os.path.realpath(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd")}  # noqa: PTH208
    return any(each == real or each.startswith(f"{real}/") for each in held)


def _decoded(name: Any) -> str:  # noqa: ANN401 - as above
    return name.decode("utf-8", "surrogatepass") if isinstance(name, bytes) else os.fspath(name)


def _not_implemented(*_: object) -> NoReturn:
    raise NotImplementedError("Path.is_mount() is unsupported on this system")


def _relative(does: Callable[..., str]) -> Callable[..., str]:
    def relative(path: Any, start: Any = os.curdir) -> str:  # noqa: ANN401 - as above
        if (_ANOTHER_DRIVE in os.path.abspath(path)) != (_ANOTHER_DRIVE in os.path.abspath(start)):  # noqa: PTH100
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return does(path, start)

    return relative


if __name__ == "__main__":
    become_windows()
    from compactctl.__main__ import main

    main()
