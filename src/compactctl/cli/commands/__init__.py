"""One file a command, found by being there: which there are, and what each is for; imported when it is asked for.

The first line of a command's docstring is what `--help` lists.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
_GROUPS: Final = {
    "Check": ("validate", "fix", "rules", "explain"),
    "Read": ("report", "diff", "site"),
    "Write": ("new", "renew", "form", "import", "sign", "revise"),
    "Set up": ("init", "schema"),
}


def command_groups() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the commands by what they are for; those of no group come last, by name."""
    grouped = {name for names in _GROUPS.values() for name in names}
    others = {path.stem.rstrip("_") for path in _FOLDER.glob("*.py") if path.stem != "__init__"} - grouped
    return {**_GROUPS, "Others": tuple(sorted(others))} if others else _GROUPS


@cache
def command_names() -> tuple[str, ...]:
    """Return the names of the commands, group by group."""
    return tuple(name for names in command_groups().values() for name in names)


def function_of(name: str) -> Callable[..., int]:
    """Return what a command runs: a function whose parameters say what it takes, and whose result is the exit code."""
    command: Callable[..., int] = import_module(f"compactctl.cli.commands.{_module_of(name)}").command
    return command


def help_of(name: str) -> str:
    """Return what a command's help says above its options; from its file, since `python -OO` keeps no docstrings."""
    from ast import Module, PyCF_ONLY_AST, get_docstring

    file = _FOLDER / f"{_module_of(name)}.py"
    # As it is written: since Python 3.14 `ast.parse` leaves out what `-OO` does.
    tree = compile(file.read_bytes(), file, "exec", PyCF_ONLY_AST, optimize=0)
    return (isinstance(tree, Module) and get_docstring(tree)) or ""


def summary(name: str) -> str:
    """Return the line that says what a command does, without importing it: the first of its file."""
    with (_FOLDER / f"{_module_of(name)}.py").open(encoding="utf-8") as file:
        return file.readline().strip().strip('"')


def _module_of(name: str) -> str:
    """Return the module of a command; one that Python has as a word of its own stands with a `_` behind it."""
    return f"{name}_" if iskeyword(name) else name
