"""The tables and lists of a year that all readable formats share, and what each is called."""

from collections.abc import Iterable, Iterator

from compactctl.coverage.results import AreaRow, Coverage, SliceRow
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Bar, Cell, Column, Items, Table
from compactctl.workspace.left_out import LeftOut


def table_of_areas(result: Coverage[object]) -> Table:
    """Return who took up each area, and for when."""
    titles = ["taken up", "share", words.of_none(result.filters), "short", "medium", "drafts"]
    figures = ["no_edition", "short", "medium", "draft"]
    if 0 < result.examples < result.with_edition:  # where all are, the head says so
        titles.append("examples")
        figures.append("examples")
    return Table(
        "Areas",
        (Column(""), Column("area"), Column(""), *(Column(title, figures=True) for title in titles)),
        tuple(_area(area, figures) for area in result.areas),
        (None, "sum", None, *_sums(result.areas, "chosen"), None, *_sums(result.areas, *figures)),
        "Out of the authorities to which the area is open and that have an edition; short and medium count priorities.",
    )


def _area(area: AreaRow, figures: Iterable[str]) -> tuple[Cell, ...]:
    taken_up = words.out_of(area.chosen, area.with_edition)
    return area.letter, area.title, Bar(area.share), taken_up, words.percent(area.share), *_sums([area], *figures)


def _sums(rows: Iterable[object], *names: str) -> tuple[int, ...]:
    rows = list(rows)
    return tuple(sum(getattr(row, name) for row in rows) for name in names)


def list_of_left_out(parts: Iterable[LeftOut]) -> Iterator[Items]:
    """Yield what counts nowhere, where there is any."""
    if items := tuple(map(words.of_left_out, parts)):
        yield Items("Left out, because it breaks a rule", items)


def lists_of_gaps(result: Coverage[object]) -> Iterator[Items]:
    """Yield the areas that nobody took up, and those to which one side offers nothing, where there are any."""
    nobody = [
        *(area.label for area in result.gaps),
        *(f"{area.label} (open to nobody)" for area in result.open_to_nobody),
    ]
    if nobody:
        yield Items("Areas that nobody took up", tuple(nobody))
    if one_sided := tuple(f"{area.label}: {words.of_one_sided(area)}" for area in result.one_sided):
        yield Items("Areas to which one side offers nothing", one_sided, "Counted in priorities.")


def table_of_standpoints(result: Coverage[object]) -> Table:
    """Return to how many authorities each area is what: five different things."""
    titles = ("chosen", "not chosen", "not open", words.of_none(result.filters), "cannot be read")
    figures = [_standpoint(result, area) for area in result.areas]
    rows: list[tuple[Cell, ...]] = [
        (area.letter, area.title, *row) for area, row in zip(result.areas, figures, strict=True)
    ]
    sums = (sum(row[index] for row in figures) for index in range(len(titles)))
    columns = (Column(""), Column("area"), *(Column(title, figures=True) for title in titles))
    return Table("Authorities, by area", columns, tuple(rows), (None, "sum", *sums))


def _standpoint(result: Coverage[object], area: AreaRow) -> tuple[int, ...]:
    return (area.chosen, area.not_chosen, result.registered - area.open_to, area.no_edition, area.unreadable)


def tables_of_focuses(result: Coverage[object]) -> Iterator[Table]:
    """Yield the table of the statement's focuses, where its focuses can be told."""
    letters = {area.id: area.letter for area in result.areas}
    rows = tuple(
        (focus.title, " ".join(letters[area] for area in focus.areas), focus.chosen) for focus in result.focuses
    )
    if rows:
        columns = (Column("focus"), Column("areas"), Column("authorities", figures=True))
        note = "Authorities that took up any of the areas; these are no parts of a sum."
        yield Table("Focuses", columns, rows, note=note)


def tables_of_slices(result: Coverage[object]) -> Iterator[Table]:
    """Yield the table of regions and that of types."""
    yield _slices("Regions", "region", result.regions)
    yield _slices("Types of authority", "type", result.types)


def _slices(title: str, name: str, rows: tuple[SliceRow, ...]) -> Table:
    figures = (Column(figure, figures=True) for figure in ("authorities", "with an edition", "priorities"))
    return Table(
        title,
        (Column(name), *figures),
        tuple((row.name, row.registered, row.with_edition, row.priorities) for row in rows),
        ("sum", *_sums(rows, "registered", "with_edition", "priorities")),
    )
