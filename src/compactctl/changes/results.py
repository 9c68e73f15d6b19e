"""What changed between two academic years, as plain data from which every format is made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.left_out import LeftOut
from compactctl.workspace.lineage import Kind, Part
from compactctl.workspace.versions.part_changes import Spot
from compactctl.workspace.versions.part_values import Difference


class Chosen(NamedTuple):
    """What a priority takes up: an area, and the issue where the area is named locally."""

    area: PlacedArea
    issue: str | None


class Kept(NamedTuple):
    """A priority that goes on in the same area, as the new year spells it, and what differs inside."""

    priority: Chosen
    differences: tuple[Difference, ...]


class Carried(NamedTuple):
    """Priorities that go on in other areas along the lineage; what differs inside is told of one that became one."""

    old: tuple[Chosen, ...]
    new: tuple[Chosen, ...]
    differences: tuple[Difference, ...]


class Fates(NamedTuple):
    """What became of an authority's priorities: old ones kept, carried or lost, new ones kept, carried or gained."""

    kept: tuple[Kept, ...]
    carried: tuple[Carried, ...]
    lost: tuple[Chosen, ...]
    gained: tuple[Chosen, ...]


class Presence(StrEnum):
    """In which of the years an authority has an edition."""

    BOTH = "both"
    ONLY_OLD = "only-old"
    ONLY_NEW = "only-new"


class Succession(NamedTuple):
    """What the register says of an authority between the years.

    `began` is its first day and `ended` its last, where the other year does not know it; successors come with `ended`.
    `succeeds` names those that it took over from.
    """

    began: date | None
    ended: date | None
    succeeded_by: tuple[str, ...]
    succeeds: tuple[str, ...]


class CompactChange(NamedTuple):
    """One authority's compact in the two years; a status is None where there is no edition.

    An example is made up, to show how the record works.
    """

    authority: str
    presence: Presence
    old_status: Status | None
    new_status: Status | None
    succession: Succession
    fates: Fates
    asks_gained: tuple[str, ...]
    asks_lost: tuple[str, ...]
    differences: tuple[Difference, ...]
    fingerprint: str
    is_example: bool

    @property
    def is_change(self) -> bool:
        """Whether anything at all is another."""
        fates = self.fates
        inside = self.differences or any(kept.differences for kept in fates.kept)
        asks = self.asks_gained or self.asks_lost
        return self.presence is not Presence.BOTH or bool(inside or asks or fates.carried or fates.lost or fates.gained)

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say of it: also of an authority that begins, whose compact stays the same."""
        return self.is_change or self.succession.began is not None or bool(self.succession.succeeds)


class AnnexChange(NamedTuple):
    """A part of the lineage, and what it means to the compacts.

    `reasons` say why areas were retired. The counts are of authorities; `not_moved` are those whose compacts still
    rest on it, having no edition of the new year.
    """

    part: Part
    differences: tuple[Difference, ...]
    reasons: tuple[str, ...]
    old_authorities: int
    new_authorities: int
    not_moved: tuple[str, ...]
    spots: tuple[Spot, ...]
    fingerprint: str

    @property
    def is_change(self) -> bool:
        """Whether it is more than merely kept."""
        return self.part.kind is not Kind.KEPT


class Totals(NamedTuple):
    """Sums over all compacts; `carried` counts parts, and `carried_old` and `carried_new` the priorities in them."""

    kept: int
    carried: int
    carried_old: int
    carried_new: int
    lost: int
    lost_with_authority: int
    gained: int

    @property
    def old_priorities(self) -> int:
        """The priorities of the old year: each kept, carried or lost."""
        return self.kept + self.carried_old + self.lost

    @property
    def new_priorities(self) -> int:
        """The priorities of the new year: each kept, carried or gained."""
        return self.kept + self.carried_new + self.gained


@dataclass(frozen=True)
class YearChanges:
    """What changed from one year to another.

    `unreadable` and the files of `left_out` are relative to the folder the command runs in; `not_whole` names annexes
    that break the schema, so that their lineage may be more than is told. `old_examples` and `new_examples` count the
    editions of either year that are made up, `annex_examples` are the years, from the one to the other, whose annex is.
    `labels` has the name of each authority.
    `authority` is the one that compacts, totals and all counts are narrowed to.
    """

    old: AcademicYear
    new: AcademicYear
    old_annex: Status | None
    new_annex: Status | None
    unreadable: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    not_whole: tuple[str, ...]
    annex_differences: tuple[Difference, ...]
    annex: tuple[AnnexChange, ...]
    compacts: tuple[CompactChange, ...]
    old_examples: int
    new_examples: int
    annex_examples: tuple[AcademicYear, ...]
    labels: Mapping[str, str]
    authority: str | None = None
    annex_only: bool = False

    @property
    def without_compacts(self) -> "YearChanges":
        """The same with the agenda alone."""
        return replace(self, compacts=(), annex_only=True)

    @cached_property
    def examples(self) -> frozenset[str]:
        """The authorities whose compact is an example."""
        return frozenset(compact.authority for compact in self.compacts if compact.is_example)

    @cached_property
    def totals(self) -> Totals:
        """The sums over all compacts shown."""
        fates = [compact.fates for compact in self.compacts]
        carried = [part for fate in fates for part in fate.carried]
        return Totals(
            kept=sum(len(fate.kept) for fate in fates),
            carried=len(carried),
            carried_old=sum(len(part.old) for part in carried),
            carried_new=sum(len(part.new) for part in carried),
            lost=sum(len(fate.lost) for fate in fates),
            lost_with_authority=sum(len(item.fates.lost) for item in self.compacts if item.succession.ended),
            gained=sum(len(fate.gained) for fate in fates),
        )

    @property
    def is_change(self) -> bool:
        """Whether there is any change to tell."""
        in_annex = bool(self.annex_differences) or any(part.is_change for part in self.annex)
        return in_annex or any(compact.is_change for compact in self.compacts)

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say."""
        return self.is_change or any(compact.is_told for compact in self.compacts)
