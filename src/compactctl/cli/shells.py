"""Completion set up in a shell: the script that asks this tool at each TAB, printed or put where the shell reads it.

What stands in somebody's own settings stays, byte for byte: one line is added, whole or not at all. Typer's own
installer writes such files anew as text, which loses them on a full disk, and loosens PowerShell's rules on scripts.
"""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from compactctl.cli.output import deliver, tell
from compactctl.errors import CannotDo
from compactctl.files.opening import Unreadable, read_bytes
from compactctl.files.targets import target
from compactctl.files.writing import create, replace

_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")


def set_up(arguments: Sequence[str]) -> int:
    """Do what the one or other option asks for and return the exit code; raises `CannotDo`, `Refused`."""
    from compactctl.cli.completing import script_for

    option, *words = arguments
    shell = _shell(option, words)
    script = script_for(shell)
    if option == "--show-completion":
        deliver(f"{script}\n")
    else:
        _install(shell, script)
    return 0


def _shell(option: str, words: Sequence[str]) -> str:
    """Return the shell that is named, or else the one that the user has as a rule."""
    name = words[0] if words else Path(os.environ.get("SHELL", "")).name
    if len(words) > 1 or name not in _SHELLS:
        about = f"{option} knows no shell of this name" if words else "it cannot be told which shell this is"
        raise CannotDo(about, f"name it: 'compactctl {option} bash', or zsh, fish, powershell")
    return name


def _install(shell: str, script: str) -> None:
    home = _home()
    match shell:
        case "bash":
            name = ".bash_completions/compactctl.sh"
            _put(home, name, script)
            _add_line(home, ".bashrc", f"source {shlex.quote(str(home / name))}")
        case "zsh":
            _put(home, ".zfunc/_compactctl", script)
            _add_line(home, ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit")
        case "fish":
            _put(home, ".config/fish/completions/compactctl.fish", script)
        case _:
            hint = "add it yourself: compactctl --show-completion powershell >> $PROFILE"
            raise CannotDo("only PowerShell itself knows where its profile lies", hint)
    tell(f"the next {shell} that you begin completes what you type after 'compactctl' at the Tab key")


def _home() -> Path:
    try:
        home = Path.home()
    except RuntimeError:  # HOME is not set, and the system does not know the user
        home = Path()
    if os.environ.get("HOME") == "" or not home.is_absolute() or not home.is_dir():
        hint = "set HOME to it, or print the script alone with 'compactctl --show-completion bash'"
        raise CannotDo("your home folder cannot be found", hint)
    return home


def _put(home: Path, name: str, script: str) -> None:
    """Write the script, in place of one of another version."""
    new = f"{script}\n".encode()
    old = _old(home, name, "take it away, then type the command again")
    if old is None:
        create(home, {name: new})
    elif old != new:
        replace(home, name, old, new)


def _add_line(home: Path, name: str, line: str) -> None:
    """Add a line to somebody's settings unless it stands there."""
    old = _old(home, name, f"add this line to it yourself: {line}")
    added = f"{line}\n".encode()
    if old is None:
        create(home, {name: added})
    elif line.encode() not in old.splitlines():
        between = b"" if old.endswith(b"\n") or not old else b"\n"
        replace(home, name, old, old + between + added)


def _old(home: Path, name: str, hint: str) -> bytes | None:
    path = target(home, name)
    try:
        return read_bytes(path) if os.path.lexists(path) else None
    except Unreadable as refusal:
        raise CannotDo(f"'{path}' is no plain file that can be read, and is left as it is", hint) from refusal
