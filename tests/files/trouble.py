"""What goes wrong while files are written: a call to the system that fails, a kill at any line, others at work."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from compactctl.errors import CannotDo

CALLS = (
    "open",
    "write",
    "fsync",
    "close",
    "link",
    "chmod",
    "chown",
    "replace",
    "rename",
    "mkdir",
    "stat",
    "lstat",
    "unlink",
)


@contextmanager
def fault(seen: list[str], number: int, trouble: BaseException) -> Iterator[None]:
    """Note each call to the system, and let one fail, the files' descriptors being closed all the same."""

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the call takes and gives
            seen.append(name)
            if len(seen) - 1 != number:
                return call(*arguments, **options)
            if name == "close":
                call(*arguments)
            raise trouble

        return counted

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield


def in_children(count: int, action: Callable[[int], object]) -> list[int]:
    """Run an action in that many processes at once; return their exit codes, 1 for what was refused."""
    children = []
    for number in range(count):
        child = os.fork()
        if child == 0:
            code = 70
            try:
                action(number)
                code = 0
            except CannotDo as error:
                code = error.exit_code
            finally:
                os._exit(code)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _traced(action: Callable[[], None], at_line: Callable[[], None]) -> None:
    """Run an action, and call something at each line of the floor that writes."""

    def trace(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - itself
        if "/compactctl/files/" not in frame.f_code.co_filename:
            return None
        if event == "line":
            at_line()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)


def lines_run(action: Callable[[], None]) -> int:
    lines = 0

    def count() -> None:
        nonlocal lines
        lines += 1

    _traced(action, count)
    return lines


def killed_at(moment: int, action: Callable[[], None]) -> None:
    left = moment

    def count() -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    _traced(action, count)


def make(kind: str, path: Path, elsewhere: Path) -> None:
    makers: dict[str, Callable[[], object]] = {
        "file": lambda: path.write_bytes(b"something else"),
        "folder": path.mkdir,
        "link": lambda: path.symlink_to(elsewhere),
        "dangling link": lambda: path.symlink_to(elsewhere),
        "link to itself": lambda: path.symlink_to(path),
        "pipe": lambda: os.mkfifo(path),
    }
    makers[kind]()
