"""Measures a row: both commands in turns, the median of the ratios."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks.bench import Bench, Spent
from benchmarks.commands import Command
from benchmarks.rows import Gauge, Row


@dataclass(frozen=True, slots=True)
class Measured:
    """The row's figure with the lowest and the highest that was seen, and what both took, in words.

    `cpu` is the ratio of processor time, where time was measured.
    """

    figure: float
    lowest: float
    highest: float
    cpu: float | None
    ours: str
    against: str


def gauge(bench: Bench, row: Row, rounds: int) -> Measured:
    """Measure a row in so many rounds; memory, which hardly moves, in one."""
    if row.gauge is Gauge.TIME:
        return _time(bench, row, max(1, round(rounds * row.effort)))
    ours = bench.peak(row.ours)
    if row.gauge is Gauge.MEGABYTES:
        return Measured(ours, ours, ours, None, f"{ours:.0f} MB", "")
    against = bench.peak(row.against)
    ratio = ours / against
    return Measured(ratio, ratio, ratio, None, f"{ours:.0f} MB", f"{against:.0f} MB")


def _time(bench: Bench, row: Row, rounds: int) -> Measured:
    pairs = [_in_turns(bench.spend, row, number) for number in range(rounds)]
    walls = [row.scale * ours.wall / against.wall for ours, against in pairs]
    return Measured(
        median(walls),
        min(walls),
        max(walls),
        median(row.scale * ours.cpu / against.cpu for ours, against in pairs),
        _milliseconds([ours for ours, _ in pairs]),
        _milliseconds([against for _, against in pairs]),
    )


def _in_turns(spend: Callable[[Command], Spent], row: Row, number: int) -> tuple[Spent, Spent]:
    """Run both, every other time in the other order, so that neither always meets what the other leaves behind."""
    if number % 2:
        against = spend(row.against)
        return spend(row.ours), against
    return spend(row.ours), spend(row.against)


def _milliseconds(spent: list[Spent]) -> str:
    return f"{1000 * median(run.wall for run in spent):.0f} ms"
