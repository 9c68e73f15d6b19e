"""What is said of all years: the years, the line of descent of each of the newest areas, and what was retired."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from compactctl.coverage.descent import MOST_AREAS, Descent, Line, Stage, Turn
from compactctl.coverage.results import Coverage, Filters
from compactctl.coverage.trend import Trend
from compactctl.documents.status import Status
from compactctl.formats import not_agreed
from compactctl.formats.coverage import lists, words
from compactctl.formats.coverage.lineage_chart import pictures_of_descent
from compactctl.formats.coverage.tables import AREA, COUNTED_IN, LETTER, area_name, line_through
from compactctl.formats.examples import WITH_EXAMPLES, of_annexes, of_editions
from compactctl.formats.link_targets import ALONE, LinkTargets
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import (
    Block,
    ColumnKind,
    Paragraph,
    ReadableDocument,
    Section,
    Table,
    TableColumn,
    TableRow,
    Words,
    figure_columns,
    plain,
    rows_of,
    text_columns,
    text_entries,
)
from compactctl.words import CANNOT_BE_TOLD, listed, marked, number

_COUNTED: Final = (
    "A line joins an area with what it comes from; where several areas became one, it counts the authorities that took "
    "up any of them."
)


def describe_trend(result: Trend, provenance: Provenance, targets: LinkTargets = ALONE) -> ReadableDocument:
    """Return the report of all years."""
    years = [each.coverage for each in result.years]
    subject = f"Coverage from {years[0].year} to {years[-1].year}" if years[1:] else f"Coverage of {years[0].year}"
    examples, annexes = of_examples(result), tuple(_of_annexes(result))
    return ReadableDocument(
        title=f"{subject}{words.of_only(result.filters)}",
        lead=(plain(" ".join(_lead(years))),),
        sections=tuple(_sections(result, targets)),
        marks=marks_of(result),
        notices=text_entries((*of_lost_years(result), *words.of_left_out_count(len(result.left_out)))),
        facts=tuple(("Register", plain(words.of_register(each.year))) for each in years if each.is_beyond_register),
        running=" · ".join((subject, *([WITH_EXAMPLES] if examples else []), *annexes, provenance.revision)),
        ending=ending(provenance, (_COUNTED,)),
    )


def _lead(years: Sequence[Coverage[object]]) -> Iterator[str]:
    """Say how many have an edition of the newest year, and how many had one of the first."""
    first, newest = years[0], years[-1]
    yield f"{words.of_editions(newest)}."
    if first is not newest:
        yield f"In {first.year} it was {words.out_of(first.with_edition, first.registered)}."


def _sections(result: Trend, targets: LinkTargets) -> Iterator[Section]:
    years = [each.coverage for each in result.years]
    yield Section("Years", (_table_of_years(years, targets),), anchor="years", is_brief=True)
    descent = Descent(result.years)
    if descent.is_followed:
        yield from _sections_of_lines(result, descent, targets)
    else:
        sentence = f"Left out: lines are followed through annexes of no more than {MOST_AREAS} areas."
        yield Section("Areas through the years", (Paragraph(plain(sentence)),), anchor="areas", is_brief=True)
    yield from lists.sections_of_left_out(result.left_out)


def _table_of_years(years: Sequence[Coverage[object]], targets: LinkTargets) -> Table:
    figures = {
        "authorities": [year.registered for year in years],
        f"with {words.of_an_edition(years[0].filters)}": [year.with_edition for year in years],
        "priorities": [year.priorities for year in years],
    }
    further = {
        "not renewed": [len(year.not_renewed) for year in years],
        "editions that are examples": [year.examples for year in years],
    }
    figures |= {title: counts for title, counts in further.items() if any(counts)}
    names = [(Words(_year(year), link=targets.year(year.year)),) for year in years]
    rows = zip(names, *figures.values(), strict=True)
    return Table("Years", (*text_columns("year"), *figure_columns(*figures)), rows_of(rows))


def _year(coverage: Coverage[object]) -> str:
    return marked(str(coverage.year), is_example=coverage.annex_is_example)


def _sections_of_lines(result: Trend, descent: Descent, targets: LinkTargets) -> Iterator[Section]:
    newest = result.years[-1].coverage.year
    blocks: list[Block] = [_table_of_lines(f"Areas of {newest}", descent.lines.values(), result, targets)]
    blocks += pictures_of_descent(result)
    yield Section("Areas through the years", tuple(blocks), anchor="areas", is_brief=True)
    if descent.retired:
        table = _table_of_lines("What was retired", descent.retired, result, targets)
        yield Section("What was retired", (table,), anchor="retired")


def _table_of_lines(caption: str, lines: Iterable[Line], result: Trend, targets: LinkTargets) -> Table:
    years, lines = [each.coverage.year for each in result.years], list(lines)
    first = _EndOfLines("first", [line.stages[0] if line.before else None for line in lines], result.filters)
    last = _EndOfLines("last", [line.stages[-1] for line in lines], result.filters)
    names = [(line.area.letter, area_name(line.area, targets)) for line in lines]
    if len(years) == 1:
        rows = rows_of((*name, *value) for name, value in zip(names, last.cells, strict=True))
        return Table(caption, (LETTER, AREA, *last.columns), rows, note=COUNTED_IN)
    picture = TableColumn(f"{years[0]} to {years[-1]}", ColumnKind.PICTURE)
    drawn = [line_through(line, years) for line in lines]
    happened = ["; ".join((*_turns(line), *_end(line, result))) for line in lines]
    has_turns = any(happened)
    columns = (LETTER, AREA, *first.columns, picture, *last.columns, *text_columns(*["what happened"] * has_turns))
    values = zip(names, first.cells, drawn, last.cells, happened, strict=True)
    rows = rows_of((*name, *begun, way, *ended, *[turns] * has_turns) for name, begun, way, ended, turns in values)
    return Table(caption, columns, rows, note=_note(result.filters))


def _note(filters: Filters) -> str:
    of_those = f"of those of them with {words.of_an_edition(filters)}"
    return f"{COUNTED_IN} The line is the part {of_those}."


class _EndOfLines:
    """Columns about one end of each line: in which year, who took it up, and how many have an edition if not all."""

    def __init__(self, name: str, stages: Sequence[Stage | None], filters: Filters) -> None:
        self._stages = stages
        self._filters = filters
        years = {stage.year for stage in stages if stage}
        self._year = years.pop() if len(years) == 1 else None
        self._name = f"in {self._year}" if self._year else name
        self._have_all_editions = all(stage.with_edition == stage.open_to for stage in stages if stage)

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """The columns, none where no line has anything in them."""
        if not any(self._stages):
            return ()
        having = () if self._have_all_editions else figure_columns(f"with {words.of_an_edition(self._filters)}")
        return *text_columns(self._name), *having

    @property
    def cells(self) -> Iterator[TableRow]:
        """The cells of each line."""
        for stage in self._stages:
            having = () if self._have_all_editions else (stage and stage.with_edition,)
            yield ((stage and self._value(stage)), *having) if self.columns else ()

    def _value(self, stage: Stage) -> str:
        value = words.of_take_up(stage, self._filters)
        return value if self._year else f"{stage.year}: {value}"


def _turns(line: Line) -> Iterator[str]:
    """Say what happened on the way: where it began, what became one, what was parted, and other letters."""
    first = line.stages[0]
    if first.turn is Turn.NEW:
        yield f"new in {first.year}"
    elif not first.knows_before:
        yield f"what it was before {first.year} {CANNOT_BE_TOLD}"
    for before, stage in zip(line.stages, line.stages[1:], strict=False):
        letters = listed(area.letter for area in before.areas)
        if stage.is_part:
            yield f"part of {letters} until {before.year}"
        elif stage.turn is Turn.RENAMED:
            yield f"renamed in {stage.year}"
        elif stage.turn is Turn.RENAMED_BY_THEN:
            yield f"renamed by {stage.year}"
        elif stage.turn:
            what = number(len(stage.areas), "area") if stage.areas[1:] else "one"
            yield f"{letters} became {what} in {stage.year}"


def _end(line: Line, result: Trend) -> Iterator[str]:
    """Say when and why a line went no further, where it ends before the newest year."""
    after = next((year for year in result.years if year.coverage.year > line.stages[-1].year), None)
    if after:
        why = after.retired.get(line.area.id)
        yield f"retired in {after.coverage.year}{f': {words.said(why)}' if why else ''}"


def of_examples(trend: Trend) -> tuple[str, ...]:
    """Say how many of all editions that count are made up, and which annexes."""
    years = [year.coverage for year in trend.years]
    examples, editions = sum(year.examples for year in years), sum(year.with_edition for year in years)
    annexes = [year.year for year in years if year.annex_is_example]
    return (*of_editions(examples, editions), *of_annexes(annexes))


def marks_of(trend: Trend) -> tuple[str, ...]:
    """Say what is made up in any of the years, and what is not agreed yet."""
    years = [year.coverage for year in trend.years]
    drafts, editions = sum(year.statuses[Status.DRAFT] for year in years), sum(year.with_edition for year in years)
    return (*of_examples(trend), *not_agreed.of_drafts(drafts, editions), *_of_annexes(trend))


def _of_annexes(trend: Trend) -> Iterator[str]:
    return not_agreed.of_annexes((year.coverage.year, year.coverage.annex) for year in trend.years)


def of_lost_years(trend: Trend) -> Iterator[str]:
    """Say which years are left out because their annex cannot be read, and what else cannot be."""
    yield from map(words.of_lost, trend.lost)
    yield from dict.fromkeys(sentence for year in trend.years for sentence in words.of_unreadable(year.coverage))
