"""What the tests of workbooks share: the table of a sheet, wherever on it that begins."""

from openpyxl.worksheet.worksheet import Worksheet


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows of a sheet by the heads of its columns; what stands above the table is no part of it."""
    heads, *rows = sheet.iter_rows(min_row=head_row(sheet), values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def head_row(sheet: Worksheet) -> int:
    """Return the row in which the heads of the columns stand: the first one of the filter."""
    reference = str(sheet.auto_filter.ref)
    return int("".join(filter(str.isdigit, reference.partition(":")[0])))
