"""What is said of the coverage of a year: how every readable format orders it and what it calls things."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from compactctl.coverage.descent import Descent
from compactctl.coverage.pages import CompactPage
from compactctl.coverage.results import AuthorityRow, Cell, Coverage, Standing
from compactctl.coverage.trend import Trend
from compactctl.documents.status import Status
from compactctl.documents.texts import is_unfinished
from compactctl.formats import not_agreed
from compactctl.formats.coverage import lists, tables, words
from compactctl.formats.coverage.headline import sentences
from compactctl.formats.coverage.tile_map import sections_of_maps
from compactctl.formats.examples import WITH_EXAMPLES, of_all
from compactctl.formats.link_targets import ALONE, LinkTargets
from compactctl.formats.provenance import Provenance, ending
from compactctl.formats.readable.document import (
    Facts,
    Line,
    MatrixGroup,
    MatrixHead,
    Paragraph,
    ReadableDocument,
    Section,
    Sign,
    SignMatrix,
    Words,
    plain,
    text_entries,
)
from compactctl.words import region_in_words

_SYMBOLS: Final = {Cell.CHOSEN: "●", Cell.NOT_CHOSEN: "", Cell.NOT_OPEN: "–", Cell.UNREADABLE: "?"}
_COUNTED: Final = (
    "An area counts each authority once whose edition of the year takes it up, of all to whom the area is open; "
    "a priority that breaks a rule is left out."
)


class Promise(NamedTuple):
    """What the department contributes to an area: its id, and in one text to whom, with the mark of an example."""

    area: str
    text: str


Promises = tuple[Promise, ...]


def promises_of(page: CompactPage) -> Promises:
    """Keep of a page what the department contributes, but for what is still to be written."""
    who = words.of_author(page.label, page.status, is_example=page.is_example)
    return tuple(
        Promise(priority.area, f"{who}: {text}")
        for priority in page.priorities
        for text in priority.department
        if not is_unfinished(text)
    )


def describe_year(
    result: Coverage[Promises], years: Trend, provenance: Provenance, targets: LinkTargets = ALONE
) -> ReadableDocument:
    """Return the report of a year; of all years those before it show where its areas come from."""
    descent = Descent.until(years, result.year)
    title, marks, lead = headline_of(result, years, descent)
    return ReadableDocument(
        title=title,
        lead=tuple(map(plain, lead)),
        sections=tuple(_sections(result, years, descent, targets)),
        marks=marks,
        notices=text_entries((*words.of_unreadable(result), *words.of_left_out_count(len(result.left_out)))),
        running=" · ".join((*_running(result), provenance.revision)),
        ending=ending(provenance, (_COUNTED,)),
    )


def headline_of(
    result: Coverage[object], years: Trend, descent: Descent
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the title, what is made up or not agreed yet, and the first sentences."""
    earlier = [each.coverage for each in years.years if each.coverage.year < result.year]
    title = f"Coverage of {result.year}{words.of_only(result.filters)}"
    return title, tuple(_marks(result, earlier)), tuple(sentences(result, years, descent))


def _marks(result: Coverage[object], earlier: Sequence[Coverage[object]]) -> Iterator[str]:
    """Say what is made up, of the years before too that it is compared with, and what nobody has agreed yet."""
    before = sum(each.examples for each in earlier), sum(each.with_edition for each in earlier)
    editions = {"": (result.examples, result.with_edition), " of the years before": before}
    yield from of_all(editions, [each.year for each in (*earlier, result) if each.annex_is_example])
    yield from not_agreed.of_year(result.year, result.annex, result.statuses[Status.DRAFT], result.with_edition)


def _running(result: Coverage[object]) -> Iterator[str]:
    """Say what has to stand on each sheet of paper: the year, how far its annex is, and what is made up."""
    yield f"Coverage of {result.year}, {words.of_annex(result.annex, is_example=result.annex_is_example)}"
    if result.examples:
        yield WITH_EXAMPLES


