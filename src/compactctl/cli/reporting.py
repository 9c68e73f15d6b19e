"""What `report` does with its options: filter, say what is left out, print in a format (imported only then), and judge.

Gates are what whoever runs the report wants to be reached, judged after it is printed.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from compactctl.cli.drawing import READABLE, drawer, provenance_of
from compactctl.cli.options import one_of
from compactctl.cli.output import deliver, is_terminal, notify, notify_each
from compactctl.coverage.authority import AuthorityReport, report_authority
from compactctl.coverage.results import Coverage, Filters, Standing
from compactctl.coverage.trend import cover_among_years, trend
from compactctl.coverage.year import cover, reaches_percent
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.result_files import ResultFile
from compactctl.formats.coverage import authority_words, words
from compactctl.formats.coverage import trend as trend_words
from compactctl.formats.coverage.words import of_editions, of_filters
from compactctl.formats.coverage.writer import ReadableWriter, ReportText, Writer
from compactctl.words import number, quoted
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.workspace import Workspace

_NOT_SHOWN: Final = {"xlsx": ("a workbook", "coverage.xlsx"), "docx": ("a Word document", "paper.docx")}
"""What no terminal shows, and a name for its file."""


class Printer(NamedTuple):
    """A format, and the file that the report goes to, None for standard output."""

    writer: Writer[Any] | ReadableWriter[Any]
    output: ResultFile | None
    on_screen: bool
    """The report is drawn on the terminal where messages appear too."""
    has_head: bool = True
    """A table alone has none, that could say what is made up."""

    def print(self, examples: Iterable[str], left_out: Iterable[str], text: ReportText) -> None:
        """Say what is made up and what is left out, unless it stands at the head of the report; then print."""
        notify_each([*([] if self.has_head else examples), *([] if self.on_screen else left_out)])
        deliver(text, self.output)


def require_authority(name: str, authority: str | None) -> None:
    """Raise `CannotDo` where a format is of one authority's compact alone, and none is named."""
    if name == "docx" and authority is None:
        hint = "name the authority: --authority hampshire; a whole year goes into a workbook: --format xlsx"
        raise CannotDo("a Word document is made of one authority's compact, and no authority is named", hint)


def printer_for(
    name: str, output: ResultFile | None, workspace: Workspace, root: Path | None, *, full: bool
) -> Printer:
    """Return the printer of a format, on a terminal of all there is or of what fits a screen.

    What is on paper alone tells the last commit too, where the data folder is given. Raises `CannotDo` where a
    terminal cannot show the format.
    """
    on_screen = output is None and is_terminal()
    if on_screen and name in _NOT_SHOWN:
        what, file = _NOT_SHOWN[name]
        raise CannotDo(f"{what} cannot be shown on a terminal", f"name a file for it: --output {file}")
    if name in READABLE:
        from compactctl.formats.coverage.readable_writer import Readable

        provenance = provenance_of(workspace, root if name == "docx" else None)
        readable = Readable(drawer(name, to_terminal=output is None, full=full), provenance)
        return Printer(readable, output, on_screen=on_screen and name == "terminal")
    writer = cast("Writer[Any]", import_module(f"compactctl.formats.coverage.as_{name}"))
    return Printer(writer, output, on_screen=False, has_head=name != "csv")


def filters_of(workspace: Workspace, region: str | None, type_: str | None, status: str | None) -> Filters:
    """Return the filters; raises `CannotDo` where neither register knows the region or type, or a status is none."""
    registers = [register for register in (workspace.register, built_in_register()) if register]
    if region is not None:
        one_of("--region", region, sorted({name for register in registers for name in register.regions}))
    if type_ is not None:
        one_of("--type", type_, sorted({name for register in registers for name in register.types}))
    if status is not None:
        one_of("--status", status, Status)
    return Filters(region, type_, Status(status) if status is not None else None)


def refuse_together(some: Mapping[str, object], others: Mapping[str, object]) -> None:
    """Raise `CannotDo` where options of both kinds are given: together they mean nothing."""
    given = [[name for name, value in options.items() if value not in (None, False)] for options in (some, others)]
    for first in given[0]:
        for second in given[1]:
            raise CannotDo(f"{first} and {second} do not go together", "leave one of them out")


