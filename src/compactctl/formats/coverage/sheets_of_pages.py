"""The sheets of one authority's page, and the rows of compacts among the others."""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.pages import CompactPage
from compactctl.formats.coverage.sheet import Column, Kind, Row, Sheet
from compactctl.formats.coverage.still_open import of_open
from compactctl.formats.coverage.words import of_left_out
from compactctl.formats.coverage.words_of_authority import of_absence

COMPACTS: Final = (
    *(Column("authority", width=26), Column("status", width=10), Column("letter", width=8)),
    *(Column("area", Kind.LONG, 36), Column("issue", Kind.LONG, 30), Column("term", width=10)),
    *(Column("why", Kind.LONG, 50), Column("the authority contributes", Kind.LONG, 50)),
    *(Column("the department contributes", Kind.LONG, 50), Column("review by", Kind.DAY, 12)),
    Column("note", Kind.LONG, 50),
)
_ASKS: Final = (Column("letter", width=8), Column("asks for", Kind.LONG, 80))
_SIGNATURES: Final = (
    *(Column("party", width=14), Column("name", width=30), Column("role", width=40), Column("date", Kind.DAY, 12)),
)
_AREAS: Final = (Column("letter", width=8), Column("area", Kind.LONG, 50), Column("is", Kind.CELL, 16))
_OPEN: Final = (Column("still open", Kind.LONG, 100),)


def compact_rows(page: CompactPage) -> Iterator[Row]:
    """Yield a row for each priority; an edition without any has one that says so by its blanks."""
    for priority in page.priorities:
        yield (
            *(page.label, page.status, priority.letter, priority.title, priority.issue, priority.term, priority.why),
            *("; ".join(priority.authority), "; ".join(priority.department), page.review_by, page.note),
        )
    if not page.priorities:
        yield page.label, page.status, *(None,) * 7, page.review_by, page.note


def sheets_of_authority(result: AuthorityReport) -> tuple[Sheet, ...]:
    """Return the sheets of one authority's page."""
    page, letters = result.compact, {area.id: area.letter for area in result.areas}
    asks = ((letters.get(ask.area or ""), ask.text) for ask in page.asks) if page else ()
    signatures = ((one.party, one.name, one.role, one.date) for one in page.signatures) if page else ()
    return (
        Sheet("priorities", COMPACTS, compact_rows(page) if page else (), frozen=0),
        Sheet("asks", _ASKS, asks),
        Sheet("signatures", _SIGNATURES, signatures),
        Sheet("areas", _AREAS, ((area.letter, area.title, area.cell) for area in result.areas)),
        Sheet("open", _OPEN, ((sentence,) for sentence in _open(result))),
    )


def _open(result: AuthorityReport) -> Iterator[str]:
    yield from map(of_left_out, result.left_out)
    yield from of_open(result.compact) if result.compact else (of_absence(result),)
