"""The script that runs every command wherever the tool was installed, and fails where one fails."""

import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

import pytest
from tests.running import environment

from compactctl.cli.commands import command_names

pytestmark = pytest.mark.slow

SMOKE: Final = Path(__file__).parents[1] / "ci/smoke.py"


def smoke(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run the script with a Python beside which lies such a command."""
    venv.create(folder, with_pip=False)
    tool = folder / "bin/compactctl"
    tool.write_text(f"#!/bin/sh\n{command}\n")
    tool.chmod(0o755)
    return subprocess.run(
        [folder / "bin/python", SMOKE], env=environment(), capture_output=True, text=True, check=False
    )


def test_every_command_is_run(tmp_path: Path) -> None:
    done = smoke(tmp_path, f'exec "{sys.executable}" -m compactctl "$@"')
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    run = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("compactctl ")}
    assert set(command_names()) - run == set()


def test_a_command_that_fails_is_shown_with_what_it_said(tmp_path: Path) -> None:
    done = smoke(tmp_path, 'case "$1" in rules) echo "no rules here" >&2; exit 2;; esac')
    assert done.returncode == 1
    assert "no rules here" in done.stdout
    assert done.stderr == "compactctl rules: ended with 2\n"
