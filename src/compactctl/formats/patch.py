"""What a command would write, as a unified diff that `git apply` and `patch` take. Decides nothing about the change."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from compactctl.formats.safe import for_diff, printable

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n)|([^\r\n]+)\Z")
_UNENDED: Final = "\0"
"""Stands at the end of a last line without a line end; no file that is read holds it."""
_AROUND: Final = 3
"""Lines that are shown before and after what differs."""


def unified_diff(name: str, old: bytes | None, new: bytes) -> str:
    """Return the difference between a file's bytes, None where there is no file yet; both are valid UTF-8.

    All that differs is shown as one stretch: a command adds in one place. Line ends are shown as the diff's own, tabs
    as blanks.
    """
    shown = printable(name)
    head = f"--- {'/dev/null' if old is None else f'a/{shown}'}\n+++ b/{shown}\n"
    before, after = _lines(old or b""), _lines(new)
    if before == after:
        return ""
    same = _alike(before, after)
    same_below = _alike(before[same:][::-1], after[same:][::-1])
    begin, below = max(0, same - _AROUND), min(same_below, _AROUND)
    removed, added = before[same : len(before) - same_below], after[same : len(after) - same_below]
    stretch = [
        *(f" {line}" for line in before[begin:same]),
        *(f"-{line}" for line in removed),
        *(f"+{line}" for line in added),
        *(f" {line}" for line in before[len(before) - same_below :][:below]),
    ]
    around = same - begin + below
    where = f"@@ -{_stretch(begin, len(removed) + around)} +{_stretch(begin, len(added) + around)} @@\n"
    return head + where + "".join(f"{printed}\n" for line in stretch for printed in _printed(line))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many lines two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _stretch(begin: int, length: int) -> str:
    """Return the first line and the number of lines of a stretch; of an empty one the line before."""
    first = begin + bool(length)
    return f"{first}" if length == 1 else f"{first},{length}"


def _lines(data: bytes) -> list[str]:
    lines = _LINE.finditer(data.decode("utf-8-sig"))
    return [line[1] if line[2] else line[3] + _UNENDED for line in lines]


def _printed(line: str) -> Iterator[str]:
    yield for_diff(line.removesuffix(_UNENDED))
    if line.endswith(_UNENDED):
        yield r"\ No newline at end of file"
