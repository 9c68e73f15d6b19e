"""Two lists of texts aligned: which entry was reworded, which was taken out, which was put in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from compactctl.workspace.versions.part_values import compared_by

_ALIKE: Final = 0.5
"""The share of words that two entries must have in common for one to be the other reworded."""
_COMPARED: Final = 400
"""Pairs of entries looked at; where there are more, every entry that differs was taken out or put in."""

AlignedEntries = tuple[str | None, str | None]
"""An entry of the old list and what it is in the new one; None where it is in one of them only."""


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
