"""A workspace compared with what it was in a git revision: document by document, part by part.

What a document says is compared, not what counts of it: a file in which nobody changed a word is never told, even
where a change of the annex makes a priority in it count no more.
"""

from collections.abc import Iterator

from compactctl.changes.comparing import Read, compared
from compactctl.changes.parts import compact_parts
from compactctl.changes.revision_results import DocumentChange, Fate, RevisionChanges
from compactctl.changes.side import Side, read
from compactctl.files.listing import ANNEXES, COMPACTS
from compactctl.files.opening import Unreadable
from compactctl.workspace.reading import read_compact
from compactctl.workspace.workspace import Workspace


def compare_revisions(
    old: Workspace, new: Workspace, revision: str, authority: str | None = None, *, annex_only: bool = False
) -> RevisionChanges:
    """Return what differs in the documents; `old` is the workspace as it was in the revision.

    With the slug of an authority only its compact is told, with `annex_only` only the annexes, whatever the authority.
    """
    reading = _Reading(Side(old), Side(new))
    told = [*reading.single_documents(), *reading.compacts()]
    differing, not_whole = (
        [name for name in names if _is_wanted(name, authority, annex_only)]
        for names in (reading.differing, reading.not_whole)
    )
    register = new.register or old.register
    agendas = [agenda for side in (old, new) for agenda in side.agendas.values() if agenda]
    return RevisionChanges(
        revision=revision,
        unreadable=tuple(sorted(map(new.path_of, reading.unreadable))),
        documents=tuple(
            sorted((item for item in told if _is_wanted(item.name, authority, annex_only)), key=lambda item: item.file)
        ),
        files_differ=bool(differing),
        not_whole=tuple(sorted(map(new.path_of, not_whole))),
        labels={item.slug: register.label(item) for item in register} if register else {},
        titles={(agenda.year, area.id): area.title for agenda in agendas for area in agenda.areas.values()},
    )


def _is_wanted(name: str, authority: str | None, annex_only: bool) -> bool:  # noqa: FBT001 - the command's own flag
    if annex_only:
        return name.startswith(f"{ANNEXES}/")
    return authority is None or name == f"{COMPACTS}/{authority}.yaml"


class _Reading:
    """Both sides, read once: each method yields the documents that came, went or changed in substance."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old = old
        self._new = new
        self._broken = old.broken | new.broken
        self.unreadable = {*old.unreadable, *new.unreadable}
        self.differing: list[str] = []
        """The documents that can be read on both sides and differ in any way."""
        self.not_whole: list[str] = []
        """Those of them that break the schema on either side, so that there may be more to tell."""

    def single_documents(self) -> Iterator[DocumentChange]:
        """Compare all documents but the compacts."""
        old, new = self._old.documents, self._new.documents
        annexes_known = self._old.workspace.annexes_known and self._new.workspace.annexes_known
        for name in sorted({*old, *new} - self._broken):
            if annexes_known or not name.startswith(f"{ANNEXES}/"):
                yield from self._change(name, old.get(name), new.get(name))

    def compacts(self) -> Iterator[DocumentChange]:
        """Compare the compacts, reading one after the other."""
        if not self._old.workspace.compacts_known or not self._new.workspace.compacts_known:
            return
        for slug in sorted(self._old.slugs | self._new.slugs):
            name = f"{COMPACTS}/{slug}.yaml"
            if name not in self._broken:
                yield from self._compact(slug, name)

    def _compact(self, slug: str, name: str) -> Iterator[DocumentChange]:
        sides = [side for side in (self._old, self._new) if slug in side.slugs]
        is_same = len(sides) > 1 and _is_same(self._old, self._new, name)
        documents = [read_compact(side.workspace.tree, slug).document for side in (sides[1:] if is_same else sides)]
        compacts = [read(document, compact_parts(document)) for document in documents if document]
        if len(compacts) < len(documents):
            self.unreadable.add(name)
        elif not is_same:
            old = compacts[0] if slug in self._old.slugs else None
            yield from self._change(name, old, compacts[-1] if slug in self._new.slugs else None)

    def _change(self, name: str, old: Read | None, new: Read | None) -> Iterator[DocumentChange]:
        path = self._new.workspace.path_of(name)
        if old is None or new is None:
            is_example = any(document.is_example for document in (old, new) if document)
            yield DocumentChange(name, path, Fate.ADDED if old is None else Fate.REMOVED, is_example)
        elif old.source.text != new.source.text:
            self.differing.append(name)
            if not (old.is_whole and new.is_whole):
                self.not_whole.append(name)
            if changes := compared(old, new, path):
                yield DocumentChange(name, path, Fate.CHANGED, new.is_example, changes)


def _is_same(old: Side, new: Side, name: str) -> bool:
    try:
        return old.workspace.tree.read(name) == new.workspace.tree.read(name)
    except Unreadable:
        return False
