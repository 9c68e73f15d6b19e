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
    CompactRecord,
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
from compactctl.formats.strict_json import written
from compactctl.workspace.versions.part_changes import PartChange, Spot
from compactctl.workspace.versions.part_values import Difference
from compactctl.workspace.versions.signed_texts import SignedText


def years(result: YearChanges) -> bytes:
    """Return what changed between two years."""
    return written(_changes(result)) + b"\n"


def revisions(result: RevisionChanges) -> bytes:
    """Return what changed since a revision."""
    record = RevisionsRecord(
        format="compactctl/revisions/1",
        revision=for_json(result.revision),
        unreadable=[for_json(path) for path in result.unreadable],
        documents=[_document(document) for document in result.documents],
        base=result.base,
        changed_after_signing=[_signed(*found) for found in result.changed_after_signing],
        not_checked_out=[for_json(path) for path in result.not_checked_out],
    )
    return written(record) + b"\n"


def _changes(result: YearChanges) -> ChangesRecord:
    return ChangesRecord(
        format="compactctl/changes/1",
        old=str(result.old),
        new=str(result.new),
        unreadable=[for_json(path) for path in result.unreadable],
        left_out=[
            LeftOutRecord(
                authority=item.authority, area=item.area, rule=item.rule, file=for_json(item.file), line=item.line
            )
            for item in result.left_out
        ],
        document=FieldsRecord(fields=_fields(result.annex_differences)),
        annex=[_annex(change) for change in result.annex],
        compacts=[_compact(change) for change in result.compacts],
        totals=_totals(result.totals),
        not_renewed=list(result.not_renewed),
        examples=ExamplesRecord(old=result.old_examples, new=result.new_examples),
        annex_example=AnnexExampleRecord(
            old=result.old in result.annex_examples, new=result.new in result.annex_examples
        ),
    )


def _annex(change: AnnexChange) -> AnnexRecord:
    return AnnexRecord(
        kind=change.part.kind,
        old=[area.id for area in change.part.old],
        new=[area.id for area in change.part.new],
        fields=list(change.part.fields),
        old_authorities=change.old_authorities,
        new_authorities=change.new_authorities,
        not_moved=list(change.not_moved),
        fingerprint=change.fingerprint,
        places=_places(change.spots),
    )


def _compact(change: CompactChange) -> CompactRecord:
    priorities, succession = change.priorities, change.succession
    return CompactRecord(
        authority=change.authority,
        kind=change.presence,
        ended=succession.ended.isoformat() if succession.ended else None,
        succeeded_by=list(succession.succeeded_by),
        succeeds=list(succession.succeeds),
        kept=[
            KeptRecord(area=kept.priority.area.id, issue=kept.priority.issue, fields=_fields(kept.differences))
            for kept in priorities.kept
        ],
        carried=[
            CarriedRecord(old=[chosen.area.id for chosen in part.old], new=[chosen.area.id for chosen in part.new])
            for part in priorities.carried
        ],
        lost=[_priority(chosen) for chosen in priorities.lost],
        gained=[_priority(chosen) for chosen in priorities.gained],
        asks_gained=len(change.asks.gained),
        asks_lost=len(change.asks.lost),
        fields=_fields(change.differences),
        fingerprint=change.fingerprint,
        asks_answered=len(change.asks.answered),
    )


def _priority(chosen: PriorityName) -> PriorityNameRecord:
    return PriorityNameRecord(area=chosen.area.id, issue=chosen.issue)


def _totals(totals: Totals) -> TotalsRecord:
    return TotalsRecord(
        kept=totals.kept,
        carried=totals.carried,
        lost=totals.lost,
        lost_with_authority=totals.losses[Loss.WITH_AUTHORITY],
        gained=totals.gained,
        old_priorities=totals.old_priorities,
        new_priorities=totals.new_priorities,
        not_renewed=totals.losses[Loss.NOT_RENEWED],
        dropped=totals.losses[Loss.DROPPED],
        lost_with_compact=totals.losses[Loss.WITH_COMPACT],
    )


def _document(change: DocumentChange) -> DocumentRecord:
    return DocumentRecord(
        file=for_json(change.file),
        kind=change.outcome,
        changes=[_part(part) for part in change.changes],
        example=change.is_example,
    )


def _part(change: PartChange) -> PartRecord:
    return PartRecord(
        kind=change.kind,
        year=str(change.year) if change.year else None,
        area=change.area,
        issue=change.issue,
        fields=_fields(change.differences),
        fingerprint=change.fingerprint,
        places=_places(change.spots),
        after_signature=change.after_signature,
    )


def _signed(document: DocumentChange, text: SignedText) -> SignedTextRecord:
    return SignedTextRecord(
        file=for_json(document.file),
        year=str(text.signed.year) if text.signed.year else None,
        status="agreed" if text.signed.status is Status.AGREED else "proposed",
        places=_places(spot for change in text.changes for spot in change.spots),
        what=list(dict.fromkeys(change.kind for change in text.changes)) or ["removed"],
    )


def _fields(differences: Iterable[Difference]) -> list[str]:
    return [difference.field for difference in differences]


def _places(spots: Iterable[Spot]) -> list[PlaceRecord]:
    return [PlaceRecord(side=spot.side, file=for_json(spot.file), line=spot.line) for spot in spots]