def _facts(result: Coverage[object]) -> Iterator[tuple[str, Line]]:
    annex = f"{result.annex_title}; {words.of_annex(result.annex, is_example=result.annex_is_example)}"
    yield "Agenda", plain(annex)
    if absent := ". ".join(words.of_absent(result)):
        yield "No edition", plain(f"{absent}.")
    if result.is_beyond_register:
        yield "Register", plain(words.of_register(result.year))
    if result.annex_note:
        yield "Note", plain(result.annex_note)


def _sections(result: Coverage[Promises], years: Trend, descent: Descent, targets: LinkTargets) -> Iterator[Section]:
    yield tables.section_of_areas(result, years, descent, targets)
    yield Section("About the year", (Facts(tuple(_facts(result))),), anchor="about")
    if result.with_edition or result.standings[Standing.UNREADABLE]:
        yield from lists.sections_of_gaps(result)
        yield from sections_of_maps(result, targets)
        yield from _sections_of_matrix(result, targets)
        yield from lists.sections_of_asks(result)
        yield from sections_of_promises(result)
        yield from lists.sections_of_open_contributions(result)
    yield from lists.sections_of_commitments(result.commitments)
    if result.with_edition:
        yield from tables.sections_of_focuses(result)
        yield from tables.sections_of_issues(result)
        yield from tables.sections_of_terms(result)
        yield from tables.sections_of_slices(result)
    yield from lists.sections_of_not_renewed(result, targets)
    if len(result.never) < result.registered:
        yield from lists.sections_of_absent(result, targets)
    yield from lists.sections_of_conditions(result.conditions)
    yield from lists.sections_of_left_out(result.left_out)


def _sections_of_matrix(result: Coverage[object], targets: LinkTargets) -> Iterator[Section]:
    """Yield who took up what, or that this would be too large."""
    rows = [row for row in result.authorities if row.standing in (Standing.EDITION, Standing.UNREADABLE)]
    if not result.has_matrix:
        yield Section("Who took up what", (Paragraph(plain(words.of_matrix_left_out(result))),), anchor="who")
    elif rows and result.areas:
        yield Section("Who took up what", (_matrix(result, rows, targets),), anchor="who")


def _matrix(result: Coverage[object], rows: list[AuthorityRow], targets: LinkTargets) -> SignMatrix:
    signs = {cell: Sign(symbol, words.of_cell(cell, result.filters)) for cell, symbol in _SYMBOLS.items()}
    cells = {cell for row in rows for cell in row.cells}
    regions = groupby(sorted(rows, key=lambda row: row.region), key=lambda row: row.region)
    return SignMatrix(
        caption="Who took up what",
        names="authority",
        heads=tuple(MatrixHead(area.letter, area.title, targets.area(area.id)) for area in result.areas),
        groups=tuple(
            MatrixGroup(
                region_in_words(region),
                tuple((_name(row, targets), tuple(signs[cell] for cell in row.cells)) for row in of_region),
            )
            for region, of_region in regions
        ),
        legend=tuple(sign for cell, sign in signs.items() if cell in cells and sign.symbol),
        note=f"All others have {words.of_none(result.filters)} of {result.year}." if result.without_edition else "",
    )


def _name(row: AuthorityRow, targets: LinkTargets) -> Line:
    """Return an authority's name, and how far its edition is where that is not agreed."""
    name = Words(words.of_authority(row), link=targets.authority(row.slug))
    is_open = row.standing is Standing.EDITION and row.status in (Status.DRAFT, Status.PROPOSED)
    return (name, Words(f", {row.status}", "muted")) if is_open else (name,)


def sections_of_promises(result: Coverage[Promises]) -> Iterator[Section]:
    """Yield the contributions of the department by area, where there are any."""
    by_area: dict[str, list[str]] = {}
    for promise in (promise for promises in result.compacts for promise in promises):
        by_area.setdefault(promise.area, []).append(promise.text)
    texts = [(area.label, text_entries(by_area[area.id])) for area in result.areas if area.id in by_area]
    if blocks := tuple(lists.listed_by_area(texts, "contribution")):
        yield Section("What the department contributes, by area", blocks, anchor="department")
