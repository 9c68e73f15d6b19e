"""Options that several commands share, and how their words become values, the format of a result among them."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

from compactctl.cli import offers
from compactctl.cli.parameters import Option
from compactctl.documents.how_to_write import how_to_write_day, how_to_write_year
from compactctl.documents.years import AcademicYear, any_year, written_day
from compactctl.errors import CannotDo
from compactctl.words import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from compactctl.files.result_files import ResultFile

DEFAULT_DATA: Final = "data"
STANDARD_OUTPUT: Final = ("-", "/dev/stdout")
"""Known by their names, and never opened."""
WORD_ENDING: Final = ".docx"
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "markdown": ".md",
        "html": ".html",
        "csv": ".csv",
        "json": ".json",
        "gitlab": ".json",
        "sarif": ".sarif",
        "junit": ".xml",
        "xlsx": ".xlsx",
        "docx": WORD_ENDING,
    }
)
"""How the names of files end that have a format; of two formats with one ending the first is meant."""
_OF_NO_FORMAT: Final = frozenset((".doc", ".docm", ".dot", ".dotx", ".ods", ".odt", ".pdf", ".rtf", ".xls", ".xlsm"))
"""How files end that no text is: a program that opens them would call them broken."""
_TABLES: Final = (".csv", ".ods", ".xls", ".xlsm", ".xlsx")
_OF_TABLES: Final = {".xlsx": "a workbook", ".csv": "a plain table"}
_OF_PAGES: Final = {WORD_ENDING: "Word", ".html": "a page that a browser prints"}
"""What serves in place of a table, or of a page, that is in no format of a command, and what each is for."""

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
YearOption = Annotated[
    str | None,
    Option(
        "--year",
        metavar="YEAR",
        help="The academic year, like 2003/04 [default: that of the newest annex].",
        offers=offers.years,
    ),
]
SinceOption = Annotated[
    str | None,
    Option("--since", metavar="REF", help="Compare with a branch, tag or commit, as it was where this branch began."),
]
AsOf = Annotated[
    str | None,
    Option("--as-of", metavar="DATE", help="The day that counts as today, like 2004-01-31 [default: today]."),
]
DryRun = Annotated[bool, Option("--dry-run", help="Show as a diff what would be written, and write nothing.")]

TEXT_OR_JSON: Final = ("text", "json")
TextOrJson = Annotated[
    str, Option("--format", metavar="FORMAT", help="One of text, json.", offers=offers.choices(TEXT_OR_JSON))
]


def format_option(formats: Iterable[str], variable: str | None = None) -> Option:
    """Return the option for a command's formats, the usual one first; a variable may stand in for it."""
    known = list(formats)
    environment = f" [env: {variable}]" if variable else ""
    return Option(
        "--format",
        metavar="FORMAT",
        help=f"One of {', '.join(known)}{environment} [default: what the ending of --output says, or {known[0]}].",
        offers=offers.choices(known),
    )


def format_of(given: str | None, output: str | None, formats: Iterable[str], variable: str | None = None) -> str:
    """Return the format of a result, of those that a command has; the first where nothing says.

    `given` is what `--format` says, `output` the name of the file, and `variable` names what stands in for the option
    in the environment. Raises `CannotDo` where there is no such format, or the ending says another.
    """
    known = list(formats)
    ending = PurePath(output or "").suffix.lower()
    meant = [name for name in known if ENDINGS.get(name) == ending]
    if given is not None:
        name = one_of("--format", given, known)
        if meant and name not in meant:
            hint = f"leave out --format, or let the name end in {ENDINGS.get(name, 'something else')}"
            raise CannotDo(f"--format says {name}, and {quoted(output or '')} ends like a file of {meant[0]}", hint)
        return name
    wanted = os.environ.get(variable) if variable else None
    if meant:
        return wanted if wanted and wanted in meant else meant[0]
    if ending in _OF_NO_FORMAT.union(ENDINGS.values()):
        hint = f"let the name end in {listed(_endings(known, ending), 'or')}"
        if len(known) > 1:
            hint += (
                f"; its formats are {listed(known)}; --format says which of them a file of any other name is to hold"
            )
        raise CannotDo(f"no format of this command belongs in a file that ends in {ending}", hint)
    return one_of(variable, wanted, known) if variable and wanted else known[0]


def _endings(formats: list[str], instead_of: str) -> list[str]:
    """Return how files of these formats end that serve like one of another ending; all endings where none does."""
    endings = dict.fromkeys(ENDINGS.get(name, ".txt") for name in formats)
    served = _OF_TABLES if instead_of in _TABLES else _OF_PAGES
    suits = [f"{name} for {purpose}" for name, purpose in served.items() if name in endings]
    return suits or list(endings)


def data_folder(data: str | None) -> Path:
    """Return the data folder: what the option says, after the command or before it, the environment, or `data`."""
    if data == "":
        raise CannotDo("--data has no value", "name the folder of the documents, or leave --data out")
    return Path(data or os.environ.get("COMPACTCTL_DATA") or DEFAULT_DATA)


def result_file(output: str | None, data: Path) -> "ResultFile | None":
    """Return the file that the result goes to, None for standard output; raises `CannotDo` where it may not go there.

    Asked for before the work is done, which would be lost.
    """
    if output is None or output in STANDARD_OUTPUT:
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


def day_of(name: str, value: str | None) -> dt.date:
    """Return the day an option names, today where it is not given; raises `CannotDo`."""
    if value is None:
        return today()
    try:
        return written_day(value)
    except ValueError as error:
        raise CannotDo(f"{name} cannot be {quoted(value)}", how_to_write_day(value)) from error


def year_of(name: str, value: str) -> AcademicYear:
    """Return the academic year that an option or argument names, 2003/04 or 2003-04; raises `CannotDo`."""
    try:
        return any_year(value)
    except ValueError as error:
        raise CannotDo(f"{name} cannot be {quoted(value)}", how_to_write_year(value)) from error
