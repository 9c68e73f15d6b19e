"""Puts slips of typing into compacts of a corpus, several kinds in each: those that hands make, and Word."""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a slip may be made, what is typed there, and how that should read: replacements of `re.sub`.

    A place is one where a text stands on its line, without quotes.
    """

    place: str
    typed: str
    meant: str


SLIPS = (
    Slip(r"(        why: )([A-Z].*)\n", r"\1In short: \2\n", r'\1"In short: \2"\n'),
    Slip(r"(            - )([A-Z].*)\n", r"\1'The county's own: \2'\n", '\\1"The county\'s own: \\2"\n'),
    Slip(r"(            - )([A-Z].*\n +department:)", r"\1[draft] \2", r"\1>-\n              [draft] \2"),
    Slip(r"(      - text: )([A-Z].*)\n", r"\1Ranked #3 of all: \2\n", r'\1"Ranked #3 of all: \2"\n'),
    Slip(r"( +term:) ", "\\1\u00a0", r"\1 "),
    Slip(r"\n        contributions:", r"\n         contributions:", r"\n        contributions:"),
)
_FEWEST = 4
"""Kinds of slips that every compact has a place for."""


def mistype(folder: Path) -> None:
    """Make each slip in every compact of a data folder."""
    _replace(folder, {slip.place: slip.typed for slip in SLIPS})


def write_as_meant(folder: Path) -> None:
    """Write in every compact of a data folder what the slips were meant to be."""
    _replace(folder, {slip.place: slip.meant for slip in SLIPS})


def _replace(folder: Path, replacements: dict[str, str]) -> None:
    for path in (folder / "compacts").glob("*.yaml"):
        text, made = path.read_text(encoding="utf-8"), 0
        for place, replacement in replacements.items():
            text, count = re.subn(place, replacement, text, count=1)
            made += count
        if made < _FEWEST:
            raise ValueError(f"{path.name} has no place for most slips")
        path.write_text(text, encoding="utf-8", newline="\n")
