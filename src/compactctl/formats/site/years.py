"""The page of a year in a site: its report, who signed its agenda, and where the other years are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compactctl.coverage.results import Coverage
from compactctl.documents.content import Signature
from compactctl.formats.coverage.words import of_signature
from compactctl.formats.coverage.year import Promises, describe_year
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import Block, Facts, Line, Links, ReadableDocument, Section, Words, plain
from compactctl.formats.site.whole_record import WholeRecord


def describe_year_of_site(
    record: WholeRecord, report: Coverage[Promises], compared: Iterable[int], targets: LinkTargets
) -> ReadableDocument:
    """Return the page of a year; `compared` counts from 0 the years that are compared with the one before them."""
    page = describe_year(report, record.years, record.provenance, targets)
    agenda = record.agenda(report.year)
    signed = tuple(signatures(agenda.document.content.signatures)) if agenda else ()
    sections = [*page.sections]
    if signed:
        sections.append(Section("Who signed the agenda", (Facts(signed),), anchor="signed"))
    sections.append(Section("More of the record", tuple(_more(record, compared, targets)), anchor="more"))
    return replace(page, sections=tuple(sections))


def signatures(signatures: Iterable[Signature]) -> Iterator[tuple[str, Line]]:
    """Yield who signed for which party, in what role, and when."""
    for signature in signatures:
        if signature.party:
            yield f"For the {signature.party}", plain(of_signature(signature))


def _more(record: WholeRecord, compared: Iterable[int], targets: LinkTargets) -> Iterator[Block]:
    years = [coverage.year for coverage in record.coverages]
    yield Links("All years", tuple(Words(str(year), link=targets.year(year)) for year in reversed(years)))
    pairs = [(years[index - 1], years[index]) for index in compared]
    if pairs:
        links = (Words(f"From {old} to {new}", link=targets.changes(old, new)) for old, new in reversed(pairs))
        yield Links("What changed", tuple(links))
    last = len(record.coverages) - 1
    earlier = [record.areas[index][key] for key, index in record.last_years.items() if index < last]
    if earlier:
        links = (Words(area.title, link=targets.area(area.id)) for area in earlier)
        yield Links("Areas of earlier years", tuple(links))
