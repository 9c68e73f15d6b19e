"""A picture of how the areas of two years follow one another: two columns of letters, and the paths between them."""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.results import AreaRow
from compactctl.coverage.trend import Trend
from compactctl.formats.readable.document import Picture, PictureLabel
from compactctl.words import cut

MOST_AREAS: Final = 40
"""Areas of which a picture is drawn."""
_COLUMN: Final = 280
_GAP: Final = 110
_ROW: Final = 26
_HEAD: Final = 30
_PAIR: Final = 2
_LETTERS: Final = 36
"""Of a title, beside its letter."""


def pictures_of_descent(result: Trend) -> Iterator[Picture]:
    """Yield the picture, where the years are a pair, and neither has too many areas."""
    columns = [year.coverage.areas for year in result.years]
    if len(columns) == _PAIR and all(0 < len(areas) <= MOST_AREAS for areas in columns):
        yield _picture(result, [{area.id: row for row, area in enumerate(areas)} for areas in columns])


def _picture(result: Trend, rows: list[dict[str, int]]) -> Picture:
    years = [str(year.coverage.year) for year in result.years]
    lefts = (0, _COLUMN + _GAP)
    origins = result.years[-1].origins
    return Picture(
        description=f"How the areas of {years[1]} come from those of {years[0]}; the table says the same",
        width=lefts[1] + _COLUMN,
        height=_HEAD + _ROW * max(map(len, rows)),
        paths=tuple(_curve(rows[0][old], rows[1][new]) for new, olds in origins.items() for old in olds),
        labels=tuple(
            label
            for left, year, head in zip(lefts, result.years, years, strict=True)
            for label in _column(left, head, year.coverage.areas)
        ),
    )


def _column(left: int, head: str, areas: tuple[AreaRow, ...]) -> Iterator[PictureLabel]:
    yield PictureLabel(left, _HEAD // 2, head, is_head=True)
    for row, area in enumerate(areas):
        yield PictureLabel(left, _middle(row), f"{area.letter} {cut(area.title, _LETTERS)}")


def _middle(row: int) -> int:
    return _HEAD + _ROW * row + _ROW // 2


def _curve(old: int, new: int) -> str:
    start, end, middle = _COLUMN, _COLUMN + _GAP - _ROW // 3, _COLUMN + _GAP // 2
    above, below = _middle(old), _middle(new)
    return f"M{start} {above}C{middle} {above} {middle} {below} {end} {below}"
