"""The pages of a year and of the years: geometry is numbers however many there are, and no text in them can act."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from tests.changes.making import annex, area, compact, edition, files, workspace
from tests.formats.coverage.pages import Element, joined, read

from compactctl.coverage.pages import LaterEvent
from compactctl.coverage.results import AreaAsks, AskRow, Coverage
from compactctl.coverage.trend import Trend, cover_among_years
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage.trend import describe_trend
from compactctl.formats.coverage.year import Promises, describe_year, promises_of
from compactctl.formats.provenance import Provenance
from compactctl.formats.readable.document import ReadableDocument
from compactctl.formats.readable.html import draw
from compactctl.workspace.loading import open_workspace

RECORD: Final = Path(__file__).parents[3] / "data"
PROVENANCE: Final = Provenance("1.0", "0123456789ab")
HOSTILE: Final = '"><script>alert(1)</script><img src=//evil.example>\n::error ::x ##[error]\x1b[31m\u202e'
GEOMETRY: Final = ("x", "y", "cx", "cy", "r", "width", "height", "viewbox", "points", "d", "colspan")
PAIR: Final = re.compile(r"[\d.]+,[\d.]+")
YEARS: Final = 12

Result = tuple[Coverage[Promises], Trend]


def drawn(document: ReadableDocument) -> str:
    return joined(draw(document))


def everything(element: Element) -> list[Element]:
    return [element, *(inner for child in element.children for inner in everything(child))]


def of_twelve_years() -> Result:
    """Return a year after eleven others, with the national register and areas that all follow one another."""
    areas = [area(f"area-{number}") for number in range(20)]
    years = [f"{2003 + number}/{4 + number:02}" for number in range(YEARS)]
    slugs = ("kent", "surrey", "devon", "essex", "norfolk", "suffolk")
    compacts = [compact(slug, *(edition(year, "area-0", "area-19") for year in years)) for slug in slugs]
    contents = files([annex(year, *areas) for year in years], compacts)
    return cover_among_years(workspace(contents), None, promises_of)


@pytest.mark.parametrize("name", ["year", "trend"])
def test_geometry_is_numbers_over_twelve_annexes(name: str) -> None:
    result, years = of_twelve_years()
    document = describe_trend(years, PROVENANCE) if name == "trend" else describe_year(result, years, PROVENANCE)
    root = read(re.sub("<(style|script).*?</(style|script)>", "", drawn(document), flags=re.DOTALL))
    values = [
        (attribute, value or "")
        for element in everything(root)
        for attribute, value in element.attributes.items()
        if attribute in GEOMETRY
    ]
    assert len(values) > 100
    for attribute, value in values:
        if attribute == "points":
            assert all(PAIR.fullmatch(pair) for pair in value.split())
        else:
            assert "," not in value


def test_a_line_has_a_place_for_each_year() -> None:
    pictures = read(drawn(describe_trend(of_twelve_years()[1], PROVENANCE))).all("svg")
    lines = [svg for svg in pictures if svg.attributes.get("class") == "sparkline"]
    assert {len(svg.all("circle")) for svg in lines} == {YEARS}


def test_no_text_can_act() -> None:
    coverage, years = cover_among_years(open_workspace(RECORD), AcademicYear(2004), promises_of)
    answer = LaterEvent(date(2004, 6, 1), HOSTILE, HOSTILE)
    hostile = replace(
        coverage,
        annex_title=HOSTILE,
        group_titles=dict.fromkeys(coverage.group_titles, HOSTILE),
        areas=tuple(area._replace(title=HOSTILE, summary=HOSTILE) for area in coverage.areas),
        authorities=tuple(row._replace(label=HOSTILE, region=HOSTILE) for row in coverage.authorities),
        asks=(AreaAsks(None, None, (AskRow("a", HOSTILE, HOSTILE, answer, None, is_example=False),)),),
        unreadable=(HOSTILE,),
    )
    page = drawn(describe_year(hostile, years, PROVENANCE))
    root = read(page)
    assert len(root.all("script")) == 1
    assert not root.all("img")
    assert "evil.example>" not in page
    assert not any(sign in page.partition("<body>")[2] for sign in ("##[", "\x1b", "\u202e"))
    assert '"><script>alert(1)</script><img src=//evil.example> ::error ::x ##[error]' in root.text


def test_what_is_left_out_is_said_before_the_story() -> None:
    coverage, years = cover_among_years(open_workspace(RECORD), AcademicYear(2004), promises_of)
    page = drawn(describe_year(replace(coverage, unreadable=("data/compacts/bristol.yaml",)), years, PROVENANCE))
    assert page.index("data/compacts/bristol.yaml cannot be read") < page.index("was taken up most")
