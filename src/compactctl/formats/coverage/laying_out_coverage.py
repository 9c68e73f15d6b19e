"""The coverage of a year, laid out: how every readable format orders it and what it calls things."""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.results import Cell as Standpoint
from compactctl.coverage.results import Coverage, Standing
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Items, Layout, Matrix, Prose, Section
from compactctl.formats.coverage.promises import Promises, lists_of_promises
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

_SYMBOLS: Final = {
    Standpoint.CHOSEN: "●",
    Standpoint.NOT_CHOSEN: "○",
    Standpoint.NOT_OPEN: "–",
    Standpoint.NO_EDITION: "·",
    Standpoint.UNREADABLE: "?",
}


def lay_out_coverage(result: Coverage[Promises]) -> Layout:
    """Return the report of a year."""
    return Layout(
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


def _sections(result: Coverage[Promises]) -> Iterator[Section]:
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


def _matrix(result: Coverage[object]) -> Matrix:
    rows = tuple(
        (words.of_authority(row), tuple(_SYMBOLS[cell] for cell in row.cells))
        for row in result.authorities
        if row.standing in (Standing.EDITION, Standing.UNREADABLE)
    )
    note = "; ".join(f"{_SYMBOLS[cell]} {cell}" for cell in Standpoint if cell is not Standpoint.NO_EDITION)
    if result.without_edition:
        note += f". All others have {words.of_none(result.filters)} of {result.year}."
    return Matrix("Authorities and areas", "authority", tuple(area.letter for area in result.areas), rows, note)


def lists_of_texts(result: Coverage[Promises]) -> Iterator[Items | Prose]:
    """Yield what stands below all figures: asks, contributions, commitments, who has no edition, on what terms."""
    yield from lists_of_asks(result)
    yield from lists_of_promises(result)
    yield from list_of_commitments(result.commitments)
    yield from lists_of_absent(result)
    yield from list_of_conditions(result.conditions)
    yield from list_of_left_out(result.left_out)
