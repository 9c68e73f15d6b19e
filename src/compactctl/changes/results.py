"""What changed between two academic years, as plain data from which every format is made."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.lineage import Kind, Part
from compactctl.workspace.versions.part_changes import Spot
from compactctl.workspace.versions.part_values import Difference

_OF_EACH_YEAR: Final = ("title", "note", "sources", "signatures")
"""What the annex of each year has of its own; that it is another is no news."""


class PriorityName(NamedTuple):
    """What a priority is known by: its area, and the issue where the area is named locally."""

    area: PlacedArea
    issue: str | None


class KeptPriority(NamedTuple):
    """A priority that goes on in the same area, as the new year spells it, and what differs inside.

    `unconfirmed` counts its texts that came over and of which nobody has said since that they are still true.
    """

    priority: PriorityName
    differences: tuple[Difference, ...]
    unconfirmed: int


class CarriedPriorities(NamedTuple):
    """Priorities that go on in other areas along the lineage; differences are those of one that became one."""

    old: tuple[PriorityName, ...]
    new: tuple[PriorityName, ...]
    differences: tuple[Difference, ...]
    unconfirmed: int


class PriorityChanges(NamedTuple):
    """What became of an authority's priorities: old ones kept, carried or lost, new ones kept, carried or gained.

    `knows_old` and `knows_new` say whether all priorities of either edition count, whether it is known how they are
    tied, and that there is no edition where none is found: otherwise what is gained may have been there, and what is
    lost may go on.
    """

    kept: tuple[KeptPriority, ...]
    carried: tuple[CarriedPriorities, ...]
    lost: tuple[PriorityName, ...]
    gained: tuple[PriorityName, ...]
    knows_old: bool
    knows_new: bool


class Presence(StrEnum):
    """In which of the years an authority has an edition."""

    BOTH = "both"
    ONLY_OLD = "only-old"
    ONLY_NEW = "only-new"


class Loss(StrEnum):
    """Why old priorities do not go on; of several reasons the first counts."""

    WITH_AUTHORITY = "with-authority"
    BEFORE_AUTHORITY = "before-authority"
    """The new year is the older one, and the authority was not there yet."""
    WITH_COMPACT = "with-compact"
    MAY_HAVE_ENDED = "may-have-ended"
    NOT_RENEWED = "not-renewed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


class Ending(NamedTuple):
    """That a compact had been brought to an end before the new year; without a day where that cannot be read."""

    day: date | None


class AnsweredAsk(NamedTuple):
    """An ask of the old year that has an answer, and the answer as an entry: its day, what was said, the source."""

    text: str
    answer: str


class AlteredAsk(NamedTuple):
    """An ask that goes on, and how it differs: in an answer that it had, or in an area that is not what its own became.

    The field is 'answer' or 'area'.
    """

    text: str
    difference: Difference


class AskChanges(NamedTuple):
    """What became of an authority's asks; an answered one that does not go on is answered and not lost.

    `knows_old` and `knows_new` say whether all asks of either edition can be read, as of priorities.
    """

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    answered: tuple[AnsweredAsk, ...]
    altered: tuple[AlteredAsk, ...]
    unconfirmed: int
    knows_old: bool
    knows_new: bool


class Succession(NamedTuple):
    """What the register says of an authority between the years.

    `began` is its first day and `ended` its last, where the other year does not know it; successors come with `ended`.
    `is_to_come` tells that the new year, as the older one, came before that first day. `succeeds` names those that it
    took over from.
    """

    began: date | None
    is_to_come: bool
    ended: date | None
    succeeded_by: tuple[str, ...]
    succeeds: tuple[str, ...]


class CompactChange(NamedTuple):
    """One authority's compact in the two years; a status is None where there is no edition.

    `ending` says that the compact was brought to an end. An example is made up, to show how the record works.
    """

    authority: str
    presence: Presence
    old_status: Status | None
    new_status: Status | None
    succession: Succession
    ending: Ending | None
    priorities: PriorityChanges
    asks: AskChanges
    differences: tuple[Difference, ...]
    fingerprint: str
    is_example: bool

    @property
    def is_of_substance(self) -> bool:
        """Whether anything is another beside what each edition has of its own: note, signatures, day of review."""
        priorities, asks = self.priorities, self.asks
        inside = any(kept.differences for kept in priorities.kept)
        moved = priorities.carried or priorities.lost or priorities.gained
        asked = asks.gained or asks.lost or asks.answered or asks.altered
        return self.presence is not Presence.BOTH or bool(inside or moved or asked)

    @property
    def is_change(self) -> bool:
        """Whether anything at all is another."""
        return self.is_of_substance or bool(self.differences)

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to say of it: also of an authority that begins, whose compact stays the same."""
        begins = self.succession.began or self.succession.succeeds
        has_another_status = self.old_status is not self.new_status
        return self.is_of_substance or has_another_status or bool(begins or self.unconfirmed)

    @property
    def loss(self) -> Loss:
        """Why those of its priorities that are lost do not go on."""
        if self.succession.ended:
            return Loss.WITH_AUTHORITY
        if self.succession.is_to_come:
            return Loss.BEFORE_AUTHORITY
        if self.ending:
            return Loss.WITH_COMPACT if self.ending.day else Loss.MAY_HAVE_ENDED
        if not self.priorities.knows_new:
            return Loss.UNKNOWN
        return Loss.NOT_RENEWED if self.presence is Presence.ONLY_OLD else Loss.DROPPED

    @property
    def standing(self) -> Presence | Loss:
        """In which years it has an edition, or why it has none any more; unknown where one may be of the other year."""
        if self.presence is Presence.ONLY_NEW and not self.priorities.knows_old:
            return Loss.UNKNOWN
        return self.loss if self.presence is Presence.ONLY_OLD else self.presence

    @property
    def unconfirmed(self) -> int:
        """How many of its texts came over and have not been confirmed since."""
        kept = sum(priority.unconfirmed for priority in self.priorities.kept)
        return kept + sum(part.unconfirmed for part in self.priorities.carried) + self.asks.unconfirmed


