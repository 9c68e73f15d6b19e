"""Changes as JSON, in the words of `records.py`."""

from collections.abc import Iterable

from compactctl.changes.results import AnnexChange, CompactChange, Loss, PriorityName, Totals, YearChanges
from compactctl.changes.revisions import DocumentChange, RevisionChanges
from compactctl.documents.status import Status
from compactctl.formats.changes.records import (
    AnnexExampleRecord,
    AnnexRecord,
    CarriedRecord,
    ChangesRecord,
    CompactChangeRecord,
    DocumentRecord,
    ExamplesRecord,
    FieldsRecord,
    KeptRecord,
    PartRecord,
    PlaceRecord,
    PriorityNameRecord,
    RevisionsRecord,
    SignedTextRecord,
    TotalsRecord,
)
from compactctl.formats.coverage.records import LeftOutRecord
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import record, written
from compactctl.workspace.versions.part_changes import PartChange, Spot
from compactctl.workspace.versions.part_values import Difference
from compactctl.workspace.versions.signed_texts import SignedText


def years(result: YearChanges) -> bytes:
    """Return what changed between two years."""
    changes = record(
        ChangesRecord,
        result,
        format="compactctl/changes/1",
        unreadable=[*map(for_json, result.unreadable)],
        left_out=[record(LeftOutRecord, item, file=for_json(item.file)) for item in result.left_out],
        document=record(FieldsRecord, fields=_fields(result.annex_differences)),
        annex=[*map(_annex, result.annex)],
        compacts=[*map(_compact, result.compacts)],
        totals=_totals(result.totals),
        examples=record(ExamplesRecord, old=result.old_examples, new=result.new_examples),
        annex_example=record(
            AnnexExampleRecord, old=result.old in result.annex_examples, new=result.new in result.annex_examples
        ),
    )
    return written(changes) + b"\n"


def revisions(result: RevisionChanges) -> bytes:
    """Return what changed since a revision."""
    changes = record(
        RevisionsRecord,
        result,
        format="compactctl/revisions/1",
        revision=for_json(result.revision),
        unreadable=[*map(for_json, result.unreadable)],
        documents=[*map(_document, result.documents)],
        changed_after_signing=[_signed(*pair) for pair in result.changed_after_signing],
        not_checked_out=[*map(for_json, result.not_checked_out)],
    )
    return written(changes) + b"\n"


def _annex(change: AnnexChange) -> AnnexRecord:
    part = change.part
    return record(
        AnnexRecord,
        change,
        kind=part.kind,
        old=[area.id for area in part.old],
        new=[area.id for area in part.new],
        fields=part.fields,
        places=_places(change.spots),
    )


def _compact(change: CompactChange) -> CompactChangeRecord:
    priorities, asks, succession = change.priorities, change.asks, change.succession
    return record(
        CompactChangeRecord,
        change,
        kind=change.presence,
        ended=succession.ended,
        succeeded_by=succession.succeeded_by,
        succeeds=succession.succeeds,
        kept=[
            record(KeptRecord, kept.priority, area=kept.priority.area.id, fields=_fields(kept.differences))
            for kept in priorities.kept
        ],
        carried=[
            record(CarriedRecord, old=[name.area.id for name in part.old], new=[name.area.id for name in part.new])
            for part in priorities.carried
        ],
        lost=[*map(_priority, priorities.lost)],
        gained=[*map(_priority, priorities.gained)],
        asks_gained=len(asks.gained),
        asks_lost=len(asks.lost),
        asks_answered=len(asks.answered),
        fields=_fields(change.differences),
    )


def _priority(name: PriorityName) -> PriorityNameRecord:
    return record(PriorityNameRecord, name, area=name.area.id)


def _totals(totals: Totals) -> TotalsRecord:
    return record(
        TotalsRecord,
        totals,
        lost_with_authority=totals.losses[Loss.WITH_AUTHORITY] + totals.losses[Loss.BEFORE_AUTHORITY],
        lost_with_compact=totals.losses[Loss.WITH_COMPACT] + totals.losses[Loss.MAY_HAVE_ENDED],
        not_renewed=totals.losses[Loss.NOT_RENEWED],
        dropped=totals.losses[Loss.DROPPED] + totals.losses[Loss.UNKNOWN],
    )


def _document(change: DocumentChange) -> DocumentRecord:
    return record(
        DocumentRecord,
        file=for_json(change.file),
        kind=change.outcome,
        changes=[*map(_part, change.changes)],
        example=change.is_example,
    )


def _part(change: PartChange) -> PartRecord:
    return record(PartRecord, change, fields=_fields(change.differences), places=_places(change.spots))


def _signed(document: DocumentChange, text: SignedText) -> SignedTextRecord:
    return record(
        SignedTextRecord,
        file=for_json(document.file),
        year=text.signed.year,
        status="agreed" if text.signed.status is Status.AGREED else "proposed",
        places=_places(spot for change in text.changes for spot in change.spots),
        what=list(dict.fromkeys(change.kind for change in text.changes)) or ["removed"],
    )


def _fields(differences: Iterable[Difference]) -> list[str]:
    return [difference.field for difference in differences]


def _places(spots: Iterable[Spot]) -> list[PlaceRecord]:
    return [record(PlaceRecord, spot, file=for_json(spot.file)) for spot in spots]
