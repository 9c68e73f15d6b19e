"""Takes a page of Markdown apart: its fenced blocks, and the commands and outputs in those for a console."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_BLOCK: Final = re.compile(r"^```(?P<info>\S[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: the words behind its fence, and its text."""

    words: list[str]
    text: str


@dataclass(frozen=True)
class Command:
    """A command as it is typed, and the lines that are shown below it."""

    line: str
    shown: list[str] = field(default_factory=list)


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page that say what they hold."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield Block(match["info"].split(), match["text"])


def commands(block: Block) -> list[Command]:
    """Return the commands of a block for a console."""
    result: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            result.append(Command(line.removeprefix("$ ")))
        else:
            result[-1].shown.append(line)
    return result


def agrees(shown: list[str], said: list[str]) -> bool:
    """Tell whether an output is what is shown, in which a line '…' stands for any number of lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(f"{line}\n") for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in said)) is not None
