"""Options that several commands share, and how their words become values."""

import datetime as dt
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from compactctl.cli import completion
from compactctl.cli.parameters import Option
from compactctl.documents.years import AcademicYear, any_year, written_day
from compactctl.errors import CannotDo
from compactctl.words import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from compactctl.files.result_files import ResultFile

DEFAULT_DATA: Final = "data"
_STANDARD_OUTPUT: Final = ("-", "/dev/stdout")
"""Known by their names, and never opened."""

Data = Annotated[
    str | None,
    Option("--data", metavar="DIR", help="The folder of the documents; as before the command."),
]
Output = Annotated[
    str | None,
    Option(
        "--output, -o", metavar="FILE", help="Write the result to a file, whole or not at all; - is standard output."
    ),
]
Year = Annotated[
    str | None,
    Option(
        "--year",
        metavar="YEAR",
        help="The academic year, like 2003/04 [default: that of the newest annex].",
        offers=completion.years,
    ),
]
Since = Annotated[
    str | None,
    Option("--since", metavar="REF", help="Compare with a branch, tag or commit, as it was where this branch began."),
]
AsOf = Annotated[
    str | None,
    Option("--as-of", metavar="DATE", help="The day that counts as today, like 2004-01-31 [default: today]."),
]


def data_folder(data: str | None) -> Path:
    """Return the data folder: what the option says, after the command or before it, the environment, or `data`."""
    if data == "":
        raise CannotDo("--data has no value", "name the folder of the documents, or leave --data out")
    return Path(data or os.environ.get("COMPACTCTL_DATA") or DEFAULT_DATA)


def result_file(output: str | None, data: Path) -> "ResultFile | None":
    """Return the file that the result goes to, None for standard output; raises `CannotDo` where it may not go there.

    Asked for before the work is done, which would be lost.
    """
    if output is None or output in _STANDARD_OUTPUT:
        return None
    from compactctl.files.result_files import ResultFile

    file = ResultFile(output, data)
    file.check()
    return file


def one_of(name: str, value: str, choices: Iterable[str]) -> str:
    """Return the value of an option that has choices; raises `CannotDo`."""
    allowed = list(choices)
    if value in allowed:
        return value
    suggestion = did_you_mean(value, allowed)
    hint = f"did you mean '{suggestion}'?" if suggestion else f"it is one of {listed(allowed, 'or')}"
    raise CannotDo(f"{name} cannot be {quoted(value)}", hint)


def today() -> dt.date:
    """Return the day on the user's own calendar."""
    return dt.date.today()  # noqa: DTZ011 - that of the world's clock may be another


def day(name: str, value: str | None) -> dt.date:
    """Return the day an option names, today where it is not given; raises `CannotDo`."""
    if value is None:
        return today()
    try:
        return written_day(value)
    except ValueError as error:
        raise CannotDo(f"{name} cannot be {quoted(value)}", "a date is written like 2004-01-31") from error


def year(name: str, value: str) -> AcademicYear:
    """Return the academic year that an option or argument names, 2003/04 or 2003-04; raises `CannotDo`."""
    try:
        return any_year(value)
    except ValueError as error:
        raise CannotDo(f"{name} cannot be {quoted(value)}", str(error)) from error


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    try:
        return sys.stdout is not None and sys.stdout.isatty()
    except ValueError:
        return False


def wants_colour() -> bool:
    """Tell whether to use colour: as NO_COLOR and FORCE_COLOR say, else on a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb"
