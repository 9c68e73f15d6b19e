"""Writes sheets of rows under columns as a workbook. Every text becomes a plain string, whatever it looks like.

Knows nothing of what the sheets are about, but that one cell of a matrix stands out.
"""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache, partial
from itertools import compress
from typing import Any, Final, NamedTuple

from compactctl.coverage.results import Cell
from compactctl.errors import CannotDo
from compactctl.files.characters import shortened
from compactctl.files.targets import reason
from compactctl.formats.safe import columns_of, for_spreadsheet

SheetValue = str | int | float | date | None
Row = tuple[SheetValue, ...]


class ValueKind(StrEnum):
    """How the values of a column look."""

    TEXT = "text"
    LONG = "long text"
    COUNT = "count"
    SHARE = "share"
    DAY = "day"
    CELL = "cell of the matrix"


class SheetColumn(NamedTuple):
    """A column of a sheet: its head, how its values look, its width in characters."""

    title: str
    kind: ValueKind = ValueKind.TEXT
    width: int = 14


class Headline(NamedTuple):
    """What stands above a table: its title, what is made up or a draft in it, and a few sentences."""

    title: str
    marks: tuple[str, ...]
    sentences: tuple[str, ...]


class Sheet(NamedTuple):
    """A sheet; its first `frozen` columns stay in sight as its head does."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Row]
    frozen: int = 1
    headline: Headline | None = None

    @property
    def without_empty_columns(self) -> "Sheet":
        """The same without the columns in which nothing stands; all its rows are held in memory."""
        rows = list(self.rows)
        is_filled = [any(row[index] not in (None, "") for row in rows) for index in range(len(self.columns))]
        if not rows or all(is_filled):
            return self._replace(rows=rows)
        columns = tuple(compress(self.columns, is_filled))
        return self._replace(columns=columns, rows=[tuple(compress(row, is_filled)) for row in rows])


MOST_CHARACTERS: Final = 32_767
"""Excel's own limits, for a cell and below for a sheet."""
MOST_ROWS: Final = 1_048_576
_MOST_OF_A_HEADER: Final = 120
_WORD: Final = 30

_CREATED: Final = datetime(2003, 7, 1, tzinfo=UTC).replace(tzinfo=None)
"""Any fixed day: the time of the run would make other bytes of the same tree."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel has no day before 1900, and counts a 29 February of that year: earlier days are texts."""
_TOP: Final[dict[str, object]] = {"valign": "top"}
_LOOKS: Final[dict[str, dict[str, object]]] = {
    ValueKind.TEXT: _TOP,
    ValueKind.LONG: {**_TOP, "text_wrap": True},
    ValueKind.COUNT: {**_TOP, "num_format": "#,##0"},
    ValueKind.SHARE: {**_TOP, "num_format": "0%"},
    ValueKind.DAY: {**_TOP, "num_format": "yyyy-mm-dd", "align": "left"},
    ValueKind.CELL: {**_TOP, "align": "center"},
}
_CHOSEN: Final = {**_LOOKS[ValueKind.CELL], "bold": True, "bg_color": "#CFE3EC"}
_A4: Final = 9
"""As Excel numbers sizes of paper."""
_HEAD: Final = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2}
_OTHER_LOOKS: Final[dict[str, dict[str, object]]] = {
    "head": _HEAD,
    "chosen": _CHOSEN,
    "title": {"bold": True, "font_size": 16},
    "mark": {"bold": True, "bg_color": "#FFE08A"},
}
_TITLE_HEIGHT: Final = 24
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 27
"""Points: Excel takes no row for higher than 409."""


def workbook(sheets: Iterable[Sheet], title: str) -> bytes:
    """Return the workbook as it stands in a file. Rows that no sheet has room for are told in its last row.

    Its sheets wait in temporary files and not in memory; raises `CannotDo` where those cannot be written.
    """
    from xlsxwriter.exceptions import FileCreateError

    file = io.BytesIO()
    try:
        _write_book(sheets, for_spreadsheet(title), file)
    except (OSError, FileCreateError) as error:
        # XlsxWriter's own error holds the system's.
        cause = error.args[0] if isinstance(error, FileCreateError) else error
        hint = "it needs some room in the folder for temporary files, and some files open at once"
        raise CannotDo(f"the workbook cannot be put together: {reason(cause)}", hint) from error
    return file.getvalue()


