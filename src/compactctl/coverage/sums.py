"""Every figure of a report, from the authorities that count and from what was counted of the priorities."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from compactctl.coverage.crowd import Crowd, Trait
from compactctl.coverage.results import AreaRow, AsksRow, AuthorityRow, FocusRow, SliceRow, Standing
from compactctl.coverage.tally import Tally
from compactctl.documents.status import Status
from compactctl.workspace.agenda import PlacedArea


def area_rows(
    areas: Iterable[PlacedArea], authorities: Sequence[AuthorityRow], tally: Tally, focuses: Iterable[str]
) -> Iterator[AreaRow]:
    """Yield the row of each area, its focuses in the order of the statement's."""
    order = {focus: index for index, focus in enumerate(focuses)}
    crowd = Crowd(authorities)
    for area in areas:
        yield _area(area, crowd, tally, _in_order(area, order))


def _in_order(area: PlacedArea, focuses: Mapping[str, int]) -> tuple[str, ...]:
    """Return the area's focuses in the statement's order, after them those that the statement does not name."""
    named = set(filter(None, area.content.focuses))
    return tuple(sorted(named, key=lambda focus: (focuses.get(focus, len(focuses)), focus)))


def _area(area: PlacedArea, crowd: Crowd, of_year: Tally, focuses: tuple[str, ...]) -> AreaRow:
    tally, open_to = of_year.areas[area.id], crowd.open_to(area)
    chosen = len(tally.authorities)
    return AreaRow(
        letter=area.letter,
        id=area.id,
        title=area.title,
        summary=area.content.summary,
        group=area.group,
        focuses=focuses,
        named_locally=area.named_locally,
        chosen=chosen,
        not_chosen=open_to[Standing.EDITION] - chosen,
        no_edition=open_to[Standing.NONE] + open_to[Standing.BELOW_STATUS],
        not_renewed=open_to[Trait.NOT_RENEWED],
        unreadable=open_to[Standing.UNREADABLE],
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
        examples=sum(of_year.editions[slug].is_example for slug in tally.authorities),
        examples_with_edition=open_to[Trait.EXAMPLE],
    )


def focus_rows(titles: Mapping[str, str], areas: Iterable[AreaRow], tally: Tally) -> Iterator[FocusRow]:
    """Yield the row of each focus, by its id and title; an authority counts once for it."""
    areas = list(areas)
    its_areas: dict[str, list[str]] = {}
    for area in areas:
        for focus in area.focuses:
            its_areas.setdefault(focus, []).append(area.id)
    focuses_of = {area.id: area.focuses for area in areas}
    chosen = Counter(
        focus
        for edition in tally.editions.values()
        for focus in {focus for area in edition.areas for focus in focuses_of[area]}
    )
    for focus, title in titles.items():
        yield FocusRow(focus, title, tuple(its_areas.get(focus, ())), chosen[focus])


def slice_rows(authorities: Iterable[AuthorityRow], name_of: Callable[[AuthorityRow], str]) -> list[SliceRow]:
    """Return a row for each region, or each type, by name; a register need not give them."""
    parts: dict[str, list[AuthorityRow]] = {}
    for row in authorities:
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
