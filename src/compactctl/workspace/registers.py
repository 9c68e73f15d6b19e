"""Registers as files: the one that comes with the tool, or a workspace's own, and where authorities stand on a map."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from compactctl.documents.values import is_id
from compactctl.documents.years import AcademicYear, written_day
from compactctl.files.data_folder import REGISTER
from compactctl.files.limits import MAXIMUM_CELL, MAXIMUM_FINDINGS, MAXIMUM_ROWS, MAXIMUM_SUCCESSORS
from compactctl.files.reading import finding
from compactctl.files.source import Source
from compactctl.finding import Finding, Place, Related, Span
from compactctl.words import day_in_words, did_you_mean, listed, quoted
from compactctl.workspace.authorities import Authority, Register

BUILT_IN: Final = Path(__file__).parent / "register" / REGISTER
TILES: Final = BUILT_IN.with_name("tiles.csv")
"""The notes beside it say where each tile comes from."""
KNOWN_UNTIL: Final = date(2026, 11, 24)
"""The last day up to which the built-in register is known; its notes say so."""

_REQUIRED: Final = (*("code", "slug", "name", "ons_code", "region", "type"), *("valid_from", "valid_to", "successors"))
_OPTIONAL: Final = ("earlier_type", "earlier_until", "earlier_name")
_FILLED: Final = ("code", "slug", "name")
_DATES: Final = ("valid_from", "valid_to", "earlier_until")


class Tile(NamedTuple):
    """A hexagon: columns from the west, rows from the south; odd rows stand half a tile further east."""

    column: int
    row: int


@cache
def built_in_register() -> Register:
    """Return the register of English authorities that comes with the tool."""
    source = Source(REGISTER, BUILT_IN.read_text(encoding="utf-8"))
    return read_register(source).register


@cache
def tiles() -> Mapping[tuple[str, str], Tile]:
    """Return the tiles by number and slug in the built-in register: England's Plymouth has one, no other has."""
    codes = {authority.slug: authority.code for authority in built_in_register()}
    with TILES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(codes[row["slug"]], row["slug"]): Tile(int(row["column"]), int(row["row"])) for row in rows}


def beyond_register(year: AcademicYear) -> str:
    """Return what is said of a year that ends after the day up to which the built-in register is known."""
    return f"the register of authorities is known until {day_in_words(KNOWN_UNTIL)}, and {year} ends later"


@dataclass(slots=True)
class RegisterReading:
    """A register in the making: its rows, and what breaks it."""

    source: Source
    findings: list[Finding] = field(default_factory=list)
    rows: dict[int, Authority] = field(default_factory=dict)
    """By the line on which each begins."""
    first: dict[tuple[str, str], int] = field(default_factory=dict)
    """The line on which a column has a value for the first time, of those in which each row has its own."""

    @property
    def register(self) -> Register:
        """The authorities that were read."""
        return Register({row.slug: row for row in sorted(self.rows.values(), key=lambda row: row.slug)})

    def note(self, line: int, message: str, *related: Related) -> None:
        """Keep a finding on a line, unless there are more already than are shown."""
        if len(self.findings) > MAXIMUM_FINDINGS:
            return
        self.findings.append(finding("broken-register", message, self.place_of(line), *related))

    def place_of(self, line: int) -> Place:
        """Return where a whole line is."""
        text = self.source.lines[line - 1] if line <= len(self.source.lines) else ""
        return self.source.place(Span(line, 1, line, len(text) + 1))


def read_register(source: Source) -> RegisterReading:
    """Read a register: its authorities, and a finding for each row that breaks it."""
    reading = RegisterReading(source)
    # Counted before they are read, since so many lines would take much room.
    if sum(1 for _ in re.finditer(r"[^\r\n]+", source.text)) > 1 + MAXIMUM_ROWS:
        message = f"the register has more than {MAXIMUM_ROWS:,} rows; take out what does not belong"
        reading.findings.append(finding("broken-register", message, source.whole()))
    else:
        _read_rows(reading, _rows(source.text))
    return reading


