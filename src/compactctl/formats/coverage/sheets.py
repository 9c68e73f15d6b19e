"""The sheets of a year's coverage, and of all years."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from compactctl.coverage.filters import Filters
from compactctl.coverage.results import AuthorityRow, Cell, Coverage, Standing
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage.sheet import ANNEX, Column, Kind, Row, Sheet, counts, yes_or_no
from compactctl.formats.coverage.sheets_of_pages import COMPACTS
from compactctl.words import marked

_YEARS: Final = (Column("year", width=10), *counts("authorities", "with an edition", "priorities", "examples"), ANNEX)
_ASKS: Final = (
    *(Column("letter", width=8), Column("area", Kind.LONG, 40), Column("authority", width=26)),
    Column("asks for", Kind.LONG, 80),
)
_MISSING: Final = (
    *(Column("what", width=20), Column("authority", width=30), Column("region", width=24), Column("type", width=20)),
    *(Column("area", width=28), Column("rule", width=22), Column("file", width=44), Column("line", Kind.COUNT, 9)),
)


def sheets_of_coverage(result: Coverage[tuple[Row, ...]]) -> tuple[Sheet, ...]:
    """Return the sheets."""
    return (
        Sheet("areas", _columns_of_areas(result.filters), _areas(result), frozen=3),
        _matrix(result),
        Sheet("compacts", COMPACTS, chain.from_iterable(result.compacts), frozen=2),
        Sheet("asks", _ASKS, _asks(result), frozen=2),
        Sheet("missing", _MISSING, _missing(result), frozen=2),
    )


def sheets_of_trend(result: Trend) -> tuple[Sheet, ...]:
    """Return the sheets of all years."""
    coverages = [year.coverage for year in result.years]
    years = (
        (
            *(str(one.year), one.registered, one.with_edition, one.priorities),
            *(one.examples, yes_or_no(one.annex_is_example)),
        )
        for one in coverages
    )
    columns = (*_columns_of_areas(result.filters), Column("from", Kind.LONG, 40))
    return Sheet("years", _YEARS, years), Sheet("areas", columns, _areas_of_years(result), frozen=3)


def _columns_of_areas(filters: Filters) -> tuple[Column, ...]:
    return (
        *(Column("year", width=10), Column("letter", width=8), Column("area", Kind.LONG, 50)),
        *(Column("id", width=28), Column("group", width=24)),
        *counts("open to", "with an edition", "chosen", "not chosen", words.of_none(filters), "cannot be read"),
        Column("share", Kind.SHARE, 9),
        *counts("priorities", "short", "medium", "draft", "proposed", "agreed"),
        *counts("authority offers nothing", "department offers nothing"),
        *(Column("local issues", Kind.LONG, 60), *counts("examples"), ANNEX),
    )


def _areas_of_years(result: Trend) -> Iterator[Row]:
    for year in result.years:
        for area, row in zip(year.coverage.areas, _areas(year.coverage), strict=True):
            yield *row, "; ".join(year.origins[area.id])


def _areas(result: Coverage[object]) -> Iterator[Row]:
    for area in result.areas:
        issues = (f"{issue.name} ({', '.join(issue.authorities)})" for issue in area.issues)
        yield (
            *(str(result.year), area.letter, area.title, area.id, area.group, area.open_to, area.with_edition),
            *(area.chosen, area.not_chosen, area.no_edition, area.unreadable, area.share),
            *(area.priorities, area.short, area.medium, area.draft, area.proposed, area.agreed),
            *(area.no_authority_contribution, area.no_department_contribution, "; ".join(issues)),
            *(area.examples, yes_or_no(result.annex_is_example)),
        )


def _matrix(result: Coverage[tuple[Row, ...]]) -> Sheet:
    areas = tuple(Column(area.label, Kind.CELL, 16) for area in result.areas)
    who = (Column("authority", width=30), Column("region", width=24), Column("type", width=20))
    none = words.of_none(result.filters)
    rows = (
        (
            *(words.of_authority(row), row.region, row.type, row.standing.value, _status(row), row.priorities),
            *(none if cell is Cell.NO_EDITION else cell for cell in row.cells),
        )
        for row in result.authorities
    )
    columns = (*who, Column("compact", width=14), Column("status", width=18), *counts("priorities"), *areas)
    return Sheet("matrix", columns, rows)


def _status(row: AuthorityRow) -> str | None:
    return marked(row.status, is_example=row.is_example) if row.status else None


def _asks(result: Coverage[tuple[Row, ...]]) -> Iterator[Row]:
    for row in result.asks:
        area = (row.area.letter, row.area.title) if row.area else (None, None)
        yield from ((*area, words.of_asker(ask), ask.text) for ask in row.asks)


def _missing(result: Coverage[tuple[Row, ...]]) -> Iterator[Row]:
    """Yield first what cannot be read, then what is left out, then who has no edition."""
    for path in result.unreadable:
        yield "cannot be read", None, None, None, None, None, path, None
    for path in result.unread:
        yield "read by nobody", None, None, None, None, None, path, None
    for part in result.left_out:
        yield "left out", part.authority, None, None, part.area, part.rule, part.file, part.line
    for row in result.authorities:
        if row.standing is Standing.UNREADABLE:
            yield "cannot be read", row.label, row.region, row.type, None, None, None, None
    for row in result.without_edition:
        what = words.of_none(result.filters)
        yield what, row.label, row.region, row.type, None, None, None, None
