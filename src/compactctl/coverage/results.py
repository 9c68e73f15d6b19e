"""What a report says, as plain data: every format is made from these types and counts nothing of its own.

An area's figures about authorities are those of its column in the matrix, also where that is too large to be drawn.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Generic, NamedTuple, TypeVar

from compactctl.coverage.pages import LaterEvent, Past, reaches
from compactctl.documents.content import OpenTo
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.openness import is_open_to

T_co = TypeVar("T_co", covariant=True)
Kept = TypeVar("Kept")


class Filters(NamedTuple):
    """What narrows a report: region and type the authorities; an edition below the status then counts as none."""

    region: str | None = None
    type: str | None = None
    status: Status | None = None

    @property
    def narrow(self) -> bool:
        """Whether the report is about some authorities only."""
        return self.region is not None or self.type is not None

    def match(self, authority: Authority, year: AcademicYear) -> bool:
        """Tell whether the authority, of the type that it has in the year, is one that the report is about."""
        in_region = self.region is None or authority.region == self.region
        return in_region and (self.type is None or authority.type_in(year) == self.type)

    def reached_by(self, status: Status | None) -> bool:
        """Tell whether an edition of this status counts."""
        return reaches(status, self.status)


EVERYTHING: Final = Filters()
"""All authorities, and editions of any status."""


class Standing(StrEnum):
    """Whether an authority has an edition of the year: five different things."""

    EDITION = "edition"
    NONE = "none"
    BELOW_STATUS = "below status"
    """It has one that does not reach the status asked for, which counts as none."""
    UNKNOWN_STATUS = "unknown status"
    """It has one of which it cannot be told whether it does, which counts as none."""
    UNREADABLE = "unreadable"


class Cell(StrEnum):
    """What an area is to an authority: five different things. An area that is not open is just that."""

    CHOSEN = "chosen"
    NOT_CHOSEN = "not chosen"
    NOT_OPEN = "not open"
    NO_EDITION = "no edition"
    UNREADABLE = "cannot be read"


def cell(standing: Standing, *, is_chosen: bool, is_open: bool | None) -> Cell:
    """Return what an area is to an authority; whether it is open to it is None where that cannot be read."""
    if is_open is None and not is_chosen:
        return Cell.UNREADABLE
    if is_open is False:
        return Cell.NOT_OPEN
    if standing is Standing.EDITION:
        return Cell.CHOSEN if is_chosen else Cell.NOT_CHOSEN
    return Cell.UNREADABLE if standing is Standing.UNREADABLE else Cell.NO_EDITION


class AuthorityRow(NamedTuple):
    """An authority that counts in the year: a row of the matrix.

    `code` is its number; `label` its name, with more where two share it in the year; `type` the one of the year;
    `status` that of its edition, also of one below the status asked for, and `is_example` whether that is made up;
    `priorities` counts those that count; `cells` has one for each area, or is empty where there is no matrix. `past`
    is what it had before, where it has no edition that counts.
    """

    slug: str
    code: str
    name: str
    label: str
    region: str
    type: str
    standing: Standing
    status: Status | None
    priorities: int
    cells: tuple[Cell, ...]
    is_example: bool
    past: Past

    @property
    def counts_as_example(self) -> bool:
        """Whether it has an edition that counts, and that is an example."""
        return self.is_example and self.standing is Standing.EDITION


class LocalIssue(NamedTuple):
    """A local issue, in the spelling of the first authority that names it, and all that do."""

    name: str
    authorities: tuple[str, ...]


class AreaRow(NamedTuple):
    """An area: a column of the matrix, and the priorities that take it up.

    `chosen` to `unreadable` count authorities to which it is open, `draft` to `agreed` those that chose it, the rest
    priorities: a term still to be written is neither short nor medium, and contributions that are are none.
    `not_renewed` are those of `no_edition` that had an earlier edition, and whose compact has not ended.
    `group` is None where the annex does not let it be told. Where it cannot be read whom the area is open to, all that
    did not choose it are among the `unreadable`; where it cannot be read what it comes from, `knows_origins` says so.
    """

    letter: str
    id: str
    title: str
    summary: str | None
    group: str | None
    focuses: tuple[str, ...]
    named_locally: bool
    chosen: int
    not_chosen: int
    no_edition: int
    not_renewed: int
    unreadable: int
    draft: int
    proposed: int
    agreed: int
    priorities: int
    short: int
    medium: int
    no_authority_contribution: int
    no_department_contribution: int
    issues: tuple[LocalIssue, ...]
    authorities: tuple[str, ...]
    """The slugs of those that chose it."""
    examples: int
    """How many of these have an edition that is an example."""
    limited_to: OpenTo | None
    """Who alone may choose it; None where everybody may."""
    knows_open_to: bool
    knows_origins: bool

    @property
    def label(self) -> str:
        """The area as messages name it: 'b, Literacy and numeracy at key stage 2'."""
        return f"{self.letter}, {self.title}"

    @property
    def with_edition(self) -> int:
        """How many of those to which it is open have an edition."""
        return self.chosen + self.not_chosen

    @property
    def open_to(self) -> int:
        """To how many authorities it is open."""
        return self.with_edition + self.no_edition + self.unreadable

    def is_open_to(self, authority: AuthorityRow) -> bool:
        """Tell whether an authority may choose it."""
        return is_open_to(self.limited_to, authority.slug, authority.region, authority.type)

    @property
    def share(self) -> float | None:
        """The part of those with an edition that chose it, to four places, half to even.

        None where nobody has one, or it cannot be told who of them could choose it.
        """
        can_be_told = self.with_edition and self.knows_open_to
        return float(round(Fraction(self.chosen, self.with_edition), 4)) if can_be_told else None

    @property
    def term_unsaid(self) -> int:
        """How many of the priorities are neither short nor medium: nothing is said, or it is still to be written."""
        return self.priorities - self.short - self.medium

    @property
    def is_gap(self) -> bool:
        """Whether it is open to somebody and taken up by nobody."""
        return self.open_to > 0 and self.chosen == 0

    @property
    def has_open_contributions(self) -> bool:
        """Whether a contribution of either party is still open in some priority that takes it up."""
        return self.no_authority_contribution + self.no_department_contribution > 0


class AreaGroup(NamedTuple):
    """Areas that stand side by side in one group of the annex, and the group's title; empty where it has none."""

    title: str
    areas: tuple[AreaRow, ...]


