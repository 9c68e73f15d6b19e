"""From results to the records of the JSON: the coverage of a year, and the years side by side."""

from collections.abc import Iterator
from datetime import date

from compactctl.coverage.filters import Filters
from compactctl.coverage.results import AreaRow, Coverage, SliceRow, Standing
from compactctl.coverage.statement import Commitment
from compactctl.coverage.trend import Trend, TrendYear
from compactctl.documents.status import Status
from compactctl.formats.coverage.records import (
    AreaRecord,
    AuthoritiesRecord,
    CommitmentRecord,
    CoverageRecord,
    EndedRecord,
    FiltersRecord,
    FocusRecord,
    FollowUpRecord,
    IssueRecord,
    LeftOutRecord,
    NotRenewedRecord,
    RegionRecord,
    TrendAreaRecord,
    TrendRecord,
    TrendYearRecord,
    TypeRecord,
)
from compactctl.formats.safe import for_json


def coverage_record(result: Coverage[bytes]) -> CoverageRecord:
    """Return the record of a year, its list of compacts left to be filled with what was kept of each."""
    return CoverageRecord(
        format="compactctl/coverage/1",
        year=str(result.year),
        annex=result.annex,
        filters=_filters(result.filters),
        unreadable=[for_json(path) for path in result.unreadable],
        left_out=list(_left_out(result)),
        authorities=_authorities(result),
        areas=[_area(area) for area in result.areas],
        focuses=list(_focuses(result)),
        regions=[_region(row) for row in result.regions],
        types=[_type(row) for row in result.types],
        compacts=[],
        without_edition=[row.slug for row in result.without_edition],
        examples=result.examples,
        annex_example=result.annex_is_example,
        not_renewed=list(_not_renewed(result)),
        ended=list(_ended(result)),
        beyond_register=result.is_beyond_register,
        commitments=[_commitment(one) for one in result.commitments] or None,
    )


def trend_record(result: Trend) -> TrendRecord:
    """Return the record of all years."""
    years = [_year(year) for year in result.years]
    return TrendRecord(format="compactctl/trend/1", filters=_filters(result.filters), years=years)


def _focuses(result: Coverage[bytes]) -> Iterator[FocusRecord]:
    for focus in result.focuses:
        yield FocusRecord(id=focus.id, title=focus.title, areas=list(focus.areas), chosen=focus.chosen)


def _filters(filters: Filters) -> FiltersRecord:
    return FiltersRecord(region=filters.region, type=filters.type, status=filters.status)


def _left_out(result: Coverage[bytes]) -> Iterator[LeftOutRecord]:
    for part in result.left_out:
        yield LeftOutRecord(
            authority=part.authority,
            area=part.area,
            rule=part.rule,
            file=for_json(part.file),
            line=part.line,
        )


def _not_renewed(result: Coverage[bytes]) -> Iterator[NotRenewedRecord]:
    for row in result.not_renewed:
        yield NotRenewedRecord(authority=row.slug, year=str(row.past.last))


def _ended(result: Coverage[bytes]) -> Iterator[EndedRecord]:
    for row in result.ended:
        yield EndedRecord(authority=row.slug, date=str(row.past.ended))


def _commitment(commitment: Commitment) -> CommitmentRecord:
    return CommitmentRecord(
        id=commitment.id,
        text=commitment.text,
        due=commitment.due.isoformat() if isinstance(commitment.due, date) else commitment.due,
        follow_up=[
            FollowUpRecord(date=event.date.isoformat(), text=event.text, source=event.source)
            for event in commitment.follow_up
        ],
    )


def _authorities(result: Coverage[bytes]) -> AuthoritiesRecord:
    return AuthoritiesRecord(
        registered=result.registered,
        with_edition=result.with_edition,
        without_edition=len(result.without_edition),
        unreadable=result.standings[Standing.UNREADABLE],
        below_status=result.standings[Standing.BELOW_STATUS],
        draft=result.statuses[Status.DRAFT],
        proposed=result.statuses[Status.PROPOSED],
        agreed=result.statuses[Status.AGREED],
    )


def _area(area: AreaRow) -> AreaRecord:
    return AreaRecord(
        letter=area.letter,
        id=area.id,
        title=area.title,
        group=area.group,
        focuses=list(area.focuses),
        open_to=area.open_to,
        with_edition=area.with_edition,
        chosen=area.chosen,
        not_chosen=area.not_chosen,
        no_edition=area.no_edition,
        unreadable=area.unreadable,
        share=area.share,
        short=area.short,
        medium=area.medium,
        draft=area.draft,
        proposed=area.proposed,
        agreed=area.agreed,
        no_authority_contribution=area.no_authority_contribution,
        no_department_contribution=area.no_department_contribution,
        issues=[IssueRecord(issue=issue.name, authorities=list(issue.authorities)) for issue in area.issues],
        authorities=list(area.authorities),
        term_unsaid=area.term_unsaid,
    )


def _region(row: SliceRow) -> RegionRecord:
    return RegionRecord(
        region=row.name,
        registered=row.registered,
        with_edition=row.with_edition,
        priorities=row.priorities,
    )


def _type(row: SliceRow) -> TypeRecord:
    return TypeRecord(
        type=row.name,
        registered=row.registered,
        with_edition=row.with_edition,
        priorities=row.priorities,
    )


def _year(year: TrendYear) -> TrendYearRecord:
    return TrendYearRecord(
        year=str(year.coverage.year),
        registered=year.coverage.registered,
        with_edition=year.coverage.with_edition,
        areas=[_trend_area(area, year.origins[area.id]) for area in year.coverage.areas],
        examples=year.coverage.examples,
        annex_example=year.coverage.annex_is_example,
        not_renewed=len(year.coverage.not_renewed),
    )


def _trend_area(area: AreaRow, origins: tuple[str, ...]) -> TrendAreaRecord:
    return {
        "id": area.id,
        "letter": area.letter,
        "title": area.title,
        "from": list(origins),
        "chosen": area.chosen,
        "with_edition": area.with_edition,
        "share": area.share,
    }
