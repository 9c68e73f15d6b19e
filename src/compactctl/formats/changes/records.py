"""What the JSON of a comparison holds, key by key: `compactctl schema changes` is made from these types.

They are the contract with programs that read the JSON; the types of `changes/` may change without them.
"""

from typing import Literal

from typing_extensions import TypedDict  # Pydantic reads no other one before Python 3.12

from compactctl.changes.results import Presence
from compactctl.changes.revisions import DocumentOutcome
from compactctl.formats.coverage.records import LeftOutRecord
from compactctl.workspace.lineage import Kind
from compactctl.workspace.versions.part_changes import ChangeKind

ChangesFormat = Literal["compactctl/changes/1"]
RevisionsFormat = Literal["compactctl/revisions/1"]


class PlaceRecord(TypedDict):
    """Where one side of a change stands."""

    side: Literal["old", "new"]
    file: str
    line: int


class FieldsRecord(TypedDict):
    """What of the annex differs beside its areas: title, note, sources, groups, signatures."""

    fields: list[str]


class AnnexRecord(TypedDict):
    """A part of the lineage: areas by id, and counts of authorities. `fields` is empty but for a changed area."""

    kind: Kind
    old: list[str]
    new: list[str]
    fields: list[str]
    old_authorities: int
    new_authorities: int
    not_moved: list[str]
    fingerprint: str
    places: list[PlaceRecord]


class KeptRecord(TypedDict):
    """A priority that goes on in its area; the issue as the new year spells it."""

    area: str
    issue: str | None
    fields: list[str]


class CarriedRecord(TypedDict):
    """Priorities that go on in other areas along the lineage, by areas."""

    old: list[str]
    new: list[str]


class PriorityNameRecord(TypedDict):
    """A priority that is lost or gained."""

    area: str
    issue: str | None


class CompactChangeRecord(TypedDict):
    """One authority's compact in the two years."""

    authority: str
    kind: Presence
    ended: str | None
    succeeded_by: list[str]
    succeeds: list[str]
    kept: list[KeptRecord]
    carried: list[CarriedRecord]
    lost: list[PriorityNameRecord]
    gained: list[PriorityNameRecord]
    asks_gained: int
    asks_lost: int
    fields: list[str]
    fingerprint: str
    asks_answered: int


class TotalsRecord(TypedDict):
    """Sums over the compacts; carried counts parts, and lost is the sum of the four reasons why.

    Old priorities of which it cannot be told whether they go on are in dropped.
    """

    kept: int
    carried: int
    lost: int
    lost_with_authority: int
    gained: int
    old_priorities: int
    new_priorities: int
    not_renewed: int
    dropped: int
    lost_with_compact: int


class ExamplesRecord(TypedDict):
    """How many of the editions of either year are made up, to show how the record works."""

    old: int
    new: int


class AnnexExampleRecord(TypedDict):
    """Whether the annex of either year is made up."""

    old: bool
    new: bool


class ChangesRecord(TypedDict):
    """What changed between two years: `diff --format json`."""

    format: ChangesFormat
    old: str
    new: str
    unreadable: list[str]
    left_out: list[LeftOutRecord]
    document: FieldsRecord
    annex: list[AnnexRecord]
    compacts: list[CompactChangeRecord]
    totals: TotalsRecord
    not_renewed: list[str]
    examples: ExamplesRecord
    annex_example: AnnexExampleRecord


class PartRecord(TypedDict):
    """A change within a document; year, area and issue are null where it is about none."""

    kind: ChangeKind
    year: str | None
    area: str | None
    issue: str | None
    fields: list[str]
    fingerprint: str
    places: list[PlaceRecord]
    after_signature: bool


class SignedTextRecord(TypedDict):
    """A text that was signed and differs now: `status` is what it was then, `year` null for the statement."""

    file: str
    year: str | None
    status: Literal["proposed", "agreed"]
    places: list[PlaceRecord]
    what: list[ChangeKind | Literal["removed"]]


class DocumentRecord(TypedDict):
    """A document that came, went or changed in substance; one that came or went lists no changes.

    An example is made up, as the document stands now, or stood where it went.
    """

    file: str
    kind: DocumentOutcome
    changes: list[PartRecord]
    example: bool


class RevisionsRecord(TypedDict):
    """What changed since a git revision: `diff --since REF --format json`."""

    format: RevisionsFormat
    revision: str
    unreadable: list[str]
    documents: list[DocumentRecord]
    base: str
    changed_after_signing: list[SignedTextRecord]
    not_checked_out: list[str]
