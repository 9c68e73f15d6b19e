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
from benchmarks.gauging import gauge
from benchmarks.rows import ROWS
from benchmarks.table import cells, head, line

_WHERE = f"Python {platform.python_version()} on {os.cpu_count()} cores of a shared machine"
_PAGE = f"""# Speed

Measured on {date.today():%-d %B %Y} with {_WHERE}, by
`.venv/bin/python -m benchmarks --markdown docs/performance.md`; `--only NAME` measures one row. *wall* and *CPU* are
ratios to a straightforward script that does the same work, of a start to `python -c pass`; *must* and *aim* are the
most that a figure may be. [benchmarks/README.md](../benchmarks/README.md) says what is measured, and how.

"""  # noqa: DTZ011 - the day on the user's own calendar
Check = Callable[[Bench, Command, Command], None]


def main() -> int:
    """Measure the rows that were asked for; 1 if an answer was wrong, whatever the figures."""
    arguments = _arguments()
    rows = [row for row in ROWS if arguments.only.casefold() in row.name.casefold()]
    lines = head()
    print("\n".join(lines))
    wrong = False
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        bench = Bench(Path(folder))
        reason_not_to_time = cache(_reason_not_to_time)
        for row in rows:
            word = reason_not_to_time(bench, row.check, row.ours, row.against)
            lines.append(line(cells(row, word or gauge(bench, row, arguments.rounds))))
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


if __name__ == "__main__":
    sys.exit(main())
