"""Which texts of a document somebody has signed: the statement, an annex, and each edition of a compact."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from compactctl.documents.content import Compact, Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, Status, status_of
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.words import day_in_words, listed
from compactctl.workspace.agenda import Agenda


class Signed(NamedTuple):
    """A text that is signed: its year (None for the statement), its status, and the first day of each party."""

    year: AcademicYear | None
    status: Status
    days: tuple[tuple[Party, date], ...]

    @property
    def standing(self) -> str:
        """What was done to it: 'agreed 12 January 2004', 'signed by the authority 1 December 2003'."""
        last = day_in_words(max(day for _, day in self.days))
        if self.status is Status.AGREED:
            return f"agreed {last}"
        return f"signed by {listed(f'the {party}' for party, _ in self.days)} {last}"


def signed_statement(document: Document[Statement]) -> tuple[Signed, ...]:
    """Return the statement, if somebody has signed it."""
    return tuple(_signed(None, document.content.signatures, NATIONAL_PARTIES))


def signed_annex(agenda: Agenda) -> tuple[Signed, ...]:
    """Return an annex, if somebody has signed it."""
    return tuple(_signed(agenda.year, agenda.document.content.signatures, NATIONAL_PARTIES, agenda.status))


def signed_editions(document: Document[Compact]) -> tuple[Signed, ...]:
    """Return the editions of a compact that somebody has signed, of several of one year the first."""
    first = {edition.year: edition for edition in reversed(document.content.editions) if edition.year is not None}
    return tuple(signed for year in sorted(first) for signed in _signed(year, first[year].signatures, COMPACT_PARTIES))


def _signed(
    year: AcademicYear | None,
    signatures: Iterable[Signature],
    parties: Collection[Party],
    status: Status | None = None,
) -> Iterator[Signed]:
    whole = [item for item in signatures if item.party in parties and item.role and item.date]
    days: dict[Party, date] = {}
    for item in whole:
        if item.party and item.date:
            days[item.party] = min(item.date, days.get(item.party, item.date))
    if days:
        order = sorted(days.items(), key=lambda pair: (pair[1], pair[0]))
        yield Signed(year, status or status_of(whole, parties, parties), tuple(order))
