"""Where the lines and marks of a sparkline lie, in units of its picture."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from compactctl.formats.readable.document import Point, Sparkline

HEIGHT: Final = 26
_WIDTH: Final = 96
_NARROWEST, _WIDEST = 6, 40
"""What is between two places, of many and of few."""

_MARGIN: Final = 4


class SharePlace(NamedTuple):
    """Where a share lies, and what happened there."""

    x: float
    y: float
    mark: str


class DrawnSparkline(NamedTuple):
    """A line for each run of shares without a gap, in a picture so wide and so high."""

    width: float
    height: float
    runs: tuple[tuple[SharePlace, ...], ...]

    @property
    def places(self) -> Iterator[SharePlace]:
        """Where the shares lie, of all runs."""
        return (place for run in self.runs for place in run)


def drawn_sparkline(sparkline: Sparkline) -> DrawnSparkline:
    """Return where the shares of a sparkline lie: from 0 at the bottom to 1 at the top, a step each."""
    gaps = max(1, len(sparkline.points) - 1)
    step = min(_WIDEST, max(_NARROWEST, _WIDTH / gaps))
    places = (_place(index * step, point) for index, point in enumerate(sparkline.points))
    runs = groupby(places, key=lambda place: place is None)
    return DrawnSparkline(
        gaps * step + 2 * _MARGIN, HEIGHT, tuple(tuple(filter(None, run)) for is_gap, run in runs if not is_gap)
    )


def _place(x: float, point: Point) -> SharePlace | None:
    if point.share is None:
        return None
    fall = 1 - min(max(point.share, 0), 1)
    return SharePlace(_MARGIN + x, _MARGIN + (HEIGHT - 2 * _MARGIN) * fall, point.mark)
