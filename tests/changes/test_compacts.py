"""What became of an authority's priorities, asks and edition, and what counts."""

from datetime import date
from typing import Any, Final, NamedTuple

import pytest
from tests.changes.making import Values, annex, area, between, compact, edition, files, priority

from compactctl.changes.results import CompactChange, Loss, Presence, PriorityChanges, YearChanges
from compactctl.rules.samples import REGISTER_HEAD

OLD: Final = annex(
    "2003/04",
    area("kept-area"),
    area("first"),
    area("second"),
    area("whole"),
    area("dropped"),
    area("local", named_locally="true"),
    area("plain"),
    area("own", named_locally="true"),
    area("goes-on"),
)
NEW: Final = annex(
    "2004/05",
    area("kept-area"),
    {**area("both"), "from": ["first", "second"]},
    {**area("half"), "from": ["whole"]},
    {**area("rest"), "from": ["whole"]},
    {**area("nearby", named_locally="true"), "from": ["local"]},
    area("plain", named_locally="true"),
    area("own", named_locally="true"),
    area("goes-on"),
    {**area("sprung"), "from": ["goes-on"]},
    area("fresh"),
    retired=["dropped"],
)

Outcomes = dict[str, list[object]]


class Row(NamedTuple):
    """What an authority chose in either year, and what is told of it."""

    old: list[Values | str]
    new: list[Values | str]
    outcomes: Outcomes


def issue(area_id: str, name: str | None, **keys: str) -> Values:
    return priority(area_id, **keys) if name is None else priority(area_id, issue=name, **keys)


ROWS: Final = {
    "the same area": Row(["kept-area"], ["kept-area"], {"kept": [("kept-area", None)]}),
    "an area that goes on beside another": Row(["goes-on"], ["goes-on"], {"kept": [("goes-on", None)]}),
    "into two of which one goes on": Row(
        ["goes-on"], ["goes-on", "sprung"], {"carried": [(["goes-on"], ["goes-on", "sprung"])]}
    ),
    "into the other of two": Row(["goes-on"], ["sprung"], {"carried": [(["goes-on"], ["sprung"])]}),
    "two merged": Row(["first", "second"], ["both"], {"carried": [(["first", "second"], ["both"])]}),
    "one of two merged": Row(["second"], ["both"], {"carried": [(["second"], ["both"])]}),
    "one split": Row(["whole"], ["half", "rest"], {"carried": [(["whole"], ["half", "rest"])]}),
    "one half of a split": Row(["whole"], ["rest"], {"carried": [(["whole"], ["rest"])]}),
    "a split that is not taken up": Row(["whole"], [], {"lost": [("whole", None)]}),
    "a retired area": Row(["dropped"], [], {"lost": [("dropped", None)]}),
    "given up": Row(["kept-area"], [], {"lost": [("kept-area", None)]}),
    "a new area": Row([], ["fresh"], {"gained": [("fresh", None)]}),
    "another area": Row(["kept-area"], ["fresh"], {"lost": [("kept-area", None)], "gained": [("fresh", None)]}),
    "an issue, spelt another way": Row(
        [issue("own", "Small  schools")], [issue("own", "small SCHOOLS")], {"kept": [("own", "small SCHOOLS")]}
    ),
    "another issue": Row(
        [issue("own", "Small schools")],
        [issue("own", "Large schools")],
        {"lost": [("own", "Small schools")], "gained": [("own", "Large schools")]},
    ),
    "issues carried, one entry each": Row(
        [issue("local", "Ferries"), issue("local", "Winter"), issue("local", "Buses")],
        [issue("nearby", "winter"), issue("nearby", "Ferries")],
        {"carried": [(["local"], ["nearby"]), (["local"], ["nearby"])], "lost": [("local", "Buses")]},
    ),
    "an area that begins to be named locally": Row(
        ["plain"], [issue("plain", "Ferries")], {"lost": [("plain", None)], "gained": [("plain", "Ferries")]}
    ),
    "an issue still to be written": Row([issue("own", "TODO")], [issue("own", "TODO")], {"kept": [("own", "TODO")]}),
    "an issue that has been written": Row(
        [issue("own", "TODO")], [issue("own", "Ferries")], {"lost": [("own", "TODO")], "gained": [("own", "Ferries")]}
    ),
    "an issue that is missing": Row([issue("own", None)], [issue("own", None)], {"kept": [("own", None)]}),
    "an issue that is not wanted": Row([issue("kept-area", "Ferries")], ["kept-area"], {"kept": [("kept-area", None)]}),
}
MIRROR: Final = {"kept": "kept", "carried": "carried", "lost": "gained", "gained": "lost"}


