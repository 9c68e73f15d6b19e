"""A report as an Excel workbook: the same tree gives the same bytes, and no cell is ever a formula.

Text in the sheets is made safe where they are written.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from compactctl.changes.results import Presence, YearChanges
from compactctl.coverage.authority import AuthorityReport
from compactctl.coverage.descent import Descent
from compactctl.coverage.pages import CompactPage, LaterEvent
from compactctl.coverage.results import AuthorityRow, Cell, Coverage, Filters, Standing
from compactctl.coverage.trend import Trend
from compactctl.formats.coverage import trend as of_trend
from compactctl.formats.coverage import words
from compactctl.formats.coverage import year as of_year
from compactctl.formats.coverage.authority import headline_of
from compactctl.formats.coverage.authority_changes import change_of, entries_of
from compactctl.formats.coverage.authority_words import of_absence, of_left_out_years, of_open
from compactctl.formats.coverage.workbook import Headline, Row, Sheet, SheetColumn, ValueKind, workbook
from compactctl.formats.readable.document import text_of
from compactctl.words import marked, region_in_words, type_in_words


def _text(title: str, width: int = 14) -> SheetColumn:
    return SheetColumn(title, ValueKind.TEXT, width)


def _long(title: str, width: int) -> SheetColumn:
    return SheetColumn(title, ValueKind.LONG, width)


def _day(title: str) -> SheetColumn:
    return SheetColumn(title, ValueKind.DAY, 12)


def _cell(title: str) -> SheetColumn:
    return SheetColumn(title, ValueKind.CELL, 16)


def _counts(*titles: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(title, ValueKind.COUNT, max(len(title) + 4, 9)) for title in titles)


_LETTER: Final = _text("letter", 8)
_EXAMPLE: Final = _text("example", 10)
"""Whether what stands in the row is made up, to show how the record works."""
_ANNEX: Final = _text("annex is an example", 12)
_ANSWER: Final = (_day("answered on"), _long("answer", 80))
_YEARS: Final = (
    _text("year", 10),
    *_counts("authorities", "with an edition", "not renewed", "priorities", "examples"),
    _ANNEX,
)
_ASKS: Final = (_LETTER, _long("area", 40), _text("authority", 26), _long("asks for", 80), *_ANSWER)
_COMMITMENTS: Final = (
    *(_long("the department undertook nationally", 60), _text("due", 12)),
    *(_day("date"), _long("what came of it", 60), _long("source", 40)),
)
_MISSING: Final = (
    *(_text("what", 20), _text("authority", 30), _text("region", 24), _text("type", 20), _text("area", 28)),
    *(_text("rule", 22), _text("file", 44), *_counts("line"), _text("last edition", 12), _day("ended on")),
)
_COMPACTS: Final = (
    *(_text("authority", 26), _text("status", 18), _LETTER, _long("area", 36), _long("issue", 30), _text("term", 10)),
    *(_long("why", 50), _long("the authority contributes", 50), _long("the department contributes", 50)),
    *(_day("review by"), _day("reviewed on"), _long("what came of the review", 50)),
    *(_day("compact ended on"), _long("note", 80), _EXAMPLE),
)
_ASKS_OF_ONE: Final = (_LETTER, _long("asks for", 80), *_ANSWER, _EXAMPLE)
_SIGNATURES: Final = (_text("party"), _text("name", 30), _text("role", 40), _day("date"), _EXAMPLE)
_AREAS_OF_ONE: Final = (_LETTER, _long("area", 50), _cell("is"), _EXAMPLE, _ANNEX)
_CHANGES: Final = (_text("since", 10), _text("what"), _long("change", 100), _EXAMPLE)
_OPEN: Final = (_long("still open", 100), _EXAMPLE)


def keep(page: CompactPage) -> tuple[Row, ...]:
    """Keep a row for each priority, the status with the mark of an example."""
    return tuple(_compact_rows(page, marked(words.of_status(page.status), is_example=page.is_example)))


def coverage_among_years(result: Coverage[tuple[Row, ...]], years: Trend) -> bytes:
    """Return the coverage of a year: areas, matrix, compacts, asks, and all that is missing."""
    headline = Headline(*of_year.headline_of(result, years, Descent.until(years, result.year)))
    return _workbook(headline, _sheets_of_year(result))


def _sheets_of_year(result: Coverage[tuple[Row, ...]]) -> Iterator[Sheet]:
    unsaid = _leaves_terms_unsaid([result])
    columns = _columns_of_areas(result.filters, unsaid=unsaid)
    yield Sheet("areas", columns, _areas(result, unsaid=unsaid), frozen=3).without_empty_columns
    yield _matrix(result)
    yield Sheet("compacts", _COMPACTS, chain.from_iterable(result.compacts), frozen=2).without_empty_columns
    yield Sheet("asks", _ASKS, _asks(result), frozen=2).without_empty_columns
    if result.commitments:
        yield Sheet("commitments", _COMMITMENTS, _commitments(result)).without_empty_columns
    yield Sheet("missing", _MISSING, _missing(result), frozen=2).without_empty_columns


def authority_among_years(result: AuthorityReport, changes: YearChanges | None) -> bytes:
    """Return one authority's page: priorities, asks, signatures, areas; the first has the bare status."""
    return _workbook(Headline(*headline_of(result, changes)), _sheets_of_authority(result, changes))


