"""What the years side by side leave out, in sentences. Foreign text in them is still to be made safe."""

from collections.abc import Iterator

from compactctl.coverage.trend import Trend
from compactctl.formats.coverage.words import of_unreadable
from compactctl.formats.examples import of_annexes, of_editions


def of_examples(trend: Trend) -> tuple[str, ...]:
    """Say how many of all editions that count are made up, and which annexes."""
    years = [year.coverage for year in trend.years]
    examples, editions = sum(year.examples for year in years), sum(year.with_edition for year in years)
    annexes = [year.year for year in years if year.annex_is_example]
    return (*of_editions(examples, editions), *of_annexes(annexes))


def of_lost_years(trend: Trend) -> Iterator[str]:
    """Say which years are left out because their annex cannot be read, and what else cannot be."""
    for year in trend.lost:
        yield f"{year} is left out, since its annex cannot be read"
    yield from dict.fromkeys(sentence for year in trend.years for sentence in of_unreadable(year.coverage))
