"""The sheets of a year's coverage, and of all years."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from compactctl.coverage.results import AuthorityRow, Cell, Coverage, Filters, Standing
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.sheet import ANNEX, Column, Kind, Row, Sheet, counts, yes_or_no
from compactctl.formats.coverage.sheets_of_pages import ANSWER, COMPACTS, event_cells
from compactctl.words import marked, region_in_words, type_in_words

_YEARS: Final = (
    *(Column("year", width=10), *counts("authorities", "with an edition", "not renewed", "priorities", "examples")),
    ANNEX,
)
_ASKS: Final = (
    *(Column("letter", width=8), Column("area", Kind.LONG, 40), Column("authority", width=26)),
    *(Column("asks for", Kind.LONG, 80), *ANSWER),
)
_COMMITMENTS: Final = (
    *(Column("the department undertook nationally", Kind.LONG, 60), Column("due", width=12)),
    *(Column("date", Kind.DAY, 12), Column("what came of it", Kind.LONG, 60), Column("source", Kind.LONG, 40)),
)
_MISSING: Final = (
    *(Column("what", width=20), Column("authority", width=30), Column("region", width=24), Column("type", width=20)),
    *(Column("area", width=28), Column("rule", width=22), Column("file", width=44), Column("line", Kind.COUNT, 9)),
    *(Column("last edition", width=12), Column("ended on", Kind.DAY, 12)),
)


class _Missing(NamedTuple):
    """A row of the sheet of what is missing."""

    what: str
    authority: str | None = None
    region: str | None = None
    type: str | None = None
    area: str | None = None
    rule: str | None = None
    file: str | None = None
    line: int | None = None
    last: str | None = None
    ended: date | None = None


def sheets_of_coverage(result: Coverage[tuple[Row, ...]]) -> tuple[Sheet, ...]:
    """Return the sheets."""
    unsaid = _leaves_terms_unsaid([result])
    return (
        Sheet("areas", _columns_of_areas(result.filters, unsaid=unsaid), _areas(result, unsaid=unsaid), frozen=3),
        _matrix(result),
        Sheet("compacts", COMPACTS, chain.from_iterable(result.compacts), frozen=2),
        Sheet("asks", _ASKS, _asks(result), frozen=2),
        *((Sheet("commitments", _COMMITMENTS, _commitments(result)),) if result.commitments else ()),
        Sheet("missing", _MISSING, _missing(result), frozen=2),
    )


def sheets_of_trend(result: Trend) -> tuple[Sheet, ...]:
    """Return the sheets of all years."""
    coverages = [year.coverage for year in result.years]
    years = (
        (
            *(str(one.year), one.registered, one.with_edition, len(one.not_renewed), one.priorities),
            *(one.examples, yes_or_no(one.annex_is_example)),
        )
        for one in coverages
    )
    unsaid = _leaves_terms_unsaid(coverages)
    columns = (*_columns_of_areas(result.filters, unsaid=unsaid), Column("from", Kind.LONG, 40))
    return Sheet("years", _YEARS, years), Sheet("areas", columns, _areas_of_years(result, unsaid=unsaid), frozen=3)


def _leaves_terms_unsaid(coverages: Iterable[Coverage[object]]) -> bool:
    """Tell whether any priority says nothing of its term, so that there is a column for it."""
    return any(area.term_unsaid for coverage in coverages for area in coverage.areas)


def _columns_of_areas(filters: Filters, *, unsaid: bool) -> tuple[Column, ...]:
    return (
        *(Column("year", width=10), Column("letter", width=8), Column("area", Kind.LONG, 50)),
        *(Column("id", width=28), Column("group", width=24)),
        *counts("open to", "with an edition", "chosen", "not chosen", words.of_none(filters), "not renewed"),
        *(*counts("cannot be read"), Column("share", Kind.SHARE, 9), *counts("priorities", "short", "medium")),
        *counts(*["term not said"] * unsaid, "draft", "proposed", "agreed"),
        *counts("authority's contribution open", "department's contribution open"),
        *(Column("local issues", Kind.LONG, 60), *counts("examples"), ANNEX),
    )


def _areas_of_years(result: Trend, *, unsaid: bool) -> Iterator[Row]:
    for year in result.years:
        for area, row in zip(year.coverage.areas, _areas(year.coverage, unsaid=unsaid), strict=True):
            yield *row, "; ".join(year.origins[area.id])


def _areas(result: Coverage[object], *, unsaid: bool) -> Iterator[Row]:
    for area in result.areas:
        issues = (f"{issue.name} ({', '.join(issue.authorities)})" for issue in area.issues)
        yield (
            *(str(result.year), area.letter, area.title, area.id, area.group, area.open_to, area.with_edition),
            *(area.chosen, area.not_chosen, area.no_edition, area.not_renewed, area.unreadable, area.share),
            *(area.priorities, area.short, area.medium, *[area.term_unsaid] * unsaid),
            *(area.draft, area.proposed, area.agreed),
            *(area.no_authority_contribution, area.no_department_contribution, "; ".join(issues)),
            *(area.examples, yes_or_no(result.annex_is_example)),
        )


def _matrix(result: Coverage[tuple[Row, ...]]) -> Sheet:
    if not result.has_matrix:
        return Sheet(
            "matrix", (Column("authorities and areas", Kind.LONG, 100),), [(words.of_matrix_left_out(result),)]
        )
    areas = tuple(Column(area.label, Kind.CELL, 16) for area in result.areas)
    who = (Column("authority", width=30), Column("region", width=24), Column("type", width=20))
    none = words.of_none(result.filters)
    rows = (
        (
            *(words.of_authority(row), *_where(row), row.standing.value, _status(row), row.priorities),
            *(none if cell is Cell.NO_EDITION else cell for cell in row.cells),
        )
        for row in result.authorities
    )
    columns = (*who, Column("compact", width=14), Column("status", width=18), *counts("priorities"), *areas)
    return Sheet("matrix", columns, rows)


def _where(row: AuthorityRow) -> tuple[str, str]:
    return region_in_words(row.region), type_in_words(row.type)


def _status(row: AuthorityRow) -> str | None:
    return marked(row.status, is_example=row.is_example) if row.status else None


def _asks(result: Coverage[tuple[Row, ...]]) -> Iterator[Row]:
    for row in result.asks:
        area = (row.area.letter, row.area.title) if row.area else (None, None)
        for ask in row.asks:
            yield *area, marked(ask.label, is_example=ask.is_example), ask.text, *event_cells(ask.answer)


def _commitments(result: Coverage[object]) -> Iterator[Row]:
    """Yield a row for all that came of each commitment, and one where nothing did yet."""
    for commitment in result.commitments:
        due = commitment.due if commitment.due is None else str(commitment.due)
        for event in commitment.follow_up or (None,):
            yield commitment.text, due, *event_cells(event), event.source if event else None


def _missing(result: Coverage[tuple[Row, ...]]) -> Iterator[Row]:
    """Yield first what cannot be read, then what is left out, then who has no edition."""
    for path in result.unreadable:
        yield _Missing("cannot be read", file=path)
    for path in result.unread:
        yield _Missing("read by nobody", file=path)
    for part in result.left_out:
        yield _Missing("left out", part.authority, area=part.area, rule=part.rule, file=part.file, line=part.line)
    for row in result.authorities:
        if row.standing is Standing.UNREADABLE:
            yield _Missing("cannot be read", row.label, *_where(row))
    never = f"never had {words.of_an_edition(result.filters)}"
    for what, rows in (
        ("has not renewed", result.not_renewed),
        ("compact has ended", result.ended),
        (never, result.never),
        (words.of_none(result.filters), result.of_unknown_past),
    ):
        for row in rows:
            label = marked(row.label, is_example=row.past.is_example and what != never)
            last = str(row.past.last) if row.past.last else None
            yield _Missing(what, label, *_where(row), last=last, ended=row.past.ended)