def _write_book(sheets: Iterable[Sheet], title: str, file: io.BytesIO) -> None:
    from xlsxwriter import Workbook

    with Workbook(file, {"constant_memory": True}) as book:
        book.set_properties({"title": title, "created": _CREATED})
        looks = {look: book.add_format(properties) for look, properties in {**_LOOKS, **_OTHER_LOOKS}.items()}
        writer = _SheetWriter(title, looks)
        for sheet in sheets:
            writer.write(sheet, book.add_worksheet(sheet.name))


class _SheetWriter:
    """Writes sheets in the formats of one workbook. Each row is written after those above it."""

    def __init__(self, title: str, looks: dict[str, Any]) -> None:
        self._title = shortened(title, _MOST_OF_A_HEADER).replace("&", "&&")
        self._looks = looks

    def write(self, sheet: Sheet, worksheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        for index, column in enumerate(sheet.columns):
            worksheet.set_column(index, index, column.width)
        head = self._headline(sheet.headline, worksheet) if sheet.headline else 0
        self._set_height(worksheet, head, [(column.title, column.width) for column in sheet.columns])
        for index, column in enumerate(sheet.columns):
            worksheet.write_string(head, index, _text(column.title), self._looks["head"])
        last = self._rows(sheet, worksheet, head)
        worksheet.freeze_panes(head + 1, sheet.frozen)
        worksheet.autofilter(head, 0, last, len(sheet.columns) - 1)
        worksheet.set_landscape()
        worksheet.set_paper(_A4)
        worksheet.fit_to_pages(1, 0)
        worksheet.repeat_rows(head)
        worksheet.set_header(f"&L{self._title}&R&A, &P")

    def _headline(self, headline: Headline, worksheet: Any) -> int:  # noqa: ANN401 - as above
        """Write what stands above the table, and return the row of its head, after an empty one."""
        worksheet.set_row(0, _TITLE_HEIGHT)
        lines = [("title", headline.title), *(("mark", mark) for mark in headline.marks)]
        lines += [(ValueKind.TEXT, sentence) for sentence in headline.sentences]
        for row, (look, text) in enumerate(lines):
            worksheet.write_string(row, 0, _text(text), self._looks[look])
        return len(lines) + 1

    def _rows(self, sheet: Sheet, worksheet: Any, head: int) -> int:  # noqa: ANN401 - as above
        """Write the rows below the head, and return the last."""
        last, rows = head, iter(sheet.rows)
        wrapped = [(index, column.width) for index, column in enumerate(sheet.columns) if column.kind is ValueKind.LONG]
        for last, row in enumerate(rows, head + 1):
            if last == MOST_ROWS - 1 and next(rows, None) is not None:
                worksheet.write_string(last, 0, "and more, for which a sheet has no room")
                break
            self._set_height(worksheet, last, ((row[index], width) for index, width in wrapped))
            for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(partial(_write, worksheet, last, index), column, value)
        return last

    def _cell(self, write: Any, column: SheetColumn, value: SheetValue) -> None:  # noqa: ANN401 - a bound function
        if value is not None:
            write(value, self._looks["chosen" if value is Cell.CHOSEN else column.kind])

    @staticmethod
    def _set_height(worksheet: Any, row: int, texts: Iterable[tuple[SheetValue, int]]) -> None:  # noqa: ANN401 - as above
        """Make a row as high as its texts need: Excel opens a workbook without a look at what is wrapped in it."""
        lines = max((_lines_of(text, width) for text, width in texts if isinstance(text, str)), default=1)
        if lines > 1:
            worksheet.set_row(row, _LINE_HEIGHT * min(lines, _MOST_LINES))


def _lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes: letters are narrower than figures, by about what is lost at ends of lines."""
    return -(-columns_of(text) // width) if len(text) > width // 2 else 1


def _write(worksheet: Any, row: int, column: int, value: SheetValue, look: object) -> None:  # noqa: ANN401 - as above
    match value:
        case str():
            worksheet.write_string(row, column, _text(value), look)
        case date() if value >= _FIRST_DAY:
            worksheet.write_datetime(row, column, value, look)
        case date():
            worksheet.write_string(row, column, value.isoformat(), look)
        case _:
            worksheet.write_number(row, column, value, look)


def _text(text: str) -> str:
    return _word(text) if len(text) <= _WORD else shortened(for_spreadsheet(text), MOST_CHARACTERS)


@lru_cache(1_000)
def _word(text: str) -> str:
    """Return a short text: a matrix has the same few in thousands of cells."""
    return for_spreadsheet(text)
