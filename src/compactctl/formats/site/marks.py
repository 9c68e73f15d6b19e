"""What the pages that go through all years say first, on paper on every sheet: what is made up or nobody has signed."""

from compactctl.documents.status import Status
from compactctl.formats.coverage.words import of_drafts
from compactctl.formats.examples import of_editions
from compactctl.formats.site.whole_record import WholeRecord


def marks_of(record: WholeRecord) -> tuple[str, ...]:
    """Say how many editions of all years are examples, and how many drafts, where any is."""
    editions = sum(coverage.with_edition for coverage in record.coverages)
    examples = sum(coverage.examples for coverage in record.coverages)
    drafts = sum(coverage.statuses[Status.DRAFT] for coverage in record.coverages)
    return (*of_editions(examples, editions), *([of_drafts(drafts, editions)] if drafts else []))


def running_of(record: WholeRecord, title: str) -> str:
    """Return what stands at the head of each sheet of paper."""
    return ". ".join((title, *marks_of(record), record.provenance.revision))
