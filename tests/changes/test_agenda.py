"""What became of the agenda, kind by kind and in every pair of kinds, and whose compacts rest on what changed."""

from itertools import product
from typing import Final, NamedTuple

import pytest
from tests.changes.making import Values, annex, area, between, compact, edition, files

from compactctl.changes.results import AnnexChange
from compactctl.workspace.lineage import Kind
from compactctl.workspace.versions.part_values import area_values


class Case(NamedTuple):
    """Areas of the old and of the new annex that make one part of the lineage of a kind."""

    old: list[Values]
    new: list[Values]
    retired: list[str]


def case(kind: Kind, name: str) -> Case:
    """Return the areas of a part, with ids that begin with a name of its own."""
    first, second, third, fourth = (f"{name}-{number}" for number in ("one", "two", "three", "four"))
    return {
        Kind.KEPT: Case([area(first)], [area(first)], []),
        Kind.CHANGED: Case([area(first)], [area(first, title="Another title")], []),
        Kind.REPLACED: Case([area(first)], [{**area(second), "from": [first]}], []),
        Kind.MERGED: Case([area(first), area(second)], [{**area(third), "from": [first, second]}], []),
        Kind.SPLIT: Case([area(first)], [{**area(second), "from": [first]}, {**area(third), "from": [first]}], []),
        Kind.RECAST: Case(
            [area(first), area(second)],
            [{**area(third), "from": [first, second]}, {**area(fourth), "from": [second]}],
            [],
        ),
        Kind.RETIRED: Case([area(first)], [], [first]),
        Kind.NEW: Case([], [area(first)], []),
    }[kind]


MIRROR: Final = {
    Kind.KEPT: Kind.KEPT,
    Kind.CHANGED: Kind.CHANGED,
    Kind.REPLACED: Kind.REPLACED,
    Kind.RECAST: Kind.RECAST,
    Kind.MERGED: Kind.SPLIT,
    Kind.SPLIT: Kind.MERGED,
    Kind.RETIRED: Kind.NEW,
    Kind.NEW: Kind.RETIRED,
}
STAYING: Final = area("staying", letter="z")
"""An annex needs an area, and this one never changes."""


def parts(*cases: Case, old: str = "2003/04", new: str = "2004/05") -> list[AnnexChange]:
    """Return the parts that annexes made of the cases have, but for the one that stays."""
    before = [{"letter": "q", **item} for part in cases for item in part.old]
    after = [{"letter": "q", **item} for part in cases for item in part.new]
    retired = [id_ for part in cases for id_ in part.retired]
    annexes = [annex("2003/04", *before, STAYING), annex("2004/05", *after, STAYING, retired=retired)]
    changes = between(files(annexes), old, new).annex
    return [change for change in changes if "staying" not in ids(change)[1]]


def ids(change: AnnexChange) -> tuple[list[str], list[str]]:
    return [item.id for item in change.part.old], [item.id for item in change.part.new]


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_one_change(kind: Kind) -> None:
    areas = case(kind, "one")
    [change] = parts(areas)
    assert change.part.kind is kind
    assert ids(change) == ([item["id"] for item in areas.old], [item["id"] for item in areas.new])
    assert change.is_change is (kind is not Kind.KEPT)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_mirror_image(kind: Kind) -> None:
    [change] = parts(case(kind, "one"))
    [back] = parts(case(kind, "one"), old="2004/05", new="2003/04")
    assert back.part.kind is MIRROR[kind]
    assert ids(back) == ids(change)[::-1]
    assert back.part.fields == change.part.fields


@pytest.mark.parametrize(("first", "second"), list(product(Kind, Kind)))
def test_two_changes_side_by_side_are_told_apart(first: Kind, second: Kind) -> None:
    changes = parts(case(first, "one"), case(second, "two"))
    assert sorted(change.part.kind for change in changes) == sorted([first, second])
    for change in changes:
        [name] = {id_.partition("-")[0] for id_ in (*ids(change)[0], *ids(change)[1])}
        assert change.part.kind is (first if name == "one" else second)
    assert len({change.fingerprint for change in changes}) == 2


