"""The pages that go through all years: what is asked and answered, and what the department promised."""

from collections.abc import Callable, Iterator

from compactctl.coverage.results import Coverage
from compactctl.documents.texts import says_nothing
from compactctl.formats.coverage.lists import sections_of_asks, sections_of_commitments, sections_of_left_out
from compactctl.formats.coverage.year import Promises, sections_of_promises
from compactctl.formats.provenance import ending
from compactctl.formats.readable.document import Block, ReadableDocument, Section, plain
from compactctl.formats.site.marks import marks_of, notices_of, running_of
from compactctl.formats.site.whole_record import WholeRecord
from compactctl.words import number

_Sections = Callable[[Coverage[Promises]], Iterator[Section]]


def describe_asks(record: WholeRecord) -> ReadableDocument:
    """Return what the authorities asked for in each year, the newest first, and what was answered."""
    asks = [ask for coverage in record.coverages for row in coverage.asks for ask in row.asks]
    count = sum(not says_nothing(ask.text) for ask in asks)
    nothing = _unless_lost(
        record, "No authority has asked for anything yet.", "Nothing that can be read asks for anything."
    )
    said = f"{number(count, 'ask')} in all years." if count else nothing
    return _page(record, "Asks and answers", said, tuple(_by_year(record, sections_of_asks)))


def describe_department(record: WholeRecord) -> ReadableDocument:
    """Return what the department promised: nationally, and in each year to whom, the newest first."""
    nationally = tuple(sections_of_commitments(record.newest.commitments))
    by_year = tuple(_by_year(record, sections_of_promises))
    said = "What the department undertook nationally, and what it contributes to each authority's priorities."
    if not nationally and not by_year:
        nothing = "The department has not promised anything yet."
        said = _unless_lost(record, nothing, "Nothing that can be read is promised by the department.")
    return _page(record, "What the department promised", said, (*nationally, *by_year))


def _unless_lost(record: WholeRecord, nothing: str, nothing_read: str) -> str:
    """Say that there is nothing, or where something is broken or left out only that nothing of it can be read."""
    is_whole = all(coverage.is_whole and not coverage.broken for coverage in record.coverages)
    left_out = record.left_out or record.years.lost or record.newest.without_annex
    return nothing if is_whole and not left_out else nothing_read


def _page(record: WholeRecord, title: str, said: str, sections: tuple[Section, ...]) -> ReadableDocument:
    return ReadableDocument(
        title,
        lead=(plain(said),),
        sections=(*sections, *sections_of_left_out(record.left_out)),
        marks=marks_of(record),
        notices=notices_of(record, record.left_out),
        running=running_of(record, title),
        ending=ending(record.provenance),
    )


def _by_year(record: WholeRecord, sections_of: _Sections) -> Iterator[Section]:
    for report in reversed(record.reports):
        blocks: list[Block] = [block for section in sections_of(report) for block in section.blocks]
        if blocks:
            yield Section(str(report.year), tuple(blocks), anchor=report.year.file_stem)
