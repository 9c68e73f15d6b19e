"""Where the lines and marks of a sparkline lie, in units of its picture."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from compactctl.formats.readable.document import Sparkline

HEIGHT: Final = 26
_STEP: Final = 12
_MARGIN: Final = 4


class Place(NamedTuple):
    """Where a share lies, and what happened there."""

    x: float
    y: float
    mark: str


class DrawnSparkline(NamedTuple):
    """A line for each run of shares without a gap, in a picture so wide and so high."""

    width: int
    height: int
    runs: tuple[tuple[Place, ...], ...]

    @property
    def places(self) -> Iterator[Place]:
        """Where the shares lie, of all runs."""
        return (place for run in self.runs for place in run)


def drawn_sparkline(sparkline: Sparkline) -> DrawnSparkline:
    """Return where the shares of a sparkline lie: from 0 at the bottom to 1 at the top, a step each."""
    width = max(0, len(sparkline.points) - 1) * _STEP + 2 * _MARGIN
    runs = groupby(enumerate(sparkline.points), key=lambda numbered: numbered[1].share is not None)
    return DrawnSparkline(
        width,
        HEIGHT,
        tuple(
            tuple(_place(index, point.share or 0, point.mark) for index, point in run)
            for has_share, run in runs
            if has_share
        ),
    )


def _place(index: int, share: float, mark: str) -> Place:
    height = HEIGHT - 2 * _MARGIN
    return Place(_MARGIN + index * _STEP, _MARGIN + height * (1 - min(max(share, 0), 1)), mark)
