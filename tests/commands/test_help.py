"""What `--help` and `--version` show, in windows of several widths."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import typer
from pytest_regressions.file_regression import FileRegressionFixture
from tests.running import environment, run

import compactctl
from compactctl.cli.commands import command_names

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "help"


def shown(folder: Path, *arguments: str, **variables: str) -> str:
    done = run(folder, *arguments, **variables)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.skipif(not typer.__version__.startswith("0.29."), reason="others lay help out in other ways")
@pytest.mark.parametrize("columns", [40, 80])
def test_help_is_as_people_know_it(columns: int, tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    texts = [
        shown(tmp_path, *command, "--help", COLUMNS=str(columns))
        for command in ((), *((name,) for name in command_names()))
    ]
    file_regression.check("\n\n".join(texts), fullpath=GOLDEN / f"{columns}.txt")


def test_both_options_show_the_same_help_and_a_pipe_has_80_columns(tmp_path: Path) -> None:
    assert shown(tmp_path, "report", "-h") == shown(tmp_path, "report", "--help", COLUMNS="80")


@pytest.mark.parametrize("command", [(), *((name,) for name in command_names())], ids="-".join)
def test_help_fits_into_the_window_and_loses_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    usual = shown(tmp_path, *command, "--help", COLUMNS="80")
    for columns in (40, 41, 53, 100):
        text = shown(tmp_path, *command, "--help", COLUMNS=str(columns))
        assert max(map(len, text.splitlines())) <= columns
        assert "".join(text.split()) == "".join(usual.split())


@pytest.mark.parametrize("name", command_names())
def test_help_is_whole_where_python_keeps_no_docstrings(name: str, tmp_path: Path) -> None:
    bare = [sys.executable, "-OO", "-m", "compactctl", name, "--help"]
    text = subprocess.run(bare, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True).stdout
    assert text == shown(tmp_path, name, "--help")


def test_lines_of_help_are_never_too_long_to_read(tmp_path: Path) -> None:
    assert max(map(len, shown(tmp_path, "report", "--help", COLUMNS="300").splitlines())) <= 100


def test_without_a_word_the_help_is_shown(tmp_path: Path) -> None:
    assert shown(tmp_path) == shown(tmp_path, "--help")


def test_the_version(tmp_path: Path) -> None:
    assert shown(tmp_path, "--version") == f"compactctl {compactctl.__version__}\n"
    assert shown(tmp_path, "--data", "elsewhere", "--version") == f"compactctl {compactctl.__version__}\n"


@pytest.mark.parametrize("name", ["nonsense", "compactctl", "ä", "x" * 300])
def test_there_is_no_help_for_what_is_no_command(name: str, tmp_path: Path) -> None:
    done = run(tmp_path, name, "--help")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no command '{name[:20]}" in done.stderr


def test_a_command_is_suggested(tmp_path: Path) -> None:
    done = run(tmp_path, "validat")
    message = "compactctl: there is no command 'validat'\n  hint: did you mean 'validate'?\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_the_commands_are_listed_by_what_they_are_for(tmp_path: Path) -> None:
    text = run(tmp_path, "--help").stdout
    groups = re.findall(r"^(Check|Read|Write|Set up):\n((?:  .*\n)+)", text, re.MULTILINE)
    assert {group: re.findall(r"^  (\w+)", lines, re.MULTILINE) for group, lines in groups} == {
        "Check": ["validate", "fix", "rules", "explain"],
        "Read": ["report", "diff", "site"],
        "Write": ["new", "renew", "form", "import", "sign", "revise"],
        "Set up": ["init", "schema"],
    }
