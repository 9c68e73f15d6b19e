"""Which commands there are, and what each is for, without importing any."""

from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "commands"
_ORDER: Final = ("validate", "report", "diff", "new", "renew", "revise", "init", "rules", "explain", "schema")


@cache
def command_names() -> tuple[str, ...]:
    """Return the names of the commands: the daily ones first, others after them by name."""
    names = {path.stem for path in _FOLDER.glob("*.py") if path.stem != "__init__"}
    return (*(name for name in _ORDER if name in names), *sorted(names.difference(_ORDER)))


def summary(name: str) -> str:
    """Return the line that says what a command does."""
    import ast

    text = (_FOLDER / f"{name}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
