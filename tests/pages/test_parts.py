"""The parts of a page in a browser: with its script and without, on a phone and on paper; the checkers find nothing.

What is shown is the sample that all drawers are shown with.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from tests.formats.readable.sample import ENGLAND, EVERYTHING
from tests.pages.checkers import browser, checker, in_checker, look_at, run_script

from compactctl.formats.readable.document import ReadableDocument, Section, Table, TableColumn, rows_of
from compactctl.formats.readable.html import draw

MAP: Final = ENGLAND._replace(
    width=60,
    height=40,
    tiles=tuple(tile._replace(x=index * 12.0) for index, tile in enumerate(ENGLAND.tiles)),
    names=tuple(name._replace(x=30.0) for name in ENGLAND.names),
)


def with_map_of_size(shown: ReadableDocument) -> ReadableDocument:
    """Return the document with a map whose hexagons are as large as they are in reality."""
    where = next(section for section in shown.sections if section.title == "Where")
    larger = replace(where, blocks=tuple(MAP if block is ENGLAND else block for block in where.blocks))
    return replace(shown, sections=tuple(larger if section is where else section for section in shown.sections))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parts") / "everything.html"
    path.write_bytes(b"".join(draw(with_map_of_size(EVERYTHING))))
    return path


@pytest.fixture(scope="module")
def seen(page: Path) -> dict[str, Any]:
    """Return what readers see of the page."""
    result: dict[str, Any] = run_script("parts.mjs", str(page))
    return result


@browser
def test_the_checkers_find_nothing_in_any_part(page: Path) -> None:
    assert look_at([page]).objections == []


@checker
def test_the_markup_of_every_part_is_right(page: Path) -> None:
    assert in_checker([page]) == []


@browser
def test_the_policy_lets_the_script_run_and_nothing_is_complained_of(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


@browser
def test_an_address_can_hold_a_filter_which_capitals_do_not_matter_to(seen: dict[str, Any]) -> None:
    assert seen["filter"] == {
        "rows": ["Behaviour new"],
        "count": "1 of 3",
        "emptied": 3,
        "groups": 2,
        "groupsOfOne": 1,
    }


@browser
def test_a_click_on_a_head_puts_the_largest_first_in_each_group_and_another_one_last(seen: dict[str, Any]) -> None:
    assert seen["sorted"] == [
        ["descending", "Literacy at key stage 2", "Behaviour new", "Sport"],
        ["ascending", "Behaviour new", "Literacy at key stage 2", "Sport"],
    ]


@browser
def test_a_tile_in_focus_shows_its_name(seen: dict[str, Any]) -> None:
    assert seen["tile"] == "visible"


@browser
def test_the_first_key_leads_past_what_stands_on_every_page(seen: dict[str, Any]) -> None:
    assert seen["skipped"] == "content"


@browser
def test_what_is_in_focus_can_be_seen(seen: dict[str, Any]) -> None:
    assert seen["unseen"] == []


@browser
def test_without_script_everything_is_there_and_nothing_that_needs_it(seen: dict[str, Any]) -> None:
    assert seen["withoutScript"] == {"rows": 3, "fields": 0}


@browser
def test_on_a_phone_a_cell_says_what_it_is(seen: dict[str, Any]) -> None:
    assert seen["label"] == '"Taken up by"'


@browser
def test_what_leads_elsewhere_is_not_on_paper(seen: dict[str, Any]) -> None:
    assert seen["navigation"] == 0


@browser
def test_changes_are_sorted_by_their_direction_and_a_head_on_paper_is_no_button(tmp_path: Path) -> None:
    changes = ("2 more, was c", "44 fewer", "new", "as many", "1,007 more")
    columns, rows = (TableColumn("area"), TableColumn("on 2003/04")), rows_of(zip("abcde", changes, strict=True))
    table = Table("Areas", columns, rows, can_be_searched=True)
    path = tmp_path / "page.html"
    path.write_bytes(b"".join(draw(ReadableDocument("Areas", sections=(Section("Areas", (table,)),)))))
    # Chromium paints no button in a head that is repeated on the next sheet.
    assert run_script("sorted.mjs", str(path)) == {
        "cells": ["new", "1,007 more", "2 more, was c", "as many", "44 fewer"],
        "onPaper": "contents",
    }
