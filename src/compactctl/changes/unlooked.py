"""Texts that came over from an earlier edition and that nobody has looked at since: they bear the mark of `renew`."""

from collections.abc import Iterable
from typing import Literal

from compactctl.documents.values import running, without_mark

Side = Literal["old", "new"]


def unlooked(old: Iterable[str], new: Iterable[str], later: Side) -> int:
    """Return how many texts of the later edition say what the earlier one did, and bear the mark since then."""
    before, after = (old, new) if later == "new" else (new, old)
    waiting = [text for text in after if without_mark(text) != text]
    return _came_over(waiting, [*before]) if waiting else 0


def _came_over(waiting: list[str], before: list[str]) -> int:
    """Count the texts that are known as a whole or, where several became one, line by line."""
    as_they_stand = set(map(running, before))
    known = {running(part) for text in map(without_mark, before) for part in (text, *text.splitlines())}
    new = (without_mark(text) for text in waiting if running(text) not in as_they_stand)
    return sum(running(text) in known or all(running(line) in known for line in text.splitlines()) for text in new)
