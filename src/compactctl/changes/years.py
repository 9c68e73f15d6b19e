"""Two academic years compared: reads the compacts once, and keeps of each what changed in it."""

from collections.abc import Iterable
from typing import NamedTuple

from compactctl.changes.agenda import TakeUp, TakeUpByArea, annex_changes, take_up
from compactctl.changes.compacts import compact_change
from compactctl.changes.inputs import ComparisonInputs, comparison_inputs
from compactctl.changes.results import CompactChange, Ending, Presence, YearChanges
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import compact_file
from compactctl.workspace.compacts import LeftOut, PlacedCompact, left_out
from compactctl.workspace.document_files import CompactFile
from compactctl.workspace.versions.part_values import Difference, annex_values, differences
from compactctl.workspace.workspace import Workspace


def compare_years(
    workspace: Workspace, old: AcademicYear, new: AcademicYear, authority: str | None = None
) -> YearChanges:
    """Return what changed from one year to another, with the slug of an authority only in its compact.

    Raises `CannotDo` where a year has no annex, or an annex from the one to the other, the register or the folder of
    compacts cannot be read.
    """
    comparison = Comparison(comparison_inputs(workspace, old, new), authority)
    for compared in workspace.map_compacts(comparison.read):
        comparison.add(compared)
    return comparison.changes()


def _annex_differences(inputs: ComparisonInputs) -> Iterable[Difference]:
    """Yield what of the annexes differs beside their areas, but for keys that are broken in either."""
    documents = (inputs.old.document, inputs.new.document)
    for difference in differences(*(annex_values(document.content) for document in documents)):
        if all((difference.field,) not in document.broken for document in documents):
            yield difference


def _incomplete(inputs: ComparisonInputs) -> Iterable[str]:
    """Yield the annexes that break the schema anywhere, so that what differs cannot be told in full."""
    for agenda in inputs.chain:
        if not agenda.document.is_whole():
            yield inputs.workspace.path_of(agenda.document.name)


def _ending(compact: PlacedCompact, year: AcademicYear) -> Ending | None:
    """Return that a compact was brought to an end before a year, also where the day cannot be read."""
    return None if compact.had_ended_by(year) is False else Ending(compact.ended_on)


class ComparedCompact(NamedTuple):
    """What is kept of a compact: plain values, since another process may have read it."""

    unreadable: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    take_up: TakeUp | None = None
    change: CompactChange | None = None


class Comparison:
    """Two years, whose compacts are looked at one after the other, and what is gathered of that.

    With the slug of an authority only its compact counts.
    """

    def __init__(self, inputs: ComparisonInputs, authority: str | None = None) -> None:
        self._inputs = inputs
        self._authority = authority
        self._by_area = TakeUpByArea()
        self._unreadable: list[str] = []
        self._incomplete: list[str] = []
        self._left_out: list[LeftOut] = []
        self._changes: list[CompactChange] = []

    def read(self, file: CompactFile) -> ComparedCompact:
        """Return what is to be gathered of the file of a compact. Changes nothing."""
        if file.document is None:
            return ComparedCompact(unreadable=(compact_file(file.slug),))
        if self._authority not in (None, file.slug):
            return ComparedCompact()
        return self.look(self._inputs.workspace.place(file.slug, file.document))

    def look(self, compact: PlacedCompact) -> ComparedCompact:
        """Return what is to be gathered of a compact. Changes nothing."""
        inputs = self._inputs
        years = (inputs.old.year, inputs.new.year)
        counts_nowhere = tuple(left_out(compact, *years))
        if compact.authority is None:
            return ComparedCompact(left_out=counts_nowhere)
        old, new = map(compact.edition, years)
        knows_old, knows_new = map(compact.knows_edition, years)
        ending = _ending(compact, inputs.new.year)
        return ComparedCompact(
            incomplete=() if knows_old and knows_new else (compact_file(compact.slug),),
            left_out=counts_nowhere,
            take_up=take_up(compact.authority, old, new, inputs, may_stay=ending is None and knows_new),
            change=compact_change(inputs, compact.authority, old, new, ending, (knows_old, knows_new)),
        )

    def add(self, compared: ComparedCompact) -> None:
        """Gather what was kept of a compact; they come in the order of slugs."""
        self._unreadable.extend(compared.unreadable)
        self._incomplete.extend(compared.incomplete)
        self._left_out.extend(compared.left_out)
        if compared.take_up:
            self._by_area.add(compared.take_up)
        if compared.change:
            self._changes.append(compared.change)

    def changes(self) -> YearChanges:
        """Return what changed, as far as compacts were added."""
        inputs, workspace, compacts = self._inputs, self._inputs.workspace, tuple(self._changes)
        return YearChanges(
            old=inputs.old.year,
            new=inputs.new.year,
            old_annex=inputs.old.status,
            new_annex=inputs.new.status,
            unreadable=tuple(sorted(map(workspace.path_of, workspace.unreadable_documents.union(self._unreadable)))),
            left_out=workspace.in_order(self._left_out),
            incomplete_annexes=tuple(_incomplete(inputs)),
            incomplete_compacts=tuple(map(workspace.path_of, self._incomplete)),
            annex_differences=tuple(_annex_differences(inputs)),
            annex=tuple(annex_changes(inputs, self._by_area)),
            compacts=compacts,
            old_examples=sum(compact.is_example and compact.presence is not Presence.ONLY_NEW for compact in compacts),
            new_examples=sum(compact.is_example and compact.presence is not Presence.ONLY_OLD for compact in compacts),
            annex_examples=tuple(agenda.year for agenda in inputs.chain if agenda.is_example),
            labels={
                item.slug: inputs.register.label_between(item, inputs.old.year, inputs.new.year)
                for item in inputs.register
            },
            authority=self._authority,
        )
