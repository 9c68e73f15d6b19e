"""The tables of a year: its areas, their terms, its focuses, local issues, regions and types."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from compactctl.coverage.descent import Descent, Line, Stage
from compactctl.coverage.results import AreaRow, Coverage, SliceRow
from compactctl.coverage.trend import Trend
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import words
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.readable.document import (
    Bar,
    ColumnKind,
    Point,
    RowGroup,
    Section,
    Sparkline,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Words,
    figure_columns,
    rows_of,
    text_columns,
)
from compactctl.formats.readable.document import Line as LineOfWords
from compactctl.words import CANNOT_BE_TOLD, listed, region_in_words, type_in_words

LETTER: Final = TableColumn("", ColumnKind.LETTER)
AREA: Final = TableColumn("area")
COUNTED_IN: Final = "Counted in authorities, of all to whom the area is open."


def section_of_areas(result: Coverage[object], years: Trend, descent: Descent, targets: LinkTargets) -> Section:
    """Return the table of all areas: who took each up, through the years too, and what changed on the last."""
    before = [each.coverage for each in years.years if each.coverage.year < result.year]
    table = _AreaTable(result, before, descent, targets)
    return Section("Areas", (table.table,), anchor="areas", is_brief=True)


class _AreaTable:
    """The table of areas, with a column only for what there is."""

    def __init__(
        self, result: Coverage[object], before: list[Coverage[object]], descent: Descent, targets: LinkTargets
    ) -> None:
        self._result = result
        self._years = [each.year for each in (*before, result)]
        self._before = before[-1] if before and descent.is_followed else None
        self._have_all_editions = all(area.with_edition == area.open_to for area in result.areas)
        self._lines = descent.lines
        self._targets = targets

    @property
    def table(self) -> Table:
        """The table."""
        has_editions = self._result.with_edition > 0
        columns = (LETTER, AREA, *(self._columns() if has_editions else figure_columns("open to")))
        return Table(
            "Areas",
            columns,
            tuple(
                RowGroup(group.title, tuple(self._row(area, has_editions=has_editions) for area in group.areas))
                for group in self._result.groups
            ),
            note=self._note() if has_editions else "",
            legend=self._legend() if has_editions else None,
            can_be_searched=True,
        )

    def _columns(self) -> Iterator[TableColumn]:
        yield TableColumn("taken up by")
        if not self._have_all_editions:
            yield TableColumn(f"with {words.of_an_edition(self._result.filters)}", ColumnKind.FIGURE)
        yield TableColumn("", ColumnKind.PICTURE)
        if self._before:
            yield TableColumn(f"since {self._years[0]}", ColumnKind.PICTURE)
            yield TableColumn(f"on {self._before.year}")

    def _row(self, area: AreaRow, *, has_editions: bool) -> TableRow:
        cells = self._cells(area) if has_editions else iter((area.open_to,))
        return area.letter, area_name(area, self._targets), *cells

    def _cells(self, area: AreaRow) -> Iterator[TableCell]:
        yield words.of_take_up(area, self._result.filters)
        if not self._have_all_editions:
            yield area.with_edition if area.open_to else None
        yield Bar(area.chosen, area.not_chosen, area.no_edition + area.unreadable) if area.open_to else None
        if self._before:
            yield line_through(self._lines[area.id], self._years)
            yield _change(self._lines[area.id]) if area.open_to else None

    def _legend(self) -> tuple[str, str, str]:
        edition = words.of_an_edition(self._result.filters)
        unknown = []
        if any(area.no_edition for area in self._result.areas):
            unknown.append(words.of_none(self._result.filters))
        if any(area.unreadable for area in self._result.areas):
            unknown.append("cannot be read")
        return "took it up", f"has {edition}, and did not", ", or ".join(unknown)

    def _note(self) -> str:
        if not self._before:
            return COUNTED_IN
        edition = words.of_an_edition(self._result.filters)
        then, now = self._before.with_edition, self._result.with_edition
        changed = f"The last column compares with {self._before.year}: {then:,} had {edition} then, {now:,} now."
        return f"{COUNTED_IN} The line is the part of those with {edition}. {changed}"


def area_name(area: AreaRow, targets: LinkTargets) -> LineOfWords:
    """Return the title of an area, which leads to its page where there is one."""
    return (Words(area.title, link=targets.area(area.id)),)


def line_through(line: Line, years: Iterable[AcademicYear]) -> Sparkline:
    """Return a line of descent through some years, as shares of those with an edition."""
    stages = {stage.year: stage for stage in line.stages}
    points = tuple(_point(stages.get(year)) for year in years)
    return Sparkline(points, "; ".join(map(_of_stage, line.stages)))


def _point(stage: Stage | None) -> Point:
    return Point(round(stage.share, 4) if stage.share is not None else None, stage.turn or "") if stage else Point(None)


def _of_stage(stage: Stage) -> str:
    turn = f" ({stage.turn})" if stage.turn else ""
    of = words.out_of(stage.chosen, stage.with_edition) if stage.knows_open_to else words.of_unknown(stage.chosen)
    return f"{stage.year}{turn}: {of}"


def _change(line: Line) -> str:
    """Return how many more or fewer took it up than in the year before, and what it was then where it was another."""
    now, before = line.stages[-1], line.before
    if not line.area.knows_origins:
        return CANNOT_BE_TOLD
    if before is None:
        return "new" if now.knows_before else CANNOT_BE_TOLD
    more = now.chosen - before.chosen
    change = f"{abs(more):,} {'more' if more > 0 else 'fewer'}" if more else "as many"
    return ", ".join(filter(None, (change, of_origin(now, before))))


def of_origin(now: Stage, before: Stage) -> str:
    """Say what an area was in the year before, where that had other letters or only a part of it went on."""
    letters = [area.letter for area in before.areas]
    if now.is_part:
        return f"part of {listed(letters)}"
    return f"was {listed(letters)}" if letters != [area.letter for area in now.areas] else ""


def sections_of_terms(result: Coverage[object]) -> Iterator[Section]:
    """Yield for when the areas are taken up and how far the editions are, where anything is said of that."""
    figures = _figures_where_any(result)
    if not figures:
        return
    rows = [
        (area.letter, area.title, *(getattr(area, name) for name in figures.values()))
        for area in result.areas
        if area.chosen
    ]
    note = "Terms count priorities, the rest counts authorities."
    table = Table("Terms and status", (LETTER, AREA, *figure_columns(*figures)), rows_of(rows), note=note)
    yield Section("Terms and status", (table,), anchor="terms")


def _figures_where_any(result: Coverage[object]) -> dict[str, str]:
    """Return the titles of columns and what they count: a column without any case says nothing."""
    figures = {"short term": "short", "medium term": "medium"}
    if words.says_terms(result.areas):
        figures["term not said"] = "term_unsaid"
    figures["drafts"] = "draft"
    if result.examples < result.with_edition:  # where all are, the head says so
        figures["examples"] = "examples"
    return {title: name for title, name in figures.items() if any(getattr(area, name) for area in result.areas)}


def sections_of_focuses(result: Coverage[object]) -> Iterator[Section]:
    """Yield the statement's focuses, where they can be told."""
    letters = {area.id: area.letter for area in result.areas}
    rows = [(focus.title, " ".join(letters[area] for area in focus.areas), focus.chosen) for focus in result.focuses]
    if rows:
        columns = (*text_columns("focus", "areas"), *figure_columns("authorities"))
        note = "Authorities that took up any of the areas; these are no parts of a sum."
        yield Section("Focuses", (Table("Focuses", columns, rows_of(rows), note=note),), anchor="focuses")


