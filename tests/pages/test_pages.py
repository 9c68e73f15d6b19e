"""The pages in a browser: axe-core and the Nu checker find nothing, at any width, in light, dark and print.

A browser opens every kind of page. What a text alone shows is held on every page there is.
"""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.pages.checkers import Look, browser, checker, in_checker, look_at
from tests.pages.conftest import Pages

FIRST_SCREEN_OF_A_PHONE: Final = 800
TALLEST_COMPARISON: Final = 15_000
"""Both in pixels."""

POOR: Final = (
    '<!doctype html><html lang="en"><title>Poor</title><p style="color:#ddd">Pale</p><button>Press</button>'
    '<p style="width:3000px"><img src="http://a.test/b.png"><p style="font-size:6pt">Small<p>7 of 11'
    '<main><section><h2>Alone</h2><nav style="display:none">Elsewhere</nav></section></main>'
)

_NUMBER: Final = r"-?\d+(?:\.\d+)?"
NUMBERS: Final = re.compile(rf"{_NUMBER}(?: {_NUMBER})*")
PAIRS: Final = re.compile(rf"(?:{_NUMBER},{_NUMBER} ?)+")
PATH: Final = re.compile(r"M(?:[MLHVCZlvz ]|-?\d*\.?\d+)+")
GEOMETRY: Final = re.compile(r' (viewBox|width|height|c?[xy]|[xy][12]|d[xy]|r|font-size|points|d)="([^"]*)"')
SHAPES: Final = {"points": PAIRS, "d": PATH}


def wrong_geometry(page: Path) -> list[str]:
    """Return the attributes of pictures that hold anything but numbers."""
    attributes = set(GEOMETRY.findall(page.read_text(encoding="utf-8")))
    return [f"{page}: {name}={value}" for name, value in attributes if not SHAPES.get(name, NUMBERS).fullmatch(value)]


def test_every_number_of_every_picture_is_a_number(pages: Pages) -> None:
    assert [wrong for page in pages.all for wrong in wrong_geometry(page)] == []


@pytest.mark.parametrize(
    "attribute", ['viewBox="0 0 1,050 420"', 'd="M1 2 L3,000 NaN"', 'x="None"', 'points="1,160 20 "', 'width="1e5"']
)
def test_what_is_no_number_would_be_noticed(attribute: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<svg {attribute}/>")
    assert len(wrong_geometry(page)) == 1


@browser
def test_the_browser_finds_nothing(look: Look) -> None:
    assert look.objections == []


@browser
def test_the_first_figure_of_a_year_stands_on_the_first_screen_of_a_phone(pages: Pages, look: Look) -> None:
    if pages.are_of_no_compact:
        return
    years = [
        pages.site / "index.html",
        *(page for name, page in pages.alone.items() if name in {"year", "year-before"}),
    ]
    tops = {page: look.measures[page].first_figure for page in years}
    assert {page: top for page, top in tops.items() if top is None or top > FIRST_SCREEN_OF_A_PHONE} == {}


@browser
def test_a_comparison_is_not_taller_than_can_be_scrolled(pages: Pages, look: Look) -> None:
    alone = {page for name, page in pages.alone.items() if name == "comparison"}
    comparisons = {page: seen for page, seen in look.measures.items() if page in alone or page.parent.name == "changes"}
    assert {page: seen for page, seen in comparisons.items() if seen.height >= TALLEST_COMPARISON} == {}


@browser
def test_what_is_wrong_would_be_noticed(tmp_path: Path) -> None:
    poor = tmp_path / "poor.html"
    poor.write_text(POOR)
    seen = look_at([poor])
    objections = "\n".join(seen.objections)
    for what in (
        "400 light: 2608 pixels wider than the window",
        "400 light: color-contrast",
        "1400 dark: image-alt",
        "asks for http://a.test/b.png",
        "680 light print: letters of 6.00 pt: Small",
        "680 light print: nothing below Alone",
        "without style",
        "without script: shows or hides what only the script can change",
    ):
        assert what in objections
    assert seen.measures[poor].first_figure is not None


@checker
def test_the_checker_finds_nothing(pages: Pages) -> None:
    assert in_checker(pages.looked_at) == []


@checker
def test_the_checker_would_find_something(tmp_path: Path) -> None:
    poor = tmp_path / "poor.html"
    poor.write_text(POOR)
    assert any('An "img" element must have' in line for line in in_checker([poor]))
