"""The lines of descent that end in the areas of a year: what each was before, and how many took up any of that."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from compactctl.coverage.results import AreaRow, Coverage, Standing
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.documents.years import AcademicYear

MOST_AREAS: Final = 200
"""Areas of an annex. Through larger ones nothing is followed: each of their areas may come of all of the last."""


class Turn(StrEnum):
    """What happened to a line from one year to the next, beside that it went on."""

    NEW = "new"
    MERGED = "merged"
    SPLIT = "split"
    RECAST = "recast"
    """Some of it came of several, and some of several came of one."""
    RENAMED = "renamed"
    RENAMED_BY_THEN = "renamed by then"
    """In that year or earlier: an annex between cannot be read."""


class Stage(NamedTuple):
    """A year on a line: the areas that it was, to how many authorities any of them is open, who took up any of them.

    `turn` is what happened to get there, if anything did; `is_part` says that some of what it was before went on
    outside the line too; `knows_before` that it can be told what it was before, if the list goes back that far.
    """

    year: AcademicYear
    areas: tuple[AreaRow, ...]
    open_to: int
    with_edition: int
    chosen: int
    turn: Turn | None
    is_part: bool
    knows_before: bool

    @property
    def knows_open_to(self) -> bool:
        """Whether it can be read whom each of the areas is open to."""
        return all(area.knows_open_to for area in self.areas)

    @property
    def share(self) -> float | None:
        """The part of those with an edition that took it up; None where nobody has one, or that cannot be told."""
        return self.chosen / self.with_edition if self.with_edition and self.knows_open_to else None


@dataclass(frozen=True)
class Line:
    """An area, and what it was in each year from the first of its line to its own, oldest first."""

    area: AreaRow
    stages: tuple[Stage, ...]

    @property
    def before(self) -> Stage | None:
        """What it was in the year before its own; None where it was nothing."""
        return self.stages[-2] if len(self.stages) > 1 else None


class Descent:
    """The lines of the areas of some years that follow one another, as far as nothing in them is too large."""

    def __init__(self, years: Sequence[TrendYear]) -> None:
        self._years = years
        self.is_followed = all(len(year.coverage.areas) <= MOST_AREAS for year in years)

    @classmethod
    def until(cls, result: Trend, year: AcademicYear) -> "Descent":
        """Return the lines of the years up to one of them."""
        return cls([each for each in result.years if each.coverage.year <= year])

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The lines that end in the areas of the last year, by the ids of these; none where they are not followed."""
        last = len(self._years) - 1
        return {area.id: self._line(last, area) for area in self._areas[last].values()} if self.is_followed else {}

    @cached_property
    def retired(self) -> Sequence[Line]:
        """The lines that end before the last year, the newest first; none where they are not followed."""
        return list(self._retired()) if self.is_followed else []

    @cached_property
    def _areas(self) -> Sequence[Mapping[str, AreaRow]]:
        return [{area.id: area for area in year.coverage.areas} for year in self._years]

    def _retired(self) -> Iterator[Line]:
        for index in reversed(range(len(self._years) - 1)):
            year = self._years[index + 1]
            if not year.knows_origins:
                continue  # any of them may have gone on
            went_on = {origin for origins in year.origins.values() for origin in origins}
            yield from (self._line(index, area) for key, area in self._areas[index].items() if key not in went_on)

    def _line(self, index: int, area: AreaRow) -> Line:
        ways: list[tuple[str, ...]] = [(area.id,)]
        while index > 0 and (before := self._before(index, ways[-1])):
            index -= 1
            ways.append(before)
        steps = list(enumerate(reversed(ways), index))
        is_new = index > 0 and self._knows_before(index, ways[-1])
        first = self._stage(*steps[0], Turn.NEW if is_new else None, is_part=False)
        return Line(area, (first, *(self._step(*old, *now) for old, now in pairwise(steps))))

    def _knows_before(self, index: int, areas: Iterable[str]) -> bool:
        if index == 0:
            return True
        return not self._years[index].is_after_lost and all(self._areas[index][key].knows_origins for key in areas)

    def _before(self, index: int, areas: Iterable[str]) -> tuple[str, ...]:
        """Return the areas of the year before a year that some of its areas come from, in the order of the agenda."""
        origins = self._years[index].origins
        came = {origin for area in areas for origin in origins[area]}
        return tuple(area for area in self._areas[index - 1] if area in came)

    def _step(self, before: int, olds: tuple[str, ...], now: int, news: tuple[str, ...]) -> Stage:
        """Return the stage of some areas, which is all that they come from went on in, or part of it."""
        origins = self._years[now].origins
        went_on = Counter(origin for area in news for origin in origins[area])
        is_part = any(origin in went_on for area in origins.keys() - set(news) for origin in origins[area])
        is_split = is_part or went_on.total() > len(olds)
        if any(len(origins[area]) > 1 for area in news):
            turn: Turn | None = Turn.RECAST if is_split else Turn.MERGED
        elif is_split:
            turn = Turn.SPLIT
        else:
            is_renamed = self._titles(before, olds) != self._titles(now, filter(origins.get, news))
            renamed = Turn.RENAMED_BY_THEN if self._years[now].is_after_lost else Turn.RENAMED
            turn = renamed if is_renamed else None
        return self._stage(now, news, turn, is_part=is_part)

    def _stage(self, index: int, ids: Iterable[str], turn: Turn | None, *, is_part: bool) -> Stage:
        coverage, areas = self._years[index].coverage, tuple(self._areas[index][key] for key in ids)
        chosen = {slug for area in areas for slug in area.authorities}
        knows_before = self._knows_before(index, [area.id for area in areas])
        return Stage(coverage.year, areas, *_open_to(coverage, areas), len(chosen), turn, is_part, knows_before)

    def _titles(self, index: int, ids: Iterable[str]) -> set[str]:
        return {self._areas[index][key].title for key in ids}


def _open_to(coverage: Coverage[object], areas: Sequence[AreaRow]) -> tuple[int, int]:
    """Return to how many authorities any of the areas is open, and how many of these have an edition."""
    if len(areas) == 1:
        return areas[0].open_to, areas[0].with_edition
    if any(area.limited_to is None for area in areas):
        return coverage.registered, coverage.with_edition
    rows = [row for row in coverage.authorities if any(area.is_open_to(row) for area in areas)]
    return len(rows), sum(row.standing is Standing.EDITION for row in rows)