def _rows(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the line on which each row begins, and its values, or at last what is wrong with it."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            yield line, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, error
            return


def _read_rows(reading: RegisterReading, rows: Iterator[tuple[int, list[str] | csv.Error]]) -> None:
    _, header = next(rows, (1, None))
    if isinstance(header, csv.Error):
        reading.note(1, _no_table(header))
        return
    if not header:
        reading.note(1, f"the register is empty; its first line names the columns {', '.join(_REQUIRED)}")
        return
    if wrong := _wrong_columns(header):
        reading.note(1, wrong)
        return
    codes: set[str] = set()
    for line, row in rows:
        if isinstance(row, csv.Error):
            reading.note(line, _no_table(row))
            return
        if not row:
            continue
        values = dict(zip(header, row, strict=False))
        codes.add(values.get("code", "").strip())
        _read_row(reading, line, values, len(row) == len(header))
    for line, authority in reading.rows.items():
        _check_successors(reading, line, authority, codes)


def _wrong_columns(header: list[str]) -> str | None:
    if missing := [column for column in _REQUIRED if column not in header]:
        return f"the register lacks the column{'s' * (len(missing) > 1)} {listed(missing)}; add what is missing"
    known = (*_REQUIRED, *_OPTIONAL)
    for index, column in enumerate(header):
        if column in header[:index]:
            return f"the register has the column {quoted(column)} twice; take one of them out"
        if column not in known:
            suggestion = did_you_mean(column, known)
            mend = f"did you mean '{suggestion}'?" if suggestion else f"take it out; there may be {listed(_OPTIONAL)}"
            return f"the register has a column {quoted(column)}, which is none of its columns; {mend}"
    return None


def _no_table(error: csv.Error) -> str:
    return f"this row is no list of values with commas between them ({error}); mind the quotes"


def _read_row(reading: RegisterReading, line: int, row: Mapping[str, str], has_all: bool) -> None:  # noqa: FBT001
    if not has_all:
        reading.note(line, "this row has more or fewer values than there are columns; mind the commas")
        return
    cells = {column: value.strip() for column, value in row.items()}
    for column, value in cells.items():
        most = MAXIMUM_SUCCESSORS if column == "successors" else MAXIMUM_CELL
        if len(value) > most:
            reading.note(line, f"{column} has more than {most:,} characters; shorten it")
            return
    if empty := [column for column in _FILLED if not cells[column]]:
        reading.note(line, f"this row has no {listed(empty)}; fill it in")
        return
    if not is_id(cells["slug"]):
        reading.note(
            line, f"'slug' is {quoted(cells['slug'])}; write 2 to 60 lower-case letters and digits, words joined by '-'"
        )
        return
    days = {column: _day(reading, line, column, cells.get(column, "")) for column in _DATES}
    _check_repeats(reading, line, cells)
    begin, end = days["valid_from"], days["valid_to"]
    if begin and end and end < begin:
        reading.note(line, f"{cells['name']} ends on {end} before it begins on {begin}; correct one of the dates")
    if bool(cells.get("earlier_type")) != bool(cells.get("earlier_until")):
        reading.note(line, "'earlier_type' and 'earlier_until' go together; fill in both, or neither")
    reading.rows[line] = Authority(
        code=cells["code"],
        slug=cells["slug"],
        name=cells["name"],
        region=cells["region"],
        current_type=cells["type"],
        valid_from=begin,
        valid_to=end,
        successors=tuple(cells["successors"].split()),
        earlier_type=cells.get("earlier_type") or None,
        earlier_until=days["earlier_until"],
        earlier_name=cells.get("earlier_name") or None,
    )


def _day(reading: RegisterReading, line: int, column: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return written_day(text)
    except ValueError:
        reading.note(line, f"{column} is {quoted(text)}; a date is written like 2009-03-31")
        return None


def _check_repeats(reading: RegisterReading, line: int, cells: Mapping[str, str]) -> None:
    for column in ("code", "slug"):
        first = reading.first.setdefault((column, cells[column]), line)
        if first != line:
            message = f"'{column}' is {quoted(cells[column])} in an earlier row too; give each row its own"
            reading.note(line, message, Related("the first one", reading.place_of(first)))


def _check_successors(reading: RegisterReading, line: int, authority: Authority, codes: set[str]) -> None:
    for code in authority.successors:
        if code == authority.code:
            reading.note(line, f"{authority.name} names itself as its successor, with {quoted(code)}; take it out")
        elif code not in codes:
            reading.note(line, f"{authority.name} names a successor {quoted(code)}, a code that no row has; correct it")
