"""What `site` does: reads each compact once, writes its authority's page at once, and then the pages of all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from compactctl.changes.inputs import comparison_inputs
from compactctl.changes.results import YearChanges
from compactctl.changes.years import ComparedCompact, Comparison
from compactctl.cli.progress import with_progress
from compactctl.coverage.authority import report_in_year
from compactctl.coverage.every_year import EveryYear, YearsOfCompact
from compactctl.coverage.results import EVERYTHING
from compactctl.coverage.trend import trend_of
from compactctl.errors import CannotDo
from compactctl.files.data_folder import compact_file
from compactctl.files.site_folder import NewFolder
from compactctl.formats.changes.years import describe_years
from compactctl.formats.coverage import as_xlsx
from compactctl.formats.coverage.trend import of_lost_years
from compactctl.formats.coverage.words import of_left_out
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument
from compactctl.formats.readable.html import draw, style_sheet
from compactctl.formats.site import csv_files, frame
from compactctl.formats.site.areas import describe_area
from compactctl.formats.site.authorities import AuthorityYear, describe_all_years, describe_authorities
from compactctl.formats.site.data import AREAS, PRIORITIES, RECORD, WORKBOOK, describe_data
from compactctl.formats.site.lists import describe_asks, describe_department
from compactctl.formats.site.record_json import RecordWriter, compact_entry
from compactctl.formats.site.statement import describe_statement
from compactctl.formats.site.whole_record import KeptEdition, WholeRecord, keep_promises, keep_whole
from compactctl.formats.site.years import describe_year_of_site
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.document_files import CompactFile
from compactctl.workspace.parallel import parallel_map
from compactctl.workspace.requirements import require_register
from compactctl.workspace.workspace import Workspace

MOST_KEPT: Final = 32_000_000
"""Bytes of compacts. Of a larger record no pages of areas show every text: these are among the data."""
_DATA: Final = "data/"
_FROM_TOP: Final = LinkTargets("")
_PAGE_PAYS: Final = 100_000
"""As many bytes of compacts take about as long to read as a page to draw."""

Describe = Callable[[LinkTargets], ReadableDocument]


class ReadCompact(NamedTuple):
    """What is kept of a compact whose authority's page is written: plain values, maybe from another process."""

    slug: str
    years: YearsOfCompact[KeptEdition] | None
    comparisons: tuple[ComparedCompact, ...]
    entry: bytes
    priorities: bytes


class Page(NamedTuple):
    """A page by its path, and what is said on it."""

    path: str
    describe: Describe


