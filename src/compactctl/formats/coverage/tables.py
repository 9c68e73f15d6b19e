"""The tables and lists of a year that all readable formats share, and what each is called."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from compactctl.coverage.results import AreaRow, AuthorityRow, Coverage, SliceRow
from compactctl.coverage.statement import Commitment
from compactctl.formats.coverage import words
from compactctl.formats.coverage.layout import Bar, Cell, Column, Items, Prose, Table
from compactctl.words import region_in_words, type_in_words
from compactctl.workspace.compacts import LeftOut


def table_of_areas(result: Coverage[object]) -> Table:
    """Return who took up each area and, where any is said, for when."""
    figures = {words.of_none(result.filters): "no_edition"} | _figures_where_any(result)
    titles = ("taken up", "share", *figures)
    note = "Out of the authorities to which the area is open and that have an edition"
    return Table(
        "Areas",
        (Column(""), Column("area"), Column(""), *(Column(title, figures=True) for title in titles)),
        tuple(_area(area, figures.values()) for area in result.areas),
        (None, "sum", None, *_sums(result.areas, "chosen"), None, *_sums(result.areas, *figures.values())),
        f"{note}; terms count priorities." if words.says_terms(result.areas) else f"{note}.",
    )


def _figures_where_any(result: Coverage[object]) -> dict[str, str]:
    """Return the titles of further columns and what they count: a column without any case says nothing."""
    figures = {"short": "short", "medium": "medium", "drafts": "draft"}
    if words.says_terms(result.areas):
        figures = {"short": "short", "medium": "medium", "term not said": "term_unsaid", "drafts": "draft"}
    if result.examples < result.with_edition:  # where all are, the head says so
        figures["examples"] = "examples"
    return {title: name for title, name in figures.items() if any(_sums(result.areas, name))}


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


def list_of_conditions(conditions: tuple[str, ...]) -> Iterator[Items]:
    """Yield on what terms the partners work together, where the statement says so."""
    if conditions:
        yield Items("On what terms", conditions)


def lists_of_gaps(result: Coverage[object]) -> Iterator[Items]:
    """Yield the areas that nobody took up, and those with contributions still open, where there are any."""
    nobody = [
        *(area.label for area in result.gaps),
        *(f"{area.label} ({words.of_open_to_none(result.filters)})" for area in result.open_to_nobody),
    ]
    if nobody:
        yield Items(f"Areas that nobody took up{words.of_looking(result.filters)}", tuple(nobody))
    if still_open := tuple(f"{area.label}: {words.of_open(area)}" for area in result.open):
        yield Items("Contributions still open", still_open, "Counted in priorities.")


def lists_of_absent(result: Coverage[object]) -> Iterator[Items]:
    """Yield who has no edition: not renewed, ended, never had one; and those whose compact is broken there."""
    edition = words.of_an_edition(result.filters)
    lists = (
        (f"Who had {edition} before and has not renewed it", result.not_renewed),
        ("Whose compact has ended", result.ended),
        (f"Who never had {edition} up to {result.year}", result.never),
        ("Whose compact is broken where it says what there was before", result.untold),
    )
    for title, rows in lists:
        if rows:
            yield Items(f"{title}, by region", tuple(_by_region(rows)))


def _by_region(rows: Iterable[AuthorityRow]) -> Iterator[str]:
    """Yield the authorities of each region; a register need not give any."""
    for region, of_region in groupby(sorted(rows, key=lambda row: row.region), key=lambda row: row.region):
        names = ", ".join(words.of_absentee(row) for row in of_region)
        yield f"{region_in_words(region)}: {names}" if region else names


def lists_of_asks(result: Coverage[object]) -> Iterator[Prose]:
    """Yield what the authorities ask for, by area, each ask with its answer, where there are any."""
    lists = (
        Items(row.area.label if row.area else "Of no single area", tuple(map(words.of_ask, row.asks)))
        for row in result.asks
    )
    if result.asks:
        yield Prose("Asks and answers, by area", None, tuple(lists))


def list_of_commitments(commitments: Iterable[Commitment]) -> Iterator[Items]:
    """Yield what the department undertook for the whole country, where the statement says so."""
    if items := tuple(map(words.of_commitment, commitments)):
        yield Items("What the department undertook nationally, and what came of it", items)


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


def tables_of_issues(result: Coverage[object]) -> Iterator[Table]:
    """Yield the table of local issues and who names them, where there are any."""
    labels = {row.slug: words.of_authority(row) for row in result.authorities}
    if rows := tuple(
        (area.letter, issue.name, ", ".join(labels[slug] for slug in issue.authorities))
        for area in result.areas
        for issue in area.issues
    ):
        yield Table("Local issues", (Column("area"), Column("issue"), Column("authorities")), rows)


def tables_of_slices(result: Coverage[object]) -> Iterator[Table]:
    """Yield the table of regions and that of types, where the register gives them."""
    yield from _slices("Regions", "region", result.regions, region_in_words)
    yield from _slices("Types of authority", "type", result.types, type_in_words)


def _slices(title: str, name: str, rows: tuple[SliceRow, ...], in_words: Callable[[str], str]) -> Iterator[Table]:
    figures = (Column(figure, figures=True) for figure in ("authorities", "with an edition", "priorities"))
    if rows:
        yield Table(
            title,
            (Column(name), *figures),
            tuple((in_words(row.name), row.registered, row.with_edition, row.priorities) for row in rows),
            ("sum", *_sums(rows, "registered", "with_edition", "priorities")),
        )
