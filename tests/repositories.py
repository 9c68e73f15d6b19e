"""Scratch repositories of git: what the tests of `--since` share."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.running import environment

IDENTITY: Final = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, with nobody's settings, and return what it says."""
    quiet = {**environment(), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", *IDENTITY, *words]
    return subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, check=True).stdout


def commit(folder: Path) -> None:
    """Commit all that lies in a repository."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it is")


def begin(folder: Path) -> Path:
    """Make a repository of a folder, with all that lies in it committed on the branch main."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


def replace(path: Path, old: str, new: str) -> None:
    """Replace a piece of a file at its first place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def damage(repository: Path, name: str, *, at: str = "main", is_torn: bool = False) -> None:
    """Damage the object that holds a file in a revision: its head, so that it counts as missing, or what follows."""
    object_name = git(repository, "rev-parse", f"{at}:{name}").strip()
    path = repository / ".git" / "objects" / object_name[:2] / object_name[2:]
    data = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(data[: len(data) // 2] + b"\xff" * 20 if is_torn else b"x" + data)


def import_revision(folder: Path, files: Iterable[tuple[str, bytes, bytes]]) -> Path:
    """Make a repository whose main holds files that no disk could: each its mode, path and content, or commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    stream = [b"commit refs/heads/main\ncommitter x <x@y> 1 +0000\ndata 1\nx\n"]
    for mode, path, data in files:
        quoted = b"".join(b"\\%03o" % byte for byte in path)
        if mode == "160000":
            stream.append(b'M 160000 %b "%b"\n' % (data, quoted))
        else:
            stream.append(b'M %b inline "%b"\ndata %d\n%b\n' % (mode.encode(), quoted, len(data), data))
    words = ("git", "fast-import", "--quiet")
    subprocess.run(words, cwd=folder, input=b"".join(stream), capture_output=True, check=True)
    return folder
