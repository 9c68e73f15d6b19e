"""Two academic years compared: reads the compacts once, and keeps of each what is told of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from compactctl.changes.agenda import Taken, Takers, annex_changes, taken
from compactctl.changes.basis import Basis, basis
from compactctl.changes.compacts import Comparer
from compactctl.changes.results import CompactChange, Ending, Presence, YearChanges
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import compact_file
from compactctl.workspace.compacts import LeftOut, PlacedCompact, left_out, left_out_undated
from compactctl.workspace.versions.part_values import Difference, annex_values, differences
from compactctl.workspace.workspace import CompactFile, Workspace


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
        unreadable=tuple(sorted(map(workspace.path_of, workspace.unreadable_documents.union(reading.unreadable)))),
        left_out=tuple(reading.shown_left_out()),
        not_whole=tuple(_not_whole(ground)),
        annex_differences=tuple(_annex_differences(ground)),
        annex=tuple(annex_changes(ground, reading.takers)),
        compacts=compacts,
        old_examples=sum(compact.is_example and compact.presence is not Presence.ONLY_NEW for compact in compacts),
        new_examples=sum(compact.is_example and compact.presence is not Presence.ONLY_OLD for compact in compacts),
        annex_examples=tuple(agenda.year for agenda in ground.chain if agenda.is_example),
        labels={item.slug: ground.register.label(item) for item in ground.register},
        authority=authority,
    )


def _annex_differences(ground: Basis) -> Iterable[Difference]:
    """Yield what of the annexes differs beside their areas; where a key is broken on either side it cannot be told."""
    documents = (ground.old.document, ground.new.document)
    for found in differences(*(annex_values(document.content) for document in documents)):
        if all((found.field,) not in document.broken for document in documents):
            yield found


def _not_whole(ground: Basis) -> Iterable[str]:
    """Yield the annexes that break the schema anywhere, so that what differs cannot be told in full."""
    for agenda in ground.chain:
        if not agenda.document.is_whole():
            yield ground.workspace.path_of(agenda.document.name)


def _ending(compact: PlacedCompact, year: AcademicYear) -> Ending | None:
    """Return that a compact was brought to an end before a year, also where the day cannot be read."""
    return None if compact.had_ended_by(year) is False else Ending(compact.ended_on)


class _Seen(NamedTuple):
    """What is kept of a compact: plain values, since another process may have read it."""

    unreadable: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    taken: Taken | None = None
    change: CompactChange | None = None


class _Reading:
    """The compacts of a workspace, each read and let go."""

    def __init__(self, ground: Basis, authority: str | None) -> None:
        self._ground = ground
        self._authority = authority
        self._comparer = Comparer(ground)
        self._left_out: list[LeftOut] = []
        self.takers = Takers()
        self.unreadable: list[str] = []

    def changes(self) -> Iterator[CompactChange]:
        """Yield what is told of each authority, and note the rest."""
        for seen in self._ground.workspace.map_compacts(self._look):
            self.unreadable.extend(seen.unreadable)
            self._left_out.extend(seen.left_out)
            if seen.taken:
                self.takers.add(seen.taken)
            if seen.change:
                yield seen.change

    def shown_left_out(self) -> Iterator[LeftOut]:
        """Yield what counts nowhere, by authority and line, by paths."""
        for item in sorted(self._left_out, key=lambda item: (item.authority, item.line)):
            yield replace(item, file=self._ground.workspace.path_of(item.file))

    def _look(self, file: CompactFile) -> _Seen:
        if file.document is None:
            return _Seen(unreadable=(compact_file(file.slug),))
        if self._authority not in (None, file.slug):
            return _Seen()
        compact, years = self._ground.workspace.place(file.slug, file.document), (self._ground.old, self._ground.new)
        by_year = (item for year in {agenda.year for agenda in years} for item in left_out(compact, year))
        gone = (*by_year, *left_out_undated(compact))
        if compact.authority is None:
            return _Seen(left_out=gone)
        old, new = (compact.edition(agenda.year) for agenda in years)
        ending = _ending(compact, self._ground.new.year)
        return _Seen(
            left_out=gone,
            taken=taken(compact.authority, old, new, self._ground, may_stay=ending is None),
            change=self._comparer.change(compact.authority, old, new, ending),
        )
