"""Completion set up in a shell: the script that asks this tool at each TAB, printed or put where the shell reads it.

What stands in somebody's own settings stays, byte for byte: one line is added, whole or not at all. Typer's own
installer writes such files anew as text, which loses them on a full disk, and loosens PowerShell's rules on scripts.
"""

import os
import shlex
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from compactctl.cli.output import deliver, notify
from compactctl.errors import CannotDo
from compactctl.files.locking import locked
from compactctl.files.opening import Unreadable, read_bytes
from compactctl.files.targets import target
from compactctl.files.writing import create, replace

_SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")


def set_up(arguments: Sequence[str]) -> int:
    """Do what the one or other option asks for and return the exit code; raises `CannotDo`, `Refused`."""
    from compactctl.cli.completion import script_for

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
    with locked(home.resolve(), "."):
        match shell:
            case "bash":
                file = _put(shell, home, ".bash_completions/compactctl.sh", script)
                _add_line(home, ".bashrc", f"source {shlex.quote(str(file))}", file)
            case "zsh":
                file = _put(shell, home, ".zfunc/_compactctl", script)
                settings = _named_by("ZDOTDIR") or home
                _add_line(settings, ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit", file)
            case "fish":
                name = "fish/completions/compactctl.fish"
                config = _named_by("XDG_CONFIG_HOME")
                file = _put(shell, config, name, script) if config else _put(shell, home, f".config/{name}", script)
            case _:
                hint = "add it yourself: compactctl --show-completion powershell >> $PROFILE"
                raise CannotDo("only PowerShell itself knows where its profile lies", hint)
    what = "completes what you type after 'compactctl' at the Tab key"
    notify(f"the next {shell} that you begin {what}; the script is in '{file}'")


def _home() -> Path:
    home, is_found = Path(), False
    with suppress(RuntimeError, OSError):  # nothing names it, or what does cannot be looked at
        home = Path.home()
        is_found = home.is_absolute() and home.is_dir() and not {"\r", "\n"}.intersection(str(home))
    if not is_found or os.environ.get("HOME") == "":
        hint = "set HOME to it, or print the script alone with 'compactctl --show-completion bash'"
        raise CannotDo("your home folder cannot be found", hint)
    return home


def _named_by(variable: str) -> Path | None:
    """Return the folder that a variable names whole, where a shell then looks in place of the home folder."""
    folder = Path(os.environ.get(variable, ""))
    return folder if folder.is_absolute() else None


def _put(shell: str, folder: Path, name: str, script: str) -> Path:
    """Write the script, in place of one of another version, and return its path."""
    new = f"{script}\n".encode()
    try:
        old = _old(folder, name)
        if old is None:
            create(folder, {name: new})
        elif old != new:
            replace(folder, name, old, new)
    except CannotDo as error:
        hint = f"put the script where {shell} looks for it yourself: compactctl --show-completion {shell} > FILE"
        raise CannotDo(error.message, hint) from error
    return folder / name


def _add_line(folder: Path, name: str, line: str, script: Path) -> None:
    """Add a line to somebody's settings unless it stands there."""
    added = os.fsencode(f"{line}\n")
    try:
        old = _old(folder, name)
        if old is None:
            create(folder, {name: added})
        elif added.removesuffix(b"\n") not in old.splitlines():
            replace(folder, name, old, old + _between(old) + added)
    except CannotDo as error:
        message = f"{error.message}; the script lies ready in '{script}'"
        raise CannotDo(message, f"add this line to '{folder / name}' yourself: {line}") from error


def _between(old: bytes) -> bytes:
    """Return what ends the last line of the settings, so that another can follow."""
    ends = b"" if old.endswith(b"\n") or not old else b"\n"
    # After a backslash the shell takes the next line for more of the same.
    return ends + b"\n" if old.removesuffix(b"\n").endswith(b"\\") else ends


def _old(folder: Path, name: str) -> bytes | None:
    path = target(folder, name)
    try:
        return read_bytes(path) if os.path.lexists(path) else None
    except Unreadable as refusal:
        # What follows in it tells what to do with a document.
        raise CannotDo(f"'{path}' is left as it is: {refusal.reason}") from refusal
