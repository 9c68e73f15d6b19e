"""What the pages that go through all years say first: what is made up, what nobody has signed, what is left out."""

from collections.abc import Sized

from compactctl.documents.status import Status
from compactctl.formats.coverage.trend import of_lost_years
from compactctl.formats.coverage.words import of_left_out_count
from compactctl.formats.examples import of_editions
from compactctl.formats.not_agreed import of_drafts
from compactctl.formats.readable.document import Entry, text_entries
from compactctl.formats.site.whole_record import WholeRecord


def marks_of(record: WholeRecord) -> tuple[str, ...]:
    """Say how many editions of all years are examples, and how many drafts, where any is."""
    editions = sum(coverage.with_edition for coverage in record.coverages)
    examples = sum(coverage.examples for coverage in record.coverages)
    drafts = sum(coverage.statuses[Status.DRAFT] for coverage in record.coverages)
    return (*of_editions(examples, editions), *of_drafts(drafts, editions))


def running_of(record: WholeRecord, title: str) -> str:
    """Return what stands at the head of each sheet of paper."""
    return ". ".join((title, *marks_of(record), record.provenance.revision))


def notices_of(record: WholeRecord, left_out: Sized = ()) -> tuple[Entry, ...]:
    """Say what cannot be read in any year, and of how many parts a page lists at its end that they are left out."""
    return text_entries((*of_lost_years(record.years), *of_left_out_count(len(left_out))))