class Gates(NamedTuple):
    """The gates that were asked for: how many of a hundred authorities have an edition, and that no area is a gap."""

    percent: Fraction | None
    no_gaps: bool

    @classmethod
    def asked_for(cls, fail_under: str | None, *, no_gaps: bool) -> "Gates":
        """Return the gates; raises `CannotDo` where the percentage is none."""
        return cls(None if fail_under is None else _percent(fail_under), no_gaps)

    def judge(self, coverage: Coverage[object]) -> int:
        """Say which gates are not met and return the exit code; raises `CannotDo` where they cannot be judged."""
        if self.percent is None and not self.no_gaps:
            return 0
        if not coverage.is_whole:
            hint = "'compactctl validate' says what is wrong"
            raise CannotDo("the gate cannot be judged, since not everything in the data folder can be read", hint)
        failures = list(self._failures(coverage))
        for failure in failures:
            notify(failure)
        if failures and (unknown := coverage.standings[Standing.UNKNOWN_STATUS]):
            what = f"{number(unknown, 'edition')} whose signatures are broken cannot be counted"
            notify(what, "'compactctl validate' says where")
        return 1 if failures else 0

    def _failures(self, coverage: Coverage[object]) -> list[str]:
        failures = []
        if self.percent is not None and not reaches_percent(coverage, self.percent):
            failures.append(f"{of_editions(coverage)}; --fail-under asks for {float(self.percent):.15g} in a hundred")
        if self.no_gaps and (unmet := _gaps(coverage)):
            about = of_filters(coverage.filters)
            failures.append(f"looking only at {about}, {unmet}" if about else unmet)
        return failures


def _gaps(coverage: Coverage[object]) -> str | None:
    """Say what nobody took up; nobody, and nothing to take up, make no year without a gap."""
    if not coverage.with_edition:
        return f"nobody has an edition of {coverage.year}, so every area that is open is taken up by nobody"
    if all(area.open_to == 0 for area in coverage.areas):
        return f"no area of {coverage.year} is open to anybody, so none is taken up"
    if gaps := coverage.gaps:
        are = "area is" if len(gaps) == 1 else "areas are"
        return f"{len(gaps):,} {are} open and taken up by nobody: {'; '.join(area.label for area in gaps)}"
    return None


def _percent(text: str) -> Fraction:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,20})?", text) or Fraction(text) > 100:  # noqa: PLR2004 - in a hundred
        raise CannotDo(f"--fail-under cannot be {quoted(text)}", "it is a number from 0 to 100")
    return Fraction(text)


def print_coverage(
    printer: Printer, workspace: Workspace, year: AcademicYear | None, filters: Filters, gates: Gates
) -> int:
    """Print the coverage of a year, of the newest annex's where none is given, and return the exit code."""
    result, text = _coverage(printer, workspace, year, filters)
    notices = (*words.of_unreadable(result), *map(words.of_left_out, result.left_out))
    printer.print(words.of_examples(result), notices, text)
    return gates.judge(result)


def _coverage(
    printer: Printer, workspace: Workspace, year: AcademicYear | None, filters: Filters
) -> tuple[Coverage[object], ReportText]:
    if isinstance(printer.writer, ReadableWriter):
        among_years, years = cover_among_years(workspace, year, printer.writer.keep, filters)
        return among_years, printer.writer.coverage_among_years(among_years, years)
    result = cover(workspace, year, printer.writer.keep, filters)
    return result, printer.writer.coverage(result)


def print_authority(
    printer: Printer, workspace: Workspace, named: str, year: AcademicYear | None, filters: Filters
) -> int:
    """Print an authority's page in a year, the newest annex's where none is given; without an edition it says why."""
    result = report_authority(workspace, named, year, filters)
    absence = (authority_words.of_absence(result),) if result.absence else ()
    left_out = (*map(words.of_broken, result.broken), *map(words.of_left_out, result.left_out))
    notices = (*absence, *authority_words.of_left_out_years(result), *left_out)
    printer.print(authority_words.of_examples(result), notices, _authority(printer, workspace, result))
    return 0


def authority_page(workspace: Workspace, slug: str, year: AcademicYear) -> str:
    """Return an authority's page in a year as a terminal shows it."""
    printer = printer_for("terminal", None, workspace, None, full=True)
    return str(_authority(printer, workspace, report_authority(workspace, slug, year)))


def _authority(printer: Printer, workspace: Workspace, result: AuthorityReport) -> ReportText:
    if not isinstance(printer.writer, ReadableWriter):
        return printer.writer.authority(result)
    from compactctl.cli.year_before import changes_since_year_before

    return printer.writer.authority_among_years(result, changes_since_year_before(workspace, result.slug, result.year))


def print_trend(printer: Printer, workspace: Workspace, filters: Filters) -> int:
    """Print the coverage of every year."""
    result = trend(workspace, filters)
    notices = (*trend_words.of_lost_years(result), *map(words.of_left_out, result.left_out))
    printer.print(trend_words.of_examples(result), notices, printer.writer.trend(result))
    return 0
