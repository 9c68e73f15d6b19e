"""What `--help` and `--version` show, and that the stored texts are what Typer says."""

import re
import subprocess
from pathlib import Path

import pytest
import typer
from tests.running import COMMAND, environment, run

import compactctl
from compactctl.cli import stored
from compactctl.cli.listing import command_names


def asked(folder: Path, *arguments: str, **variables: str) -> str:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=folder, env=environment() | variables, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("command", [(), *((name,) for name in command_names())], ids="-".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_stored_help_is_what_typer_says(command: tuple[str, ...], flag: str, tmp_path: Path) -> None:
    """Made anew by `make docs`."""
    told = asked(tmp_path, *command, flag)
    assert stored.answer([*command, flag], {}) == told
    if not typer.__version__.startswith("0.29."):
        pytest.skip("the stored texts are those of Typer 0.29, and others lay help out in other ways")
    assert told == asked(tmp_path, *command, "--help", COLUMNS="80")


def test_help_is_as_wide_as_the_terminal_says(tmp_path: Path) -> None:
    lines = asked(tmp_path, "validate", "--help", COLUMNS="60").splitlines()
    assert max(map(len, lines)) <= 60


def test_without_a_word_the_help_is_shown(tmp_path: Path) -> None:
    assert asked(tmp_path) == asked(tmp_path, "--help")


def test_the_version(tmp_path: Path) -> None:
    assert asked(tmp_path, "--version") == f"compactctl {compactctl.__version__}\n"
    assert asked(tmp_path, "--data", "elsewhere", "--version") == f"compactctl {compactctl.__version__}\n"


@pytest.mark.parametrize("name", ["nonsense", "compactctl", "ä", "x" * 300])
def test_there_is_no_help_for_what_is_no_command(name: str, tmp_path: Path) -> None:
    done = run(tmp_path, name, "--help")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no command '{name[:20]}" in done.stderr


def test_a_command_is_suggested(tmp_path: Path) -> None:
    done = run(tmp_path, "validat")
    told = "compactctl: there is no command 'validat'\n  hint: did you mean 'validate'?\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_the_commands_are_listed_by_what_they_are_for(tmp_path: Path) -> None:
    told = run(tmp_path, "--help").stdout
    groups = re.findall(r"^(Check|Read|Write|Set up):\n((?:  .*\n)+)", told, re.MULTILINE)
    assert {group: re.findall(r"^  (\w+)", lines, re.MULTILINE) for group, lines in groups} == {
        "Check": ["validate", "rules", "explain"],
        "Read": ["report", "diff"],
        "Write": ["new", "renew", "sign", "revise"],
        "Set up": ["init", "schema"],
    }
