"""Commands load nothing heavy that they do without: Pydantic alone would take half of a check's time."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.repositories import begin
from tests.running import copy_record, environment, run

COMMANDS: Final = (
    "validate",
    "validate --since main",
    "report --year 2003/04",
    "report --year 2003/04 --format json",
    "report --year 2003/04 --format html --output report.html",
    "report --authority hampshire",
    "report --trend",
    "diff 2003/04 2004/05",
    "diff 2003/04 2004/05 --format json",
    "diff --since main",
    "revise 2005/06",
    "new kent --area a",
    "renew hampshire",
    "sign hampshire --year 2003/04 --party authority --role Leader --as-of 2004-12-01",
)
HELP: Final = ("--help", "--version", "validate --help", "form --help", "import --help")
OF_WORD: Final = ("docx", "lxml", "compactctl.forms", "compactctl.word")
_LOADED: Final = re.compile(r"^import time:.*\| +([\w.]+)$", re.MULTILINE)


def loaded_by(command: str, folder: Path) -> list[str]:
    """Return the names of the modules that a command loads which does not fail."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "compactctl", *command.split()],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr
    return _LOADED.findall(ran.stderr)


def among(loaded: list[str], *packages: str) -> list[str]:
    """Return those of the loaded modules that are of these packages."""
    return [name for name in loaded if f"{name}.".startswith(tuple(f"{package}." for package in packages))]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_without_pydantic_and_word(command: str, tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    begin(tmp_path)
    (data / "compacts/norfolk.yaml").write_text("authority: norfolk\n", encoding="utf-8")  # a partial document
    loaded = loaded_by(command, tmp_path)
    assert "compactctl.documents.content" in loaded
    assert among(loaded, "pydantic", *OF_WORD) == []


@pytest.mark.parametrize("command", HELP)
def test_help_does_without_word(command: str, tmp_path: Path) -> None:
    loaded = loaded_by(command, tmp_path)
    assert "compactctl.cli.app" in loaded
    assert among(loaded, *OF_WORD) == []


@pytest.mark.parametrize("command", ["form hampshire", "report --authority hampshire --output paper.docx"])
def test_what_is_drawn_for_word_does_without_pydantic(command: str, tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    loaded = loaded_by(command, tmp_path)
    assert "docx" in loaded
    assert among(loaded, "pydantic") == []


def test_a_form_is_taken_in_without_what_draws_it(tmp_path: Path) -> None:
    copy_record(tmp_path, "hampshire")
    run(tmp_path, "form", "hampshire", "--output", "form.docx")
    loaded = loaded_by("import form.docx --dry-run", tmp_path)
    assert "compactctl.forms.reading" in loaded
    assert among(loaded, "pydantic", "docx") == []
