"""The signatures under one text: what the rules on signatures look through."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.source import Path, Source
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedEdition

if TYPE_CHECKING:
    from compactctl.documents.model import Signature
    from compactctl.documents.statement import Statement


class Signatures(NamedTuple):
    """The signatures of the statement, an annex or an edition: where they stand, and which parties give them.

    `path` is that of their list, `noun` names the kind of document, `year` is None for the statement, and for an
    edition whose year is broken.
    """

    source: Source
    path: Path
    listed: Sequence[Signature]
    parties: Collection[Party]
    noun: str
    year: AcademicYear | None = None

    def days(self) -> Iterator[tuple[date, Path]]:
        """Yield the day of each signature of these parties, and where it stands."""
        for index, signature in enumerate(self.listed):
            if signature.party in self.parties and signature.date is not None:
                yield signature.date, (*self.path, index, "date")


def of_statement(statement: Document[Statement]) -> Signatures:
    """Return the signatures of the statement."""
    listed = statement.content.signatures
    return Signatures(statement.source, ("signatures",), listed, NATIONAL_PARTIES, "the statement")


def of_annex(agenda: Agenda) -> Signatures:
    """Return the signatures of an annex."""
    document = agenda.document
    listed = document.content.signatures
    return Signatures(document.source, ("signatures",), listed, NATIONAL_PARTIES, "an annex", agenda.year)


def of_edition(edition: PlacedEdition) -> Signatures:
    """Return the signatures of an edition."""
    path = (*edition.path, "signatures")
    listed = edition.content.signatures
    return Signatures(edition.document.source, path, listed, COMPACT_PARTIES, "a compact", edition.year)