class Site:
    """A site that is written into a folder."""

    def __init__(self, workspace: Workspace, folder: NewFolder, title: str, provenance: Provenance) -> None:
        self._workspace = workspace
        self._folder = folder
        self._title = title
        self._provenance = provenance
        self._register = require_register(workspace, "which authorities there are")
        self._sizes = [workspace.tree.size(compact_file(slug)) for slug in workspace.compact_slugs]
        self._has_pages = sum(self._sizes) <= MOST_KEPT
        self._years = EveryYear(workspace, keep_whole if self._has_pages else keep_promises)
        self._agendas = workspace.readable_agendas
        self._comparisons = dict(self._comparable())
        self._unchanged = {index: comparison.changes() for index, comparison in self._comparisons.items()}

    def write(self) -> Sequence[str]:
        """Write all pages and the data, and say what is left out; raises `CannotDo` where that cannot be done."""
        self._folder.write(frame.STYLE, [style_sheet()])
        without = self._read_compacts()
        record = self._record()
        pages = [*self._pages(record), *(self._authority_page(authority, None) for authority in without)]
        written = parallel_map(pages, [_PAGE_PAYS] * len(pages), self._write_page)
        for _ in with_progress(written, len(pages), "Writing pages"):
            pass
        self._folder.write(f"{_DATA}{AREAS}", csv_files.areas(record.coverages))
        self._folder.write(f"{_DATA}{WORKBOOK}", [_workbook(record)])
        return [*of_lost_years(record.years), *map(of_left_out, record.left_out)]

    def _comparable(self) -> Iterator[tuple[int, Comparison]]:
        """Yield the years, counted from 0, whose annex can be compared with the one before, where that can be read."""
        for index in range(1, len(self._agendas)):
            old, new = self._agendas[index - 1].year, self._agendas[index].year
            before = self._workspace.last_annex_before(new)
            if before and before[0] == old:
                yield index, Comparison(comparison_inputs(self._workspace, old, new))

    def _read_compacts(self) -> list[Authority]:
        """Read each compact and write what is its own; return the authorities that no compact was read of."""
        read: set[str] = set()
        unreadable = list(self._workspace.unreadable_documents)
        with ExitStack() as files:
            record = RecordWriter(files.enter_context(self._folder.opened(f"{_DATA}{RECORD}")))
            write_priorities = files.enter_context(self._folder.opened(f"{_DATA}{PRIORITIES}"))
            write_priorities(f"{','.join(csv_files.PRIORITY_COLUMNS)}\n".encode())
            record.begin(self._workspace)
            for compact in self._workspace.map_compacts(self._read):
                self._gather(compact)
                if compact.years is None:
                    unreadable.append(compact_file(compact.slug))
                    continue
                read.add(compact.slug)
                record.add(compact.entry)
                write_priorities(compact.priorities)
            record.end(self._register, sorted(map(self._workspace.path_of, unreadable)))
        return [authority for authority in self._register if authority.slug not in read]

    def _gather(self, compact: ReadCompact) -> None:
        """Count a compact in all years and comparisons."""
        if compact.years is None:
            self._years.add_unreadable(compact.slug)
        else:
            self._years.add(compact.years)
        for comparison, compared in zip(self._comparisons.values(), compact.comparisons, strict=True):
            comparison.add(compared)

    def _read(self, file: CompactFile) -> ReadCompact:
        """Write the page of a compact's authority, and return what else is taken from the compact."""
        if file.document is None:
            compared = tuple(comparison.read(file) for comparison in self._comparisons.values())
            return ReadCompact(file.slug, None, compared, b"", b"")
        compact = self._workspace.place(file.slug, file.document)
        years, pages = self._years.look(compact)
        compared = tuple(comparison.look(compact) for comparison in self._comparisons.values())
        priorities = ""
        if compact.authority is not None:
            self._write_page(self._authority_page(compact.authority, compact, compared))
            for agenda, page in zip(self._agendas, pages, strict=True):
                if page:
                    priorities += "".join(csv_files.priorities(page, compact.authority, agenda.year))
        return ReadCompact(file.slug, years, compared, compact_entry(compact), priorities.encode())

    def _authority_page(
        self, authority: Authority, compact: PlacedCompact | None, compared: Sequence[ComparedCompact] = ()
    ) -> Page:
        def describe(targets: LinkTargets) -> ReadableDocument:
            changes = dict(zip(self._comparisons, compared, strict=False))
            years = [
                AuthorityYear(
                    report_in_year(self._workspace, authority, compact, agenda),
                    self._narrowed(index, authority.slug, changes.get(index)),
                )
                for index, agenda in enumerate(self._agendas)
            ]
            return describe_all_years(authority, self._register, years, self._provenance, targets)

        return Page(_path(_FROM_TOP.authority(authority.slug)), describe)

    def _narrowed(self, index: int, slug: str, compared: ComparedCompact | None) -> YearChanges | None:
        """Return what changed in one authority's compact from the year before to a year."""
        if compared is None or compared.change is None:
            return None
        return replace(self._unchanged[index], compacts=(compared.change,), authority=slug)

    def _record(self) -> WholeRecord:
        coverages = self._years.coverages()
        years = trend_of(self._workspace, EVERYTHING, coverages)
        return WholeRecord(self._workspace, self._register, years, coverages, self._provenance, self._has_pages)

    def _pages(self, record: WholeRecord) -> Iterator[Page]:
        for path, describe in _lists(record).items():
            yield Page(path, describe)
        yield from self._pages_of_years(record)
        for area in record.last_years:
            yield Page(_path(_FROM_TOP.area(area)), partial(describe_area, record, area))
        for changes in (comparison.changes() for comparison in self._comparisons.values()):
            path = _path(_FROM_TOP.changes(changes.old, changes.new))
            yield Page(path, partial(describe_years, changes, record.provenance))

    def _pages_of_years(self, record: WholeRecord) -> Iterator[Page]:
        def page(path: str, index: int) -> Page:
            report = record.reports[index]
            return Page(path, lambda targets: describe_year_of_site(record, report, self._comparisons, targets))

        yield page(frame.FRONT, len(record.reports) - 1)
        for index, report in enumerate(record.reports):
            yield page(_path(_FROM_TOP.year(report.year)), index)

    def _write_page(self, page: Page) -> None:
        document = page.describe(frame.targets_from(page.path))
        self._folder.write(page.path, draw(document, frame.frame_of(self._title, page.path)))


def title_of(workspace: Workspace, given: str | None) -> str:
    """Return what the site is called: as it was given, else as the statement is; raises `CannotDo` for nothing."""
    if given is not None and not given.strip():
        raise CannotDo("--title has no value", "say what the site is called, or leave --title out")
    statement = workspace.statement.content.title if workspace.statement else None
    return given or statement or "The record of the compacts"


def _path(path: str | None) -> str:
    """Return the path of a page from the first folder of the site, where there is always one."""
    return path or ""


def _lists(record: WholeRecord) -> dict[str, Describe]:
    """Return the pages of which there is one each."""
    return {
        frame.AUTHORITIES: partial(describe_authorities, record),
        frame.ASKS: lambda _: describe_asks(record),
        frame.DEPARTMENT: lambda _: describe_department(record),
        frame.STATEMENT: partial(describe_statement, record),
        frame.DATA: lambda _: describe_data(record),
    }


def _workbook(record: WholeRecord) -> bytes:
    """Return the newest year as a workbook; of a large record all years, without their editions."""
    if not record.has_pages:
        return as_xlsx.trend(record.years)
    rows = tuple(as_xlsx.keep(kept.page) for kept in record.newest.compacts if kept.page)
    return as_xlsx.coverage_among_years(record.newest.keeping(rows), record.years)
