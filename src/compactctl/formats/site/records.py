"""What the data of a site holds, key by key: `compactctl schema record` and `schema site` are made from these types.

Every key of a document is there: null, or an empty list, where the document has nothing or what it has is broken.
"""

from typing import Literal

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.documents.status import Status
from compactctl.documents.values import Party


class SiteRecord(TypedDict):
    """The files of a site, by their paths within its folder."""

    format: Literal["compactctl/site/1"]
    files: list[str]


class WholeEventRecord(TypedDict):
    """What happened later, and came of something that was agreed."""

    date: str | None
    text: str | None
    source: str | None


class WholeSignatureRecord(TypedDict):
    """A party's agreement."""

    party: Party | None
    name: str | None
    role: str | None
    date: str | None


class FocusTitleRecord(TypedDict):
    """What the partnership attends to."""

    id: str | None
    title: str | None


class CommitmentTextRecord(TypedDict):
    """What the department will do nationally, by a day or a calendar year, and what came of it."""

    id: str | None
    text: str | None
    due: str | int | None
    follow_up: list[WholeEventRecord]


class StatementRecord(TypedDict):
    """The Statement of Intent."""

    title: str | None
    note: str | None
    sources: list[str | None]
    format: int | None
    principles: list[str | None]
    conditions: list[str | None]
    vision: list[str | None]
    focuses: list[FocusTitleRecord]
    commitments: list[CommitmentTextRecord]
    signatures: list[WholeSignatureRecord]


class OpenToRecord(TypedDict):
    """Who may choose an area."""

    regions: list[str | None]
    types: list[str | None]
    authorities: list[str | None]


AgendaAreaRecord = TypedDict(
    "AgendaAreaRecord",
    {
        "letter": str | None,
        "id": str | None,
        "title": str | None,
        "summary": str | None,
        "focuses": list[str | None],
        "open_to": OpenToRecord | None,
        "named_locally": bool | None,
        "from": list[str | None],
    },
)
"""A priority area of an annex."""


class GroupRecord(TypedDict):
    """A part of an annex with aims of its own."""

    id: str | None
    title: str | None
    aims: list[str | None]
    areas: list[AgendaAreaRecord]


class RetiredRecord(TypedDict):
    """An area of the last annex that this one drops."""

    id: str | None
    why: str | None


class AgendaRecord(TypedDict):
    """The annex of an academic year; its status is null where it cannot be told."""

    year: str | None
    title: str | None
    note: str | None
    sources: list[str | None]
    example: bool
    at_most: int | None
    groups: list[GroupRecord]
    retired: list[RetiredRecord]
    signatures: list[WholeSignatureRecord]
    status: Status | None


class WholeContributionsRecord(TypedDict):
    """What each side will do for a priority."""

    authority: list[str | None]
    department: list[str | None]


class WholePriorityRecord(TypedDict):
    """A priority of an edition, as it stands there, whether or not it counts."""

    area: str | None
    issue: str | None
    term: str | None
    why: str | None
    contributions: WholeContributionsRecord


class AskedRecord(TypedDict):
    """A change to national policy or practice that the authority asks for."""

    text: str | None
    area: str | None
    answer: WholeEventRecord | None


class EditionRecord(TypedDict):
    """A compact's part for one academic year; its status is null where it cannot be told."""

    year: str | None
    note: str | None
    review_by: str | None
    review: WholeEventRecord | None
    priorities: list[WholePriorityRecord]
    asks: list[AskedRecord]
    signatures: list[WholeSignatureRecord]
    status: Status | None


class WholeCompactRecord(TypedDict):
    """What one authority and the department agree, year by year."""

    authority: str | None
    note: str | None
    sources: list[str | None]
    example: bool
    ended: WholeEventRecord | None
    editions: list[EditionRecord]


class RegisteredRecord(TypedDict):
    """An authority of the register: when it existed, and what came after it."""

    slug: str
    code: str
    name: str
    region: str
    type: str
    valid_from: str | None
    valid_to: str | None
    successors: list[str]


class RecordRecord(TypedDict):
    """The whole record; `unreadable` names the documents that cannot be read, and are left out."""

    format: Literal["compactctl/record/1"]
    statement: StatementRecord | None
    annexes: list[AgendaRecord]
    compacts: list[WholeCompactRecord]
    authorities: list[RegisteredRecord]
    unreadable: list[str]
