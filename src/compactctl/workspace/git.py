"""Asks git: where a branch began, what a revision holds, and the contents of its files. Knows nothing of documents.

The work tree is not looked at, and the index only for what a sparse checkout leaves out. Nothing is touched.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.errors import CannotDo
from compactctl.files.limits import MAXIMUM_SEARCHED
from compactctl.files.trees import as_name
from compactctl.words import quoted
from compactctl.workspace import git_refusals
from compactctl.workspace.git_process import PIECE, deadline, end, run, start, wait_for

_NOTHING_IN_COMMON: Final = 1
_DIGITS: Final = 10
_LONGEST: Final = 8192
"""Bytes of a path that are looked at, from its end; the system takes no longer one."""
_LEFT_OUT: Final = re.compile(rb"(?:^|\0)S (?P<mode>\d+) (?P<name>\w+) \d\t(?P<path>[^\0]+)(?=\0)")


class Base(NamedTuple):
    """The commit where a branch began, and what git warned of when it was asked."""

    commit: str
    warnings: tuple[str, ...]


def merge_base(folder: Path, ref: str, shown: str) -> Base:
    """Return the newest commit that a revision and HEAD have in common: where this branch began.

    `shown` is the folder as messages name it. Raises `CannotDo` where there is no git, repository or revision, nothing
    in common, or where more than one commit could be meant.
    """
    if not ref:
        raise CannotDo("--since has no value", "name a branch, tag or commit, or leave --since out")
    if ref.startswith("-"):
        raise CannotDo(f"--since cannot be {quoted(ref)}", "a branch, tag or commit does not begin with '-'")
    answer = run(folder, "merge-base", "--all", "--end-of-options", f"{ref}^{{commit}}", "HEAD^{commit}")
    if unclear := git_refusals.unclear(ref, answer):
        raise unclear
    bases = answer.text.decode("ascii").split()
    if answer.is_done and len(bases) == 1:
        return Base(bases[0], tuple(git_refusals.warnings(answer)))
    if bases:
        raise git_refusals.several(ref)
    if answer.code == _NOTHING_IN_COMMON and not answer.lines("error: "):
        raise git_refusals.nothing_in_common(folder, ref)
    raise git_refusals.refusal(folder, ref, shown, answer)


def list_revision(folder: Path, commit: str, inner: Sequence[str], shown: str) -> bytes:
    """Return what a commit has in a folder of the work tree, and in some of the folders in it, but not below these.

    It is what `git ls-tree -z` writes. Raises `CannotDo` where it cannot be listed.
    """
    answer = run(folder, "ls-tree", "-z", commit, "--", "./", *(f"{name}/" for name in inner))
    if not answer.is_done:
        raise git_refusals.not_held(folder, shown) or git_refusals.refusal(folder, commit, shown, answer)
    return answer.text


def find_path(folder: Path, commit: str, wanted: re.Pattern[bytes], shown: str) -> str | None:
    """Return the first path of a file of a commit, from the top of its repository, that ends as a pattern says.

    The pattern meets many paths at once, each between two zero bytes. Raises `CannotDo` where the commit cannot be
    listed, or its names have more than `MAXIMUM_SEARCHED` bytes.
    """
    search = _Search(wanted)
    words = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    answer = run(folder, *words, take=search.take, most=MAXIMUM_SEARCHED)
    if not answer.is_done:
        raise git_refusals.not_held(folder, shown) or git_refusals.refusal(folder, commit, shown, answer)
    return search.path


def last_change(folder: Path) -> str:
    """Return the newest commit, from HEAD on, that changed anything in a folder; raises `CannotDo`."""
    answer = run(folder, "rev-list", "--max-count=1", "HEAD", "--", "./")
    if not answer.is_done:
        raise CannotDo(f"git cannot tell what changed '{folder.name}' last: {git_refusals.reason(answer)}")
    return answer.text.decode("ascii").strip()


def shortened(commit: str) -> str:
    """Return a commit as readers are shown it: the first ten digits of its hash."""
    return commit[:_DIGITS]


def path_in_repository(folder: Path) -> str:
    """Return the path of a folder from the top of its repository, '' for the top itself."""
    return as_name(run(folder, "rev-parse", "--show-prefix").text).removesuffix("\n").removesuffix("/")


def list_not_checked_out(folder: Path, inner: str = "") -> bytes:
    """Return what the index has in a folder of the work tree, or one in it, and a sparse checkout leaves out.

    Each entry is written as in `list_revision`. Raises `CannotDo` where the index is broken.
    """
    answer = run(folder, "ls-files", "-t", "--stage", "-z", "--", f"./{inner}")
    if not answer.is_done:
        raise CannotDo(f"git cannot list its index: {git_refusals.reason(answer)}")
    return b"".join(
        b"%b blob %b\t%b\0" % (entry["mode"], entry["name"], entry["path"]) for entry in _LEFT_OUT.finditer(answer.text)
    )


class _Search:
    """Looks through paths as they come, cut anywhere."""

    def __init__(self, wanted: re.Pattern[bytes]) -> None:
        self._wanted = wanted
        self._last = b"\0"
        self.path: str | None = None

    def take(self, piece: bytes) -> bool:
        """Look through some more, and tell whether a path is found."""
        paths = self._last + piece
        if match := self._wanted.search(paths):
            self.path = as_name(paths[paths.rfind(b"\0", 0, match.start() + 1) + 1 : match.end()])
        self._last = paths[paths.rfind(b"\0") :][-_LONGEST:]
        return self.path is not None


class Contents:
    """One `git cat-file --batch`, begun with the first question and ended by `close`.

    An object that git cannot read ends it: the next question begins another.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, limit: int) -> bytes | int | None:
        """Return the content of an object, or how large it is where that is beyond a limit in bytes.

        None where git does not hold it, or what it holds is damaged. Raises `CannotDo` where git takes too long.
        """
        try:
            answer = self._asked(name)
            header = answer.line().split()
            if header[1:2] == [b"missing"]:
                return None
            size = int(header[2])
            data = answer.take(size + 1) if size <= limit else b""
        except (OSError, ValueError, IndexError):
            self.close()
            return None
        if size > limit:
            self.close()
            return size
        if len(data) <= size:
            self.close()
            return None
        return data[:-1] if header[1] == b"blob" else None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            end(process)

    def _asked(self, name: str) -> "_Content":
        """Ask for an object and return what will come of it; raises OSError."""
        if self._process is None:
            words = ("cat-file", "--batch")
            self._process = start(self._folder, *words, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError
        self._process.stdin.write(f"{name}\n".encode())
        self._process.stdin.flush()
        return _Content(self._process.stdout.fileno())


class _Content:
    """The answer to one question as it comes, which is waited for until its deadline."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._until = deadline()
        self._come = bytearray()

    def line(self) -> bytes:
        """Return the first line, or what there is of it."""
        while b"\n" not in self._come and self._has_more():
            pass
        return self.take(self._come.find(b"\n") + 1)

    def take(self, size: int) -> bytes:
        """Return the next bytes, fewer where no more come."""
        while len(self._come) < size and self._has_more():
            pass
        taken = bytes(self._come[:size])
        del self._come[:size]
        return taken

    def _has_more(self) -> bool:
        """Wait for more, and tell whether there was any."""
        wait_for(self._pipe, self._until)
        piece = os.read(self._pipe, PIECE)
        self._come += piece
        return bool(piece)
