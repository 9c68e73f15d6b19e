"""`python -m benchmarks`: makes the corpora, checks the answers, measures, and prints the table."""
# ruff: noqa: T201 - a command prints

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.bench import Bench, NotThere, Wrong
from benchmarks.commands import Command
from benchmarks.gauging import Measured, gauge
from benchmarks.rows import ROWS, Row

_WHERE = f"Python {platform.python_version()} on {os.cpu_count()} cores of a shared machine"
_PAGE = f"""# Speed

Measured on {date.today():%-d %B %Y} with {_WHERE}, by
`.venv/bin/python -m benchmarks --markdown docs/performance.md`; `--only NAME` measures one row. *wall* and *CPU* are
ratios to a straightforward script that does the same work, of a start to `python -c pass`; *must* and *aim* are the
most that *wall*, the clock, may be; *reached* goes by it and not by *CPU*.
[benchmarks/README.md](../benchmarks/README.md) says what is measured, and how.

"""  # noqa: DTZ011 - the day on the user's own calendar
_HEAD = ("work", "ours", "against", "wall", "lowest to highest", "CPU", "must", "aim", "reached")
_WIDTHS = (43, 10, 10, 6, 18, 6, 5, 5, 8)
Check = Callable[[Bench, Command, Command], None]


def main() -> int:
    """Measure the rows that were asked for; 1 if an answer was wrong, whatever the figures."""
    arguments = _arguments()
    rows = [row for row in ROWS if arguments.only.casefold() in row.name.casefold()]
    lines = _head()
    print("\n".join(lines))
    wrong = False
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        bench = Bench(Path(folder))
        reason_not_to_time = cache(_reason_not_to_time)
        for row in rows:
            word = reason_not_to_time(bench, row.check, row.ours, row.against)
            lines.append(_line(_cells(row, word or gauge(bench, row, arguments.rounds))))
            print(lines[-1], flush=True)
            wrong |= word == "wrong"
    if arguments.markdown:
        arguments.markdown.write_text(_PAGE + "\n".join([*lines, ""]), encoding="utf-8")
    return 1 if wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="rounds of most rows (default: 9)")
    parser.add_argument("--only", default="", metavar="NAME", help="only rows with this in their name")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write a page with the table too")
    return parser.parse_args()


def _reason_not_to_time(bench: Bench, check: Check, ours: Command, against: Command) -> str:
    """Give a word on why these are not to be timed, or nothing; the check also warms the caches of both."""
    try:
        check(bench, ours, against)
    except NotThere:
        return "not there"
    except (Wrong, LookupError) as wrong:  # a key that is missing from an answer is wrong too
        print(f"{' '.join(ours.words)}: {wrong!r}", file=sys.stderr)
        return "wrong"
    return ""


def _cells(row: Row, measured: Measured | str) -> tuple[str, ...]:
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


def _line(texts: tuple[str, ...]) -> str:
    """Give a line of Markdown's tables, wide enough to stand below the others on a terminal."""
    return "| " + " | ".join(text.ljust(width) for text, width in zip(texts, _WIDTHS, strict=True)) + " |"


def _head() -> list[str]:
    """Give the two lines that begin the table."""
    return [_line(_HEAD), _line(tuple("-" * width for width in _WIDTHS))]


def _figure(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


if __name__ == "__main__":
    sys.exit(main())
