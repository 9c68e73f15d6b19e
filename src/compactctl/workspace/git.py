"""Asks git: what a revision holds, and the contents of its files. Knows nothing of documents.

Neither the work tree nor the index is looked at or touched, nothing is fetched, and no hook or filter runs.
"""

import os
import subprocess
from pathlib import Path
from typing import IO, Final

from compactctl.errors import CannotDo
from compactctl.words import quoted

_ELSEWHERE: Final = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
)
"""What a git hook sets, and what would lead away from the repository that the folder lies in."""
_SETTINGS: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for an older git, which knows no GIT_NO_LAZY_FETCH
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_GIT: Final = ("git", "--no-pager", "--literal-pathspecs", "-c", "safe.bareRepository=explicit")
"""Files among the documents can make up a repository, whose settings name commands that git would run."""

_UNKNOWN: Final = ("not a valid object name", "not a tree object", "ambiguous")


def list_revision(folder: Path, ref: str, shown: str) -> bytes:
    """Return all that a commit has in a folder of the work tree, as `git ls-tree -r -z -l` writes it.

    `shown` is the folder as messages name it. Raises `CannotDo` where there is no git, repository or revision.
    """
    if ref.startswith("-"):
        raise CannotDo(f"--since cannot be {quoted(ref)}", "a branch, tag or commit does not begin with '-'")
    result = _run(folder, "ls-tree", "-r", "-z", "-l", "--", f"{ref}^{{commit}}")
    if result.returncode != 0:
        raise _refusal(folder, ref, shown, os.fsdecode(result.stderr).strip())
    return result.stdout


class Contents:
    """One `git cat-file --batch`, begun with the first question and ended by `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, size: int) -> bytes | None:
        """Return the content of an object of a size, in bytes; None where this clone does not hold it."""
        try:
            questions, answers = self._pipes()
            questions.write(f"{name}\n".encode())
            questions.flush()
            header = answers.readline().split()
            data = answers.read(size + 1)[:-1] if header[-1:] == [str(size).encode()] else b""
        except OSError:
            return None
        return data if header[1:2] == [b"blob"] and len(data) == size else None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - git's own name, and no word from outside
                (*_GIT, "cat-file", "--batch"),
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError
        return self._process.stdin, self._process.stdout


def _refusal(folder: Path, ref: str, shown: str, said: str) -> CannotDo:
    """Return what git said, in an officer's words."""
    lowered = said.lower()
    if "not a git repository" in lowered:
        hint = "compare two years instead, as in 'compactctl diff 2003/04 2004/05'"
        return CannotDo(f"'{shown}' lies in no git repository, so there is no revision to compare with", hint)
    if "dubious ownership" in lowered:
        hint = "if it can be trusted, 'git config --global --add safe.directory' and its folder say so to git"
        return CannotDo(f"git does not open the repository of '{shown}', because it belongs to another user", hint)
    if "cannot use bare repository" in lowered:
        hint = "take HEAD, config, objects and refs out of the folder"
        return CannotDo(f"'{shown}' looks like a git repository itself, and is not opened as one", hint)
    if any(words in lowered for words in _UNKNOWN):
        return _unknown(folder, ref)
    reason = said.splitlines()[-1] if said else "it does not say why"
    return CannotDo(f"git cannot list the revision {quoted(ref)}: {reason}")


def _unknown(folder: Path, ref: str) -> CannotDo:
    message = f"there is no branch, tag or commit {quoted(ref)} in this repository"
    if _run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        hint = "this clone is shallow and holds only the newest commits; 'git fetch --unshallow' brings the rest"
        return CannotDo(message, f"{hint} (in GitHub Actions: fetch-depth: 0)")
    return CannotDo(message, "a branch that only the server has is written with its name in front, as in 'origin/main'")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no word from outside begins with '-'
            (*_GIT, *words),
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        hint = "install git, or compare two years, as in 'compactctl diff 2003/04 2004/05'"
        raise CannotDo("there is no git here, and --since reads the revision with it", hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name of the revision cannot be used"
        raise CannotDo(f"git cannot be run: {reason}") from None


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | _SETTINGS
