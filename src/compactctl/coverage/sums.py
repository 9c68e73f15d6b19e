"""Every figure of a report, from the rows and columns of the matrix and from what was counted of the priorities."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from compactctl.coverage.results import AreaRow, AsksRow, AuthorityRow, Cell, FocusRow, SliceRow, Standing
from compactctl.coverage.tally import AreaTally, Tally
from compactctl.documents.status import Status
from compactctl.workspace.agenda import PlacedArea


def area_rows(
    areas: Sequence[PlacedArea], matrix: Sequence[AuthorityRow], tally: Tally, focuses: Iterable[str]
) -> Iterator[AreaRow]:
    """Yield the row of each area, its focuses in the order of the statement's."""
    order = list(focuses)
    columns = zip(*(row.cells for row in matrix), strict=True) if matrix else ((),) * len(areas)
    examples = [row.counts_as_example for row in matrix]
    not_renewed = [row.past.not_renewed is not None for row in matrix]
    for area, column in zip(areas, columns, strict=True):
        parts = (Counter(column), Counter(compress(column, examples)), Counter(compress(column, not_renewed)))
        yield _area(area, parts, tally.areas[area.id], _in_order(area, order))


def _in_order(area: PlacedArea, focuses: Sequence[str]) -> tuple[str, ...]:
    """Return the area's focuses in the statement's order, after them those that the statement does not name."""
    named = set(filter(None, area.content.focuses))
    known = [focus for focus in focuses if focus in named]
    return (*known, *sorted(named.difference(known)))


def _area(area: PlacedArea, column: Sequence[Counter[Cell]], tally: AreaTally, focuses: tuple[str, ...]) -> AreaRow:
    """Return the row of an area; its column's cells are those of all, of examples, and of those that did not renew."""
    cells, made_up, not_renewed = column
    return AreaRow(
        letter=area.letter,
        id=area.id,
        title=area.title,
        summary=area.content.summary,
        group=area.group,
        focuses=focuses,
        named_locally=area.named_locally,
        chosen=cells[Cell.CHOSEN],
        not_chosen=cells[Cell.NOT_CHOSEN],
        no_edition=cells[Cell.NO_EDITION],
        not_renewed=not_renewed[Cell.NO_EDITION],
        unreadable=cells[Cell.UNREADABLE],
        draft=tally.statuses[Status.DRAFT],
        proposed=tally.statuses[Status.PROPOSED],
        agreed=tally.statuses[Status.AGREED],
        priorities=tally.priorities,
        short=tally.terms["short"],
        medium=tally.terms["medium"],
        no_authority_contribution=tally.no_authority,
        no_department_contribution=tally.no_department,
        issues=tally.issue_rows,
        authorities=tuple(tally.authorities),
        examples=made_up[Cell.CHOSEN],
        examples_with_edition=made_up[Cell.CHOSEN] + made_up[Cell.NOT_CHOSEN],
    )


def focus_rows(titles: Mapping[str, str], areas: Iterable[AreaRow], tally: Tally) -> Iterator[FocusRow]:
    """Yield the row of each focus, by its id and title; an authority counts once for it."""
    areas = list(areas)
    for focus, title in titles.items():
        its_areas = [area.id for area in areas if focus in area.focuses]
        chosen = sum(not set(its_areas).isdisjoint(edition.areas) for edition in tally.editions.values())
        yield FocusRow(focus, title, tuple(its_areas), chosen)


def slice_rows(matrix: Iterable[AuthorityRow], name_of: Callable[[AuthorityRow], str]) -> list[SliceRow]:
    """Return a row for each region, or each type, by name; a register need not give them."""
    parts: dict[str, list[AuthorityRow]] = {}
    for row in matrix:
        parts.setdefault(name_of(row), []).append(row)
    return [_slice(name, rows) for name, rows in sorted(parts.items()) if name]


def _slice(name: str, rows: Sequence[AuthorityRow]) -> SliceRow:
    with_edition = sum(row.standing is Standing.EDITION for row in rows)
    return SliceRow(name, len(rows), with_edition, sum(row.priorities for row in rows))


def asks_rows(areas: Iterable[AreaRow], tally: Tally) -> Iterator[AsksRow]:
    """Yield the asks of each area that has any, and at last those that name no area of the annex."""
    for area in areas:
        if asks := tally.asks.get(area.id):
            yield AsksRow(area, tuple(asks))
    if asks := tally.asks.get(None):
        yield AsksRow(None, tuple(asks))
