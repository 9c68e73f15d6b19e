"""Prints the coverage of a year, and judges it where a gate was asked for."""

from compactctl.cli.reporting.gating import Gates
from compactctl.cli.reporting.printing import Printer
from compactctl.coverage.results import Coverage, Filters
from compactctl.coverage.trend import cover_among_years
from compactctl.coverage.year import cover
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import words
from compactctl.formats.coverage.writer import Text, WriterAmongYears
from compactctl.workspace.workspace import Workspace


def print_coverage(
    printer: Printer, workspace: Workspace, year: AcademicYear | None, filters: Filters, gates: Gates
) -> int:
    """Print the coverage of a year, of the newest annex's where none is given, and return the exit code."""
    result, text = _written(printer, workspace, year, filters)
    notices = (*words.of_unreadable(result), *map(words.of_left_out, result.left_out))
    printer.print(words.of_examples(result), notices, text)
    return gates.judge(result)


def _written(
    printer: Printer, workspace: Workspace, year: AcademicYear | None, filters: Filters
) -> tuple[Coverage[object], Text]:
    if isinstance(printer.writer, WriterAmongYears):
        among_years, years = cover_among_years(workspace, year, printer.writer.keep, filters)
        return among_years, printer.writer.coverage_among_years(among_years, years)
    result = cover(workspace, year, printer.writer.keep, filters)
    return result, printer.writer.coverage(result)
