"""What no output may hold: what acts on a terminal, on text direction, or on GitHub's runner."""

import re
from typing import Final

_HIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_BRACKETED: Final = re.compile(r"##\w*\[")
_OURS: Final = re.compile(r"::(error|warning|notice) (file|title)=[^\n]*")


def acting(output: bytes, *, coloured: bool = False, annotations: bool = False) -> list[str]:
    """Return all that acts in an output, which is UTF-8; colours and annotations may stand where they are asked for."""
    text = output.decode("utf-8").replace("\r\n", "\n")
    if coloured:
        text = _COLOUR.sub("", text)
    lines = text.split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::") or _BRACKETED.search(line)]
    if annotations:
        commands = [line for line in commands if not _OURS.fullmatch(line)]
    return [*_HIDDEN.findall(text), *commands]
