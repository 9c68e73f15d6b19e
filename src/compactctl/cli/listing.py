"""Which commands there are, and what each is for and does; a command's module is imported when it is asked for."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "commands"
_ORDER: Final = ("validate", "report", "diff", "new", "renew", "sign", "revise", "init", "rules", "explain", "schema")


@cache
def command_names() -> tuple[str, ...]:
    """Return the names of the commands: the daily ones first, others after them by name."""
    names = {path.stem for path in _FOLDER.glob("*.py") if path.stem != "__init__"}
    return (*(name for name in _ORDER if name in names), *sorted(names.difference(_ORDER)))


def function_of(name: str) -> Callable[..., int]:
    """Return what a command runs: a function whose parameters say what it takes, and whose result is the exit code."""
    command: Callable[..., int] = import_module(f"compactctl.cli.commands.{name}").command
    return command


def help_of(name: str) -> str:
    """Return what a command's help says above its options."""
    return (import_module(f"compactctl.cli.commands.{name}").__doc__ or "").strip()


def summary(name: str) -> str:
    """Return the line that says what a command does, without importing it."""
    import ast

    text = (_FOLDER / f"{name}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
