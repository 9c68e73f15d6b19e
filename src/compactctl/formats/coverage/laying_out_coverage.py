"""The coverage of a year, laid out: how every readable format orders it and what it calls things."""

from collections.abc import Iterable, Iterator
from typing import Final

from compactctl.coverage.results import AreaRow, Coverage, SliceRow, Standing
from compactctl.coverage.results import Cell as Standpoint
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Bar, Cell, Column, Items, Layout, Section, Table

MATRIX_AREAS: Final = 26
"""More areas than that fit on no screen beside one another."""

_SYMBOLS: Final = {
    Standpoint.CHOSEN: "●",
    Standpoint.NOT_CHOSEN: "○",
    Standpoint.NOT_OPEN: "–",
    Standpoint.NO_EDITION: "·",
    Standpoint.UNREADABLE: "?",
}


def lay_out_coverage(result: Coverage[object]) -> Layout:
    """Return the report of a year."""
    return Layout(
        heading=f"Coverage of {result.year}",
        notices=(*words.of_unreadable(result), *words.of_left_out_count(len(result.left_out))),
        facts=tuple(facts(result)),
        sections=tuple(_sections(result)),
    )


def facts(result: Coverage[object]) -> Iterator[str]:
    yield f"{result.annex_title}; {words.of_annex(result.annex)}"
    if filters := words.of_filters(result.filters):
        yield f"Only {filters}"
    yield words.of_editions(result)
    yield from words.of_absent(result)
    if result.annex_note:
        yield result.annex_note


def _sections(result: Coverage[object]) -> Iterator[Section]:
    labels = {row.slug: row.label for row in result.authorities}
    yield areas(result)
    yield from missing(result)
    yield standpoints(result)
    if result.focuses:
        yield focuses(result)
    yield slices("Regions", "region", result.regions)
    yield slices("Types of authority", "type", result.types)
    if issues := tuple(issues(result.areas, labels)):
        columns = (Column("area"), Column("issue"), Column("authorities"))
        yield Table("Local issues", columns, issues)
    if len(result.areas) <= MATRIX_AREAS:
        yield _matrix(result)
    if result.without_edition:
        by_region = (f"{region}: {', '.join(row.label for row in rows)}" for region, rows in result.missing)
        yield Items(f"Who has {words.of_none(result.filters)}, by region", tuple(by_region))
    if asks := tuple(_asks(result)):
        yield Table("Asks, by area", (Column("area"), Column("authority"), Column("asks for")), asks)
    if result.left_out:
        yield Items("Left out, because it breaks a rule", tuple(map(words.of_left_out, result.left_out)))


def areas(result: Coverage[object]) -> Table:
    figures = (Column(title, figures=True) for title in ("taken up", "share", "short", "medium", "drafts"))
    return Table(
        "Areas",
        (Column(""), Column("area"), Column(""), *figures),
        tuple(map(_area, result.areas)),
        (None, "sum", None, *_sums(result.areas, "chosen"), None, *_sums(result.areas, "short", "medium", "draft")),
        "Out of the authorities to which the area is open and that have an edition; short and medium count priorities.",
    )


def _area(area: AreaRow) -> tuple[Cell, ...]:
    taken_up = words.out_of(area.chosen, area.with_edition)
    share = words.percent(area.share)
    return area.letter, area.title, Bar(area.share), taken_up, share, area.short, area.medium, area.draft


def _sums(rows: Iterable[object], *names: str) -> tuple[int, ...]:
    rows = list(rows)
    return tuple(sum(getattr(row, name) for row in rows) for name in names)


def missing(result: Coverage[object]) -> Iterator[Items]:
    nobody = [
        *(area.label for area in result.gaps),
        *(f"{area.label} (open to nobody)" for area in result.open_to_nobody),
    ]
    if nobody:
        yield Items("Areas that nobody took up", tuple(nobody))
    if one_sided := tuple(f"{area.label}: {words.of_one_sided(area)}" for area in result.one_sided):
        yield Items("Areas to which one side offers nothing", one_sided, "Counted in priorities.")


def standpoints(result: Coverage[object]) -> Table:
    titles = ("chosen", "not chosen", "not open", words.of_none(result.filters), "cannot be read")
    figures = [_standpoint(result, area) for area in result.areas]
    rows: list[tuple[Cell, ...]] = [
        (area.letter, area.title, *row) for area, row in zip(result.areas, figures, strict=True)
    ]
    sums = map(sum, zip(*figures, strict=True))
    columns = (Column(""), Column("area"), *(Column(title, figures=True) for title in titles))
    return Table("Authorities, by area", columns, tuple(rows), (None, "sum", *sums))


def _standpoint(result: Coverage[object], area: AreaRow) -> tuple[int, ...]:
    return (area.chosen, area.not_chosen, result.registered - area.open_to, area.no_edition, area.unreadable)


def focuses(result: Coverage[object]) -> Table:
    letters = {area.id: area.letter for area in result.areas}
    rows = tuple(
        (focus.title, " ".join(letters[area] for area in focus.areas), focus.chosen) for focus in result.focuses
    )
    columns = (Column("focus"), Column("areas"), Column("authorities", figures=True))
    return Table(
        "Focuses", columns, rows, note="Authorities that took up any of the areas; these are no parts of a sum."
    )


def slices(title: str, name: str, rows: Iterable[SliceRow]) -> Table:
    rows = tuple(rows)
    figures = (Column(figure, figures=True) for figure in ("authorities", "with an edition", "priorities"))
    return Table(
        title,
        (Column(name), *figures),
        tuple((row.name, row.registered, row.with_edition, row.priorities) for row in rows),
        ("sum", *_sums(rows, "registered", "with_edition", "priorities")),
    )


def issues(areas: Iterable[AreaRow], labels: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for area in areas:
        for issue in area.issues:
            yield area.letter, issue.name, ", ".join(labels[slug] for slug in issue.authorities)


def _matrix(result: Coverage[object]) -> Table:
    rows = tuple(
        (row.label, *(_SYMBOLS[cell] for cell in row.cells))
        for row in result.authorities
        if row.standing in (Standing.EDITION, Standing.UNREADABLE)
    )
    legend = "; ".join(f"{_SYMBOLS[cell]} {cell}" for cell in Standpoint if cell is not Standpoint.NO_EDITION)
    columns = (Column("authority"), *(Column(area.letter) for area in result.areas))
    return Table(
        "Authorities and areas", columns, rows, note=f"{legend}. All others have {words.of_none(result.filters)}."
    )


def _asks(result: Coverage[object]) -> Iterator[tuple[str, ...]]:
    for row in result.asks:
        for ask in row.asks:
            yield row.area.letter if row.area else "–", ask.label, ask.text
