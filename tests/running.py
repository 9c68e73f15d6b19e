"""What the tests of the commands that write share: a copy of the record, the real command, a picture of a folder."""

import functools
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.warm import WarmServer

from compactctl import __version__

DATA: Final = Path(__file__).parents[1] / "data"
COMMAND: Final = (sys.executable, "-m", "compactctl")

_OURS = ("COMPACTCTL_", "GITHUB_", "CI_PROJECT_DIR", "COLUMNS", "FORCE_COLOR", "NO_COLOR")


def environment() -> dict[str, str]:
    """Return the environment without what would change what the command does."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a folder, with nobody at the keyboard; the environment holds some variables too."""
    done = run_in_bytes(folder, *arguments, **variables)
    return subprocess.CompletedProcess(done.args, done.returncode, _text(done.stdout), _text(done.stderr))


def run_in_bytes(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Do the same, and read what it writes as bytes."""
    if not hasattr(os, "fork"):
        return run_anew(folder, *arguments, **variables)
    done = _server().run(folder, arguments, environment() | variables)
    return subprocess.CompletedProcess([*COMMAND, *arguments], *done)


def run_anew(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Do the same by an interpreter that starts anew, and takes notice of what it is started with."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment() | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@functools.cache
def _server() -> WarmServer:
    return WarmServer(environment())


def _text(written: bytes) -> str:
    return io.TextIOWrapper(io.BytesIO(written), "utf-8").read()


def of_any_version(text: str) -> str:
    """Return an output with a version that never changes in the place of this one, for golden files."""
    return text.replace(f"Made by compactctl {__version__} ", "Made by compactctl 1.2.3 ")


def copy_record(folder: Path, *compacts: str, annexes: tuple[str, ...] = ("2003-04", "2004-05")) -> Path:
    """Copy statement, annexes and some compacts of the record into a folder, and return its data folder."""
    data = folder / "data"
    names = [
        "statement.yaml",
        *(f"annex/{year}.yaml" for year in annexes),
        *(f"compacts/{slug}.yaml" for slug in compacts),
    ]
    for name in names:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / name, data / name)
    return data


def picture(folder: Path) -> dict[str, bytes | str]:
    """Return all that lies in a folder, hidden or not: the bytes of files, where links lead, 'folder'."""
    return {path.relative_to(folder).as_posix(): _seen(path) for path in sorted(folder.rglob("*"))}


def _seen(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return "folder" if path.is_dir() else path.read_bytes()
