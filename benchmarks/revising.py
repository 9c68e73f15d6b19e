"""Commits the documents of a corpus to git, and then changes a few of them."""

import os
import subprocess
from pathlib import Path
from typing import Final

_GIT: Final = ("git", "-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "commit.gpgsign=false")
_NOBODYS: Final = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def revise(folder: Path, number: int) -> frozenset[str]:
    """Commit a data folder, change the newest text of so many of its compacts, all signed, and return their names."""
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "As agreed")):
        subprocess.run((*_GIT, *words), cwd=folder.parent, env={**os.environ, **_NOBODYS}, check=True)
    compacts = sorted((folder / "compacts").glob("*.yaml"))
    changed = compacts[:: len(compacts) // number][:number]
    for path in changed:
        before, word, after = path.read_text(encoding="utf-8").rpartition("schools")
        path.write_text(f"{before}all {word}{after}", encoding="utf-8", newline="\n")
    return frozenset(path.name for path in changed)
