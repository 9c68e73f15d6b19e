"""Two versions of a workspace, document by document: of each its text, its parts, and what of it is signed.

Signed as one are the statement, an annex, and each edition of a compact.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Final, NamedTuple

from compactctl.documents.content import Compact, Signature, Statement
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, Status, status_of
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import (
    ANNEXES,
    COMPACTS,
    CONFIG,
    REGISTER,
    STATEMENT,
    compact_file,
    is_annex,
    is_compact,
)
from compactctl.files.opening import Unreadable
from compactctl.files.source import KeyPath, Source
from compactctl.words import day_in_words, listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.document_files import CompactFile
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
    def edition_paths(self) -> Mapping[AcademicYear | None, KeyPath]:
        """Where the edition of each year stands, of several the first."""
        return {part.year: part.path for part in self.parts if part.noun == "edition" and not part.repeat}

    def lists_all(self, noun: str, edition: KeyPath = ()) -> bool:
        """Tell whether all of its parts of a kind (of those in an edition, where one is named) can be told apart."""
        return all((noun, edition[:depth]) not in self._not_listed for depth in range(len(edition) + 1))

    @cached_property
    def _not_listed(self) -> frozenset[tuple[str, KeyPath]]:
        """The kinds of part of which some may be missing, and the edition, since what tells them apart is broken."""
        broken = self.document.broken if self.document else ()
        return frozenset(
            (noun, place[:_DEPTH_OF_EDITION] if noun in INSIDE_AN_EDITION else ())
            for place in broken
            for noun, steps in _STEPS.items()
            if steps.issuperset(step for step in place if isinstance(step, str))
        )


def _single_versions(workspace: Workspace) -> Iterator[tuple[str, DocumentVersion]]:
    """Yield all that can be read but for the compacts, the register and the settings too, by name."""
    if statement := workspace.statement:
        yield STATEMENT, _version_of(statement, statement_parts(statement), _signed_statement(statement))
    for agenda in workspace.readable_agendas:
        yield agenda.document.name, _version_of(agenda.document, annex_parts(agenda), _signed_annex(agenda))
    if workspace.config:
        yield CONFIG, _version_of(workspace.config, config_parts(workspace.config))
    if workspace.register_source:
        yield REGISTER, DocumentVersion(workspace.register_source, register_parts(workspace.register_source))


def _version_of(document: Document[Any], parts: Parts, signed: tuple[Signed, ...] = ()) -> DocumentVersion:
    return DocumentVersion(document.source, parts, document, signed)


class DocumentPair(NamedTuple):
    """Both versions of a document, None where there is none; `name` is that of its file within the data folder."""

    name: str
    old: DocumentVersion | None
    new: DocumentVersion | None

    @property
    def is_compact(self) -> bool:
        """Whether it is an authority's compact."""
        return is_compact(self.name)


class Versions:
    """Both versions of a workspace. What cannot be read is known once all pairs have been gone through."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self._old = old
        self._new = new
        self._lost = {*old.unreadable, *new.unreadable}
        self.unreadable_then = {*_unreadable(old)}
        """The files that cannot be read in the older version, and the folders that cannot be listed."""
        self.unreadable_now = {*_unreadable(new)}
        self.incomplete_then: set[str] = set()
        """The documents of the older version that break the schema, and are not the same today."""

    def pairs(self) -> Iterator[DocumentPair]:
        """Yield the documents that differ in any way and can be read on both sides, the compacts last."""
        for pair in chain(self._single_documents(), self._compacts()):
            if pair.old and not pair.old.is_whole:
                self.incomplete_then.add(pair.name)
            yield pair

    def _single_documents(self) -> Iterator[DocumentPair]:
        old, new = dict(_single_versions(self._old)), dict(_single_versions(self._new))
        annexes_known = self._old.annexes_known and self._new.annexes_known
        for name in sorted({*old, *new} - self._lost):
            if annexes_known or not is_annex(name):
                before, after = old.get(name), new.get(name)
                if before is None or after is None or before.source.text != after.source.text:
                    yield DocumentPair(name, before, after)

    def _compacts(self) -> Iterator[DocumentPair]:
        """Compare the compacts, reading one after the other; of those that are the same, whether they can be read."""
        if not self._old.compacts_known or not self._new.compacts_known:
            return
        then, now = frozenset(self._old.compact_slugs), frozenset(self._new.compact_slugs)
        slugs = [slug for slug in sorted(then | now) if compact_file(slug) not in self._lost]
        same = [slug for slug in slugs if slug in then and slug in now and self._is_same(compact_file(slug))]
        unreadable = set(filter(None, self._new.map_compacts(_unreadable_name, same)))
        self.unreadable_then |= unreadable
        self.unreadable_now |= unreadable
        for slug in sorted({*slugs} - {*same}):
            name = compact_file(slug)
            old = _read_compact(self._old, slug, self.unreadable_then) if slug in then else None
            new = _read_compact(self._new, slug, self.unreadable_now) if slug in now else None
            if name not in self.unreadable_then and name not in self.unreadable_now:
                yield DocumentPair(name, old, new)

    def _is_same(self, name: str) -> bool:
        try:
            return self._old.tree.read(name) == self._new.tree.read(name)
        except Unreadable:
            return False


def _unreadable_name(compact: CompactFile) -> str | None:
    return compact_file(compact.slug) if compact.document is None else None


def _read_compact(workspace: Workspace, slug: str, unreadable: set[str]) -> DocumentVersion | None:
    """Return a compact as it is compared; where it cannot be read, its name is added to those."""
    document = workspace.read_compact(slug).document
    if document is None:
        unreadable.add(compact_file(slug))
        return None
    return _version_of(document, compact_parts(document), _signed_editions(document))


def _unreadable(workspace: Workspace) -> Iterator[str]:
    """Yield the files that cannot be read, and the folders that cannot be listed."""
    yield from chain.from_iterable(workspace.unreadable.values())
    if not workspace.annexes_known:
        yield ANNEXES
    if not workspace.compacts_known:
        yield COMPACTS
