"""Two academic years compared: reads the compacts once, and keeps of each what is told of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compactctl.changes.agenda import Takers, annex_changes
from compactctl.changes.basis import Basis, basis
from compactctl.changes.compacts import Comparer
from compactctl.changes.results import CompactChange, YearChanges
from compactctl.changes.values import annex_values, differences
from compactctl.documents.years import AcademicYear
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.left_out import LeftOut, left_out, left_out_undated
from compactctl.workspace.unread import unreadable_documents
from compactctl.workspace.workspace import Workspace


def compare_years(
    workspace: Workspace, old: AcademicYear, new: AcademicYear, authority: str | None = None
) -> YearChanges:
    """Return what changed from one year to another, with the slug of an authority only in its compact.

    Raises `CannotDo` where a year has no annex, or an annex from the one to the other, the register or the folder of
    compacts cannot be read.
    """
    ground = basis(workspace, old, new)
    reading = _Reading(ground, authority)
    compacts = tuple(reading.changes())
    return YearChanges(
        old=old,
        new=new,
        old_annex=ground.old.status,
        new_annex=ground.new.status,
        unreadable=tuple(sorted(map(workspace.path_of, {*reading.unreadable, *unreadable_documents(workspace)}))),
        left_out=tuple(reading.shown_left_out()),
        not_whole=tuple(_not_whole(ground)),
        annex_differences=differences(
            annex_values(ground.old.document.content),
            annex_values(ground.new.document.content),
        ),
        annex=tuple(annex_changes(ground, reading.takers)),
        compacts=compacts,
        labels={item.slug: ground.register.label(item) for item in ground.register},
        authority=authority,
    )


def _not_whole(ground: Basis) -> Iterable[str]:
    """Yield the annexes whose areas, or where these come from, cannot be told in full."""
    for agenda in ground.chain:
        if not (agenda.knows_areas if agenda is ground.chain[0] else agenda.knows_lineage):
            yield ground.workspace.path_of(agenda.document.name)


class _Reading:
    """The compacts of a workspace, read one after the other."""

    def __init__(self, ground: Basis, authority: str | None) -> None:
        self._ground = ground
        self._authority = authority
        self._left_out: list[LeftOut] = []
        self.takers = Takers()
        self.unreadable: list[str] = []

    def changes(self) -> Iterator[CompactChange]:
        """Yield what is told of each authority, and note the rest."""
        comparer = Comparer(self._ground)
        for file in self._ground.workspace.compacts():
            if file.document is None:
                self.unreadable.append(f"compacts/{file.slug}.yaml")
            elif self._authority in (None, file.slug):
                yield from self._change(comparer, self._ground.workspace.place(file.slug, file.document))

    def shown_left_out(self) -> Iterator[LeftOut]:
        """Yield what counts nowhere, in the order of files and lines, by paths."""
        for item in sorted(self._left_out, key=lambda item: (item.file, item.line)):
            yield replace(item, file=self._ground.workspace.path_of(item.file))

    def _change(self, comparer: Comparer, compact: PlacedCompact) -> Iterator[CompactChange]:
        for year in {self._ground.old.year, self._ground.new.year}:
            self._left_out.extend(left_out(compact, year))
        self._left_out.extend(left_out_undated(compact))
        if compact.authority is None:
            return
        old, new = compact.edition(self._ground.old.year), compact.edition(self._ground.new.year)
        self.takers.add(compact.authority, old, new, self._ground)
        if change := comparer.change(compact.authority, old, new):
            yield change