def compare(old: list[Values | str], new: list[Values | str]) -> PriorityChanges:
    return changed([edition("2003/04", *old), edition("2004/05", *new)]).priorities


def changed(editions: list[Values], old: str = "2003/04", new: str = "2004/05") -> CompactChange:
    [change] = between(files([OLD, NEW], [compact("hampshire", *editions)]), old, new).compacts
    return change


def outcomes(changes: PriorityChanges) -> Outcomes:
    every: Outcomes = {
        "kept": [(kept.priority.area.id, kept.priority.issue) for kept in changes.kept],
        "carried": [
            ([name.area.id for name in part.old], [name.area.id for name in part.new]) for part in changes.carried
        ],
        "lost": [(name.area.id, name.issue) for name in changes.lost],
        "gained": [(name.area.id, name.issue) for name in changes.gained],
    }
    return {outcome: priorities for outcome, priorities in every.items() if priorities}


@pytest.mark.parametrize("name", ROWS)
def test_what_became_of_priorities(name: str) -> None:
    row = ROWS[name]
    assert outcomes(compare(row.old, row.new)) == row.outcomes


@pytest.mark.parametrize("name", [name for name in ROWS if "spelt" not in name and "carried" not in name])
def test_the_older_year_as_the_new_one_is_the_mirror_image(name: str) -> None:
    row = ROWS[name]
    back = changed([edition("2003/04", *row.old), edition("2004/05", *row.new)], "2004/05", "2003/04")
    mirrored = {MIRROR[outcome]: priorities for outcome, priorities in row.outcomes.items()}
    if "carried" in mirrored:
        mirrored["carried"] = [pair[::-1] for pair in mirrored["carried"] if isinstance(pair, tuple)]
    assert outcomes(back.priorities) == mirrored


INSIDE: Final[dict[str, Values]] = {
    "term": {"term": "medium"},
    "why": {"why": "Another reason"},
    "contributions.authority": {"contributions": {"authority": ["We do more"], "department": ["They do that"]}},
    "contributions.department": {"contributions": {"authority": ["We do this"], "department": []}},
}


@pytest.mark.parametrize("field", INSIDE)
def test_what_differs_inside_a_priority_that_is_kept(field: str) -> None:
    changes = compare(["kept-area"], [priority("kept-area", **INSIDE[field])])
    [kept] = changes.kept
    assert [difference.field for difference in kept.differences] == [field]


@pytest.mark.parametrize("field", INSIDE)
def test_what_differs_inside_one_priority_that_became_one(field: str) -> None:
    changes = compare(["first"], [priority("both", **INSIDE[field])])
    [part] = changes.carried
    assert [difference.field for difference in part.differences] == [field]


SAME: Final = {
    "order of contributions": ({"authority": ["One", "Two"]}, {"authority": ["Two", "One"]}),
    "blanks and lines": ({"authority": ["One  two"]}, {"authority": ["One\ntwo"]}),
    "an empty side": ({"authority": ["One"]}, {"authority": ["One"], "department": []}),
}


@pytest.mark.parametrize("name", SAME)
def test_what_differs_in_layout_only(name: str) -> None:
    old, new = (priority("kept-area", contributions=value) for value in SAME[name])
    assert not compare([old], [new]).kept[0].differences


def test_texts_still_to_be_written_differ_like_any_text() -> None:
    old, new = (priority("kept-area", why=text) for text in ("TODO", "TODO still true? Because"))
    assert [difference.field for difference in compare([old], [new]).kept[0].differences] == ["why"]


def test_priorities_stand_in_the_annexes_order_and_then_by_issue() -> None:
    changes = compare(
        ["whole", "dropped", "kept-area"],
        [issue("own", "b"), issue("own", "A"), "fresh", "goes-on"],
    )
    assert outcomes(changes) == {
        "lost": [("kept-area", None), ("whole", None), ("dropped", None)],
        "gained": [("own", "A"), ("own", "b"), ("goes-on", None), ("fresh", None)],
    }


def test_asks_are_told_apart_by_their_text() -> None:
    old = edition("2003/04", "kept-area", asks=[{"text": "Stays"}, {"text": "Goes"}, {"text": "Stays"}])
    new = edition("2004/05", "kept-area", asks=[{"text": "Comes"}, {"text": "Stays", "area": "kept-area"}])
    change = changed([old, new])
    assert (change.asks.gained, change.asks.lost) == (("Comes",), ("Goes",))


