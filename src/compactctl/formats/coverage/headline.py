"""The story of a year in a few sentences, made by rule from its counts: they name areas, and rank no authority."""

from collections.abc import Iterator, Sequence
from typing import Final

from compactctl.coverage.descent import Descent, Turn
from compactctl.coverage.results import AreaRow, Coverage
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.words import agreeing, listed, number

FEWEST: Final = 5
"""Editions. Of fewer no more than counts is told: one of them would be the story."""
_NAMED: Final = 3
"""Areas that a sentence names; of more it says how many."""


def sentences(result: Coverage[object], years: Trend, descent: Descent) -> Iterator[str]:
    """Yield what was taken up most, what by nobody and what is new, and how many editions are behind it."""
    if result.with_edition >= FEWEST:
        if most := _of_most(result):
            yield most
        new = _new(result, descent)
        if rest := " ".join((*_of_nobody(result, new), *_of_new(result, new))):
            yield rest
    yield " ".join((*_of_editions(result), *_of_year_before(result, years)))


def _of_most(result: Coverage[object]) -> str:
    """Say which area was taken up most, or which are together; empty where none was."""
    most = max((area.chosen for area in result.areas), default=0)
    if not most:
        return ""
    areas = [area for area in result.areas if area.chosen == most]
    if len(areas) == 1:
        return f"{_named(areas[0])} was taken up most: by {_of_all(areas[0], result)}."
    together = f"by {number(most, 'authority', 'authorities')} each{_of_each(areas, result)}"
    if len(areas) == len(result.areas):
        return f"All {len(areas):,} areas were taken up equally often: {together}."
    return f"{_listed(areas, result)} were taken up most: {together}."


def _of_each(areas: Sequence[AreaRow], result: Coverage[object]) -> str:
    """Return ' of 150, 7 of which have an edition', or to how many the areas are open where that is not to all.

    Nothing where it cannot be read of one of them.
    """
    if not all(area.knows_open_to for area in areas):
        return ""
    if all(area.open_to == result.registered for area in areas):
        return f" of {result.registered:,}{_having(result, result.registered, result.with_edition)}"
    ends = dict.fromkeys(pick(area.open_to for area in areas) for pick in (min, max))
    return f" of the {' to '.join(f'{end:,}' for end in ends)} to whom they are open"


def _of_all(area: AreaRow, result: Coverage[object]) -> str:
    """Return '5 of the 150 authorities to whom it is open, 7 of which have an edition', as far as that can be read."""
    if not area.knows_open_to:
        return number(area.chosen, "authority", "authorities")
    who = number(area.open_to, "authority", "authorities")
    return f"{area.chosen:,} of the {who} to whom it is open{_having(result, area.open_to, area.with_edition)}"


def _having(result: Coverage[object], of: int, with_edition: int) -> str:
    if with_edition == of:
        return ""
    have = agreeing(with_edition, "has", "have")
    return f", {with_edition:,} of which {have} {words.of_an_edition(result.filters)}"


def _of_nobody(result: Coverage[object], new: Sequence[AreaRow]) -> Iterator[str]:
    """Say what nobody took up, and that this is what is new; nothing where no area is open to anybody."""
    gaps, looking = result.gaps, words.of_looking(result.filters)
    if gaps and len(gaps) == len(result.areas) > _NAMED:
        yield f"Nobody took up any of the {len(gaps):,} areas{looking}."
    elif gaps:
        is_new = f", new in {result.year}" if gaps == new else ""
        yield f"Nobody took up {_listed(gaps, result, 'or')}{is_new}{looking}."
    elif any(area.open_to for area in result.areas):
        yield f"Every area that is open to somebody was taken up{looking}."


def _new(result: Coverage[object], descent: Descent) -> list[AreaRow]:
    lines = descent.lines
    return [area for area in result.areas if area.id in lines and lines[area.id].stages[-1].turn is Turn.NEW]


def _of_new(result: Coverage[object], new: Sequence[AreaRow]) -> Iterator[str]:
    if new and new != result.gaps:
        are = agreeing(len(new), "is", "are")
        yield f"{_listed(new, result)} {are} new in {result.year}."


def _of_editions(result: Coverage[object]) -> Iterator[str]:
    if result.with_edition:
        yield f"{words.of_editions(result)}."
    else:
        who = agreeing(result.registered, "The one authority", f"None of the {result.registered:,} authorities")
        what = agreeing(result.registered, words.of_none(result.filters), words.of_an_edition(result.filters))
        yield f"{who} has {what} of {result.year}." if result.registered else "No authority counts here."


def _of_year_before(result: Coverage[object], years: Trend) -> Iterator[str]:
    """Say how many had an edition in the year before, of those years that have an annex."""
    before = [each.coverage for each in years.years if each.coverage.year < result.year]
    if before:
        last = before[-1]
        yield f"In {last.year} it was {words.out_of(last.with_edition, last.registered)}."


def _listed(areas: Sequence[AreaRow], result: Coverage[object], last: str = "and") -> str:
    """Name some areas, or say how many of all they are, where they are too many to be named."""
    if len(areas) <= _NAMED:
        return listed(map(_named, areas), last)
    return f"{len(areas):,} of the {len(result.areas):,} areas"


def _named(area: AreaRow) -> str:
    return f"{area.title} ({area.letter})"
