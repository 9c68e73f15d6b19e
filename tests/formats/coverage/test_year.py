"""What a year and the years say, block by block, before it is drawn: the same figures in tables, maps and matrix."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.changes.making import annex, area, compact, edition, files, workspace

from compactctl.coverage.results import Cell, Coverage
from compactctl.coverage.trend import Trend, cover_among_years
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.coverage.year import Promise, Promises, describe_year, promises_of
from compactctl.formats.link_targets import LinkTargets
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import (
    Bar,
    Block,
    Cards,
    Folded,
    Listing,
    Paragraph,
    Picture,
    ReadableDocument,
    Section,
    SignMatrix,
    Table,
    TileMap,
    Tone,
    Words,
    text_of,
)
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.registers import tiles

RECORD = Path(__file__).parents[3] / "data"
PROVENANCE = Provenance("1.0", "0123456789ab")
B = TypeVar("B")

Result = tuple[Coverage[Promises], Trend]


@pytest.fixture(scope="module")
def result() -> Result:
    return cover_among_years(open_workspace(RECORD), AcademicYear(2004), promises_of)


@pytest.fixture(scope="module")
def document(result: Result) -> ReadableDocument:
    return describe_year(*result, PROVENANCE)


def every(kind: type[B], blocks: Iterable[Block]) -> Iterator[B]:
    """Yield the blocks of a kind, also those inside others."""
    for block in blocks:
        if isinstance(block, kind):
            yield block
        if isinstance(block, Section):
            yield from every(kind, block.blocks)
        elif isinstance(block, Cards):
            yield from every(kind, (inner for card in block.cards for inner in card.blocks))


def of_small(values: dict[str, Any]) -> Result:
    return cover_among_years(workspace(values), None, promises_of)


def test_a_bar_is_of_all_to_whom_the_area_is_open(result: Result, document: ReadableDocument) -> None:
    [table, *_] = every(Table, document.sections)
    bars = [cell for row in table.rows for cell in row if isinstance(cell, Bar)]
    assert [bar.whole for bar in bars] == [area.open_to for area in result[0].areas]
    assert [bar.counted for bar in bars] == [area.chosen for area in result[0].areas]


def test_no_sum_stands_under_authorities_that_stand_in_several_rows(document: ReadableDocument) -> None:
    summed = {table.caption for table in every(Table, document.sections) if table.total}
    assert summed == {"Regions", "Types of authority"}


def test_small_maps_show_what_the_matrix_says(result: Result, document: ReadableDocument) -> None:
    [matrix] = every(SignMatrix, document.sections)
    small = [picture for picture in every(TileMap, document.sections) if picture.is_small]
    assert len(small) == len(result[0].areas)
    for index, picture in enumerate(small):
        full = {tile.label for tile in picture.tiles if tile.tone is Tone.FULL}
        names = {
            text_of(name).partition(",")[0]
            for group in matrix.groups
            for name, signs in group.rows
            if signs[index].symbol == "●"
        }
        assert full == names
        states = [row.cells[index] for row in result[0].authorities]
        assert sum(tile.tone is Tone.HALF for tile in picture.tiles) == states.count(Cell.NOT_CHOSEN)
        assert sum(tile.tone is Tone.NONE for tile in picture.tiles) == states.count(Cell.NOT_OPEN)


def test_the_key_map_tells_who_has_not_renewed(document: ReadableDocument) -> None:
    key = next(picture for picture in every(TileMap, document.sections) if not picture.is_small)
    half = {tile.label for tile in key.tiles if tile.tone is Tone.HALF}
    names = ("Bristol", "Cornwall", "Rutland", "Sheffield", "Telford and Wrekin")
    assert half == {f"{name}: has not renewed yet" for name in names}
    assert "Yorkshire and" in {name.text for name in key.names}


def test_an_outline_is_drawn_around_each_region_once_for_each_side(document: ReadableDocument) -> None:
    key = next(picture for picture in every(TileMap, document.sections) if not picture.is_small)
    assert len(key.outlines) == 9
    lonely = min(key.tiles, key=lambda tile: tile.x)
    assert lonely.label.startswith("Isles of Scilly")
    assert sum(outline.count(f"M{lonely.x:g} ") for outline in key.outlines) >= 1


def test_an_authority_alone_in_its_region_is_outlined_by_its_six_sides() -> None:
    compacts = [
        compact(slug, edition("2003/04", "reading")) for slug in ("kent", "surrey", "devon", "essex", "norfolk")
    ]
    coverage, years = of_small(files([annex("2003/04", area("reading"))], compacts))
    kept = replace(coverage, authorities=tuple(row._replace(region=row.slug) for row in coverage.authorities))
    key = next(every(TileMap, describe_year(kept, years, PROVENANCE).sections))
    assert {outline.count("M") for outline in key.outlines} == {6}


@pytest.mark.parametrize(("areas", "editions"), [(41, 5), (2, 4)])
def test_no_map_is_drawn_where_it_would_show_nothing(areas: int, editions: int) -> None:
    agenda = annex("2003/04")
    agenda["groups"][0]["areas"] = [area(f"area-{number}", letter="a") for number in range(areas)]
    slugs = ("kent", "surrey", "devon", "essex", "norfolk")[:editions]
    result = of_small(files([agenda], [compact(slug, edition("2003/04", "area-0")) for slug in slugs]))
    sections = describe_year(*result, PROVENANCE).sections
    assert not list(every(TileMap, sections))
    assert list(every(SignMatrix, sections))


def test_every_authority_has_a_tile_of_its_own(result: Result) -> None:
    known = tiles()
    for year in result[1].years:
        places = [known[row.code, row.slug] for row in year.coverage.authorities]
        assert len(places) == len(set(places)) == year.coverage.registered


@pytest.mark.parametrize("change", [{"slug": "atlantis"}, {"code": "25023"}])
def test_an_authority_without_a_tile_is_named_below_the_maps(result: Result, change: dict[str, str]) -> None:
    coverage, years = result
    stranger = coverage.authorities[0]._replace(label="Atlantis", **change)  # type: ignore[arg-type]
    changed = replace(coverage, authorities=(stranger, *coverage.authorities[1:]))
    texts = [text_of(part.line) for part in every(Paragraph, describe_year(changed, years, PROVENANCE).sections)]
    assert "Without a place on the map: Atlantis." in texts


def test_zero_compacts_are_a_page_of_the_agenda_alone() -> None:
    document = describe_year(*of_small(files([annex("2003/04", area("reading"))])), PROVENANCE)
    assert [section.title for section in document.sections] == ["Areas", "About the year"]
    [table] = every(Table, document.sections)
    assert [column.title for column in table.columns] == ["", "area", "open to"]
    assert list(table.rows) == [("a", (Words("Title of reading"),), 150)]


def test_every_name_leads_to_its_page_in_a_site(result: Result) -> None:
    document = describe_year(*result, PROVENANCE, LinkTargets("../"))
    [matrix] = every(SignMatrix, document.sections)
    assert matrix.heads[0].link == f"../areas/{result[0].areas[0].id}.html"
    assert {name[0].link for group in matrix.groups for name, _ in group.rows} >= {"../authorities/hampshire.html"}
    key = next(picture for picture in every(TileMap, document.sections) if not picture.is_small)
    assert all(tile.link and tile.link.startswith("../authorities/") for tile in key.tiles)


def test_nothing_leads_anywhere_on_a_page_by_itself(document: ReadableDocument) -> None:
    assert not any(tile.link for picture in every(TileMap, document.sections) for tile in picture.tiles)
    cards = (card for block in every(Cards, document.sections) for card in block.cards)
    assert not any(part.link for card in cards for part in card.title)


def test_a_picture_of_descent_joins_a_pair_of_years(result: Result) -> None:
    [picture] = every(Picture, describe_trend(result[1], PROVENANCE).sections)
    joins = sum(len(origins) for year in result[1].years for origins in year.origins.values())
    assert len(picture.paths) == joins > 0
    assert len(picture.labels) == sum(len(year.coverage.areas) for year in result[1].years) + 2


def test_drafts_and_examples_stand_at_the_head_and_on_each_sheet_of_paper(document: ReadableDocument) -> None:
    assert document.marks == (
        "Examples, not real: all 7 editions, all 11 editions of the years before and the annex of 2004/05",
        "Drafts, not agreed: the annex of 2004/05 and 3 of the 7 editions",
    )
    assert document.running == (
        "Coverage of 2004/05, the annex is a draft (example) · with examples that are not real · revision 0123456789ab"
    )


def test_the_head_tells_of_an_annex_that_is_not_agreed_beside_drafts() -> None:
    agenda = annex(
        "2003/04", area("reading"), signatures=[{"party": "department", "role": "Minister", "date": "2003-07-23"}]
    )
    document = describe_year(*of_small(files([agenda], [compact("kent", edition("2003/04"))])), PROVENANCE)
    assert document.marks == (
        "The one edition is a draft: nobody has signed it",
        "The annex of 2003/04 is proposed, and not agreed",
    )


@pytest.mark.parametrize(("real", "titles"), [(0, []), (1, ["examples"])])
def test_where_all_editions_are_examples_the_head_says_so_and_no_column(
    result: Result, real: int, titles: list[str]
) -> None:
    coverage, years = result
    having = [row.slug for row in coverage.authorities if row.counts_as_example][:real]
    some = replace(
        coverage,
        authorities=tuple(row._replace(is_example=row.slug not in having) for row in coverage.authorities),
    )
    [table] = [
        block
        for section in describe_year(some, years, PROVENANCE).sections
        if section.anchor == "terms"
        for block in every(Table, section.blocks)
    ]
    assert [column.title for column in table.columns if column.title == "examples"] == titles


@pytest.mark.parametrize(("count", "kind"), [(40, Listing), (41, Folded)])
def test_what_would_be_a_page_of_its_own_is_folded_by_area(result: Result, count: int, kind: type[Block]) -> None:
    coverage, years = result
    area = coverage.areas[0]
    changed = replace(coverage, compacts=((Promise(area.id, "Kent: Give notice"),) * count,))
    sections = describe_year(changed, years, PROVENANCE).sections
    [block] = next(section.blocks for section in sections if section.anchor == "department")
    assert isinstance(block, kind)
    if isinstance(block, Folded):
        assert (block.heading, text_of(block.line)) == (area.label, "41 contributions")


def test_those_with_an_edition_have_a_column_only_while_not_all_have_one() -> None:
    one = files([annex("2003/04", area("reading"))], [compact("kent", edition("2003/04", "reading"))])
    [table, *_] = every(Table, describe_year(*of_small(one), PROVENANCE).sections)
    assert [column.title for column in table.columns] == ["", "area", "taken up by", "with an edition", ""]
    [row] = table.rows
    assert row[2:4] == ("1 of 150", 1)


def test_a_single_year_has_neither_a_first_one_nor_a_line() -> None:
    trend = describe_trend(of_small(files([annex("2003/04", area("reading"))]))[1], PROVENANCE)
    assert trend.title == "Coverage of 2003/04"
    assert [column.title for column in [*every(Table, trend.sections)][1].columns][2:] == [
        "in 2003/04",
        "with an edition",
    ]
