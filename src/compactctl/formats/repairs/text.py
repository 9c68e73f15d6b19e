"""Repairs as people read them: each before and after, then what is left, as `validate` shows it.

Lines stand without the indent that they share, and of a long one as much as is shown of any, around what is repaired.
A blank that could not be told from another, or whose number is what is repaired, is named:
`[tab]term: short → [8 blanks]term: short`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from compactctl.files.characters import ODD_BLANKS
from compactctl.files.limits import EXCERPT_WIDTH, MAXIMUM_SHOWN_BYTES
from compactctl.formats.findings import full
from compactctl.formats.findings.result import shown_path
from compactctl.formats.repairs.result import RepairsResult
from compactctl.formats.safe import printable
from compactctl.formats.styled import StyledLine
from compactctl.words import number
from compactctl.workspace.repairing import Repaired

_WIDTH: Final = 100
"""Characters of before and after that stand in one line."""
_BELOW: Final = "    "
_ARROW: Final = "→"
_ODD_BLANK: Final = re.compile(rf"[\t{ODD_BLANKS}]")
_NAMES: Final = {"\t": "tab", "\xa0": "no-break space", "\u2007": "no-break space", "\u202f": "no-break space"}
_ANOTHER: Final = "another blank"


def render(result: RepairsResult) -> Iterator[StyledLine]:
    """Yield the lines."""
    for file in result.files:
        path = printable(shown_path(result.left.folder, file.name))
        yield from _repairs(path, file.repairs)
    if result.repairs:
        yield [("", "")]
    yield from full.blocks(result.left)
    yield [("strong", printable(result.summary()))]


def _repairs(path: str, repairs: Sequence[Repaired]) -> Iterator[StyledLine]:
    """Yield the repairs of a file, as many as there is room for."""
    room = MAXIMUM_SHOWN_BYTES
    for shown, repair in enumerate(repairs):
        lines = [*_repair(path, repair)]
        room -= sum(len("".join(text for _, text in line).encode()) + 1 for line in lines)
        if room < 0:
            yield [("place", f"{path}: "), ("", f"and {number(len(repairs) - shown, 'more repair')}")]
            return
        yield from lines


def _repair(path: str, repair: Repaired) -> Iterator[StyledLine]:
    if repair.before is None or repair.after is None:
        yield [("place", f"{path}: "), ("", f"not saved as UTF-8 {_ARROW} saved as UTF-8, each sign as it is")]
        return
    before, after = (text.split("\n") for text in (repair.before, repair.after))
    shared = _shared_indent([*before, *after])
    before, after = ([line[shared:] for line in lines] for lines in (before, after))
    if len(before) == len(after) == 1:
        before[0], after[0] = _with_blanks_named(before[0], after[0])
    before, after = _shown(before, after), _shown(after, before)
    place = ("place", f"{path}:{repair.line}:")
    if len(before) == len(after) == 1 and len(before[0]) + len(after[0]) <= _WIDTH:
        yield [place, ("", f" {before[0]} {_ARROW} {after[0]}")]
        return
    yield [place]
    yield from ([("", f"{_BELOW}{line}".rstrip())] for line in before)
    for line, sign in zip(after, (f"  {_ARROW} ", *[_BELOW] * len(after)), strict=False):
        yield [("", f"{sign}{line}".rstrip())]


def _shown(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return lines as they are shown beside others that they become, or became of."""
    pairs = zip_longest(lines, others[: len(lines)], fillvalue="")
    return [printable(_ODD_BLANK.sub(_named, _shortened(line, other))) for line, other in pairs]


def _shortened(line: str, other: str) -> str:
    """Return as much of a line as is shown of any, from a little before the place where it differs from another."""
    if len(line) <= EXCERPT_WIDTH:
        return line
    pairs = enumerate(zip(line, other, strict=False))
    differs = next((at for at, (one, its) in pairs if one != its), min(len(line), len(other)))
    start = max(0, min(differs - EXCERPT_WIDTH // 4, len(line) - EXCERPT_WIDTH))
    end = start + EXCERPT_WIDTH
    return f"{'…' * (start > 0)}{line[start:end]}{'…' * (end < len(line))}"


def _shared_indent(lines: Sequence[str]) -> int:
    """Return how many blanks all lines begin with, but for those in which nothing stands."""
    return min((_blanks_before(line) for line in lines if line.strip()), default=0)


def _with_blanks_named(before: str, after: str) -> tuple[str, str]:
    """Return two lines in which the blanks at an end, where they are not the same, are counted."""
    if _blanks_before(before) != _blanks_before(after):
        before, after = (_counted(_blanks_before(line)) + line.lstrip(" ") for line in (before, after))
    if _blanks_behind(before) != _blanks_behind(after):
        before, after = (line.rstrip(" ") + _counted(_blanks_behind(line)) for line in (before, after))
    return before, after


def _blanks_before(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _blanks_behind(line: str) -> int:
    return len(line) - len(line.rstrip(" "))


def _counted(blanks: int) -> str:
    return f"[{number(blanks, 'blank')}]" if blanks else ""


def _named(blank: re.Match[str]) -> str:
    return f"[{_NAMES.get(blank[0], _ANOTHER)}]"
