"""What the years side by side leave out, in sentences. Foreign text in them is still to be made safe."""

from collections.abc import Iterator

from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.words import of_unreadable


def of_lost_years(trend: Trend) -> Iterator[str]:
    """Say which years are left out because their annex cannot be read, and what else cannot be."""
    for year in trend.lost:
        yield f"{year} is left out, since its annex cannot be read"
    yield from dict.fromkeys(sentence for year in trend.years for sentence in of_unreadable(year.coverage))
