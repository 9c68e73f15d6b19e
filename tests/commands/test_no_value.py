"""An option that is given with nothing, as a variable of CI that was never set, is refused by every command."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.running import copy_record, picture, run

from compactctl.cli.commands import command_names, function_of
from compactctl.cli.parameters import parameters_of

GIVEN = {
    "explain": ("unknown-area",),
    "form": ("norfolk",),
    "import": ("form.docx",),
    "new": ("surrey",),
    "renew": ("norfolk",),
    "schema": ("annex",),
    "sign": ("norfolk", "--party", "authority", "--role", "Leader"),
    "site": ("pages",),
}


def options() -> Iterator[tuple[str, str]]:
    for command in command_names():
        for parameter in parameters_of(function_of(command)):
            yield from ((command, name) for name in parameter.names if not parameter.is_flag)


@pytest.mark.parametrize(("command", "option"), [*options()])
def test_it_is_refused_and_nothing_is_written(command: str, option: str, tmp_path: Path) -> None:
    copy_record(tmp_path, "norfolk")
    before = picture(tmp_path)
    done = run(tmp_path, command, *GIVEN.get(command, ()), option, "")
    assert (done.returncode, done.stdout, picture(tmp_path)) == (2, "", before)
    assert "hint: " in done.stderr


@pytest.mark.parametrize("command", ["form", "new", "renew", "sign", "validate", "fix", "import", "site", "init"])
def test_so_is_an_argument(command: str, tmp_path: Path) -> None:
    copy_record(tmp_path, "norfolk")
    done = run(tmp_path, command, "", *(("--yes",) if command == "fix" else GIVEN.get(command, ())[1:]))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not given" not in done.stderr