class FocusRow(NamedTuple):
    """A focus of the statement, its areas by id, and how many authorities took up any of them (no sum)."""

    id: str
    title: str
    areas: tuple[str, ...]
    chosen: int


class SliceRow(NamedTuple):
    """The authorities of a region, or of a type: how many, how many with an edition, and their priorities."""

    name: str
    registered: int
    with_edition: int
    priorities: int


class AskRow(NamedTuple):
    """What an authority asks of the department, and what the department said to it."""

    authority: str
    label: str
    text: str
    answer: LaterEvent | None
    status: Status | None
    is_example: bool


class AreaAsks(NamedTuple):
    """The asks that name an area, by its id as it stands in their files, None for those that name none.

    `area` is None for these, and where no such area of the annex is known.
    """

    name: str | None
    area: AreaRow | None
    asks: tuple[AskRow, ...]


class CommitmentRow(NamedTuple):
    """What the department will do nationally, by when (a day or a calendar year), and what came of it."""

    id: str
    text: str
    due: date | int | None
    follow_up: tuple[LaterEvent, ...]


@dataclass(frozen=True)
class Coverage(Generic[T_co]):
    """The coverage of a year.

    `annex` is the annex's status, None where it cannot be told; `annex_is_whole` whether all its areas and whom they
    are open to are known. `group_titles` are by the ids of groups. `unreadable` holds paths of documents, `broken`
    those of statement and annex where parts of them break the schema, `unread` those of everything else that lies
    among documents and is read by nobody, all relative to the folder the command runs in, as is `file` in `left_out`.
    Areas stand in the annex's order, focuses in the statement's, authorities and `compacts` in the order of slugs.
    `compacts` holds what was kept of each page. `without_annex` counts the editions of other years that have no annex,
    by year: they are told with the newest year, and are part of none. `has_matrix` says whether the authorities have
    cells: of too many none is drawn. `is_beyond_register` says that the built-in register is not known to hold to the
    end of the year.
    """

    year: AcademicYear
    annex: Status | None
    annex_title: str
    annex_note: str | None
    annex_is_whole: bool
    annex_is_example: bool
    group_titles: Mapping[str, str]
    filters: Filters
    unreadable: tuple[str, ...]
    broken: tuple[str, ...]
    unread: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    without_annex: Mapping[AcademicYear, int]
    authorities: tuple[AuthorityRow, ...]
    has_matrix: bool
    areas: tuple[AreaRow, ...]
    focuses: tuple[FocusRow, ...]
    regions: tuple[SliceRow, ...]
    types: tuple[SliceRow, ...]
    asks: tuple[AreaAsks, ...]
    compacts: tuple[T_co, ...]
    commitments: tuple[CommitmentRow, ...]
    conditions: tuple[str, ...]
    is_beyond_register: bool

    def keeping(self, compacts: tuple[Kept, ...]) -> "Coverage[Kept]":
        """Return the same with something else kept of the pages."""
        values: dict[str, Any] = {item.name: getattr(self, item.name) for item in fields(self)}
        return Coverage(**(values | {"compacts": compacts}))

    @cached_property
    def standings(self) -> Mapping[Standing, int]:
        """How many authorities there are of each standing."""
        return Counter(row.standing for row in self.authorities)

    @property
    def registered(self) -> int:
        """How many authorities count in the year."""
        return len(self.authorities)

    @property
    def with_edition(self) -> int:
        """How many of them have an edition that counts."""
        return self.standings[Standing.EDITION]

    @property
    def without_edition(self) -> tuple[AuthorityRow, ...]:
        """Those that have none that counts: also one that does not reach the status asked for, or may not."""
        counting = (Standing.EDITION, Standing.UNREADABLE)
        return tuple(row for row in self.authorities if row.standing not in counting)

    @cached_property
    def statuses(self) -> Mapping[Status, int]:
        """How many of the editions that count are drafts, proposed and agreed."""
        return Counter(row.status for row in self.authorities if row.status and row.standing is Standing.EDITION)

    @cached_property
    def examples(self) -> int:
        """How many of the editions that count are examples."""
        return sum(row.counts_as_example for row in self.authorities)

    @cached_property
    def examples_below_status(self) -> int:
        """How many of those below the status asked for are."""
        return sum(row.is_example and row.standing is Standing.BELOW_STATUS for row in self.authorities)

    @property
    def priorities(self) -> int:
        """How many priorities count."""
        return sum(row.priorities for row in self.areas)

    @property
    def not_renewed(self) -> tuple[AuthorityRow, ...]:
        """Those without one that had an earlier one, and whose compact has not ended."""
        return tuple(row for row in self.without_edition if row.past.not_renewed)

    @property
    def ended(self) -> tuple[AuthorityRow, ...]:
        """Those without one whose compact had ended before the year."""
        return tuple(row for row in self.without_edition if row.past.ended)

    @property
    def never(self) -> tuple[AuthorityRow, ...]:
        """Those that never had one up to the year."""
        return tuple(row for row in self.without_edition if row.past.is_blank)

    @property
    def of_unknown_past(self) -> tuple[AuthorityRow, ...]:
        """Those without one whose compact is broken where that would be told."""
        return tuple(row for row in self.without_edition if not row.past.is_known)

    @property
    def groups(self) -> Iterator[AreaGroup]:
        """The areas by the annex's groups."""
        for group, areas in groupby(self.areas, key=lambda area: area.group):
            yield AreaGroup(self.group_titles.get(group or "", ""), tuple(areas))

    @property
    def gaps(self) -> list[AreaRow]:
        """Areas open to somebody that nobody took up."""
        return [area for area in self.areas if area.is_gap]

    @property
    def open_to_nobody(self) -> list[AreaRow]:
        """Areas open to none of the authorities that count."""
        return [area for area in self.areas if area.open_to == 0]

    @property
    def with_open_contributions(self) -> list[AreaRow]:
        """Areas with a contribution still open in some priority."""
        return [area for area in self.areas if area.has_open_contributions]

    @property
    def is_whole(self) -> bool:
        """Whether everything in the tree could be read."""
        return self.annex_is_whole and not self.unreadable and not self.unread
