"""What Windows does otherwise, tried with stand-ins: what it has not, its consoles, its line ends, files held open."""

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest
from benchmarks.corpora import national
from tests.repositories import begin
from tests.running import COMMAND, copy_record, environment, picture, run
from tests.test_smoke import smoke

from compactctl.cli.output import wants_colour
from compactctl.errors import CannotDo
from compactctl.files.result_files import ResultFile
from compactctl.files.writing import create
from compactctl.workspace import git_process

WINDOWS: Final = (sys.executable, "-P", str(Path(__file__).with_name("windows.py")))


def answer(folder: Path, *words: str, on: tuple[str, ...] = WINDOWS, **variables: str) -> tuple[int, bytes, bytes]:
    """Return exit code and output of the command on a stand-in, or with other variables."""
    done = subprocess.run(
        [*on, *words],
        cwd=folder,
        env=environment() | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_every_command_runs_where_windows_has_nothing_for_it(tmp_path: Path) -> None:
    done = smoke(tmp_path, f'exec {" ".join(WINDOWS)} "$@"')
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("words", ["validate", "report --format json"])
def test_a_record_that_two_processes_read_elsewhere_is_read_by_one(words: str, tmp_path: Path) -> None:
    national(tmp_path / "data")
    assert answer(tmp_path, *words.split()) == answer(tmp_path, *words.split(), on=COMMAND)


def test_names_in_git_that_windows_cannot_have_stop_nothing(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    odd = Path(os.fsdecode(os.fsencode(data / "compacts") + b"/\xff.yaml"))
    odd.touch()
    begin(tmp_path)
    odd.unlink()
    words = ("diff", "--since", "HEAD")
    usual = answer(tmp_path, *words, on=COMMAND)
    assert usual[0] == 0
    assert answer(tmp_path, *words) == usual


def test_a_path_on_another_drive_lies_outside(tmp_path: Path) -> None:
    copy_record(tmp_path)
    (tmp_path / "another-drive").mkdir()
    code, _, said = answer(tmp_path, "validate", "another-drive")
    assert (code, said.splitlines()[0]) == (
        2,
        b"compactctl: 'another-drive' lies outside the data folder 'data'",
    )


@pytest.mark.parametrize("words", ["validate", "report", "rules", "--help", "report --authority nowhere"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_what_a_console_can_show_changes_no_byte(words: str, encoding: str, tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    usual = answer(tmp_path, *words.split(), on=COMMAND, PYTHONIOENCODING="utf-8")
    assert answer(tmp_path, *words.split(), on=COMMAND, PYTHONIOENCODING=encoding) == usual


def with_windows_ends(data: Path) -> None:
    """Give every file the line ends that git gives it in a checkout on Windows."""
    for path in data.glob("**/*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_a_checkout_with_line_ends_of_windows_says_the_same(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    begin(tmp_path)
    usual = {words: run(tmp_path, *words).stdout for words in (("validate",), ("report", "--format", "csv"))}
    assert run(tmp_path, "form", "hampshire", "--output", "hampshire.docx").returncode == 0
    with_windows_ends(data)
    assert {words: run(tmp_path, *words).stdout for words in usual} == usual
    since = run(tmp_path, "diff", "--since", "HEAD", "--exit-code")
    assert (since.returncode, since.stderr) == (0, "")
    assert run(tmp_path, "validate", "--since", "HEAD").stdout == usual[("validate",)]
    taken_in = run(tmp_path, "import", "--dry-run", "hampshire.docx")
    assert "hampshire.docx  Hampshire 2004/05  unchanged\n" in taken_in.stderr


def test_what_is_written_into_such_a_file_ends_its_lines_as_it_does(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire", annexes=("2003-04",))
    with_windows_ends(data)
    before = picture(data)
    assert run(tmp_path, "sign", "2003/04", "--party", "association", "--role", "Chair").returncode == 0
    [changed] = [name for name, content in picture(data).items() if content != before[name]]
    content = (data / changed).read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_drive_that_has_no_second_names_for_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refusal(OSError(errno.EINVAL, "Incorrect function")))
    create(tmp_path, {"compacts/hampshire.yaml": b"authority: hampshire\n"})
    assert picture(tmp_path) == {"compacts": "folder", "compacts/hampshire.yaml": b"authority: hampshire\n"}


def test_a_workbook_that_is_open_in_excel_stays_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "coverage.xlsx").write_bytes(b"old")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "replace", refusal(PermissionError(errno.EACCES, "Access is denied")))
    with pytest.raises(CannotDo, match="Access is denied; if it is open in another program, close it there"):
        ResultFile(str(tmp_path / "coverage.xlsx"), tmp_path / "data").write([b"new"])
    assert picture(tmp_path) == {"coverage.xlsx": b"old"}


def refusal(error: OSError) -> Callable[..., None]:
    def refuses(*_: object) -> None:
        raise error

    return refuses


def test_no_git_is_taken_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, says in (("programs", "ours"), ("brought", "theirs")):
        program = tmp_path / name / "git.exe"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\necho {says}\n")
        program.chmod(0o755)
    monkeypatch.chdir(tmp_path / "brought")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    monkeypatch.setenv("PATHEXT", ".EXE")  # the usual list is parted as this system parts none
    assert git_process.run(tmp_path, "--version").text == b"ours\n"
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotDo, match="there is no git here"):
        git_process.run(tmp_path / "brought", "--version")


@pytest.mark.parametrize(("is_console", "takes_colours", "coloured"), [(1, 1, 1), (1, 0, 0), (0, 1, 0)])
def test_a_console_is_coloured_where_it_takes_colours(
    is_console: int, takes_colours: int, coloured: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def set_mode(_console: int, mode: int) -> int:
        asked.append(mode)
        return takes_colours

    kernel = SimpleNamespace(GetStdHandle=lambda _: 7, GetConsoleMode=lambda *_: is_console, SetConsoleMode=set_mode)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert wants_colour() == coloured
    assert asked == [4] * is_console
