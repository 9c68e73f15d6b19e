"""What the JSON of a report holds, key by key: `compactctl schema coverage` is made from these types.

They are the contract with programs that read the JSON; the types of `coverage/` may change without them.
"""

from typing import Literal

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.documents.status import Status

CoverageFormat = Literal["compactctl/coverage/1"]
CompactFormat = Literal["compactctl/compact/1"]
TrendFormat = Literal["compactctl/trend/1"]


class FiltersRecord(TypedDict):
    """What narrows the report; null for what does not."""

    region: str | None
    type: str | None
    status: Status | None


class LeftOutRecord(TypedDict):
    """A priority, or another part of an edition, that breaks a rule and does not count; `area` is a priority's."""

    authority: str
    area: str | None
    rule: str
    file: str
    line: int


class AuthoritiesRecord(TypedDict):
    """with_edition + without_edition + unreadable = registered; below_status is a part of without_edition."""

    registered: int
    with_edition: int
    without_edition: int
    unreadable: int
    below_status: int
    draft: int
    proposed: int
    agreed: int


class IssueRecord(TypedDict):
    """A local issue, and the authorities that name it."""

    issue: str
    authorities: list[str]


class AreaRecord(TypedDict):
    """chosen + not_chosen = with_edition; with_edition + no_edition + unreadable = open_to.

    short, medium and term_unsaid add up to the priorities.
    """

    letter: str
    id: str
    title: str
    group: str | None
    focuses: list[str]
    open_to: int
    with_edition: int
    chosen: int
    not_chosen: int
    no_edition: int
    unreadable: int
    share: float | None
    short: int
    medium: int
    draft: int
    proposed: int
    agreed: int
    no_authority_contribution: int
    no_department_contribution: int
    issues: list[IssueRecord]
    authorities: list[str]
    term_unsaid: int


class FocusRecord(TypedDict):
    """A focus of the statement; chosen counts the authorities that took up any of its areas."""

    id: str
    title: str
    areas: list[str]
    chosen: int


class RegionRecord(TypedDict):
    """The authorities of a region."""

    region: str
    registered: int
    with_edition: int
    priorities: int


class TypeRecord(TypedDict):
    """The authorities that are of a type in the year."""

    type: str
    registered: int
    with_edition: int
    priorities: int


class ContributionsRecord(TypedDict):
    """What each side will do."""

    authority: list[str]
    department: list[str]


class PriorityRecord(TypedDict):
    """A priority that counts; its term is short, medium, still to be written, or null where nothing is said of it."""

    area: str
    issue: str | None
    term: str | None
    why: str | None
    contributions: ContributionsRecord


class EventRecord(TypedDict):
    """What happened later, and on which day."""

    date: str
    text: str


class AskRecord(TypedDict):
    """A change that the authority asks for, and what the department answered."""

    text: str
    area: str | None
    answer: EventRecord | None


class CompactRecord(TypedDict):
    """An authority's edition of the year; an example is made up, to show how the record works."""

    authority: str
    name: str
    status: Status | None
    priorities: list[PriorityRecord]
    asks: list[AskRecord]
    review_by: str | None
    note: str | None
    example: bool
    review: EventRecord | None
    ended: EventRecord | None


class NotRenewedRecord(TypedDict):
    """An authority without an edition of the year, and the year of its last one before."""

    authority: str
    year: str


class EndedRecord(TypedDict):
    """An authority without an edition of the year, and the day on which its compact had ended."""

    authority: str
    date: str


class FollowUpRecord(EventRecord):
    """What came of a commitment, and where that is known from."""

    source: str | None


class CommitmentRecord(TypedDict):
    """What the department will do nationally; due is a day, or a calendar year by its number."""

    id: str
    text: str
    due: str | int | None
    follow_up: list[FollowUpRecord]


class CoverageRecord(TypedDict):
    """The coverage of a year: `report --format json`; examples counts those among the editions that count.

    Of without_edition, those that are neither in not_renewed nor in ended never had one.
    """

    format: CoverageFormat
    year: str
    annex: Status | None
    filters: FiltersRecord
    unreadable: list[str]
    left_out: list[LeftOutRecord]
    authorities: AuthoritiesRecord
    areas: list[AreaRecord]
    focuses: list[FocusRecord]
    regions: list[RegionRecord]
    types: list[TypeRecord]
    compacts: list[CompactRecord]
    without_edition: list[str]
    examples: int
    annex_example: bool
    not_renewed: list[NotRenewedRecord]
    ended: list[EndedRecord]
    beyond_register: bool
    commitments: list[CommitmentRecord] | None


class PagePriorityRecord(PriorityRecord):
    """A priority, with what its area is called."""

    letter: str
    title: str


class SignatureRecord(TypedDict):
    """A party's agreement."""

    party: str
    name: str | None
    role: str | None
    date: str | None


class PageRecord(TypedDict):
    """An authority's edition of the year, on its own."""

    authority: str
    name: str
    status: Status | None
    priorities: list[PagePriorityRecord]
    asks: list[AskRecord]
    review_by: str | None
    note: str | None
    signatures: list[SignatureRecord]
    example: bool
    review: EventRecord | None
    ended: EventRecord | None


class AuthorityRecord(TypedDict):
    """One authority's page: `report --authority SLUG --format json`."""

    format: CompactFormat
    year: str
    annex: Status | None
    compact: PageRecord | None
    annex_example: bool


TrendAreaRecord = TypedDict(
    "TrendAreaRecord",
    {
        "id": str,
        "letter": str,
        "title": str,
        "from": list[str],
        "chosen": int,
        "with_edition": int,
        "share": float | None,
    },
)
"""An area in one of the years; `from` holds those of the year before that it continues or comes from."""


class TrendYearRecord(TypedDict):
    """The coverage of one of the years."""

    year: str
    registered: int
    with_edition: int
    areas: list[TrendAreaRecord]
    examples: int
    annex_example: bool
    not_renewed: int


class TrendRecord(TypedDict):
    """All years side by side: `report --trend --format json`."""

    format: TrendFormat
    filters: FiltersRecord
    years: list[TrendYearRecord]


Report = CoverageRecord | AuthorityRecord | TrendRecord
"""Everything that `report --format json` may print."""
