"""Status: never written, it follows from the signatures."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from compactctl.documents.content import Signature
from compactctl.documents.values import Party

COMPACT_PARTIES: Final = (Party.AUTHORITY, Party.DEPARTMENT)
NATIONAL_PARTIES: Final = (Party.DEPARTMENT, Party.ASSOCIATION)
"""The parties of the statement and of annexes."""


class Status(StrEnum):
    """Draft: nobody has signed. Proposed: some have. Agreed: all have."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"

    @property
    def in_words(self) -> str:
        """What a document of this status is: 'a draft', 'proposed', 'agreed'."""
        return f"a {self}" if self is Status.DRAFT else str(self)

    @property
    def mark(self) -> str | None:
        """What every page of such an edition is to say, None of one that is agreed."""
        return None if self is Status.AGREED else f"{self.capitalize()}, not agreed yet"

    def reaches(self, other: "Status") -> bool:
        """Tell whether this status is as far on as the other, or further."""
        order = list(Status)
        return order.index(self) >= order.index(other)


def signed_by(signatures: Iterable[Signature], parties: Collection[Party]) -> frozenset[Party]:
    """Return which of the parties have signed; one that does not sign this kind of document is no signature."""
    return frozenset(party for party in (signature.party for signature in signatures) if party in parties and party)


def agreed_by(signatures: Iterable[Signature], needed: Collection[Party]) -> int | None:
    """Return which signature, by its place in the list, made a document agreed: of the parties' first ones the last.

    None where a needed party has not signed, or where a signature of one has no date to be told by. Of two on one day
    it is the one further down.
    """
    first: dict[Party, tuple[date, int]] = {}
    for index, signature in enumerate(signatures):
        if signature.party in needed and signature.party is not None:
            if signature.date is None:
                return None
            first[signature.party] = min(first.get(signature.party, (date.max, 0)), (signature.date, index))
    return max(first.values())[1] if first and len(first) == len(needed) else None


def status_of(signatures: Iterable[Signature], needed: Collection[Party], parties: Collection[Party]) -> Status:
    """Return the status: agreed when each needed party has signed, and draft when none of the parties has.

    Without a needed party (an annex whose statement nobody has signed) nothing is agreed.
    """
    signed = signed_by(signatures, parties)
    if needed and signed.issuperset(needed):
        return Status.AGREED
    return Status.PROPOSED if signed else Status.DRAFT
