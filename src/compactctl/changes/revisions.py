"""A workspace compared with what it was where this branch began: document by document, part by part.

What a document says is compared, not what counts of it: a file in which nobody changed a word is never a change, even
where a change of the annex makes a priority in it count no more.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import compact_file, is_annex
from compactctl.workspace.since import Caveat, Since, caveats_of
from compactctl.workspace.versions.document_version import DocumentPair, DocumentVersion
from compactctl.workspace.versions.part_changes import PartChange, compared, with_spots
from compactctl.workspace.versions.signed_texts import SignedText, signed_texts
from compactctl.workspace.workspace import Workspace


class DocumentOutcome(StrEnum):
    """What became of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class WholeText(NamedTuple):
    """An edition or an annex that came or went as one: its year, its status, and the ids of the areas in it."""

    year: AcademicYear
    status: Status
    areas: tuple[str, ...]


class DocumentChange(NamedTuple):
    """A document that came, went or changed; `name` is that of the file within the data folder, `file` its path.

    An example is made up, as the document stands now, or stood where it went. `after_signature` has the texts in it
    that anybody had signed, and that are others now, `whole` those that came or went as one.
    """

    name: str
    file: str
    outcome: DocumentOutcome
    is_example: bool
    changes: tuple[PartChange, ...] = ()
    after_signature: tuple[SignedText, ...] = ()
    whole: tuple[WholeText, ...] = ()


class RevisionChanges(NamedTuple):
    """What differs in substance from a revision, by file.

    `base` is the hash of the commit compared with, `commit` as readers are shown it. `unreadable` names what cannot be
    read in either version, `unreadable_now` what cannot be read today. `caveats` are what cannot be told of the commit.
    `files_differ` says whether any file that could be read differs at all; `incomplete` names those that do, and of
    which a part breaks the schema in either version, so that more may differ than is listed, `incomplete_now` those in
    which it does today. `not_checked_out` are taken as git's index has them. `titles` has the title of each area that
    an annex of either version names, by year and id, the new version's first.
    """

    revision: str
    base: str
    commit: str
    unreadable: tuple[str, ...]
    unreadable_now: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    documents: tuple[DocumentChange, ...]
    files_differ: bool
    incomplete: tuple[str, ...]
    incomplete_now: tuple[str, ...]
    not_checked_out: tuple[str, ...]
    labels: Mapping[str, str]
    titles: Mapping[tuple[AcademicYear, str], str]

    @property
    def changed_after_signing(self) -> list[tuple[DocumentChange, SignedText]]:
        """The texts that anybody had signed and that are others now, each with its document."""
        return [(document, text) for document in self.documents for text in document.after_signature]

    @property
    def is_of_substance(self) -> bool:
        """Whether any document differs in more than its file."""
        return bool(self.documents)


def compare_revisions(since: Since, authority: str | None = None, *, annex_only: bool = False) -> RevisionChanges:
    """Return what differs in the documents from what they were.

    With the slug of an authority only its compact counts, with `annex_only` only the annexes, whatever the authority.
    """
    old, new = since.before, since.now
    versions = since.versions
    comparer = _DocumentComparer(new)
    is_wanted = is_annex if annex_only else partial(_is_about, authority)
    documents = [change for pair in versions.pairs() if is_wanted(pair.name) for change in comparer.changes(pair)]
    register = new.register or old.register
    agendas = [agenda for workspace in (old, new) for agenda in workspace.readable_agendas]
    return RevisionChanges(
        revision=since.ref,
        base=since.base,
        commit=since.commit,
        unreadable=tuple(sorted(map(new.path_of, versions.unreadable_then | versions.unreadable_now))),
        unreadable_now=tuple(sorted(map(new.path_of, versions.unreadable_now))),
        caveats=tuple(caveats_of(since, is_wanted)),
        documents=tuple(sorted(documents, key=lambda item: item.file)),
        files_differ=comparer.files_differ,
        incomplete=tuple(sorted(map(new.path_of, comparer.incomplete))),
        incomplete_now=tuple(sorted(map(new.path_of, comparer.incomplete_now))),
        not_checked_out=tuple(map(new.path_of, since.not_checked_out)),
        labels={item.slug: register.label(item) for item in register} if register else {},
        titles={(agenda.year, area.id): area.title for agenda in agendas for area in agenda.areas.values()},
    )


def _is_about(authority: str | None, name: str) -> bool:
    return authority is None or name == compact_file(authority)


class _DocumentComparer:
    """Compares the pairs of documents, each looked at and let go; what is kept of them beside their changes."""

    def __init__(self, new: Workspace) -> None:
        self._new = new
        self.files_differ = False
        """Whether any document that can be read in both versions differs in any way."""
        self.incomplete: list[str] = []
        """Those that differ and break the schema in either version, so that there may be more to list."""
        self.incomplete_now: list[str] = []

    def changes(self, pair: DocumentPair) -> Iterator[DocumentChange]:
        """Yield the document if it came, went or changed in substance."""
        path = self._new.path_of(pair.name)
        if pair.old is None or pair.new is None:
            outcome = DocumentOutcome.ADDED if pair.old is None else DocumentOutcome.REMOVED
            [version] = filter(None, (pair.old, pair.new))
            years = {part.year for part in version.parts}
            texts, whole = tuple(signed_texts(pair, ())), tuple(_whole_texts(version, years))
            yield DocumentChange(pair.name, path, outcome, version.is_example, (), texts, whole)
            return
        self.files_differ = True
        if not (pair.old.is_whole and pair.new.is_whole):
            self.incomplete.append(pair.name)
        if not pair.new.is_whole:
            self.incomplete_now.append(pair.name)
        every = tuple(with_spots(change, pair.old, pair.new, path) for change in compared(pair.old, pair.new))
        texts = tuple(signed_texts(pair, every))
        if changes := tuple(_of_substance(every, texts)):
            whole = tuple(_came_or_went(pair.old, pair.new))
            yield DocumentChange(pair.name, path, DocumentOutcome.CHANGED, pair.new.is_example, changes, texts, whole)


def _came_or_went(old: DocumentVersion, new: DocumentVersion) -> Iterator[WholeText]:
    """Yield the editions that are in one version only."""
    for version, other in ((old, new), (new, old)):
        yield from _whole_texts(version, version.edition_paths.keys() - other.edition_paths.keys())


def _whole_texts(version: DocumentVersion, years: Collection[AcademicYear | None]) -> Iterator[WholeText]:
    statuses = {signed.year: signed.status for signed in version.signed}
    for year in sorted(filter(None, years)):
        of_year = (part for part in version.parts if part.year == year and not part.repeat)
        inside = [part for part in of_year if part.noun in ("area", "priority")]
        areas = (part.area for part in sorted(inside, key=lambda part: part.path))
        yield WholeText(year, statuses.get(year, Status.DRAFT), tuple(filter(None, areas)))


def _of_substance(changes: tuple[PartChange, ...], texts: tuple[SignedText, ...]) -> Iterator[PartChange]:
    """Yield what differs: to the letter where it was signed, elsewhere without the marks of texts that came over."""
    after = {(change.fingerprint, change.spots) for text in texts for change in text.changes}
    for change in changes:
        if (change.fingerprint, change.spots) in after:
            yield change._replace(after_signature=True)
        elif substance := change.of_substance:
            yield substance
