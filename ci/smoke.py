"""Runs every command, in a folder of its own, with the `compactctl` that was installed for the Python this runs on.

It ends with 1, and shows what a command said, where one does not end with 0. Besides the tool it needs git and the
standard library alone, so it runs on every system, and with whatever libraries are there.
"""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

EMPTY = b"TODO"


def main() -> None:
    """Play the life of a record through, once."""
    tool = shutil.which("compactctl", path=sysconfig.get_path("scripts"))
    if tool is None:
        sys.exit(f"there is no compactctl in {sysconfig.get_path('scripts')}")
    # Windows keeps what is still open somewhere, and that is no fault of the tool.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _play(lambda *words: _run(Path(folder), "compactctl", tool, *words), Path(folder))
    _say("all commands ran")


def _play(run: Callable[..., None], folder: Path) -> None:
    compact, annex = folder / "data/compacts/hampshire.yaml", folder / "data/annex/2004-05.yaml"
    run("--version")
    run("--help")
    run("new", "--help")
    run("schema", "compact")
    run("rules")
    run("explain", "unfinished")
    run("init", ".")
    run("new", "hampshire", "--area", "b", "--term", "b=short")
    run("validate")
    for format_ in ("json", "sarif", "junit", "github", "gitlab"):
        run("validate", "--format", format_)
    _commit(folder)

    _replace(compact, b"term: short", b"term: Short")
    run("fix", "--yes")
    _replace(compact, EMPTY, b"written by hand")
    run("sign", "hampshire", "--party", "authority", "--role", "Leader", "--date", "2003-12-15")
    run("diff", "--since", "HEAD")

    run("revise")
    _replace(annex, EMPTY, b"written by hand")
    (folder / "returns").mkdir()
    run("form", "hampshire", "--output", "returns/hampshire.docx")
    run("import", "returns")
    run("renew", "hampshire")
    run("diff")
    run("diff", "--format", "html")

    run("report")
    run("report", "--output", "coverage.html")
    run("report", "--output", "coverage.xlsx")
    run("report", "--authority", "hampshire", "--output", "paper.docx")
    run("report", "--trend", "--format", "json")
    run("site", "public")
    run("site", "public")  # in the place of the first


def _commit(folder: Path) -> None:
    who = ("-c", "user.name=smoke", "-c", "user.email=smoke@example.org", "-c", "commit.gpgSign=false")
    for words in (("init", "--quiet"), ("add", "data"), (*who, "commit", "--quiet", "--message", "begin")):
        _run(folder, "git", "git", *words)


def _replace(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    if old not in content:
        sys.exit(f"{path.name} does not hold {old.decode()}")
    path.write_bytes(content.replace(old, new))


def _run(folder: Path, name: str, *command: str) -> None:
    line = " ".join((name, *command[1:]))
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    _say(line)
    if done.returncode != 0:
        _say(done.stdout.decode("utf-8", "replace"))
        sys.exit(f"{line}: ended with {done.returncode}")


def _say(text: str) -> None:
    """Write a line, whatever the console can show."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