def _sheets_of_authority(result: AuthorityReport, changes: YearChanges | None) -> Iterator[Sheet]:
    page, letters = result.compact, {area.id: area.letter for area in result.areas}
    example, annex = _yes_or_no(result.is_example), _yes_or_no(result.annex_is_example)
    rows = _compact_rows(page, page.status or "") if page else ()
    yield Sheet("priorities", _COMPACTS, rows, frozen=0).without_empty_columns
    if page:
        asks = (
            (letters.get(ask.area or "", ask.area), ask.text, *_event_cells(ask.answer), example) for ask in page.asks
        )
        yield Sheet("asks", _ASKS_OF_ONE, asks).without_empty_columns
        yield Sheet("signatures", _SIGNATURES, ((*item, example) for item in page.signatures)).without_empty_columns
    yield Sheet("areas", _AREAS_OF_ONE, ((area.letter, area.title, area.cell, example, annex) for area in result.areas))
    if changes and (change := change_of(changes, Presence.BOTH)):
        entries = ((str(changes.old), item.badge, text_of(item.line), example) for item in entries_of(change, changes))
        yield Sheet("changes", _CHANGES, entries)
    yield Sheet("open", _OPEN, ((sentence, example) for sentence in _open(result)))


def trend(result: Trend) -> bytes:
    """Return all years side by side: the years, and their areas."""
    title = f"Coverage across the years{words.of_only(result.filters)}"
    return _workbook(Headline(title, of_trend.marks_of(result), ()), _sheets_of_years(result))


def _sheets_of_years(result: Trend) -> Iterator[Sheet]:
    unsaid = _leaves_terms_unsaid(year.coverage for year in result.years)
    columns = (*_columns_of_areas(result.filters, unsaid=unsaid), _long("from", 40))
    yield Sheet("years", _YEARS, _years(result))
    yield Sheet("areas", columns, _areas_of_years(result, unsaid=unsaid), frozen=3).without_empty_columns


def _workbook(headline: Headline, sheets: Iterator[Sheet]) -> bytes:
    """Return a workbook whose first sheet begins as the page does; what is made up heads each sheet of paper."""
    first = next(sheets)._replace(headline=headline)
    return workbook(chain([first], sheets), ". ".join((*headline.marks, headline.title)))


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - the value itself
    return "yes" if value else "no"


def _leaves_terms_unsaid(coverages: Iterable[Coverage[object]]) -> bool:
    """Tell whether any priority says nothing of its term, so that there is a column for it."""
    return any(area.term_unsaid for coverage in coverages for area in coverage.areas)


def _columns_of_areas(filters: Filters, *, unsaid: bool) -> tuple[SheetColumn, ...]:
    return (
        *(_text("year", 10), _LETTER, _long("area", 50), _text("id", 28), _text("group", 24)),
        *_counts("open to", "with an edition", "chosen", "not chosen", words.of_none(filters), "not renewed"),
        *(*_counts("cannot be read"), SheetColumn("share", ValueKind.SHARE, 9)),
        *_counts("priorities", "short", "medium", *["term not said"] * unsaid, "draft", "proposed", "agreed"),
        *_counts("authority's contribution open", "department's contribution open"),
        *(_long("local issues", 60), *_counts("examples"), _ANNEX),
    )


