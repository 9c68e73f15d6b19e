"""A document as it is compared with another version of itself: its text, its parts, and what of it is signed.

Signed as one are the statement, an annex, and each edition of a compact.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from compactctl.documents.content import Compact, Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, Status, status_of
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import CONFIG, REGISTER, STATEMENT
from compactctl.files.source import Path, Source
from compactctl.words import day_in_words, listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.versions.parts import (
    Parts,
    annex_parts,
    compact_parts,
    config_parts,
    register_parts,
    statement_parts,
)
from compactctl.workspace.workspace import Workspace

INSIDE_AN_EDITION: Final = ("priority", "ask")
_DEPTH_OF_EDITION: Final = len(("editions", 0))
_STEPS: Final = {
    "area": {"groups", "areas", "id"},
    "edition": {"editions", "year"},
    "priority": {"editions", "priorities", "area", "issue"},
    "ask": {"editions", "asks", "text"},
}
"""The keys of the lists that parts stand in, and those by which they are told apart."""


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


def _signed_statement(document: Document[Statement]) -> tuple[Signed, ...]:
    """Return the statement, if somebody has signed it."""
    return tuple(_signed(None, document.content.signatures, NATIONAL_PARTIES))


def _signed_annex(agenda: Agenda) -> tuple[Signed, ...]:
    """Return an annex, if somebody has signed it."""
    return tuple(_signed(agenda.year, agenda.document.content.signatures, NATIONAL_PARTIES, agenda.status))


def _signed_editions(document: Document[Compact]) -> tuple[Signed, ...]:
    """Return the editions of a compact that somebody has signed, of several of one year the first."""
    first = {edition.year: edition for edition in reversed(document.content.editions) if edition.year is not None}
    return tuple(signed for year in sorted(first) for signed in _signed(year, first[year].signatures, COMPACT_PARTIES))


def _signed(
    year: AcademicYear | None, signatures: Iterable[Signature], parties: Collection[Party], status: Status | None = None
) -> Iterator[Signed]:
    whole = [item for item in signatures if item.party in parties and item.role and item.date]
    days: dict[Party, date] = {}
    for item in whole:
        if item.party and item.date:
            days[item.party] = min(item.date, days.get(item.party, item.date))
    if days:
        order = sorted(days.items(), key=lambda pair: (pair[1], pair[0]))
        yield Signed(year, status or status_of(whole, parties, parties), tuple(order))


@dataclass(frozen=True, eq=False)
class DocumentVersion:
    """A document that could be read: its text, its parts, the document (a register is none), what of it is signed."""

    source: Source
    parts: Parts
    document: Document[Any] | None = None
    signed: tuple[Signed, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no part is left out for being broken."""
        return self.document is None or self.document.is_whole()

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works."""
        return self.document is not None and self.document.is_example

    @cached_property
    def edition_paths(self) -> Mapping[AcademicYear | None, Path]:
        """Where the edition of each year stands."""
        return {part.year: part.path for part in self.parts.values() if part.noun == "edition"}

    def lists_all(self, noun: str, edition: Path = ()) -> bool:
        """Tell whether all of its parts of a kind (of those in an edition, where one is named) can be told apart."""
        return all((noun, edition[:depth]) not in self._not_listed for depth in range(len(edition) + 1))

    @cached_property
    def _not_listed(self) -> frozenset[tuple[str, Path]]:
        """The kinds of part of which some may be missing, and the edition, since what tells them apart is broken."""
        broken = self.document.broken if self.document else ()
        return frozenset(
            (noun, place[:_DEPTH_OF_EDITION] if noun in INSIDE_AN_EDITION else ())
            for place in broken
            for noun, steps in _STEPS.items()
            if steps.issuperset(step for step in place if isinstance(step, str))
        )


def single_versions(workspace: Workspace) -> Iterator[tuple[str, DocumentVersion]]:
    """Yield all that can be read but for the compacts, the register and the settings too, by name."""
    if statement := workspace.statement:
        yield STATEMENT, _version_of(statement, statement_parts(statement), _signed_statement(statement))
    for agenda in workspace.readable_agendas:
        yield agenda.document.name, _version_of(agenda.document, annex_parts(agenda), _signed_annex(agenda))
    if workspace.config:
        yield CONFIG, _version_of(workspace.config, config_parts(workspace.config))
    if workspace.register_source:
        yield REGISTER, DocumentVersion(workspace.register_source, register_parts(workspace.register_source))


def version_of_compact(document: Document[Compact]) -> DocumentVersion:
    """Return a compact as it is compared."""
    return _version_of(document, compact_parts(document), _signed_editions(document))


def _version_of(document: Document[Any], parts: Parts, signed: tuple[Signed, ...] = ()) -> DocumentVersion:
    return DocumentVersion(document.source, parts, document, signed)
