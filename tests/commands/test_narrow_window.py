"""In a window of 40 columns everything that is laid out fits, and nothing is left out that a wider one shows."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len
from tests.running import COMMAND, environment

WORKSPACE: Final = Path(__file__).parents[1] / "workspaces" / "seven-authorities"
COMMANDS: Final = (
    ("report", "--year", "2003/04"),
    ("report", "--year", "2003/04", "--authority", "ashford"),
    ("report", "--trend"),
    ("diff", "2003/04", "2004/05"),
)
SIGNS: Final = re.compile("\x1b\\[[0-9;]*m")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")


def shown(columns: int, *arguments: str) -> list[str]:
    """Return the lines that a command shows in a window."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.chdir(WORKSPACE)
        os.execve(COMMAND[0], [*COMMAND, *arguments], environment())  # noqa: S606 - the real command
    seen = b""
    while piece := _read(terminal):
        seen += piece
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    return SIGNS.sub("", seen.decode()).splitlines()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody writes to it any more
        return b""


def words(lines: list[str]) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", " ".join(lines)))


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_line_is_longer_than_the_window(arguments: tuple[str, ...], columns: int) -> None:
    lines = shown(columns, *arguments)
    assert [line for line in lines if cell_len(line) > columns] == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_word_is_left_out(arguments: tuple[str, ...]) -> None:
    """But the title of the names, above a table that is shown row by row; a long word may be broken."""
    begun = {word[:4] for word in words(shown(40, *arguments))}
    assert {word for word in words(shown(200, *arguments)) if word[:4] not in begun} <= {"year"}
