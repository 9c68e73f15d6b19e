"""Asks git: where a branch began, what a revision holds, and the contents of its files. Knows nothing of documents.

The work tree is not looked at, and the index only for what a sparse checkout leaves out. Nothing is touched or fetched,
and no hook or filter runs.
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
_GIT: Final = (
    *("git", "--no-pager", "--literal-pathspecs"),
    *("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false"),
)
"""Files among the documents can make up a repository, whose settings name commands that git would run."""

_UNKNOWN: Final = ("not a valid object name", "not a valid commit name", "not a tree object", "ambiguous")
_FETCH: Final = "in GitHub Actions, 'fetch-depth: 0' has the checkout bring all commits"


def merge_base(folder: Path, ref: str, shown: str) -> str:
    """Return the hash of the newest commit that a revision and HEAD have in common: where this branch began.

    `shown` is the folder as messages name it. Raises `CannotDo` where there is no git, repository or revision, or
    nothing in common.
    """
    if ref.startswith("-"):
        raise CannotDo(f"--since cannot be {quoted(ref)}", "a branch, tag or commit does not begin with '-'")
    result = _run(folder, "merge-base", "--end-of-options", f"{ref}^{{commit}}", "HEAD^{commit}")
    if result.returncode == 0:
        return result.stdout.split()[0].decode("ascii")
    if result.returncode == 1:
        raise _nothing_in_common(folder, ref)
    raise _refusal(folder, ref, shown, os.fsdecode(result.stderr).strip())


def list_revision(folder: Path, commit: str, shown: str) -> bytes:
    """Return all that a commit has in a folder of the work tree, as `git ls-tree -r -z -l` writes it.

    Raises `CannotDo` where it cannot be listed.
    """
    result = _run(folder, "ls-tree", "-r", "-z", "-l", "--", commit)
    if result.returncode != 0:
        raise _refusal(folder, commit, shown, os.fsdecode(result.stderr).strip())
    return result.stdout


def list_paths(folder: Path, commit: str, shown: str) -> list[str]:
    """Return the paths of all files of a commit, from the top of the repository that a folder lies in.

    Raises `CannotDo` where it cannot be listed.
    """
    result = _run(folder, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    if result.returncode != 0:
        raise _refusal(folder, commit, shown, os.fsdecode(result.stderr).strip())
    return [os.fsdecode(path) for path in result.stdout.split(b"\0") if path]


def path_in_repository(folder: Path) -> str:
    """Return the path of a folder from the top of its repository, '' for the top itself."""
    return os.fsdecode(_run(folder, "rev-parse", "--show-prefix").stdout).removesuffix("\n").removesuffix("/")


def list_not_checked_out(folder: Path) -> bytes:
    """Return what the index has in a folder of the work tree and a sparse checkout leaves out.

    Each entry is written as in `list_revision`, with the size as `-`. Raises `CannotDo` where the index is broken.
    """
    result = _run(folder, "ls-files", "-t", "--stage", "-z")
    if result.returncode != 0:
        said = os.fsdecode(result.stderr).strip().splitlines()
        raise CannotDo(f"git cannot list its index: {said[-1] if said else 'it does not say why'}")
    entries = []
    for entry in filter(None, result.stdout.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        tag, mode, name, _ = about.split()
        if tag == b"S":
            entries.append(b"%b blob %b -\t%b\0" % (mode, name, path))
    return b"".join(entries)


class Contents:
    """One `git cat-file --batch`, begun with the first question and ended by `close`.

    An object that git cannot read ends it: the next question begins another.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, limit: int) -> bytes | int | None:
        """Return the content of an object, or how large it is where that is beyond a limit in bytes.

        None where git does not hold it, or what it holds is damaged.
        """
        try:
            questions, answers = self._pipes()
            questions.write(f"{name}\n".encode())
            questions.flush()
            header = answers.readline().split()
            if header[1:2] == [b"missing"]:
                return None
            size = int(header[2])
            data = answers.read(size + 1) if size <= limit else b""
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
            process.kill()
            process.communicate()

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
    if _run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode != 0:
        hint = "commit the documents first; after that --since tells what changes"
        return CannotDo("this branch has no commit yet, so there is nothing to compare with", hint)
    message = f"there is no branch, tag or commit {quoted(ref)} in this repository"
    if _is_shallow(folder):
        hint = "this clone is shallow and holds only the newest commits; 'git fetch --unshallow' brings the rest"
        return CannotDo(message, f"{hint}, and {_FETCH}")
    hint = "a branch that only the server has is written with its name in front, as in 'origin/main'"
    return CannotDo(message, f"{hint}; {_FETCH}")


def _nothing_in_common(folder: Path, ref: str) -> CannotDo:
    message = f"{quoted(ref)} and this branch have no commit in common, so it cannot be told what this branch changes"
    if _is_shallow(folder):
        hint = "this clone is shallow and may not hold it; 'git fetch --unshallow' brings the rest"
        return CannotDo(message, f"{hint}, and {_FETCH}")
    return CannotDo(message, f"name a branch that this one began from; {_FETCH}")


def _is_shallow(folder: Path) -> bool:
    return _run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


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
