"""A workspace compared with what it was where this branch began: document by document, part by part.

What a document says is compared, not what counts of it: a file in which nobody changed a word is never told, even
where a change of the annex makes a priority in it count no more.
"""

from collections.abc import Iterator

from compactctl.changes.revision_results import DocumentChange, Fate, RevisionChanges
from compactctl.files.data_folder import compact_file, is_annex
from compactctl.workspace.since import Since
from compactctl.workspace.versions.pairs import DocumentPair
from compactctl.workspace.versions.part_changes import PartChange, compared, with_spots
from compactctl.workspace.versions.signed_texts import SignedText, signed_texts
from compactctl.workspace.workspace import Workspace


def compare_revisions(since: Since, authority: str | None = None, *, annex_only: bool = False) -> RevisionChanges:
    """Return what differs in the documents from what they were.

    With the slug of an authority only its compact is told, with `annex_only` only the annexes, whatever the authority.
    """
    old, new = since.before, since.now
    versions = since.versions
    reading = _Reading(new)
    documents = [
        change
        for pair in versions.pairs()
        if _is_wanted(pair.name, authority, annex_only)
        for change in reading.changes(pair)
    ]
    incomplete_then = sorted(name for name in versions.incomplete_then if _is_wanted(name, authority, annex_only))
    register = new.register or old.register
    agendas = [agenda for workspace in (old, new) for agenda in workspace.agendas.values() if agenda]
    return RevisionChanges(
        revision=since.ref,
        base=since.base,
        commit=since.commit,
        is_new=since.is_new,
        unreadable=tuple(sorted(map(new.path_of, versions.unreadable_then | versions.unreadable_now))),
        unreadable_then=tuple(sorted(map(new.path_of, versions.unreadable_then - versions.unreadable_now))),
        incomplete_then=tuple(map(new.path_of, incomplete_then)),
        documents=tuple(sorted(documents, key=lambda item: item.file)),
        files_differ=bool(reading.differing),
        not_whole=tuple(sorted(map(new.path_of, reading.not_whole))),
        not_checked_out=tuple(map(new.path_of, since.not_checked_out)),
        labels={item.slug: register.label(item) for item in register} if register else {},
        titles={(agenda.year, area.id): area.title for agenda in agendas for area in agenda.areas.values()},
    )


def _is_wanted(name: str, authority: str | None, annex_only: bool) -> bool:  # noqa: FBT001 - the command's own flag
    if annex_only:
        return is_annex(name)
    return authority is None or name == compact_file(authority)


class _Reading:
    """The pairs of documents, each looked at and let go; what is kept of them beside their changes."""

    def __init__(self, new: Workspace) -> None:
        self._new = new
        self.differing: list[str] = []
        """The documents that can be read on both sides and differ in any way."""
        self.not_whole: list[str] = []
        """Those of them that break the schema on either side, so that there may be more to tell."""

    def changes(self, pair: DocumentPair) -> Iterator[DocumentChange]:
        """Yield the document if it came, went or changed in substance."""
        path = self._new.path_of(pair.name)
        if pair.old is None or pair.new is None:
            fate = Fate.ADDED if pair.old is None else Fate.REMOVED
            is_example = any(version.is_example for version in (pair.old, pair.new) if version)
            yield DocumentChange(pair.name, path, fate, is_example, after_signature=tuple(signed_texts(pair, ())))
            return
        self.differing.append(pair.name)
        if not (pair.old.is_whole and pair.new.is_whole):
            self.not_whole.append(pair.name)
        changes = tuple(with_spots(change, pair.old, pair.new, path) for change in compared(pair.old, pair.new))
        texts = tuple(signed_texts(pair, changes))
        if told := tuple(_told(changes, texts)):
            yield DocumentChange(pair.name, path, Fate.CHANGED, pair.new.is_example, told, texts)


def _told(changes: tuple[PartChange, ...], texts: tuple[SignedText, ...]) -> Iterator[PartChange]:
    """Yield what differs: to the letter where it was signed, elsewhere without the marks of texts that came over."""
    after = {(change.fingerprint, change.spots) for text in texts for change in text.changes}
    for change in changes:
        if (change.fingerprint, change.spots) in after:
            yield change._replace(after_signature=True)
        elif told := change.of_substance:
            yield told
