"""A report as JSON, in the words of `records.py`. A compact is written while it is read, and kept as its bytes."""

from collections.abc import Iterator
from typing import TypeVar

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage, LaterEvent, PagePriority
from compactctl.coverage.results import AreaRow, CommitmentRow, Coverage, Filters, Standing
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.documents.status import Status
from compactctl.formats.coverage.records import (
    AreaRecord,
    AskRecord,
    AuthoritiesRecord,
    AuthorityRecord,
    CommitmentRecord,
    CompactRecord,
    ContributionsRecord,
    CoverageRecord,
    EndedRecord,
    EventRecord,
    FiltersRecord,
    FocusRecord,
    FollowUpRecord,
    IssueRecord,
    LeftOutRecord,
    NotRenewedRecord,
    PagePriorityRecord,
    PageRecord,
    PriorityRecord,
    RegionRecord,
    SignatureRecord,
    TrendAreaRecord,
    TrendRecord,
    TrendYearRecord,
    TypeRecord,
)
from compactctl.formats.safe import for_json
from compactctl.formats.strict_json import document, record, written
from compactctl.workspace.compacts import LeftOut

R = TypeVar("R", CompactRecord, PageRecord)


def keep(page: CompactPage) -> bytes:
    """Return the compact as it stands in the list of compacts."""
    priorities = [_priority(priority) for priority in page.priorities]
    return written(_edition(CompactRecord, page, priorities=priorities), depth=2)


def coverage(result: Coverage[bytes]) -> Iterator[bytes]:
    """Return the coverage of a year."""
    return document(_coverage(result), {"compacts": result.compacts})


def authority(result: AuthorityReport) -> bytes:
    """Return one authority's page."""
    page = record(
        AuthorityRecord,
        result,
        format="compactctl/compact/1",
        compact=_page(result.compact) if result.compact else None,
        annex_example=result.annex_is_example,
    )
    return written(page) + b"\n"


def trend(result: Trend) -> bytes:
    """Return all years side by side."""
    years = [_year(year) for year in result.years]
    return (
        written(record(TrendRecord, format="compactctl/trend/1", filters=_filters(result.filters), years=years)) + b"\n"
    )


def _coverage(result: Coverage[bytes]) -> CoverageRecord:
    """Return the record of a year, its list of compacts left to be filled with what was kept of each."""
    return record(
        CoverageRecord,
        result,
        format="compactctl/coverage/1",
        filters=_filters(result.filters),
        unreadable=[for_json(path) for path in result.unreadable],
        left_out=[_left_out(part) for part in result.left_out],
        authorities=_authorities(result),
        areas=[_area(area) for area in result.areas],
        focuses=[record(FocusRecord, focus) for focus in result.focuses],
        regions=[record(RegionRecord, row, region=row.name) for row in result.regions],
        types=[record(TypeRecord, row, type=row.name) for row in result.types],
        compacts=[],
        without_edition=[row.slug for row in result.without_edition],
        annex_example=result.annex_is_example,
        not_renewed=[record(NotRenewedRecord, authority=row.slug, year=row.past.last) for row in result.not_renewed],
        ended=[record(EndedRecord, authority=row.slug, date=row.past.ended) for row in result.ended],
        beyond_register=result.is_beyond_register,
        commitments=[_commitment(commitment) for commitment in result.commitments] or None,
    )


def _filters(filters: Filters) -> FiltersRecord:
    return record(FiltersRecord, filters)


def _left_out(part: LeftOut) -> LeftOutRecord:
    return record(LeftOutRecord, part, file=for_json(part.file))


def _authorities(result: Coverage[bytes]) -> AuthoritiesRecord:
    return record(
        AuthoritiesRecord,
        result,
        without_edition=len(result.without_edition),
        unreadable=result.standings[Standing.UNREADABLE],
        below_status=result.standings[Standing.BELOW_STATUS],
        **{status: result.statuses[status] for status in Status},
    )


def _area(area: AreaRow) -> AreaRecord:
    return record(AreaRecord, area, issues=[record(IssueRecord, issue, issue=issue.name) for issue in area.issues])


def _commitment(commitment: CommitmentRow) -> CommitmentRecord:
    follow_up = [record(FollowUpRecord, event) for event in commitment.follow_up]
    return record(CommitmentRecord, commitment, follow_up=follow_up)


def _year(year: TrendYear) -> TrendYearRecord:
    return record(
        TrendYearRecord,
        year.coverage,
        areas=[record(TrendAreaRecord, area, **{"from": year.origins[area.id]}) for area in year.coverage.areas],
        annex_example=year.coverage.annex_is_example,
        not_renewed=len(year.coverage.not_renewed),
    )


def _edition(kind: type[R], page: CompactPage, **values: object) -> R:
    """Return the record of an edition, among those of others or on its own."""
    return record(
        kind,
        page,
        asks=[record(AskRecord, ask, answer=_event(ask.answer)) for ask in page.asks],
        example=page.is_example,
        review=_event(page.review),
        ended=_event(page.ended),
        **values,
    )


def _page(page: CompactPage) -> PageRecord:
    return _edition(
        PageRecord,
        page,
        priorities=[
            PagePriorityRecord(**_priority(priority), letter=priority.letter, title=priority.title)
            for priority in page.priorities
        ],
        signatures=[record(SignatureRecord, signature) for signature in page.signatures],
    )


def _priority(priority: PagePriority) -> PriorityRecord:
    return record(PriorityRecord, priority, contributions=record(ContributionsRecord, priority))


def _event(event: LaterEvent | None) -> EventRecord | None:
    return record(EventRecord, event) if event else None
