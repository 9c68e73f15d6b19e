"""Prints all years side by side."""

from compactctl.cli.reporting.printing import Printer
from compactctl.coverage.results import Filters
from compactctl.coverage.trend import trend
from compactctl.formats.coverage.trend import of_examples, of_lost_years
from compactctl.formats.coverage.words import of_left_out
from compactctl.workspace.workspace import Workspace


def print_trend(printer: Printer, workspace: Workspace, filters: Filters) -> int:
    """Print the coverage of every year."""
    result = trend(workspace, filters)
    notices = (*of_lost_years(result), *map(of_left_out, result.left_out))
    printer.print(of_examples(result), notices, printer.writer.trend(result))
    return 0
