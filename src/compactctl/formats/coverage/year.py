"""What is said of the coverage of a year: how every readable format orders it and what it calls things."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import Cell, Coverage, Standing
from compactctl.documents.values import is_unfinished
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Items, Prose, ReadableReport, ReportSection, SignMatrix
from compactctl.formats.coverage.tables import (
    list_of_commitments,
    list_of_conditions,
    list_of_left_out,
    lists_of_absent,
    lists_of_asks,
    lists_of_gaps,
    table_of_areas,
    table_of_standpoints,
    tables_of_focuses,
    tables_of_issues,
    tables_of_slices,
)
from compactctl.words import marked

_SYMBOLS: Final = {
    Cell.CHOSEN: "●",
    Cell.NOT_CHOSEN: "○",
    Cell.NOT_OPEN: "–",
    Cell.NO_EDITION: "·",
    Cell.UNREADABLE: "?",
}


class Promise(NamedTuple):
    """What the department contributes to an area: its id, and in one text to whom, with the mark of an example."""

    area: str
    text: str


Promises = tuple[Promise, ...]


def promises_of(page: CompactPage) -> Promises:
    """Keep of a page what the department contributes, but for what is still to be written."""
    who = marked(page.label, is_example=page.is_example)
    return tuple(
        Promise(priority.area, f"{who}: {text}")
        for priority in page.priorities
        for text in priority.department
        if not is_unfinished(text)
    )


def describe_year(result: Coverage[Promises]) -> ReadableReport:
    """Return the report of a year."""
    return ReadableReport(
        heading=f"Coverage of {result.year}{words.of_only(result.filters)}",
        examples=words.of_examples(result),
        notices=(*words.of_unreadable(result), *words.of_left_out_count(len(result.left_out))),
        facts=tuple(_facts(result)),
        sections=tuple(_sections(result)),
    )


def _facts(result: Coverage[object]) -> Iterator[str]:
    yield f"{result.annex_title}; {words.of_annex(result.annex, is_example=result.annex_is_example)}"
    yield words.of_editions(result)
    yield from words.of_absent(result)
    if result.is_beyond_register:
        yield words.of_register(result.year)
    if result.annex_note:
        yield result.annex_note


def _sections(result: Coverage[Promises]) -> Iterator[ReportSection]:
    yield table_of_areas(result)
    yield from lists_of_gaps(result)
    yield table_of_standpoints(result)
    yield from tables_of_focuses(result)
    yield from tables_of_slices(result)
    yield from tables_of_issues(result)
    if not result.has_matrix:
        yield matrix_left_out(result)
    elif (matrix := _matrix(result)).rows:
        yield matrix
    yield from lists_of_texts(result)


def matrix_left_out(result: Coverage[object]) -> Prose:
    """Return what stands in place of a matrix of too many cells."""
    return Prose("Authorities and areas", words.of_matrix_left_out(result))


def _matrix(result: Coverage[object]) -> SignMatrix:
    rows = tuple(
        (words.of_authority(row), tuple(_SYMBOLS[cell] for cell in row.cells))
        for row in result.authorities
        if row.standing in (Standing.EDITION, Standing.UNREADABLE)
    )
    note = "; ".join(f"{_SYMBOLS[cell]} {cell}" for cell in Cell if cell is not Cell.NO_EDITION)
    if result.without_edition:
        note += f". All others have {words.of_none(result.filters)} of {result.year}."
    return SignMatrix("Authorities and areas", "authority", tuple(area.letter for area in result.areas), rows, note)


def lists_of_texts(result: Coverage[Promises]) -> Iterator[Items | Prose]:
    """Yield what stands below all figures: asks, contributions, commitments, who has no edition, on what terms."""
    yield from lists_of_asks(result)
    yield from lists_of_promises(result)
    yield from list_of_commitments(result.commitments)
    yield from lists_of_absent(result)
    yield from list_of_conditions(result.conditions)
    yield from list_of_left_out(result.left_out)


def lists_of_promises(result: Coverage[Promises]) -> Iterator[Prose]:
    """Yield the contributions of the department by area, where there are any."""
    by_area: dict[str, list[str]] = {}
    for promise in (promise for promises in result.compacts for promise in promises):
        by_area.setdefault(promise.area, []).append(promise.text)
    if by_area:
        lists = (Items(area.label, tuple(by_area[area.id])) for area in result.areas if area.id in by_area)
        yield Prose("What the department contributes, by area", None, tuple(lists))
