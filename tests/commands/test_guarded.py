"""What no output shows: what is flushed to the disk, what git is run with, when nothing is forked."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from benchmarks.corpora import national
from tests.repositories import begin, replace
from tests.running import DATA, copy_record, environment, run

RUN: Final = "import runpy, sys; sys.argv[0] = 'compactctl'; runpy.run_module('compactctl', run_name='__main__')"
WATCHED: Final = """
import os, stat

def watched(name):
    function = getattr(os, name)
    def call(*arguments, **named):
        status = os.lstat(arguments[0]) if isinstance(arguments[0], os.PathLike | str) else os.fstat(arguments[0])
        what = "folder" if stat.S_ISDIR(status.st_mode) else status.st_ino
        result = function(*arguments, **named)
        with open(LOG, "a") as log:
            log.write(f"{name} {what}\\n")
        return result
    setattr(os, name, call)

for name in ("fsync", "link", "rename", "replace"):
    watched(name)
"""
THREAD: Final = """
import os, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
"""
FORKS: Final = """
import os
fork = os.fork
def logged():
    with open(LOG, "a") as log:
        log.write("fork\\n")
    return fork()
os.fork = logged
"""


def watch(folder: Path, watcher: str, *arguments: str) -> tuple[list[str], str]:
    """Run the command with something put before it; return what that noted and what the command printed."""
    log = folder / "watched.log"
    script = f"LOG = {str(log)!r}\n{watcher}\n{RUN}"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return log.read_text().splitlines() if log.exists() else [], done.stdout


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("new", "surrey", "--area", "b"), "data/compacts/surrey.yaml"),
        (("renew", "hampshire"), "data/compacts/hampshire.yaml"),
        (("report", "--output", "report.md"), "report.md"),
    ],
    ids=["new", "renew", "result"],
)
def test_a_file_is_on_the_disk_before_it_has_its_name_and_then_its_name(
    arguments: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    copy_record(tmp_path, "hampshire")
    compact = tmp_path / "data/compacts/hampshire.yaml"
    text = compact.read_text(encoding="utf-8")
    compact.write_text(text.partition("  - year: 2004/05\n")[0], encoding="utf-8")
    noted, _ = watch(tmp_path, WATCHED, *arguments)
    file = (tmp_path / name).stat().st_ino
    [named] = [index for index, event in enumerate(noted) if event.split()[0] != "fsync"]
    assert noted[named].split()[1] == str(file)
    assert f"fsync {file}" in noted[:named]
    assert "fsync folder" in noted[named:]


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="left out: only Linux says which cores there are")
def test_nothing_is_forked_beside_a_thread(tmp_path: Path) -> None:
    """A thread may hold a lock just then, which nobody would give back in the fork."""
    if len(os.sched_getaffinity(0)) == 1:
        pytest.skip("on one core nothing is forked")
    national(tmp_path / "data")
    arguments = ("validate", "--format", "json")
    forks, alone = watch(tmp_path, FORKS, *arguments)
    assert forks
    (tmp_path / "watched.log").unlink()
    assert watch(tmp_path, THREAD + FORKS, *arguments) == ([], alone)


SETTINGS: Final = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def test_every_git_is_told_to_fetch_nothing_and_to_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = tmp_path / "repository"
    shutil.copytree(DATA, repository / "data")
    begin(repository)
    replace(repository / "data/compacts/hampshire.yaml", "term: short", "term: medium")
    real = shutil.which("git")
    own = tmp_path / "bin" / "git"
    own.parent.mkdir()
    own.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        f"with open({str(tmp_path / 'given')!r}, 'a') as log:\n    log.write(json.dumps(dict(os.environ)) + '\\n')\n"
        f"os.execv({real!r}, ['git', *sys.argv[1:]])\n",
        encoding="utf-8",
    )
    own.chmod(0o755)
    monkeypatch.setenv("PATH", f"{own.parent}{os.pathsep}{os.environ['PATH']}")
    for command in ("diff", "validate"):
        assert run(repository, command, "--since", "main").returncode in (0, 1)
    given = [json.loads(line) for line in (tmp_path / "given").read_text(encoding="utf-8").splitlines()]
    assert len(given) > 4
    for variables in given:
        assert {name: variables.get(name) for name in SETTINGS} == SETTINGS
