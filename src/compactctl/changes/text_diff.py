"""Two versions of a text word by word, and of a list of texts entry by entry: what stayed, was put in or taken out.

Words that come once in either, in the same order, hold the versions together (a patience diff). The work grows little
faster than the texts, whatever they hold; of texts that share too little one was put in place of the other.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from compactctl.workspace.versions.part_values import compared_by

_DEPTH: Final = 4
"""How often what lies between two words that hold is looked at anew."""
_STAYING: Final = 0.4
"""The share of the longer text's words that must stay for a reader to follow the changes among them."""
_ALIKE: Final = 0.5
"""The share of words that two entries must have in common for one to be the other reworded."""
_COMPARED: Final = 400
"""Pairs of entries looked at; where there are more, every entry that differs was taken out or put in."""


class RunKind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


Run = tuple[RunKind, str]
"""Words in a row of which the same became, with a space between."""

_Row = tuple[tuple[int, int], "_Row | None"]
"""Where a word stands in both texts, and the row of words before it."""

AlignedEntries = tuple[str | None, str | None]
"""An entry of the old list and what it is in the new one; None where it is in one of them only."""


@cache
def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """Return the runs that turn one text into the other; of texts that share too little, all of both.

    The same change often stands in many compacts, and is worked out once.
    """
    before, after = old.split(), new.split()
    held = _without_islands(sorted(_held(before, after, 0, 0, _DEPTH)), (len(before), len(after)))
    if len(held) < _STAYING * max(len(before), len(after)):
        held = []
    words = _words(before, after, [*held, (len(before), len(after))])
    return tuple((kind, " ".join(word for _, word in run)) for kind, run in groupby(words, key=itemgetter(0)))


def _words(before: Sequence[str], after: Sequence[str], held: list[tuple[int, int]]) -> Iterator[Run]:
    old = new = 0
    for kept_old, kept_new in held:
        yield from ((RunKind.REMOVED, word) for word in before[old:kept_old])
        yield from ((RunKind.ADDED, word) for word in after[new:kept_new])
        if kept_new < len(after):
            yield RunKind.KEPT, after[kept_new]
        old, new = kept_old + 1, kept_new + 1


def _held(before: Sequence[str], after: Sequence[str], old: int, new: int, depth: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions at which the words stay; `old` and `new` are those at which the texts begin."""
    start, end, shorter = 0, 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        yield old + start, new + start
        start += 1
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
        yield old + len(before) - end, new + len(after) - end
    before, after = before[start : len(before) - end], after[start : len(after) - end]
    if depth and (anchors := _anchors(before, after)):
        last_old = last_new = 0
        for at_old, at_new in [*anchors, (len(before), len(after))]:
            gap = before[last_old:at_old], after[last_new:at_new]
            yield from _held(*gap, old + start + last_old, new + start + last_new, depth - 1)
            if at_old < len(before):
                yield old + start + at_old, new + start + at_new
            last_old, last_new = at_old + 1, at_new + 1


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest row of words that come once in either, in the order of both."""
    if not before or not after:
        return []
    counts, others = Counter(before), Counter(after)
    places = {word: index for index, word in enumerate(after) if others[word] == 1}
    pairs = [(index, places[word]) for index, word in enumerate(before) if counts[word] == 1 and word in places]
    ends: list[int] = []
    rows: list[_Row] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        ends[length : length + 1] = [pair[1]]
        rows[length : length + 1] = [(pair, rows[length - 1] if length else None)]
    longest: list[tuple[int, int]] = []
    row = rows.pop() if rows else None
    while row:
        pair, row = row
        longest.append(pair)
    return longest[::-1]


def _without_islands(held: list[tuple[int, int]], ends: tuple[int, int]) -> list[tuple[int, int]]:
    """Leave out a lone word that stays among words that do not: it only breaks up what is read as one change."""
    padded = [(-1, -1), *held, ends]
    return [
        pair
        for before, pair, after in zip(padded[:-2], held, padded[2:], strict=True)
        if _follows(before, pair) or _follows(pair, after)
    ]


def _follows(before: tuple[int, int], pair: tuple[int, int]) -> bool:
    return pair == (before[0] + 1, before[1] + 1)


def list_diff(old: Iterable[str], new: Iterable[str]) -> list[AlignedEntries]:
    """Return the entries that differ: reworded and put in as the new list has them, then what was taken out."""
    olds, news = _without(old, new), _without(new, old)
    partner = dict(_partners(olds, news))
    aligned: list[AlignedEntries] = [
        (olds[partner[index]] if index in partner else None, text) for index, text in enumerate(news)
    ]
    goes_on = set(partner.values())
    return aligned + [(text, None) for index, text in enumerate(olds) if index not in goes_on]


def _without(texts: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the texts that are not among the others, each of which stands for one."""
    unmatched = Counter(map(compared_by, others))
    left = []
    for text in texts:
        key = compared_by(text)
        if unmatched[key]:
            unmatched[key] -= 1
        else:
            left.append(text)
    return left


def _partners(olds: list[str], news: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the index of a new text and of the old one that it most likely was."""
    if len(olds) * len(news) > _COMPARED:
        return
    words = [Counter(text.casefold().split()) for text in olds], [Counter(text.casefold().split()) for text in news]
    shares = [
        (2 * (before & after).total() / (before.total() + after.total()), old, new)
        for old, before in enumerate(words[0])
        for new, after in enumerate(words[1])
    ]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for share, old, new in sorted(shares, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if share >= _ALIKE and old not in taken_old and new not in taken_new:
            taken_old.add(old)
            taken_new.add(new)
            yield new, old