def _areas(result: Coverage[object], *, unsaid: bool) -> Iterator[Row]:
    labels = {row.slug: words.of_authority(row) for row in result.authorities}
    for area in result.areas:
        issues = (f"{issue.name} ({', '.join(map(labels.__getitem__, issue.authorities))})" for issue in area.issues)
        yield (
            *(str(result.year), area.letter, area.title, area.id, area.group, area.open_to, area.with_edition),
            *(area.chosen, area.not_chosen, area.no_edition, area.not_renewed, area.unreadable, area.share),
            *(area.priorities, area.short, area.medium, *[area.term_unsaid] * unsaid),
            *(area.draft, area.proposed, area.agreed),
            *(area.no_authority_contribution, area.no_department_contribution, "; ".join(issues)),
            *(area.examples, _yes_or_no(result.annex_is_example)),
        )


def _areas_of_years(result: Trend, *, unsaid: bool) -> Iterator[Row]:
    for year in result.years:
        for area, row in zip(year.coverage.areas, _areas(year.coverage, unsaid=unsaid), strict=True):
            yield *row, "; ".join(year.origins[area.id])


def _years(result: Trend) -> Iterator[Row]:
    for year in (year.coverage for year in result.years):
        yield (
            *(str(year.year), year.registered, year.with_edition, len(year.not_renewed), year.priorities),
            *(year.examples, _yes_or_no(year.annex_is_example)),
        )


def _matrix(result: Coverage[object]) -> Sheet:
    if not result.has_matrix:
        return Sheet("matrix", (_long("authorities and areas", 100),), [(words.of_matrix_left_out(result),)])
    none = words.of_none(result.filters)
    rows = (
        (
            *(words.of_authority(row), *_region_and_type(row), row.standing.value, _status(row), row.priorities),
            *(none if cell is Cell.NO_EDITION else cell for cell in row.cells),
        )
        for row in result.authorities
    )
    columns = (
        *(_text("authority", 30), _text("region", 24), _text("type", 20), _text("compact"), _text("status", 18)),
        *(*_counts("priorities"), *(_cell(area.label) for area in result.areas)),
    )
    return Sheet("matrix", columns, rows)


def _region_and_type(row: AuthorityRow) -> tuple[str, str]:
    return region_in_words(row.region), type_in_words(row.type)


def _status(row: AuthorityRow) -> str | None:
    return marked(row.status, is_example=row.is_example) if row.status else None


def _compact_rows(page: CompactPage, status: str) -> Iterator[Row]:
    """Yield a row for each priority; an edition without any has one that says so by its blanks."""
    ended = page.ended.date if page.ended else None
    of_all = (page.review_by, *_event_cells(page.review), ended, page.note, _yes_or_no(page.is_example))
    for priority in page.priorities:
        yield (
            *(page.label, status, priority.letter, priority.title, priority.issue, priority.term, priority.why),
            *("; ".join(priority.authority), "; ".join(priority.department), *of_all),
        )
    if not page.priorities:
        yield page.label, status, *(None,) * 7, *of_all


def _event_cells(event: LaterEvent | None) -> tuple[date | None, str | None]:
    """Return the day of what happened later, and what it was, for two columns."""
    return (event.date, event.text) if event else (None, None)


def _asks(result: Coverage[object]) -> Iterator[Row]:
    for row in result.asks:
        area = (row.area.letter, row.area.title) if row.area else (None, row.name)
        for ask in row.asks:
            asker = words.of_author(ask.label, ask.status, is_example=ask.is_example)
            yield *area, asker, ask.text, *_event_cells(ask.answer)


def _commitments(result: Coverage[object]) -> Iterator[Row]:
    """Yield a row for all that came of each commitment, and one where nothing did yet."""
    for commitment in result.commitments:
        due = commitment.due if commitment.due is None else str(commitment.due)
        for event in commitment.follow_up or (None,):
            yield commitment.text, due, *_event_cells(event), event.source if event else None


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


def _missing(result: Coverage[object]) -> Iterator[Row]:
    """Yield first what cannot be read, then what is left out, then who has no edition."""
    for path in result.unreadable:
        yield _Missing("cannot be read", file=path)
    for path in result.unread:
        yield _Missing("read by nobody", file=path)
    yield from map(_Missing, words.of_without_annex(result))
    for part in result.left_out:
        yield _Missing("left out", part.name, area=part.area, rule=part.rule, file=part.file, line=part.line)
    for row in result.authorities:
        if row.standing is Standing.UNREADABLE:
            yield _Missing("cannot be read", row.label, *_region_and_type(row))
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
            yield _Missing(what, label, *_region_and_type(row), last=last, ended=row.past.ended)


def _open(result: AuthorityReport) -> Iterator[str]:
    yield from of_left_out_years(result)
    yield from map(words.of_left_out, result.left_out)
    yield from of_open(result.compact) if result.compact else (of_absence(result),)
