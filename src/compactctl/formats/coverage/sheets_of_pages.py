"""The sheets of one authority's page, and the rows of compacts among the others."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage, LaterEvent
from compactctl.formats.coverage.sheet import ANNEX, EXAMPLE, Column, Kind, Row, Sheet, yes_or_no
from compactctl.formats.coverage.still_open import of_open
from compactctl.formats.coverage.words import of_left_out, of_status
from compactctl.formats.coverage.words_of_authority import of_absence
from compactctl.words import marked

COMPACTS: Final = (
    *(Column("authority", width=26), Column("status", width=18), Column("letter", width=8)),
    *(Column("area", Kind.LONG, 36), Column("issue", Kind.LONG, 30), Column("term", width=10)),
    *(Column("why", Kind.LONG, 50), Column("the authority contributes", Kind.LONG, 50)),
    *(Column("the department contributes", Kind.LONG, 50), Column("review by", Kind.DAY, 12)),
    *(Column("reviewed on", Kind.DAY, 12), Column("what came of the review", Kind.LONG, 50)),
    *(Column("compact ended on", Kind.DAY, 12), Column("note", Kind.LONG, 50), EXAMPLE),
)
ANSWER: Final = (Column("answered on", Kind.DAY, 12), Column("answer", Kind.LONG, 80))
_ASKS: Final = (Column("letter", width=8), Column("asks for", Kind.LONG, 80), *ANSWER, EXAMPLE)
_SIGNATURES: Final = (
    *(Column("party", width=14), Column("name", width=30), Column("role", width=40), Column("date", Kind.DAY, 12)),
    EXAMPLE,
)
_AREAS: Final = (Column("letter", width=8), Column("area", Kind.LONG, 50), Column("is", Kind.CELL, 16), EXAMPLE, ANNEX)
_OPEN: Final = (Column("still open", Kind.LONG, 100), EXAMPLE)


def compact_rows(page: CompactPage) -> Iterator[Row]:
    """Yield a row for each priority, the status with the mark of an example; see `_rows`."""
    return _rows(page, marked(of_status(page.status), is_example=page.is_example))


def _rows(page: CompactPage, status: str) -> Iterator[Row]:
    """Yield a row for each priority; an edition without any has one that says so by its blanks."""
    ended = page.ended.date if page.ended else None
    of_all = (page.review_by, *event_cells(page.review), ended, page.note, yes_or_no(page.is_example))
    for priority in page.priorities:
        yield (
            *(page.label, status, priority.letter, priority.title, priority.issue, priority.term, priority.why),
            *("; ".join(priority.authority), "; ".join(priority.department), *of_all),
        )
    if not page.priorities:
        yield page.label, status, *(None,) * 7, *of_all


def event_cells(event: LaterEvent | None) -> tuple[date | None, str | None]:
    """Return the day of what happened later, and what it was, for two columns."""
    return (event.date, event.text) if event else (None, None)


def sheets_of_authority(result: AuthorityReport) -> tuple[Sheet, ...]:
    """Return the sheets of one authority's page; the first has the bare status."""
    page, letters = result.compact, {area.id: area.letter for area in result.areas}
    example = yes_or_no(result.is_example)
    asks = page.asks if page else ()
    rows_of_asks = ((letters.get(ask.area or ""), ask.text, *event_cells(ask.answer), example) for ask in asks)
    signatures = ((one.party, one.name, one.role, one.date, example) for one in page.signatures) if page else ()
    annex = yes_or_no(result.annex_is_example)
    areas = ((area.letter, area.title, area.cell, example, annex) for area in result.areas)
    return (
        Sheet("priorities", COMPACTS, _rows(page, page.status or "") if page else (), frozen=0),
        Sheet("asks", _ASKS, rows_of_asks),
        Sheet("signatures", _SIGNATURES, signatures),
        Sheet("areas", _AREAS, areas),
        Sheet("open", _OPEN, ((sentence, example) for sentence in _open(result))),
    )


def _open(result: AuthorityReport) -> Iterator[str]:
    yield from map(of_left_out, result.left_out)
    yield from of_open(result.compact) if result.compact else (of_absence(result),)