ANSWER: Final[Values] = {"date": "2004-06-01", "text": "It will be looked at"}
ASK: Final[Values] = {"text": "An ask"}
ASKED: Final[Values] = {**ASK, "answer": ANSWER}
NO_ASK: Final[list[Values]] = []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([ASK], [ASKED], ([], [], ["An ask"]), id="answered in the new year"),
        pytest.param([ASKED], NO_ASK, ([], [], ["An ask"]), id="answered, and left behind"),
        pytest.param([ASKED], [ASK], ([], [], []), id="answered, and asked again"),
        pytest.param([ASKED], [ASKED], ([], [], []), id="answered in both"),
        pytest.param([ASK], NO_ASK, ([], ["An ask"], []), id="gone without an answer"),
        pytest.param(NO_ASK, [ASKED], (["An ask"], [], []), id="new, and answered"),
        pytest.param([ASK, {**ASKED, "area": "kept-area"}], NO_ASK, ([], [], ["An ask"]), id="answered in one place"),
    ],
)
def test_what_became_of_an_ask(old: list[Values], new: list[Values], expected: tuple[list[str], ...]) -> None:
    asks = changed([edition("2003/04", "kept-area", asks=old), edition("2004/05", "kept-area", asks=new)]).asks
    assert ([*asks.gained], [*asks.lost], [answered.text for answered in asks.answered]) == expected


def test_an_answer_is_a_change_with_a_fingerprint_of_its_own() -> None:
    first, asked = edition("2003/04", "kept-area", asks=[ASK]), edition("2003/04", "kept-area", asks=[ASKED])
    gone = edition("2004/05", "kept-area")
    answered = changed([first, edition("2004/05", "kept-area", asks=[ASKED])])
    assert answered.is_change
    assert changed([asked, gone]).fingerprint != changed([first, gone]).fingerprint


BESIDE: Final[dict[str, Values]] = {
    "review_by": {"review_by": "2005-12-31"},
    "note": {"note": "A note"},
    "signatures": {"signatures": [{"party": "authority", "role": "Director", "date": "2004-10-01"}]},
}


@pytest.mark.parametrize("field", BESIDE)
def test_what_else_differs_in_an_edition(field: str) -> None:
    change = changed([edition("2003/04", "kept-area"), edition("2004/05", "kept-area", **BESIDE[field])])
    assert [difference.field for difference in change.differences] == [field]
    assert change.is_change


def test_a_party_that_does_not_sign_a_compact_is_no_signature() -> None:
    signatures = [{"party": "association", "role": "Chair", "date": "2004-10-01"}]
    change = changed([edition("2003/04", "kept-area"), edition("2004/05", "kept-area", signatures=signatures)])
    assert not change.is_change


def test_the_note_of_the_document_is_that_of_each_edition_without_one() -> None:
    editions = [edition("2003/04", "kept-area"), edition("2004/05", "kept-area", note="Its own")]
    [change] = between(
        files([OLD, NEW], [compact("hampshire", *editions, note="Of all")]), "2003/04", "2004/05"
    ).compacts
    [difference] = change.differences
    assert (difference.old, difference.new) == (("Of all",), ("Its own",))


def test_an_edition_of_one_year_only() -> None:
    asks = [{"text": "Ask"}]
    gone, come = (
        changed([edition("2003/04", "kept-area", asks=asks)]),
        changed([edition("2004/05", "fresh", asks=asks)]),
    )
    assert (gone.presence, outcomes(gone.priorities), gone.asks.lost) == (
        Presence.ONLY_OLD,
        {"lost": [("kept-area", None)]},
        ("Ask",),
    )
    assert (come.presence, outcomes(come.priorities), come.asks.gained) == (
        Presence.ONLY_NEW,
        {"gained": [("fresh", None)]},
        ("Ask",),
    )
    assert not gone.differences
    assert not come.differences


def test_an_edition_without_priorities_that_came_is_a_change() -> None:
    assert changed([edition("2004/05")]).is_change


def test_an_authority_with_an_edition_in_neither_year_is_not_told() -> None:
    contents = files(
        [OLD, NEW, annex("2005/06", *[area("kept-area")])], [compact("norfolk", edition("2005/06", "kept-area"))]
    )
    assert between(contents, "2003/04", "2004/05").compacts == ()


