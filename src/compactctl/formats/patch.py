"""What a command would write, as a unified diff. Decides nothing about the change.

`git apply` and `patch` take it for a file whose lines end with LF.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final, Literal

from compactctl.formats.safe import for_diff, printable

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n)|([^\r\n]+)\Z")
_UNENDED: Final = "\0"
"""Stands at the end of a last line without a line end; no file that is read holds it."""
_AROUND: Final = 3
"""Lines that are shown before and after what differs."""
_MOST_PAIRS: Final = 1_000_000
"""With more pairs of lines to compare, all between the first and the last that differ is shown as one stretch."""

_Step = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def unified_diff(name: str, old: bytes | None, new: bytes) -> str:
    """Return the difference between a file's bytes, None where there is no file yet; both are valid UTF-8.

    Line ends are shown as the diff's own, tabs as blanks.
    """
    shown = printable(name)
    head = f"--- {'/dev/null' if old is None else f'a/{shown}'}\n+++ b/{shown}\n"
    before, after = _lines(old or b""), _lines(new)
    if before == after:
        return ""
    hunks = _Comparison(before, after).get_grouped_opcodes(_AROUND)
    return head + "".join(line for steps in hunks for line in _hunk(before, after, steps))


class _Comparison(SequenceMatcher[str]):
    """Compares two texts, line by line, from where they begin to differ to where they end to: both may be long."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._above = _alike(old, new)
        self._below = _alike(old[self._above :][::-1], new[self._above :][::-1])
        removed, added = (text[self._above : len(text) - self._below] for text in (old, new))
        self._old, self._new = len(removed), len(added)
        super().__init__(None, removed, added, autojunk=False)

    def get_opcodes(self) -> list[_Step]:
        above, below, old, new = self._above, self._below, self._old, self._new
        is_short = old * new <= _MOST_PAIRS
        steps: list[_Step] = super().get_opcodes() if is_short else [("replace", 0, old, 0, new)]
        old, new = old + above, new + above
        return [
            ("equal", 0, above, 0, above),
            *((kind, a + above, b + above, c + above, d + above) for kind, a, b, c, d in steps),
            ("equal", old, old + below, new, new + below),
        ]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many lines two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _hunk(
    before: Sequence[str], after: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[str]:
    (_, begin, _, other_begin, _), (_, _, end, _, other_end) = steps[0], steps[-1]
    yield f"@@ -{_stretch(begin, end - begin)} +{_stretch(other_begin, other_end - other_begin)} @@\n"
    for kind, first, last, other_first, other_last in steps:
        if kind == "equal":
            yield from _printed(" ", before[first:last])
        else:
            yield from _printed("-", before[first:last])
            yield from _printed("+", after[other_first:other_last])


def _stretch(begin: int, length: int) -> str:
    """Return the first line and the number of lines of a stretch; of an empty one the line before."""
    first = begin + bool(length)
    return f"{first}" if length == 1 else f"{first},{length}"


def _lines(data: bytes) -> list[str]:
    lines = _LINE.finditer(data.decode("utf-8-sig"))
    return [line[1] if line[2] else line[3] + _UNENDED for line in lines]


def _printed(sign: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{for_diff(sign + line.removesuffix(_UNENDED))}\n"
        if line.endswith(_UNENDED):
            yield "\\ No newline at end of file\n"
