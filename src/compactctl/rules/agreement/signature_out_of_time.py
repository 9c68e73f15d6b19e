"""A signature before the statement, or after the year it is for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path, Source
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

if TYPE_CHECKING:
    from compactctl.documents.model import Signature

RULE = Rule(
    level=Level.ERROR,
    holds_when="a document is signed before the statement, or an annex or edition after its academic year has ended",
    reason="all agreement follows from the statement, and a year that is over cannot be agreed any more",
    remedy="correct the date",
    breaks=replaced(ANNEX, ("date: 2003-07-23", "date: ⟦2003-07-01⟧")),
    keeps=replaced(ANNEX, ("date: 2003-07-23", "date: 2003-09-15")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:
    """Look at the dates of an annex's signatures."""
    signatures = agenda.document.content.signatures
    yield from _out_of_time(checks, agenda.document.source, (), signatures, NATIONAL_PARTIES, agenda.year)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:
    """Look at the dates of an edition's signatures."""
    signatures = edition.content.signatures
    yield from _out_of_time(checks, compact.document.source, edition.path, signatures, COMPACT_PARTIES, edition.year)


def _out_of_time(
    checks: Checks,
    source: Source,
    path: Path,
    signatures: Sequence[Signature],
    parties: Collection[Party],
    year: AcademicYear | None,
) -> Iterator[Hit]:
    if not signatures:
        return
    begin = _statement_day(checks)
    for index, signature in enumerate(signatures):
        place = (*path, "signatures", index, "date")
        if signature.party not in parties or signature.date is None:
            continue
        if begin is not None and signature.date < begin:
            message = f"this is signed on {signature.date}, before the statement itself ({begin}); correct the date"
            yield Hit(source.value(place), message)
        elif year is not None and signature.date > year.last_day:
            message = f"this is signed on {signature.date}, after {year} has ended ({year.last_day}); correct the date"
            yield Hit(source.value(place), message)


def _statement_day(checks: Checks) -> date | None:
    """Return the day of the statement, which is that of its last signature; None where it cannot be told."""
    statement = checks.workspace.statement
    if statement is None or not statement.is_whole("signatures"):
        return None
    days = [item.date for item in statement.content.signatures if item.party in NATIONAL_PARTIES and item.date]
    return max(days, default=None)
