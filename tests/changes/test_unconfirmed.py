"""Texts that came over from the last edition: the same texts, counted until somebody has looked at them."""

from typing import Final

import pytest
from tests.changes.making import Values, annex, area, between, compact, edition, files, priority

from compactctl.changes.results import CompactChange, YearChanges
from compactctl.documents.texts import STILL_TRUE

OLD: Final = annex("2003/04", area("kept-area"), area("first"), area("second"), area("whole"))
NEW: Final = annex(
    "2004/05",
    area("kept-area"),
    {**area("both"), "from": ["first", "second"]},
    {**area("half"), "from": ["whole"]},
)


def compared(old: Values, new: Values, *years: str) -> YearChanges:
    first, last = years or ("2003/04", "2004/05")
    return between(files([OLD, NEW], [compact("hampshire", old, new)]), first, last)


def changed(old: list[Values | str], new: list[Values | str], *years: str) -> CompactChange:
    [change] = compared(edition("2003/04", *old), edition("2004/05", *new), *years).compacts
    return change


def over(area_id: str, *, why: str = f"{STILL_TRUE} Because", ours: str = f"{STILL_TRUE} We do this") -> Values:
    """Return a priority as `renew` writes it."""
    theirs = f"{STILL_TRUE} They do that"
    return priority(area_id, why=why, contributions={"authority": [ours], "department": [theirs]})


def test_texts_that_differ_by_their_mark_only_are_no_change_and_counted() -> None:
    change = changed(["kept-area", "whole"], [over("kept-area"), over("half")])
    [kept], [carried] = change.priorities.kept, change.priorities.carried
    assert (kept.differences, kept.unconfirmed) == ((), 3)
    assert (carried.differences, carried.unconfirmed) == ((), 3)
    assert change.unconfirmed == 6


def test_a_priority_whose_texts_are_only_marked_is_no_change() -> None:
    change = changed(["kept-area"], [over("kept-area")])
    assert not change.is_change
    assert change.is_shown


def test_a_text_that_was_looked_at_is_told_beside_those_that_wait() -> None:
    [kept] = changed(["kept-area"], [over("kept-area", why="Another reason")]).priorities.kept
    assert [item.field for item in kept.differences] == ["why"]
    assert kept.unconfirmed == 2


def test_a_text_that_says_something_else_is_told_without_its_mark_and_does_not_wait() -> None:
    [kept] = changed(["kept-area"], [over("kept-area", why=f"{STILL_TRUE} Another reason")]).priorities.kept
    assert [item.new for item in kept.differences] == [("Another reason",)]
    assert kept.unconfirmed == 2


@pytest.mark.parametrize("mark", ["TODO  still\ntrue?", f"{STILL_TRUE}\n", STILL_TRUE])
def test_a_mark_is_one_however_it_is_laid_out(mark: str) -> None:
    [kept] = changed(["kept-area"], [over("kept-area", why=f"{mark} Because")]).priorities.kept
    assert (kept.differences, kept.unconfirmed) == ((), 3)


@pytest.mark.parametrize("why", [f"{STILL_TRUE} One\nTwo", f"{STILL_TRUE} One\n{STILL_TRUE} Two"])
def test_what_several_became_waits_as_a_whole(why: str) -> None:
    """Reasons that became one have a mark at its head; each side's contributions came over one by one."""
    change = changed([priority("first", why="One"), priority("second", why="Two")], [over("both", why=why)])
    [part] = change.priorities.carried
    assert part.unconfirmed == 3


def test_what_waited_before_and_was_looked_at_since_is_no_change() -> None:
    change = changed([over("kept-area")], ["kept-area"])
    assert (change.unconfirmed, change.is_change, change.is_shown) == (0, False, False)


def test_texts_wait_in_the_later_year_whichever_is_the_new_one() -> None:
    change = changed(["kept-area"], [over("kept-area")], "2004/05", "2003/04")
    assert (change.unconfirmed, change.is_change) == (3, False)


def test_a_year_against_itself_has_nothing_that_waits() -> None:
    result = compared(edition("2003/04", "kept-area"), edition("2004/05", over("kept-area")), "2004/05", "2004/05")
    assert not result.is_shown


def test_no_text_at_all_is_the_same_as_a_mere_mark() -> None:
    old = priority("kept-area")
    del old["why"]
    [kept] = changed([old], [priority("kept-area", why=STILL_TRUE)]).priorities.kept
    assert not kept.differences


def test_an_ask_that_came_over_is_the_same_ask() -> None:
    asks = [{"text": "An ask"}, {"text": "Another"}]
    old = edition("2003/04", "kept-area", asks=asks)
    new = edition("2004/05", "kept-area", asks=[{"text": f"{STILL_TRUE} {ask['text']}"} for ask in asks])
    [change] = compared(old, new).compacts
    assert (change.asks.gained, change.asks.lost, change.asks.unconfirmed) == ((), (), 2)
    assert not change.is_change
