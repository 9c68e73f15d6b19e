"""The matrix: which authorities count in the year, and what each area is to each of them."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from compactctl.coverage.past import NO_PAST
from compactctl.coverage.reading import YearReading
from compactctl.coverage.results import AuthorityRow, Cell, Standing
from compactctl.workspace.authorities import Authority

T = TypeVar("T")

MAXIMUM_CELLS: Final = 400_000
"""Cells of a matrix, authorities by areas. A larger one is not drawn: no figure rests on it."""


def authority_rows(reading: YearReading[T], unreadable: frozenset[str]) -> Iterator[AuthorityRow]:
    """Yield a row for each authority that counts, by slug; the compacts of the `unreadable` slugs cannot be read.

    Their cells are still to be filled in.
    """
    for authority in reading.register:
        if reading.filters.match(authority, reading.agenda.year):
            standing = _standing(reading, authority, unreadable)
            if standing is not None:
                yield _row(reading, authority, standing)


def _standing(reading: YearReading[T], authority: Authority, unreadable: frozenset[str]) -> Standing | None:
    """Return the standing of an authority; None where it does not count in the year."""
    if authority.slug in reading.tally.editions:
        return Standing.EDITION
    if not authority.exists_on(reading.agenda.year.first_day):
        return None
    if authority.slug in unreadable:
        return Standing.UNREADABLE
    return Standing.BELOW_STATUS if authority.slug in reading.below_status else Standing.NONE


def _row(reading: YearReading[T], authority: Authority, standing: Standing) -> AuthorityRow:
    slug, year = authority.slug, reading.agenda.year
    edition = reading.tally.editions.get(slug)
    shown = edition or reading.below_status.get(slug)
    return AuthorityRow(
        slug=slug,
        code=authority.code,
        name=authority.name,
        label=reading.register.label(authority),
        region=authority.region,
        type=authority.type_in(year),
        standing=standing,
        status=shown.status if shown else None,
        priorities=edition.priorities if edition else 0,
        cells=(),
        is_example=shown is not None and shown.is_example,
        past=reading.pasts.get(slug, NO_PAST),
    )


def with_cells(reading: YearReading[T], rows: Sequence[AuthorityRow]) -> Iterator[AuthorityRow]:
    """Yield the rows with a cell for each area."""
    areas, year = list(reading.agenda.areas.values()), reading.agenda.year
    for row in rows:
        authority = reading.register.authorities[row.slug]
        edition = reading.tally.editions.get(row.slug)
        chosen = set(edition.areas) if edition else set()
        yield row._replace(
            cells=tuple(
                cell(row.standing, is_chosen=area.id in chosen) if area.is_open_to(authority, year) else Cell.NOT_OPEN
                for area in areas
            )
        )


def cell(standing: Standing, *, is_chosen: bool) -> Cell:
    """Return what an area that is open to an authority is to it."""
    if standing is Standing.EDITION:
        return Cell.CHOSEN if is_chosen else Cell.NOT_CHOSEN
    return Cell.UNREADABLE if standing is Standing.UNREADABLE else Cell.NO_EDITION
