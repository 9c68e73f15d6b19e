"""Runs git, and nothing else: by a whole path, in an environment that leads nowhere else, for no more than is wanted.

Nothing is waited for without end: its own files can be pipes, and folders of a revision can lie in one another.
Nothing is fetched, no hook or filter runs, and what replaces objects in this clone alone does not count.
"""

import os
import select
import selectors
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.errors import CannotDo
from compactctl.files.limits import MAXIMUM_LISTING, MAXIMUM_WAIT, size_in_words
from compactctl.files.trees import as_name
from compactctl.workspace.repositories import given_apart, top_of

_ELSEWHERE: Final = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    *("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
"""What a git hook sets, and what would lead away from the repository that the folder lies in."""
_SETTINGS: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for an older git, which knows no GIT_NO_LAZY_FETCH
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "LC_ALL": "C",
}
_OPTIONS: Final = (
    *("--no-pager", "--literal-pathspecs"),
    *("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.warnAmbiguousRefs=true"),
)
"""Files among the documents can make up a repository, whose settings name commands that git would run."""
PIECE: Final = 65_536
"""Bytes that are taken from a pipe at once."""
_MOST_SAID: Final = 65_536
_CAN_WAIT: Final = hasattr(select, "poll")
"""Windows knows no waiting for pipes."""


class Answer(NamedTuple):
    """What git gave back: its exit code, what it wrote, and what it said beside that."""

    code: int
    text: bytes
    said: str

    @property
    def is_done(self) -> bool:
        """Whether git did what it was asked to; where a parent has the ends of children ignored, the code is lost."""
        return self.code == 0 and not self.lines("fatal: ") and not self.lines("error: ")

    def lines(self, beginning: str) -> list[str]:
        """Return what follows a beginning, in each line of what git said that has it."""
        lines = self.said.splitlines()
        return [line.removeprefix(beginning) for line in lines if line.startswith(beginning)]


def run(folder: Path, *words: str, take: Callable[[bytes], bool] | None = None, most: int = MAXIMUM_LISTING) -> Answer:
    """Run git in a folder; `take` is given what it writes, in place of the answer, until it says that this is enough.

    Raises `CannotDo` where there is no git, it cannot be run, it writes more bytes than `most`, or takes too long.
    """
    written, said, taken = bytearray(), bytearray(), 0
    until = deadline()
    process = start(folder, *words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for is_said, piece in _pieces(process, until):
            if is_said:
                said += piece[: _MOST_SAID - len(said)]
                continue
            taken += len(piece)
            if taken > most:
                hint = "take out of the repository what does not belong there; without --since no revision is looked at"
                raise CannotDo(f"git lists more than {size_in_words(most)} of names here, and is not read on", hint)
            if take is None:
                written += piece
            elif take(piece):
                return Answer(0, b"", "")
        return Answer(_code(process, until), bytes(written), as_name(said))
    finally:
        end(process)


def start(folder: Path, *words: str, stdin: int, stderr: int) -> "subprocess.Popen[bytes]":
    """Start git in a folder; raises `CannotDo` where that cannot be done."""
    program = _program(folder)
    if program is None:
        hint = "install git; without it two years can be compared, as in 'compactctl diff 2003/04 2004/05'"
        what = "neither a revision nor what a sparse checkout leaves out can be read without it"
        raise CannotDo(f"there is no git here, and {what}", hint)
    try:
        return subprocess.Popen(  # noqa: S603 - no shell, and no word from outside begins with '-'
            (program, *_OPTIONS, *words),
            cwd=folder,
            env=_environment(folder),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name of the revision cannot be used"
        raise CannotDo(f"git cannot be run: {reason}") from None


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, whether or not it has come to its own end."""
    process.kill()
    for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
        with suppress(OSError):  # what was not written yet is not wanted
            pipe.close()
    process.wait()


def deadline() -> float:
    """Return when a question that is put to git now is to be answered."""
    return time.monotonic() + MAXIMUM_WAIT


def left_until(until: float) -> float:
    """Return how many seconds are left of a deadline; raises `CannotDo` where none are."""
    left = until - time.monotonic()
    if left <= 0:
        raise _late()
    return left


def wait_for(pipe: int, until: float) -> None:
    """Wait for something to read, where that can be waited for; raises `CannotDo` where it takes too long."""
    if _CAN_WAIT:
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        while not waiting.poll(left_until(until) * 1000):
            pass


def _late() -> CannotDo:
    hint = (
        "see whether 'git status' answers: where it does, a revision holds folders beyond number; where it does not, "
        "the disk is slow, or something in the folder '.git' is no plain file"
    )
    return CannotDo(f"git has not answered for {MAXIMUM_WAIT} seconds, and is not waited for any longer", hint)


def _code(process: "subprocess.Popen[bytes]", until: float) -> int:
    """Return the exit code of a process that has closed its pipes."""
    try:
        return process.wait(left_until(until))
    except subprocess.TimeoutExpired:
        raise _late() from None


def _pieces(process: "subprocess.Popen[bytes]", until: float) -> Iterator[tuple[bool, bytes]]:
    """Yield what a process writes as it comes, and whether it is what it says beside its answer."""
    if not _CAN_WAIT:
        yield from _both(process, until)
        return
    with selectors.DefaultSelector() as waiting:
        for pipe in filter(None, (process.stdout, process.stderr)):
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select(left_until(until)):
                if piece := os.read(key.fd, PIECE):
                    yield key.fileobj is process.stderr, piece
                else:
                    waiting.unregister(key.fileobj)


def _both(process: "subprocess.Popen[bytes]", until: float) -> Iterator[tuple[bool, bytes]]:
    """Yield what a process writes, and what it says beside that, when it has come to its end."""
    try:
        written, said = process.communicate(timeout=left_until(until))
    except subprocess.TimeoutExpired:
        raise _late() from None
    yield False, written
    yield True, said


@cache
def _program(folder: Path) -> str | None:
    # Asked for a name alone, Windows looks into the working folder before all others.
    name = "git.exe" if sys.platform == "win32" else "git"
    parts = filter(None, _search_path(folder).split(os.pathsep))
    return next(filter(None, (shutil.which(os.path.join(part, name)) for part in parts)), None)  # noqa: PTH118 - as PATH has it


@cache
def _search_path(folder: Path) -> str:
    """Return PATH without what is not named whole, which is relative to any folder, and without what anybody may bring.

    That is the data folder, the working folder, and whatever lies in the work tree that the data lies in.
    """
    brought = {Path(os.path.realpath(folder))}
    with suppress(FileNotFoundError):  # the working folder may be gone
        brought.add(Path.cwd())
    top = top_of(folder)

    def is_brought(real: Path) -> bool:
        # A work tree that is all there is holds the system's own programs too.
        return real in brought or (top is not None and top != top.parent and real.is_relative_to(top))

    parts = map(Path, os.environ.get("PATH", os.defpath).split(os.pathsep))
    kept = (part for part in parts if part.is_absolute() and not is_brought(Path(os.path.realpath(part))))
    return os.pathsep.join(map(str, kept))


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return kept | {"PATH": _search_path(folder)} | _SETTINGS | given_apart(folder)