CHANGED_FIELDS: Final[dict[str, Values]] = {
    "title": {"title": "Another title"},
    "summary": {"summary": "Another summary"},
    "letter": {"letter": "r"},
    "focuses": {"focuses": ["primary"]},
    "open_to": {"open_to": {"regions": ["london"]}},
    "named_locally": {"named_locally": "true"},
}


@pytest.mark.parametrize("field", CHANGED_FIELDS)
def test_each_key_of_an_area_that_differs_is_named(field: str) -> None:
    [change] = parts(Case([area("one-one")], [area("one-one", **CHANGED_FIELDS[field])], []))
    assert change.part.fields == (field,)
    assert [difference.field for difference in change.part.differences] == [field]


def test_another_group_is_named_too() -> None:
    groups = [
        [("school-standards", "one"), ("wider-role", "two")],
        [("school-standards", "two"), ("wider-role", "one")],
    ]
    annexes = []
    for year, named in zip(("2003/04", "2004/05"), groups, strict=True):
        document = annex(year)
        document["groups"] = [
            {"id": group, "title": group, "areas": [area(f"area-{name}", letter=LETTER_OF[name])]}
            for group, name in named
        ]
        annexes.append(document)
    changes = between(files(annexes), "2003/04", "2004/05").annex
    assert [change.part.fields for change in changes] == [("group",), ("group",)]
    assert {*CHANGED_FIELDS, "group"} == set(area_values(changes[0].part.new[0]))


LETTER_OF: Final = {"one": "a", "two": "b"}

NO_CHANGES: Final = {
    "blanks in a title": (area("one-one", title="A title"), area("one-one", title="A  title")),
    "lines of a summary": (area("one-one", summary="One two"), area("one-one", summary="One\ntwo\n")),
    "order of focuses": (area("one-one", focuses=["primary", "14-19"]), area("one-one", focuses=["14-19", "primary"])),
    "an accent in one character and in two": (
        area("one-one", focuses=["caf\u00e9"], title="Caf\u00e9"),
        area("one-one", focuses=["cafe\u0301"], title="Cafe\u0301"),
    ),
    "its own id in from": (area("one-one"), {**area("one-one"), "from": ["one-one"]}),
    "order of open_to": (
        area("one-one", open_to={"regions": ["london", "south-east"], "types": ["county"]}),
        area("one-one", open_to={"types": ["county"], "regions": ["south-east", "london"]}),
    ),
    "named locally, said or not": (area("one-one", named_locally="false"), area("one-one")),
}


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_is_no_change(name: str) -> None:
    old, new = NO_CHANGES[name]
    [change] = parts(Case([old], [new], []))
    assert (change.part.kind, change.part.differences) == (Kind.KEPT, ())


def test_an_area_that_goes_on_beside_one_that_comes_from_it_is_split() -> None:
    [change] = parts(Case([area("one-one")], [area("one-one"), {**area("one-two"), "from": ["one-one"]}], []))
    assert change.part.kind is Kind.SPLIT


def test_parts_stand_in_the_order_of_the_new_annex_and_the_retired_last() -> None:
    annexes = [
        annex("2003/04", area("area-one"), area("area-two"), area("area-three")),
        annex("2004/05", area("area-four"), area("area-three"), retired=["area-two", "area-one"]),
    ]
    parts = [ids(change) for change in between(files(annexes), "2003/04", "2004/05").annex]
    assert parts == [([], ["area-four"]), (["area-three"], ["area-three"]), (["area-one"], []), (["area-two"], [])]


def test_lineage_is_followed_through_the_annexes_between() -> None:
    annexes = [
        annex("2003/04", area("first"), area("dropped"), area("other")),
        annex(
            "2005/06", {**area("second"), "from": ["first"]}, {**area("shortlived"), "from": ["dropped"]}, area("other")
        ),
        annex("2006/07", {**area("third"), "from": ["second", "other"]}, retired=["shortlived"]),
    ]
    merged, retired = between(files(annexes), "2003/04", "2006/07").annex
    assert (merged.part.kind, ids(merged)) == (Kind.MERGED, (["first", "other"], ["third"]))
    assert (retired.part.kind, ids(retired)) == (Kind.RETIRED, (["dropped"], []))
    assert retired.reasons == ("Why shortlived went",)


