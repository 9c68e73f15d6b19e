"""The page of an area: what it means, its line through the years, who took it up, what each side does, the asks."""

from collections.abc import Iterator
from typing import Final

from compactctl.coverage.descent import Line as LineOfDescent
from compactctl.coverage.descent import Stage
from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.coverage.results import EVERYTHING, AreaRow, Coverage
from compactctl.documents.status import Status
from compactctl.documents.values import Party
from compactctl.formats import not_agreed
from compactctl.formats.coverage import words
from compactctl.formats.coverage.authority_words import of_text
from compactctl.formats.coverage.lists import sections_of_left_out
from compactctl.formats.coverage.tables import area_name, line_through, of_origin
from compactctl.formats.coverage.tile_map import map_of_area
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import ending
from compactctl.formats.readable.document import (
    Bar,
    Block,
    Card,
    Cards,
    ColumnKind,
    Entry,
    Folded,
    Line,
    Listing,
    Paragraph,
    ReadableDocument,
    Section,
    Table,
    TableColumn,
    TableRow,
    Words,
    joined,
    listed_texts,
    plain,
    rows_of,
    text_columns,
)
from compactctl.formats.site.frame import DATA
from compactctl.formats.site.marks import notices_of
from compactctl.formats.site.whole_record import WholeRecord
from compactctl.words import CANNOT_BE_TOLD, region_in_words, type_in_words

_COUNTED_IN: Final = "Counted in authorities, of all to whom it was open."
_MOST_OPEN: Final = 12
"""Authorities whose contributions are all in sight; of more of them each is folded below its name."""
_FEWEST_POINTS: Final = 3
"""Of a line that says more than the rows above it."""
_COUNTED: Final = (
    "An area counts each authority once whose edition of the year takes it up, of all to whom the area is open."
)


def describe_area(record: WholeRecord, key: str, targets: LinkTargets) -> ReadableDocument:
    """Return the page of an area, by its id, as it was in the last year that had it."""
    index = record.last_years[key]
    coverage, area = record.coverages[index], record.areas[index][key]
    marks = tuple(_marks(coverage))
    left_out = [part for part in record.left_out if part.area == key]
    return ReadableDocument(
        title=area.title,
        lead=tuple(_lead(record, area)),
        facts=tuple(_facts(record, coverage, area, targets)),
        sections=(*_sections(record, index, area, targets), *sections_of_left_out(left_out)),
        marks=marks,
        notices=notices_of(record, left_out),
        running=". ".join((f"{area.title}, {coverage.year}", *marks, record.provenance.revision)),
        ending=ending(record.provenance, (_COUNTED,)),
    )


def _marks(coverage: Coverage[object]) -> Iterator[str]:
    """Say what of the last year that had an area is made up, and what nobody has agreed yet."""
    yield from words.of_examples(coverage)
    drafts = coverage.statuses[Status.DRAFT]
    yield from not_agreed.of_year(coverage.year, coverage.annex, drafts, coverage.with_edition)


def _lead(record: WholeRecord, area: AreaRow) -> Iterator[Line]:
    if area.summary:
        yield plain(of_text(area.summary))
    if record.last_years[area.id] < len(record.coverages) - 1 and not any(record.successors(area.id)):
        year = record.coverages[record.last_years[area.id]].year
        ended = record.knows_end(area.id)
        yield plain(f"It went no further after {year}." if ended else f"What became of it after {year} cannot be told.")


def _facts(
    record: WholeRecord, coverage: Coverage[object], area: AreaRow, targets: LinkTargets
) -> Iterator[tuple[str, Line]]:
    yield f"Taken up in {coverage.year}", plain(f"by {words.of_reach(area, EVERYTHING)}")
    agenda = f"{area.letter} of the agenda of {coverage.year}"
    yield "On the agenda", (Words(agenda, link=targets.year(coverage.year)),)
    if limits := _open_to(area, record):
        yield "Open to", plain(limits)
    if onward := [area_name(row, targets) for row in record.successors(area.id) if row.id != area.id]:
        yield "Goes on in", joined(onward, "; ")
    if why := _retired(record, area.id):
        yield "Why it ended", plain(of_text(why))


def _open_to(area: AreaRow, record: WholeRecord) -> str:
    """Say who alone may choose an area; nothing where everybody may."""
    if not area.knows_open_to:
        return CANNOT_BE_TOLD
    if area.limited_to is None:
        return ""
    names = (record.register.get(slug) for slug in filter(None, area.limited_to.authorities))
    return ", ".join(
        (
            *map(region_in_words, filter(None, area.limited_to.regions)),
            *map(type_in_words, filter(None, area.limited_to.types)),
            *(authority.name for authority in names if authority),
        )
    )


def _retired(record: WholeRecord, key: str) -> str | None:
    """Return why the annex after an area's last one retired it, where it says so."""
    index = record.last_years[key] + 1
    agenda = record.agenda(record.coverages[index].year) if index < len(record.coverages) else None
    return agenda.retired.get(key) if agenda else None


def _sections(record: WholeRecord, index: int, area: AreaRow, targets: LinkTargets) -> Iterator[Section]:
    year = record.coverages[index].year
    line = record.descents[year].lines.get(area.id)
    if line and line.before:
        yield Section("Through the years", (_years(line, targets),), anchor="years")
    if blocks := tuple(map_of_area(record.coverages[index], area.id, targets)):
        yield Section(f"Where it was taken up in {year}", blocks, anchor="where")
    does = ", and what each side does" if record.has_pages and area.authorities else ""
    yield Section(f"Who took it up in {year}{does}", _take_up(record, index, area.id, targets), anchor="who")
    if earlier := tuple(_earlier(record, index, area.id, targets)):
        yield Section("Who took it up in earlier years", earlier, anchor="earlier")
    yield from _asks(record, area.id, targets)