def sections_of_issues(result: Coverage[object]) -> Iterator[Section]:
    """Yield the local issues and who names them, where there are any."""
    labels = {row.slug: words.of_authority(row) for row in result.authorities}
    if rows := [
        (area.letter, issue.name, ", ".join(labels[slug] for slug in issue.authorities))
        for area in result.areas
        for issue in area.issues
    ]:
        columns = (TableColumn("area", ColumnKind.LETTER), *text_columns("issue", "authorities"))
        table = Table("Local issues", columns, rows_of(rows), can_be_searched=True)
        yield Section("Local issues", (table,), anchor="local-issues")


def sections_of_slices(result: Coverage[object]) -> Iterator[Section]:
    """Yield regions and types, where the register gives them."""
    edition = words.of_an_edition(result.filters)
    tables = (
        *_slices("Regions", "region", result.regions, region_in_words, edition),
        *_slices("Types of authority", "type", result.types, type_in_words, edition),
    )
    if tables:
        yield Section("Regions and types", tables, anchor="regions")


def _slices(
    caption: str, name: str, rows: tuple[SliceRow, ...], in_words: Callable[[str], str], edition: str
) -> Iterator[Table]:
    if rows:
        counts = [(row.registered, row.with_edition, row.priorities) for row in rows]
        yield Table(
            caption,
            (*text_columns(name), *figure_columns("authorities", f"with {edition}", "priorities")),
            rows_of((in_words(row.name), *figures) for row, figures in zip(rows, counts, strict=True)),
            total=("sum", *map(sum, zip(*counts, strict=True))),
        )