# --- what counts


BROKEN: Final = {"compacts/norfolk.yaml": "a: &b c"}


def result(*compacts: Values, authority: str | None = None, **others: str) -> YearChanges:
    return between(files([OLD, NEW], compacts, **others), "2003/04", "2004/05", authority)


def test_a_priority_that_breaks_a_rule_is_left_out_and_listed() -> None:
    editions = edition("2003/04", "kept-area", "unheard-of", "kept-area"), edition("2004/05", "kept-area")
    changes = result(compact("hampshire", *editions))
    assert outcomes(changes.compacts[0].priorities) == {"kept": [("kept-area", None)]}
    assert [(item.area, item.rule) for item in changes.left_out] == [
        ("unheard-of", "unknown-area"),
        ("kept-area", "repeated-area"),
    ]
    assert {item.file for item in changes.left_out} == {"data/compacts/hampshire.yaml"}


def test_an_edition_of_a_year_in_which_the_authority_did_not_exist_is_none() -> None:
    changes = result(compact("cheshire-east", edition("2003/04", "kept-area")))
    assert changes.compacts == ()
    assert [item.rule for item in changes.left_out] == ["authority-out-of-time"]


def test_a_compact_that_cannot_be_read_is_named_and_the_rest_compared() -> None:
    changes = result(compact("hampshire", edition("2003/04", "kept-area")), **BROKEN)
    assert changes.unreadable == ("data/compacts/norfolk.yaml",)
    assert [change.authority for change in changes.compacts] == ["hampshire"]


def test_one_authority_narrows_compacts_totals_and_what_is_left_out_and_not_what_is_unreadable() -> None:
    documents = [compact(slug, edition("2003/04", "kept-area", "unheard-of")) for slug in ("hampshire", "gateshead")]
    changes = result(*documents, authority="gateshead", **BROKEN)
    assert [change.authority for change in changes.compacts] == ["gateshead"]
    assert [item.authority for item in changes.left_out] == ["gateshead"]
    assert changes.totals.old_priorities == 1
    assert changes.unreadable == ("data/compacts/norfolk.yaml",)


def test_an_annex_whose_lineage_is_broken_is_named() -> None:
    new = {**NEW, "retired": [{"why": "No id"}]}
    changes = between(files([OLD, new]), "2003/04", "2004/05")
    assert changes.incomplete == ("data/annex/2004-05.yaml",)


# --- authorities that begin, end and succeed


def across(old: str, new: str, *compacts: Values) -> dict[str, CompactChange]:
    """Return what is told of authorities between two years in which the agenda stays the same."""
    annexes = [annex(year, area("lasting")) for year in ("2007/08", "2008/09", "2009/10")]
    return {change.authority: change for change in between(files(annexes, compacts), old, new).compacts}


def test_an_authority_that_ended_is_told_with_its_successors() -> None:
    documents = [
        compact("bedfordshire", edition("2008/09", "lasting")),
        compact("bedford", edition("2009/10", "lasting")),
        compact("norfolk", edition("2008/09", "lasting")),
    ]
    changes = across("2008/09", "2009/10", *documents)
    ended = changes["bedfordshire"].succession
    assert ended.ended is not None
    assert (ended.ended.isoformat(), ended.succeeded_by) == ("2009-03-31", ("bedford", "central-bedfordshire"))
    assert changes["bedford"].succession.succeeds == ("bedfordshire",)
    assert changes["norfolk"].succession.ended is None


def test_what_went_with_an_authority_is_lost_and_counted_apart() -> None:
    annexes = [annex(year, area("lasting")) for year in ("2008/09", "2009/10")]
    documents = [compact(slug, edition("2008/09", "lasting")) for slug in ("bedfordshire", "norfolk")]
    totals = between(files(annexes, documents), "2008/09", "2009/10").totals
    assert (totals.lost, totals.losses[Loss.WITH_AUTHORITY]) == (2, 1)


def lasting(slug: str, **keys: Any) -> Values:  # noqa: ANN401 - whatever a compact may hold
    return compact(slug, edition("2008/09", "lasting"), **keys)


ENDED: Final = {"date": "2009-08-31", "text": "By agreement"}


