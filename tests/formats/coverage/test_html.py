"""The pages of a report: they need nothing else, a table stands behind every picture, no text in them can act."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tests.formats.coverage.pages import Element, joined, read, rows

from compactctl.coverage.authority import report_authority
from compactctl.coverage.events import Event
from compactctl.coverage.results import Ask, AsksRow, Cell, Coverage
from compactctl.coverage.trend import Trend, cover_among_years
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import as_html
from compactctl.formats.coverage.promises import Promises
from compactctl.formats.coverage.words import of_authority
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.registers import tiles

RECORD = Path(__file__).parents[3] / "data"
HOSTILE = '"><script>alert(1)</script><img src=//evil.example>\n::error ::x ##[error]\x1b[31m\u202e'
ANSWER = Event(date(2004, 6, 1), HOSTILE, HOSTILE)
PAGES = ("coverage", "authority", "trend", "no edition")

Result = tuple[Coverage[Promises], Trend]


@pytest.fixture(scope="module")
def result() -> Result:
    return cover_among_years(open_workspace(RECORD), AcademicYear(2004), as_html.keep)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, result: Result) -> str:
    return drawn(result, request.param)


def drawn(result: Result, name: str) -> str:
    match name:
        case "coverage":
            return joined(as_html.coverage_among_years(*result))
        case "trend":
            return joined(as_html.trend(result[1]))
        case "authority":
            return joined(as_html.authority(report_authority(open_workspace(RECORD), "hampshire", AcademicYear(2003))))
        case _:
            return joined(as_html.authority(report_authority(open_workspace(RECORD), "rutland", AcademicYear(2004))))


def test_asks_nothing_of_anybody(page: str) -> None:
    root = read(page)
    assert not re.search(r"https?:|//\w|url\((?!#)|@import", page)
    assert not root.all("script", "img", "link", "iframe", "object", "form")
    for element in root.all("a", "use"):
        assert (element.attributes["href"] or "").startswith("#")
    assert not any(name.startswith("on") for element in root.all("svg", "a", "td") for name in element.attributes)


def test_every_link_leads_to_a_place_on_the_page(page: str) -> None:
    root = read(page)
    every = everything(root)
    names = [element.attributes["id"] for element in every if "id" in element.attributes]
    assert len(names) == len(set(names))
    for element in every:
        for attribute in ("href", "aria-labelledby", "aria-describedby"):
            if link := element.attributes.get(attribute):
                assert link.lstrip("#") in names


def everything(element: Element) -> list[Element]:
    return [element, *(inner for child in element.children for inner in everything(child))]


def test_headings_step_down_one_at_a_time(page: str) -> None:
    levels = [int(heading.name[1]) for heading in read(page).all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_says_its_language_and_lets_readers_skip(page: str) -> None:
    root = read(page)
    assert root.all("html")[0].attributes["lang"] == "en-GB"
    assert root.all("a")[0].attributes["href"] == f"#{root.all('main')[0].attributes['id']}"


def test_tables_say_what_they_are(page: str) -> None:
    for table in read(page).all("table"):
        assert table.all("caption")[0].text.strip()
        assert all(cell.attributes.get("scope") in ("col", "row") and cell.text.strip() for cell in table.all("th"))
        assert len({len(row) for row in rows(table)}) == 1


def test_wide_tables_scroll_where_the_keyboard_reaches(page: str) -> None:
    root = read(page)
    regions = [element for element in everything(root) if element.attributes.get("role") == "region"]
    assert all(element.attributes["tabindex"] == "0" and element.attributes["aria-label"] for element in regions)
    assert sum(len(region.all("table")) for region in regions) == len(root.all("table"))


def test_a_table_stands_behind_every_picture(result: Result) -> None:
    sections = read(drawn(result, "coverage")).all("section")
    pictures = 0
    for section in sections:
        cards = [element for element in everything(section) if element.attributes.get("class") == "card"]
        for holder in cards or [section]:
            seen = [svg for svg in holder.all("svg") if svg.attributes.get("role") == "img"]
            pictures += len(seen)
            assert not seen or holder.all("table")
    assert pictures == len(result[0].areas) + 1


def test_maps_show_what_their_tables_say(result: Result) -> None:
    coverage = result[0]
    cards = [part for part in everything(read(drawn(result, "coverage"))) if part.attributes.get("class") == "card"]
    for index, card in enumerate(cards):
        looks = [use.attributes["class"] for use in card.all("use")]
        states = [row.cells[index] for row in coverage.authorities]
        assert sorted(looks, key=str) == sorted(f"tile {cell.name.lower().replace('_', '-')}" for cell in states)
        told = {row[0]: row[1].split(", ") for row in rows(card.all("table")[0])[1:]}
        names = [of_authority(row) for row in coverage.authorities if row.cells[index] is Cell.CHOSEN]
        assert told.get(f"chosen ({len(names)})", []) == names
        assert sum(map(len, told.values())) == coverage.registered


def test_every_authority_has_a_tile_of_its_own(result: Result) -> None:
    known = tiles()
    for year in result[1].years:
        places = [known[row.code, row.slug] for row in year.coverage.authorities]
        assert len(places) == len(set(places)) == year.coverage.registered


@pytest.mark.parametrize("change", [{"slug": "atlantis"}, {"code": "25023"}])
def test_an_authority_without_a_tile_is_named_below_the_map(result: Result, change: dict[str, str]) -> None:
    coverage = result[0]
    stranger = coverage.authorities[0]._replace(label="Atlantis", **change)  # type: ignore[arg-type]
    page = joined(as_html.coverage(replace(coverage, authorities=(stranger, *coverage.authorities[1:]))))
    assert page.count("Without a place on the map: Atlantis") == len(coverage.areas)


def test_states_differ_by_pattern(result: Result) -> None:
    page = drawn(result, "coverage")
    fills = re.findall(r"\.tile\.([a-z-]+) \{ fill: ([^;]+);", page)
    assert {name for name, _ in fills} == {cell.name.lower().replace("_", "-") for cell in Cell}
    assert len({fill for _, fill in fills}) == len(Cell)
    assert len(set(re.findall(r'<pattern id="\w+".*?</pattern>', page))) == 3


def test_what_is_left_out_is_said_first(result: Result) -> None:
    page = joined(as_html.coverage(replace(result[0], unreadable=("data/compacts/bristol.yaml",))))
    first = next(part for part in read(page).all("h2", "p") if part.attributes.get("class") != "made-up")
    assert first.text == "What is not in this report"
    assert page.index("data/compacts/bristol.yaml cannot be read") < page.index("authorities have an edition")


def test_no_text_can_act(result: Result) -> None:
    coverage = result[0]
    hostile = replace(
        coverage,
        annex_title=HOSTILE,
        areas=tuple(area._replace(title=HOSTILE, summary=HOSTILE) for area in coverage.areas),
        authorities=tuple(row._replace(label=HOSTILE, region=HOSTILE) for row in coverage.authorities),
        asks=(AsksRow(None, (Ask("a", HOSTILE, HOSTILE, ANSWER, is_example=False),)),),
        unreadable=(HOSTILE,),
    )
    page = joined(as_html.coverage(hostile))
    root = read(page)
    assert not root.all("script", "img")
    assert "evil.example>" not in page
    assert not any(sign in page for sign in ("::", "##[", "\x1b", "\u202e"))
    assert '"><script>alert(1)</script><img src=//evil.example> ::error ::x ##[error]' in root.text


def test_same_bytes_twice(page: str, result: Result, request: pytest.FixtureRequest) -> None:
    assert page == drawn(result, request.node.callspec.params["page"])


def test_committee_reads_who_does_what_and_what_is_open(result: Result) -> None:
    text = " ".join(read(drawn(result, "authority")).text.split())
    assert "The department contributes Support for schools" in text
    assert "Still open The department has not signed The authority has not signed" in text
    assert "Rutland has" in drawn(result, "no edition")


def test_years_are_joined_by_lineage(result: Result) -> None:
    picture = next(svg for svg in read(drawn(result, "trend")).all("svg") if svg.attributes.get("class") == "lineage")
    joins = sum(len(origins) for year in result[1].years for origins in year.origins.values())
    assert len(picture.all("path")) == joins > 0
    assert len(picture.all("g")) == sum(len(year.coverage.areas) for year in result[1].years)
