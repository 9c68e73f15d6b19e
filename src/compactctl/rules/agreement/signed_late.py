"""A signature after the year that it is for."""

from collections.abc import Collection, Iterator, Sequence

from compactctl.documents.content import Signature
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path, Source
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule, Sample
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.WARNING,
    holds_when="an annex, or a compact's edition, is signed after its academic year has ended",
    reason="it may be so, and then the true date stands there; more often the year or the date is a slip",
    remedy="correct the date or the year if it is a slip; otherwise leave it, or exempt it and say why",
    says="this is signed on 2004-09-01, after 2003/04 has ended (2004-08-31); correct the date if it is a slip, and leave it if it is true",
    breaks=Sample(replaced(ANNEX, ("date: 2003-07-23", "date: ⟦2004-09-01⟧")).files, as_of=AcademicYear(2004).last_day),
    keeps=Sample(replaced(ANNEX, ("date: 2003-07-23", "date: 2004-08-31")).files, as_of=AcademicYear(2004).last_day),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - as every check
    """Look at the dates of an annex's signatures."""
    signatures = agenda.document.content.signatures
    yield from _late(agenda.document.source, (), signatures, NATIONAL_PARTIES, agenda.year)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:  # noqa: ARG001
    """Look at the dates of an edition's signatures."""
    if edition.year is not None:
        signatures = edition.content.signatures
        yield from _late(compact.document.source, edition.path, signatures, COMPACT_PARTIES, edition.year)


def _late(
    source: Source, path: Path, signatures: Sequence[Signature], parties: Collection[Party], year: AcademicYear
) -> Iterator[Hit]:
    for index, signature in enumerate(signatures):
        if signature.party in parties and signature.date is not None and signature.date > year.last_day:
            message = (
                f"this is signed on {signature.date}, after {year} has ended ({year.last_day});"
                " correct the date if it is a slip, and leave it if it is true"
            )
            yield Hit(source.value((*path, "signatures", index, "date")), message)
