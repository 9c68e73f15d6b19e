"""The measured rows as lines of a table, the same on the terminal and in Markdown."""

from benchmarks.gauging import Measured
from benchmarks.rows import Row

HEAD = ("work", "ours", "against", "wall", "lowest to highest", "CPU", "must", "aim", "reached")
WIDTHS = (43, 10, 10, 6, 18, 6, 5, 5, 8)


def cells(row: Row, measured: Measured | str) -> tuple[str, ...]:
    """Give a row's cells; in place of figures there may be a word on why there are none."""
    targets = tuple("" if target is None else f"{target:g}" for target in (row.must, row.aim))
    if isinstance(measured, str):
        return (row.name, "", "", "", "", "", *targets, measured)
    spread = f"{_figure(measured.lowest)} to {_figure(measured.highest)}" if measured.cpu is not None else ""
    cpu = "" if measured.cpu is None else _figure(measured.cpu)
    reached = _reached(row, measured.figure)
    return (row.name, measured.ours, measured.against, _figure(measured.figure), spread, cpu, *targets, reached)


def _reached(row: Row, figure: float) -> str:
    if row.must is None or row.aim is None:
        return ""
    return "aim" if figure <= row.aim else "must" if figure <= row.must else "neither"


def line(texts: tuple[str, ...]) -> str:
    """Give a line of Markdown's tables, wide enough to stand below the others on a terminal."""
    return "| " + " | ".join(text.ljust(width) for text, width in zip(texts, WIDTHS, strict=True)) + " |"


def head() -> list[str]:
    """Give the two lines that begin the table."""
    return [line(HEAD), line(tuple("-" * width for width in WIDTHS))]


def _figure(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
