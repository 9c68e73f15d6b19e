"""How many areas an edition should take up at most: what the annex asks for, or else half of those that are open."""

from functools import lru_cache
from typing import Final

from compactctl.workspace.agenda import MOST_ANNEXES, Agenda
from compactctl.workspace.authorities import Authority

FEW: Final = 4
"""Where fewer areas are open, taking up most of them says nothing."""


@lru_cache(MOST_ANNEXES)  # asked for each edition of a compact, one after the other
def count_open(agenda: Agenda, authority: Authority) -> int | None:
    """Return how many areas of a year are open to an authority; None where that cannot be told."""
    if not all(area.knows_open_to for area in agenda.areas.values()):
        return None
    return sum(area.is_open_to(authority, agenda.year) for area in agenda.areas.values())


def most_areas(agenda: Agenda, open_areas: int) -> int | None:
    """Return how many areas an edition should take up at most, of so many that are open; None where all of them may."""
    most = agenda.document.content.at_most
    if most is not None:
        return most
    return open_areas // 2 if open_areas >= FEW else None
