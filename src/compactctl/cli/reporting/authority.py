"""Prints one authority's page."""

from compactctl.cli.reporting.printing import Printer
from compactctl.coverage.authority import report_authority
from compactctl.coverage.results import Filters
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage.authority import of_absence, of_examples
from compactctl.formats.coverage.words import of_left_out
from compactctl.workspace.workspace import Workspace


def print_authority(
    printer: Printer, workspace: Workspace, words: str, year: AcademicYear | None, filters: Filters
) -> int:
    """Print an authority's page in a year, the newest annex's where none is given; without an edition it says why."""
    result = report_authority(workspace, words, year, filters)
    absence = (of_absence(result),) if result.absence else ()
    notices = (*absence, *map(of_left_out, result.left_out))
    printer.print(of_examples(result), notices, printer.writer.authority(result))
    return 0
