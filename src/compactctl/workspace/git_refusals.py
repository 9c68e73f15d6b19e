"""What git said, in an officer's words: why a revision cannot be compared with, and what to do."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from compactctl.errors import CannotDo
from compactctl.words import quoted
from compactctl.workspace.git_process import Answer, run

_UNKNOWN: Final = ("not a valid object name", "not a valid commit name", "not a tree object")
_FETCH: Final = "in GitHub Actions, 'fetch-depth: 0' has the checkout bring all commits"
_AMBIGUOUS: Final = re.compile(r"refname '(.*)' is ambiguous")
_TOO_LONG_AGO: Final = re.compile(r"log for '?(.*?)'? (only (goes back|has)|is empty)")
_AWAY: Final = re.compile(r"not a git repository: '?(.*?)'?$", re.MULTILINE)


def refusal(folder: Path, ref: str, shown: str, answer: Answer) -> CannotDo:
    """Return why git could not do what it was asked."""
    lowered = answer.said.lower()
    if unopened := _unopened(shown, answer):
        return unopened
    if "short object id" in lowered:
        return CannotDo(f"more than one commit begins with {quoted(ref)}", "write more of its letters and digits")
    if any(words in lowered for words in _UNKNOWN):
        return _unknown(folder, ref)
    return CannotDo(f"git cannot list the revision {quoted(ref)}: {reason(answer)}")


def _unopened(shown: str, answer: Answer) -> CannotDo | None:
    """Return why git did not even open the repository, if that is so."""
    lowered = answer.said.lower()
    if away := _AWAY.search(answer.said):
        hint = (
            "for a submodule 'git submodule update --init' brings it, for a further work tree 'git worktree repair' "
            "finds it again"
        )
        # git 2.55 has lost the name.
        at = "" if away[1] == "(null)" else f", at {quoted(away[1])}"
        return CannotDo(f"the git repository of '{shown}' is not where it should be{at}", hint)
    if "not a git repository" in lowered:
        hint = "compare two years instead, as in 'compactctl diff 2003/04 2004/05'"
        return CannotDo(f"'{shown}' lies in no git repository, so there is no revision to compare with", hint)
    if "dubious ownership" in lowered:
        hint = "if it can be trusted, 'git config --global --add safe.directory' and its folder say so to git"
        return CannotDo(f"git does not open the repository of '{shown}', because it belongs to another user", hint)
    if "cannot use bare repository" in lowered:
        hint = "take HEAD, config, objects and refs out of the folder"
        return CannotDo(f"'{shown}' looks like a git repository itself, and is not opened as one", hint)
    return None


def reason(answer: Answer) -> str:
    """Return git's own reason."""
    lines = answer.said.strip().splitlines()
    if answer.code < 0:
        return "it was ended by the system"
    return lines[-1].removeprefix("fatal: ") if lines else "it does not say why"


def unclear(ref: str, answer: Answer) -> CannotDo | None:
    """Return why git could only guess what a revision is, if it warned that it does."""
    for warned in answer.lines("warning: "):
        # HEAD itself, also written '@', is never guessed, whatever else is called that.
        if (match := _AMBIGUOUS.search(warned)) and match[1] not in ("HEAD", "@"):
            name = match[1]
            hint = (
                f"write which is meant: {quoted(f'refs/heads/{name}')} for the branch, {quoted(f'refs/tags/{name}')} "
                f"for the tag, {quoted(f'refs/remotes/{name}')} for a server's branch"
            )
            return CannotDo(f"{quoted(name)} stands for more than one thing in this repository", hint)
    if match := _TOO_LONG_AGO.search(answer.said):
        hint = "git knows where a branch was only in the clone in which it moved, and for some months; name a commit"
        return CannotDo(f"git does not know any more where {quoted(match[1])} was, so {quoted(ref)} is none", hint)
    return None


def warnings(answer: Answer) -> Iterator[str]:
    """Yield what else git warned of, as it said it."""
    return (warned for warned in answer.lines("warning: ") if not _AMBIGUOUS.search(warned))


def several(ref: str) -> CannotDo:
    """Return why it cannot be told where a branch began that was merged with another in both directions."""
    message = f"{quoted(ref)} and this branch were merged into each other, so that this branch began at no one commit"
    return CannotDo(message, f"merge {quoted(ref)} into this branch once more; then it is clear what this one changes")


def nothing_in_common(folder: Path, ref: str) -> CannotDo:
    """Return why it cannot be told where a branch began that shares no commit with the revision."""
    message = f"{quoted(ref)} and this branch have no commit in common, so it cannot be told what this branch changes"
    if _is_shallow(folder):
        hint = "this clone is shallow and may not hold it; 'git fetch --unshallow' brings the rest"
        return CannotDo(message, f"{hint}, and {_FETCH}")
    return CannotDo(message, f"name a branch that this one began from; {_FETCH}")


def not_held(folder: Path, path: str) -> CannotDo | None:
    """Return why what a file was is not in this clone, if the clone was made without the contents of files."""
    settings = r"^(extensions\.partialclone|remote\..*\.promisor)$"
    if run(folder, "config", "--get-regexp", settings).code != 0:
        return None
    hint = (
        "'git fetch --refetch --no-filter' brings all of them, or clone it anew without '--filter'; in GitHub Actions, "
        "take 'filter:' out of the checkout"
    )
    message = f"what {quoted(path)} was is not in this clone, which was made without the contents of earlier files"
    return CannotDo(message, hint)


def _unknown(folder: Path, ref: str) -> CannotDo:
    if run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").code != 0:
        hint = "commit the documents first; after that --since tells what changes"
        return CannotDo("this branch has no commit yet, so there is nothing to compare with", hint)
    message = f"there is no branch, tag or commit {quoted(ref)} in this repository"
    if _is_shallow(folder):
        hint = "this clone is shallow and holds only the newest commits; 'git fetch --unshallow' brings the rest"
        return CannotDo(message, f"{hint}, and {_FETCH}")
    hint = "a branch that only the server has is written with its name in front, as in 'origin/main'"
    return CannotDo(message, f"{hint}; {_FETCH}")


def _is_shallow(folder: Path) -> bool:
    return run(folder, "rev-parse", "--is-shallow-repository").text.strip() == b"true"
