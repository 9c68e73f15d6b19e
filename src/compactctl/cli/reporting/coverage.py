"""Prints the coverage of a year, and judges it where a gate was asked for."""

from compactctl.cli.reporting.gating import Gates
from compactctl.cli.reporting.printing import Printer
from compactctl.coverage.cover import cover
from compactctl.coverage.filters import Filters
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import words
from compactctl.workspace.workspace import Workspace


def print_coverage(
    printer: Printer, workspace: Workspace, year: AcademicYear | None, filters: Filters, gates: Gates
) -> int:
    """Print the coverage of a year, of the newest annex's where none is given, and return the exit code."""
    result = cover(workspace, year, printer.writer.keep, filters)
    notices = (*words.of_unreadable(result), *map(words.of_left_out, result.left_out))
    printer.print(notices, printer.writer.coverage(result))
    return gates.judge(result)