def test_each_priority_that_does_not_go_on_has_one_reason() -> None:
    """With its authority, though the compact had ended too; with its compact; not renewed; dropped; or unknown."""
    documents = [
        lasting("bedfordshire", ended={**ENDED, "date": "2009-03-31"}),
        lasting("gateshead", ended=ENDED),
        lasting("kent", ended={**ENDED, "date": "soon"}),
        lasting("norfolk"),
        compact("rutland", edition("2008/09", "lasting"), edition("2009/10", "everlasting")),
        compact("suffolk", edition("2008/09", "lasting"), edition("2009/10")),
        compact("surrey", edition("2009/10", "lasting")),
    ]
    annexes = [annex(year, area("lasting")) for year in ("2008/09", "2009/10")]
    result = between(files(annexes, documents), "2008/09", "2009/10")
    assert result.totals.losses == {**dict.fromkeys(Loss, 1), Loss.BEFORE_AUTHORITY: 0}
    assert (result.totals.lost, result.totals.old_priorities) == (6, 6)
    assert result.not_renewed == ("norfolk",)


@pytest.mark.parametrize(
    ("ended", "loss"),
    [
        pytest.param({"date": "2009-08-31", "text": "Ended"}, Loss.WITH_COMPACT, id="the day before"),
        pytest.param({"date": "2009-09-01", "text": "Ended"}, Loss.NOT_RENEWED, id="on the first day"),
        pytest.param({"date": "soon", "text": "Ended"}, Loss.MAY_HAVE_ENDED, id="on a day that cannot be read"),
    ],
)
def test_a_compact_had_ended_before_the_new_years_first_day(ended: Values, loss: Loss) -> None:
    annexes = [annex(year, area("lasting")) for year in ("2008/09", "2009/10")]
    retitled = annex("2009/10", area("lasting", title="Another title"))
    result = between(files([annexes[0], retitled], [lasting("norfolk", ended=ended)]), "2008/09", "2009/10")
    [change] = result.compacts
    assert change.loss is loss
    assert [part.not_moved for part in result.annex] == [("norfolk",) if loss is Loss.NOT_RENEWED else ()]


def test_an_authority_that_had_no_edition_yet_has_not_dropped_anything() -> None:
    """Bedford began in April 2009: in 2007/08, read as the new year, it was not there yet, and Norfolk was."""
    annexes = [annex(year, area("lasting")) for year in ("2007/08", "2009/10")]
    documents = [compact(slug, edition("2009/10", "lasting")) for slug in ("bedford", "norfolk")]
    result = between(files(annexes, documents), "2009/10", "2007/08")
    assert result.not_renewed == ("norfolk",)
    assert result.totals.losses == {**dict.fromkeys(Loss, 0), Loss.NOT_RENEWED: 1, Loss.BEFORE_AUTHORITY: 1}


def test_an_end_is_read_towards_the_new_year_and_a_succession_both_ways() -> None:
    documents = [
        compact("bedfordshire", edition("2008/09", "lasting")),
        compact("bedford", edition("2009/10", "lasting")),
    ]
    back = across("2009/10", "2008/09", *documents)
    assert (back["bedfordshire"].succession.ended, back["bedfordshire"].succession.succeeded_by) == (None, ())
    assert back["bedford"].succession.succeeds == ("bedfordshire",)


def test_an_authority_is_not_gone_in_the_year_in_which_it_ends() -> None:
    documents = [compact("bedfordshire", edition("2007/08", "lasting"), edition("2008/09", "lasting"))]
    change = across("2007/08", "2008/09", *documents)["bedfordshire"]
    assert (change.presence, change.succession.ended) == (Presence.BOTH, None)


@pytest.mark.parametrize(("last_day", "ended"), [("2004-08-31", date(2004, 8, 31)), ("2004-09-01", None)])
def test_an_authority_is_gone_when_its_last_day_is_before_the_new_year(last_day: str, ended: date | None) -> None:
    register = f"{REGISTER_HEAD}850,hampshire,Hampshire,E1,south-east,county,,{last_day},\n"
    annexes = [annex(year, area("lasting")) for year in ("2003/04", "2004/05")]
    documents = files(annexes, [compact("hampshire", edition("2003/04", "lasting"))])
    [change] = between({**documents, "authorities.csv": register}, "2003/04", "2004/05").compacts
    assert change.succession.ended == ended


def test_a_year_against_itself_tells_of_no_succession() -> None:
    documents = [compact("bedford", edition("2008/09", "lasting"))]
    change = across("2008/09", "2008/09", *documents)["bedford"]
    assert change.succession.succeeds == ()
    assert not change.is_change