def _years(line: LineOfDescent, targets: LinkTargets) -> Table:
    years = [stage.year for stage in line.stages]
    lost = ", or cannot be read" if any(area.unreadable for stage in line.stages for area in stage.areas) else ""
    columns = (
        *text_columns("year", "area", "taken up by"),
        *(TableColumn("", ColumnKind.PICTURE), *text_columns("what happened")),
    )
    return Table(
        "Who took it up, or what it was before",
        columns,
        rows_of(reversed([_year(stage, before, targets) for stage, before in _pairs(line)])),
        total=("all years", None, None, line_through(line, years), None) if len(years) >= _FEWEST_POINTS else None,
        legend=("took it up", "has an edition, and did not", f"no edition{lost}"),
        note=_COUNTED_IN
        if len(years) < _FEWEST_POINTS
        else f"{_COUNTED_IN} The line is the part of those with an edition.",
    )


def _pairs(line: LineOfDescent) -> Iterator[tuple[Stage, Stage | None]]:
    yield from zip(line.stages, (None, *line.stages[:-1]), strict=True)


def _year(stage: Stage, before: Stage | None, targets: LinkTargets) -> TableRow:
    bar = Bar(stage.chosen, stage.with_edition - stage.chosen, stage.open_to - stage.with_edition)
    names = joined([(Words(area.label, link=targets.area(area.id)),) for area in stage.areas], "; ")
    year = (Words(str(stage.year), link=targets.year(stage.year)),)
    what = ", ".join(filter(None, (stage.turn or "", of_origin(stage, before) if before else "")))
    return year, names, words.of_reach(stage, EVERYTHING), bar, what


def _earlier(record: WholeRecord, index: int, key: str, targets: LinkTargets) -> Iterator[Folded]:
    """Yield the years before an area's last one that had it under the same id, the newest first."""
    for at in range(index - 1, -1, -1):
        if area := record.areas[at].get(key):
            year = record.coverages[at].year
            line = plain(f"by {words.of_reach(area, EVERYTHING)}")
            yield Folded(str(year), line, _take_up(record, at, key, targets), anchor=year.file_stem)


def _take_up(record: WholeRecord, index: int, key: str, targets: LinkTargets) -> tuple[Block, ...]:
    """Return who took an area up in a year, and what each side does; of a large record only who."""
    area = record.areas[index][key]
    if not area.authorities:
        nobody = "Nobody did." if record.coverages[index].with_edition else "No authority has an edition of that year."
        return (Paragraph(plain(nobody)),)
    if not record.has_pages:
        names = joined([_authority_name(record, slug, targets) for slug in area.authorities], ", ")
        more = (Words("What each side does is among the data.", link=targets.page(DATA)),)
        return Paragraph(names), Paragraph(more, "quiet")
    by_page: dict[str, tuple[CompactPage, list[PagePriority]]] = {}
    for page, priority in record.took_up(index, key):
        by_page.setdefault(page.authority, (page, []))[1].append(priority)
    if len(by_page) > _MOST_OPEN:
        return tuple(_folded(page, priorities, targets) for page, priorities in by_page.values())
    return (Cards(tuple(_card(page, priorities, targets) for page, priorities in by_page.values())),)


def _authority_name(record: WholeRecord, slug: str, targets: LinkTargets) -> Line:
    authority = record.register.get(slug)
    return (
        Words(
            record.register.label_in(authority, record.newest.year) if authority else slug, link=targets.authority(slug)
        ),
    )


def _card(page: CompactPage, priorities: list[PagePriority], targets: LinkTargets) -> Card:
    """Return what each side does in an authority, in sight on paper too."""
    name = Words(page.label, link=targets.authority(page.authority))
    blocks = tuple(block for priority in priorities for block in _priority(page, priority))
    return Card((name, Words(f" ({_state(page, priorities)})", "muted")), blocks)


def _folded(page: CompactPage, priorities: list[PagePriority], targets: LinkTargets) -> Folded:
    """Return in a line how far an authority's edition is, and below it what each side does."""
    blocks: list[Block] = [block for priority in priorities for block in _priority(page, priority)]
    blocks.append(Paragraph((Words(f"The compact of {page.label}", link=targets.authority(page.authority)),), "quiet"))
    return Folded(page.label, plain(_state(page, priorities)), tuple(blocks))


def _state(page: CompactPage, priorities: list[PagePriority]) -> str:
    """Say how far an edition is, and of which terms its priorities are."""
    terms = dict.fromkeys(filter(None, (words.of_term(priority.term) for priority in priorities)))
    status = words.of_status(page.status)
    return ", ".join((status, *(["example"] if page.is_example else []), *terms))


def _priority(page: CompactPage, priority: PagePriority) -> Iterator[Block]:
    if priority.issue:
        yield Paragraph((Words(of_text(priority.issue), "strong"),))
    if priority.why:
        yield Paragraph(plain(of_text(priority.why)))
    names = {Party.AUTHORITY: page.name, Party.DEPARTMENT: "The department"}
    contributions = tuple(
        Card(plain(f"{names[party]} contributes"), (listed_texts(tuple(map(of_text, texts))),))
        for party, texts in priority.contributions
        if texts
    )
    if contributions:
        yield Cards(contributions)


def _asks(record: WholeRecord, key: str, targets: LinkTargets) -> Iterator[Section]:
    entries: list[Entry] = []
    for coverage in reversed(record.coverages):
        for row in coverage.asks:
            if row.area and row.area.id == key:
                inside = tuple(map(words.of_ask, row.asks))
                entries.append(Entry((Words(str(coverage.year), link=targets.year(coverage.year)),), inside))
    if entries:
        yield Section("What is asked for", (Listing(tuple(entries)),), anchor="asks")