def test_an_id_that_comes_back_after_it_went_is_another_area() -> None:
    annexes = [
        annex("2003/04", area("lasting"), area("again")),
        annex("2004/05", area("lasting"), retired=["again"]),
        annex("2005/06", area("lasting"), area("again")),
    ]
    kinds = [change.part.kind for change in between(files(annexes), "2003/04", "2005/06").annex]
    assert kinds == [Kind.KEPT, Kind.NEW, Kind.RETIRED]


def test_places_are_those_of_each_area_on_either_side() -> None:
    annexes = [annex("2003/04", area("first")), annex("2004/05", {**area("second"), "from": ["first"]})]
    [change] = between(files(annexes), "2003/04", "2004/05").annex
    places = [(spot.side, spot.file, spot.line) for spot in change.spots]
    assert places == [("old", "data/annex/2003-04.yaml", 7), ("new", "data/annex/2004-05.yaml", 7)]


def test_a_fingerprint_stays_when_lines_are_added_above_and_goes_with_what_differs() -> None:
    old, new = annex("2003/04", area("first")), annex("2004/05", area("first", title="Another"))
    prints = [
        between(files([old, changed]), "2003/04", "2004/05").annex[0].fingerprint
        for changed in (
            new,
            {**new, "note": "Lines above", "sources": ["a", "b"]},
            annex("2004/05", area("first", summary="x")),
        )
    ]
    assert prints[0] == prints[1] != prints[2]


def test_who_took_an_area_up_and_whose_compact_still_rests_on_it() -> None:
    annexes = [annex("2003/04", area("lasting"), area("first")), annex("2004/05", area("lasting"), retired=["first"])]
    compacts = [
        compact("hampshire", edition("2003/04", "first", "lasting"), edition("2004/05", "lasting")),
        compact("norfolk", edition("2003/04", "first", "lasting")),
        compact("gateshead", edition("2003/04", "lasting")),
    ]
    kept, retired = between(files(annexes, compacts), "2003/04", "2004/05").annex
    assert (retired.old_authorities, retired.new_authorities, retired.not_moved) == (2, 0, ("norfolk",))
    assert (kept.old_authorities, kept.new_authorities, kept.not_moved) == (3, 1, ())


def test_an_authority_that_is_gone_on_1_september_has_nothing_to_move() -> None:
    annexes = [annex("2008/09", area("first")), annex("2009/10", {**area("second"), "from": ["first"]})]
    compacts = [compact("bedfordshire", edition("2008/09", "first")), compact("norfolk", edition("2008/09", "first"))]
    [change] = between(files(annexes, compacts), "2008/09", "2009/10").annex
    assert change.not_moved == ("norfolk",)
    assert change.old_authorities == 2


def test_one_authority_narrows_the_counts_and_not_the_agenda() -> None:
    annexes = [annex("2003/04", area("first")), annex("2004/05", {**area("second"), "from": ["first"]})]
    compacts = [compact(slug, edition("2003/04", "first")) for slug in ("hampshire", "norfolk")]
    [change] = between(files(annexes, compacts), "2003/04", "2004/05", "norfolk").annex
    assert (change.part.kind, change.old_authorities, change.not_moved) == (Kind.REPLACED, 1, ("norfolk",))


BESIDE: Final[dict[str, Values]] = {
    "title": {"title": "Another agenda"},
    "note": {"note": "A note"},
    "sources": {"sources": ["A source"]},
    "signatures": {"signatures": [{"party": "department", "role": "Minister", "date": "2004-07-01"}]},
}


@pytest.mark.parametrize("field", BESIDE)
def test_what_else_differs_in_the_annex(field: str) -> None:
    result = between(
        files([annex("2003/04", area("first")), annex("2004/05", area("first"), **BESIDE[field])]), "2003/04", "2004/05"
    )
    assert [difference.field for difference in result.annex_differences] == [field]
    assert result.is_change


def test_a_group_with_other_aims_differs_and_one_in_another_place_does_not() -> None:
    old, new = annex("2003/04", area("first")), annex("2004/05", area("first"))
    new["groups"][0]["aims"] = ["An aim"]
    result = between(files([old, new]), "2003/04", "2004/05")
    assert [difference.field for difference in result.annex_differences] == ["groups"]