class AnnexChange(NamedTuple):
    """A part of the lineage, and what it means to the compacts.

    `reasons` say why areas were retired. The counts are of authorities; `not_moved` are those whose compacts still
    rest on it, having no edition of the new year. What is new or retired may be tied to others where not `is_known`.
    """

    part: Part
    reasons: tuple[str, ...]
    old_authorities: int
    new_authorities: int
    not_moved: tuple[str, ...]
    spots: tuple[Spot, ...]
    fingerprint: str
    is_known: bool

    @property
    def is_change(self) -> bool:
        """Whether it is more than merely kept."""
        return self.part.kind is not Kind.KEPT


class Totals(NamedTuple):
    """Sums over all compacts; `carried` counts parts, and `carried_old` and `carried_new` the priorities in them.

    `losses` counts the priorities of the old year that are not found in the new one, by why.
    """

    kept: int
    carried: int
    carried_old: int
    carried_new: int
    losses: Mapping[Loss, int]
    gained: int

    @classmethod
    def of(cls, compacts: Collection[CompactChange]) -> "Totals":
        """Return the sums over some compacts."""
        changes = [compact.priorities for compact in compacts]
        carried = [part for change in changes for part in change.carried]
        return cls(
            kept=sum(len(change.kept) for change in changes),
            carried=len(carried),
            carried_old=sum(len(part.old) for part in carried),
            carried_new=sum(len(part.new) for part in carried),
            losses={loss: sum(len(item.priorities.lost) for item in compacts if item.loss is loss) for loss in Loss},
            gained=sum(len(change.gained) for change in changes),
        )

    @property
    def lost(self) -> int:
        """The priorities of the old year that are not found in the new one, whatever the reason."""
        return sum(self.losses.values())

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

    `unreadable` and the files of `left_out` are relative to the folder the command runs in; `incomplete_annexes`
    break the schema, so that their lineage may be more than is known, and `incomplete_compacts` where it would be told
    which edition they have of either year. `old_examples` and `new_examples` count the editions of either year that are
    made up, `annex_examples` are the years, from the one to the other, whose annex is. `labels` has the name of each
    authority.
    `authority` is the one that compacts, totals and all counts are narrowed to.
    """

    old: AcademicYear
    new: AcademicYear
    old_annex: Status | None
    new_annex: Status | None
    unreadable: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    incomplete_annexes: tuple[str, ...]
    incomplete_compacts: tuple[str, ...]
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
    def is_backward(self) -> bool:
        """Whether the new year is the earlier one."""
        return self.new < self.old

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The annexes and compacts of which what changed may be more than is known."""
        return (*self.incomplete_annexes, *self.incomplete_compacts)

    @property
    def without_compacts(self) -> "YearChanges":
        """The same with the agenda alone."""
        return replace(self, compacts=(), incomplete_compacts=(), annex_only=True)

    def label(self, authority: str) -> str:
        """Return the name of an authority, by its slug."""
        return self.labels.get(authority, authority)

    @cached_property
    def examples(self) -> frozenset[str]:
        """The authorities whose compact is an example."""
        return frozenset(compact.authority for compact in self.compacts if compact.is_example)

    @cached_property
    def totals(self) -> Totals:
        """The sums over all compacts shown."""
        return Totals.of(self.compacts)

    @property
    def not_renewed(self) -> tuple[str, ...]:
        """The authorities that have an edition of the old year, could have one of the new, and have none for sure."""
        return tuple(compact.authority for compact in self.compacts if compact.loss is Loss.NOT_RENEWED)

    @property
    def unconfirmed(self) -> int:
        """How many texts came over and have not been confirmed since."""
        return sum(compact.unconfirmed for compact in self.compacts)

    @property
    def annex_news(self) -> tuple[Difference, ...]:
        """What differs between the annexes beside their areas, and beside what each year's has of its own."""
        return tuple(item for item in self.annex_differences if item.field not in _OF_EACH_YEAR)

    @property
    def is_of_substance(self) -> bool:
        """Whether anything is another beside what the documents of each year have of their own."""
        in_annex = bool(self.annex_news) or any(part.is_change for part in self.annex)
        return in_annex or any(compact.is_of_substance for compact in self.compacts)

    @property
    def is_change(self) -> bool:
        """Whether anything at all is another."""
        in_annex = bool(self.annex_differences) or any(part.is_change for part in self.annex)
        return in_annex or any(compact.is_change for compact in self.compacts)

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to say."""
        return self.is_change or any(compact.is_shown for compact in self.compacts)
