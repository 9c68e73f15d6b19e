"""What can be answered before anything is loaded: the version, and the help of each command as a pipe is shown it.

The texts in `help/` are Typer's own, written by `make docs`; tests/commands/test_help.py compares them with it.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from compactctl import __version__

_WIDTH: Final = 80
"""The columns that the texts are made for, which is what help has where nothing says how wide it is shown."""


def answer(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return the text that was asked for, if it is one of those stored."""
    match arguments:
        case ["--version"]:
            return f"compactctl {__version__}\n"
        case ["--help" | "-h"]:
            return _help("compactctl", environment)
        case [command, "--help" | "-h"] if command.isalpha():
            return _help(f"compactctl-{command}", environment)
        case _:
            return None


def _help(name: str, environment: Mapping[str, str]) -> str | None:
    if environment.get("COLUMNS") or _columns() != _WIDTH:
        return None
    folder, _, _ = __file__.rpartition(os.sep)
    try:
        # The word that was typed is letters, so that it leads nowhere else; pathlib takes longer to load than this.
        with open(f"{folder}/help/{name}.txt", encoding="utf-8") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return None


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH
    except (AttributeError, ValueError, OSError):
        return _WIDTH
