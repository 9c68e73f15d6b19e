"""Texts that came over from an earlier edition and that nobody has looked at since: they bear the mark of `renew`."""

from collections.abc import Iterable
from typing import Literal

from compactctl.documents.values import running, without_mark

Side = Literal["old", "new"]


def unlooked(old: Iterable[str], new: Iterable[str], later: Side) -> int:
    """Return how many texts of the later edition say what the earlier one did, and bear the mark since then."""
    before, after = map(list, (old, new) if later == "new" else (new, old))
    as_they_stand = set(map(running, before))
    known = {running(part) for text in map(without_mark, before) for part in (text, *text.splitlines())}
    return sum(_came_over(text, known) for text in after if running(text) not in as_they_stand)


def _came_over(text: str, known: set[str]) -> bool:
    """Tell whether a text bears the mark, and is known as a whole or, where several became one, line by line."""
    plain = without_mark(text)
    return plain != text and (running(plain) in known or all(running(line) in known for line in plain.splitlines()))
