import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, compact, compact_in, priority, texts, workspace

from compactctl.documents.content import Edition
from compactctl.documents.texts import is_unfinished
from compactctl.documents.values import MAXIMUM_TEXT
from compactctl.drafts.inputs import check_has_compact
from compactctl.drafts.renew import Renewal, renewal, whole_compact
from compactctl.errors import CannotDo, Refused
from compactctl.files.inserting import append_entry
from compactctl.workspace.registers import built_in_register

NAME = "compacts/hampshire.yaml"
STILL = "TODO still true? "
LONDON = {"regions": ["london"]}


def renewed(old: Plain, new: Plain, text: Plain) -> tuple[Renewal, Edition]:
    """Renew a compact; return what was drafted, and the edition that stands in the file then."""
    files: dict[str, Plain | str] = {"annex/2003-04.yaml": old, "annex/2004-05.yaml": new, NAME: laid_out(text)}
    space = workspace(files)
    compact_now, data = whole_compact(space, "hampshire")
    drafted = renewal(space, compact_now)
    after = append_entry(NAME, data, ("editions",), drafted.text).decode()
    placed = compact_in(workspace({**files, NAME: after}), "hampshire")
    [*_, edition] = placed.editions
    assert edition.excluded_by is None
    assert [priority.excluded_by for priority in edition.priorities if priority.excluded_by] == []
    return drafted, edition.content


def laid_out(text: Plain) -> str:
    """Return a compact with its editions below one another, each in flow style."""
    editions = "".join(f"  - {json.dumps(edition, ensure_ascii=False)}\n" for edition in text["editions"])
    return f"authority: {text['authority']}\neditions:\n{editions}"


def brief(edition: Edition) -> list[tuple[Any, ...]]:
    return [(priority.area, priority.issue, priority.term) for priority in edition.priorities]


OLD = annex("2003/04", *(area(letter, f"old-{letter}") for letter in "abcd"), area("e", "own", named_locally="true"))


def test_carries_texts_over_to_be_looked_at_again() -> None:
    text = compact(
        "hampshire",
        "2003/04",
        priority("old-a", term="short"),
        priority("old-b", why="TODO say why", contributions={"authority": ["TODO"], "department": []}),
        note="an old note",
        review_by="2004-12-31",
        asks=[{"text": "Give notice", "area": "old-a"}, {"text": "Ask once"}, {"text": "TODO"}],
        signatures=[{"party": "department", "role": "Minister", "date": "2004-01-31"}],
    )
    drafted, edition = renewed(OLD, annex("2004/05", *(area(letter, f"old-{letter}") for letter in "ab")), text)
    first, second = edition.priorities
    assert (first.area, first.term, first.why) == ("old-a", "short", f"{STILL}why old-a")
    assert first.contributions.authority == [f"{STILL}ours for old-a"]
    assert first.contributions.department == [f"{STILL}theirs for old-a"]
    assert (second.why, second.contributions.authority, second.contributions.department) == (
        "TODO say why",
        ["TODO"],
        [],
    )
    assert [(ask.text, ask.area) for ask in edition.asks] == [
        (f"{STILL}Give notice", "old-a"),
        (f"{STILL}Ask once", None),
        ("TODO", None),
    ]
    assert (edition.note, edition.review_by, edition.signatures) == (None, None, [])
    assert "\n  # review_by: 2005-12-31\n  priorities:\n" in drafted.text


# What the new annex makes of the areas old-a … old-d, and what becomes of priorities on old-a and old-b.
LINEAGES: Mapping[str, tuple[list[Plain], list[str], list[str], list[str]]] = {
    "kept": ([area("a", "old-a"), area("b", "old-b")], ["old-a", "old-b"], [], []),
    "changed": ([area("a", "old-b", title="Else"), area("b", "old-a")], ["old-a", "old-b"], [], []),
    "replaced": ([area("a", "new", **{"from": ["old-a"]}), area("b", "old-b")], ["new", "old-b"], [], []),
    "merged": ([area("a", "new", **{"from": ["old-a", "old-b"]})], ["new"], [], []),
    "merged into one that goes on": ([area("a", "old-a", **{"from": ["old-b"]})], ["old-a"], [], []),
    "split": (
        [area("a", "new", **{"from": ["old-a"]}), area("b", "newer", **{"from": ["old-a"]}), area("c", "old-b")],
        ["old-b"],
        ["new", "newer"],
        [],
    ),
    "split, and going on": (
        [area("a", "old-a"), area("b", "new", **{"from": ["old-a"]}), area("c", "old-b")],
        ["old-a", "old-b"],
        ["new"],
        [],
    ),
    "recast": (
        [area("a", "new", **{"from": ["old-a", "old-b"]}), area("b", "newer", **{"from": ["old-b"]})],
        [],
        ["new", "newer"],
        [],
    ),
    "recast, and one going on": (
        [area("a", "old-a", **{"from": ["old-b"]}), area("b", "newer", **{"from": ["old-b"]})],
        ["old-a"],
        ["newer"],
        [],
    ),
    "retired": (
        [area("a", "old-b")],
        ["old-b"],
        [],
        ["a, About old-a (not on the agenda of 2004/05: It is done)"],
    ),
    "closed": (
        [area("a", "old-a", open_to=LONDON), area("b", "old-b")],
        ["old-b"],
        [],
        ["a, About old-a (not open to Hampshire in 2004/05)"],
    ),
    "replaced by one that is closed": (
        [area("a", "new", open_to=LONDON, **{"from": ["old-a"]}), area("b", "old-b")],
        ["old-b"],
        [],
        ["a, About old-a (not open to Hampshire in 2004/05)"],
    ),
}


@pytest.mark.parametrize("kind", LINEAGES)
def test_follows_areas_through_lineage(kind: str) -> None:
    areas, carried, offered, left_out = LINEAGES[kind]
    new = annex("2004/05", *areas, retired=[{"id": "old-a", "why": "It is done"}] if kind == "retired" else [])
    drafted, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a"), priority("old-b")))
    assert [priority.area for priority in edition.priorities] == carried
    assert [offer.area.id for offer in drafted.carried.offers] == offered
    assert drafted.carried.left_out == left_out
    for key in offered:
        assert f"# - area: {key}\n" in drafted.text
    for words in left_out:
        assert f"# Left out: {words}\n" in drafted.text


def test_what_merges_has_the_shorter_term_and_all_that_was_said() -> None:
    new = annex("2004/05", area("a", "new", **{"from": ["old-a", "old-b", "old-c"]}))
    third = priority("old-c", why="TODO", contributions={"authority": ["ours for old-a", "TODO"]})
    text = compact("hampshire", "2003/04", priority("old-a"), priority("old-b", term="short"), third)
    drafted, edition = renewed(OLD, new, text)
    [carried] = edition.priorities
    assert (carried.term, carried.why) == ("short", f"{STILL}why old-a\nwhy old-b")
    assert carried.contributions.authority == [f"{STILL}ours for old-a", f"{STILL}ours for old-b"]
    assert carried.contributions.department == [f"{STILL}theirs for old-a", f"{STILL}theirs for old-b"]
    assert "# From 2003/04: a, About old-a; b, About old-b; c, About old-c\n" in drafted.text


def test_a_split_is_offered_with_what_was_said() -> None:
    new = annex("2004/05", area("a", "new", **{"from": ["old-a"]}), area("b", "newer", **{"from": ["old-a"]}))
    drafted, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a", term="short")))
    assert edition.priorities == []
    assert drafted.text.count(f"#   why: >-\n    #     {STILL}why old-a\n") == 2
    assert drafted.text.count("#   term: short\n") == 2


def test_where_nothing_goes_on_all_that_is_open_is_offered() -> None:
    new = annex(
        "2004/05", area("a", "new"), area("b", "closed", open_to=LONDON), area("c", "own", named_locally="true")
    )
    drafted, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a")))
    assert edition.priorities == []
    assert "# - area: new\n" in drafted.text
    assert "# - area: own\n" in drafted.text
    assert "closed" not in drafted.text


def test_an_area_that_never_was_is_refused_with_its_line() -> None:
    new = annex("2004/05", area("a", "old-a"), area("b", "made-up"))
    text = compact("hampshire", "2003/04", priority("made-up"), priority("old-a"))
    with pytest.raises(Refused, match="names 'made-up' in line 3, and 2003/04 has no such area"):
        renewed(OLD, new, text)


BARE: Plain = {"area": "old-a"}
MERGED = annex("2004/05", area("a", "new", **{"from": ["old-a", "old-b"]}))


@pytest.mark.parametrize(
    ("second", "term", "why"),
    [
        ({"area": "old-b"}, None, None),
        ({"area": "old-b", "term": "medium"}, "medium", None),
        ({"area": "old-b", "term": "TODO"}, "TODO", None),
        ({"area": "old-b", "why": "two"}, None, f"{STILL}two"),
        ({"area": "old-b", "why": "TODO"}, None, "TODO"),
    ],
)
def test_what_was_unsaid_stays_unsaid(second: Plain, term: str | None, why: str | None) -> None:
    drafted, edition = renewed(OLD, MERGED, compact("hampshire", "2003/04", BARE, second))
    [carried] = edition.priorities
    assert (carried.term, carried.why) == (term, why)
    assert (" term:" in drafted.text, " why:" in drafted.text) == (term is not None, why is not None)


@pytest.mark.parametrize(
    ("whys", "merged"),
    [
        (("one", "two"), f"{STILL}one\ntwo"),
        (("one", "one"), f"{STILL}one"),
        (("one\nand more", "two"), f"{STILL}one\nand more\ntwo"),
        ((f"{STILL}one", "two"), f"{STILL}one\ntwo"),
        ((f"{STILL}one", f"{STILL}two"), f"{STILL}one\ntwo"),
        (("TODO say why", "two"), f"{STILL}two\nTODO say why"),
        (("TODO", "two"), f"{STILL}two"),
        (("TODO one", "TODO two"), "TODO one\nTODO two"),
    ],
)
def test_a_merged_reason_has_one_mark_at_its_head(whys: tuple[str, str], merged: str) -> None:
    first, second = (priority(key, why=why) for key, why in zip(("old-a", "old-b"), whys, strict=True))
    _, edition = renewed(OLD, MERGED, compact("hampshire", "2003/04", first, second))
    assert edition.priorities[0].why == merged


def test_an_answer_that_is_still_to_be_written_is_none() -> None:
    asks = [{"text": "one", "answer": {"date": "2004-06-01", "text": "TODO"}}]
    drafted, edition = renewed(OLD, MERGED, compact("hampshire", "2003/04", priority("old-a"), asks=asks))
    assert [(ask.text, ask.answer) for ask in edition.asks] == [(f"{STILL}one", None)]
    assert drafted.carried.answered == []


def test_asks_go_along_with_their_areas() -> None:
    new = annex("2004/05", area("a", "new", **{"from": ["old-a"]}), area("b", "old-b"))
    asks = [{"text": "one", "area": "old-a"}, {"text": "two", "area": "old-c"}, {"text": "three", "area": "old-b"}]
    drafted, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a"), asks=asks))
    assert [ask.area for ask in edition.asks] == ["new", None, None]
    assert "# This was asked for the sake of: c, About old-c\n" in drafted.text


class TestLocalIssues:
    ISSUES = (
        priority("own", issue="Forces", term="short"),
        priority("own", issue="TODO"),
        priority("own", issue="TODO"),
    )

    def test_stay_apart(self) -> None:
        new = annex("2004/05", area("a", "mine", named_locally="true", **{"from": ["own"]}))
        _, edition = renewed(OLD, new, compact("hampshire", "2003/04", *self.ISSUES))
        assert brief(edition) == [("mine", "Forces", "short"), ("mine", "TODO", "medium"), ("mine", "TODO", "medium")]

    def test_that_are_one_by_name_become_one(self) -> None:
        new = annex("2004/05", area("a", "mine", named_locally="true", **{"from": ["own"]}))
        twice = (priority("own", issue="Forces"), priority("own", issue="forces", term="short"))
        _, edition = renewed(OLD, new, compact("hampshire", "2003/04", *twice))
        assert brief(edition) == [("mine", "Forces", "short")]

    def test_lose_their_names_where_the_area_is_not_named_locally_any_more(self) -> None:
        new = annex("2004/05", area("a", "own"))
        drafted, edition = renewed(OLD, new, compact("hampshire", "2003/04", *self.ISSUES[:1]))
        assert brief(edition) == [("own", None, "short")]
        assert "# From 2003/04: e, About own: Forces\n" in drafted.text

    def test_are_to_be_named_where_the_area_begins_to_be_named_locally(self) -> None:
        new = annex("2004/05", area("a", "old-a", named_locally="true"))
        _, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a")))
        assert brief(edition) == [("old-a", "TODO", "medium")]

    @pytest.mark.parametrize("old", [priority("old-a", issue="Not wanted there"), priority("own")])
    def test_are_to_be_named_where_none_was_to_be_named_or_was(self, old: Plain) -> None:
        new = annex("2004/05", area("a", "old-a", named_locally="true"), area("b", "own", named_locally="true"))
        _, edition = renewed(OLD, new, compact("hampshire", "2003/04", old))
        assert [(priority.area, priority.issue) for priority in edition.priorities] == [(old["area"], "TODO")]


def test_the_next_year_is_the_next_that_has_an_annex() -> None:
    files: dict[str, Plain | str] = {
        "annex/2003-04.yaml": OLD,
        "annex/2005-06.yaml": annex("2005/06", area("a", "old-a")),
        "annex/2006-07.yaml": annex("2006/07", area("a", "old-a")),
        NAME: compact("hampshire", "2003/04", priority("old-a")),
    }
    space = workspace(files)
    assert str(renewal(space, compact_in(space, "hampshire")).year) == "2005/06"


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        ({}, Refused, r"'data/compacts/hampshire\.yaml' has an edition of 2003/04, and no later annex is there"),
        ({"annex/2004-05.yaml": "year: 2004/05"}, CannotDo, "the annex of 2004/05 has errors"),
        ({"annex/2003-04.yaml": "x: 1"}, CannotDo, "the annex of 2003/04 has errors"),
        (
            {NAME: "authority: hampshire\neditions: []"},
            Refused,
            "has errors; the first in line 2: 'editions' is an empty list",
        ),
        (
            {NAME: "authority: kent\neditions:\n- year: 2003/04"},
            Refused,
            "has errors; the first in line 1: 'authority' is",
        ),
        ({NAME: ": :"}, Refused, "has errors; the first in line 1: this is not YAML"),
    ],
)
def test_what_stands_against_it_is_told(files: dict[str, Plain | str], kind: type[CannotDo], message: str) -> None:
    base: dict[str, Plain | str] = {"annex/2003-04.yaml": OLD, NAME: compact("hampshire", "2003/04", priority("old-a"))}
    space = workspace({**base, **files})
    with pytest.raises(kind, match=message) as refusal:
        renewal(space, whole_compact(space, "hampshire")[0])
    assert type(refusal.value) is kind


@pytest.mark.parametrize(("day", "is_renewed"), [("2004-08-31", False), ("2004-09-01", True), ("2005-12-31", True)])
def test_a_compact_is_renewed_until_the_year_in_which_it_ends(day: str, is_renewed: bool) -> None:  # noqa: FBT001
    ended = {**compact("hampshire", "2003/04", priority("old-a")), "ended": {"date": day, "text": "So agreed"}}
    years = {"annex/2003-04.yaml": OLD, "annex/2004-05.yaml": annex("2004/05", area("a", "old-a"))}
    space = workspace({**years, NAME: ended})
    if is_renewed:
        assert str(renewal(space, compact_in(space, "hampshire")).year) == "2004/05"
    else:
        with pytest.raises(Refused, match="was brought to an end on 31 August 2004"):
            renewal(space, compact_in(space, "hampshire"))


def test_an_authority_that_ended_is_not_renewed() -> None:
    years = {f"annex/{year}.yaml": annex(year.replace("-", "/"), area("a", "old-a")) for year in ("2008-09", "2009-10")}
    space = workspace({**years, "compacts/cheshire.yaml": compact("cheshire", "2008/09", priority("old-a"))})
    with pytest.raises(CannotDo, match="Cheshire ended on 31 March 2009, before 2009/10"):
        renewal(space, compact_in(space, "cheshire"))


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        ({}, CannotDo, "Hampshire has no compact in 'data/compacts'"),
        (
            {"compacts/hampshire.yml": "x"},
            Refused,
            r"the compact of Hampshire is not in 'data/compacts/hampshire\.yaml'",
        ),
    ],
)
def test_a_compact_has_to_be_there(files: dict[str, Plain | str], kind: type[CannotDo], message: str) -> None:
    with pytest.raises(kind, match=message):
        check_has_compact(workspace(files), built_in_register().authorities["hampshire"])


@example(6 * ["one\n:\rtwo"], "x", False)  # noqa: FBT003
@given(st.lists(texts, min_size=6, max_size=6), texts, st.booleans())
def test_any_text_comes_over_as_it_was(some: list[str], issue: str, merge: bool) -> None:  # noqa: FBT001
    why, ours, theirs, ask, other_why, retired = some
    contributions = {"authority": [ours], "department": [theirs]}
    old = annex(
        "2003/04",
        *(area(letter, f"old-{letter}", title="x: # y") for letter in "abc"),
        area("d", "own", named_locally="true"),
    )
    origins = ["old-a", "old-b"] if merge else ["old-a"]
    new = annex(
        "2004/05",
        area("a", "new", **{"from": origins}),
        area("b", "own", named_locally="true"),
        retired=[{"id": "old-c", "why": retired}],
    )
    priorities = (
        priority("old-a", why=why, contributions=contributions),
        priority("old-b", why=other_why),
        priority("old-c"),
        priority("own", issue=issue),
    )
    _, edition = renewed(old, new, compact("hampshire", "2003/04", *priorities, asks=[{"text": ask}]))
    first, own = edition.priorities
    every = [why, other_why] if merge and other_why != why else [why]
    reasons = [text for text in every if text != "TODO"] or every
    reasons.sort(key=is_unfinished)
    assert first.why == marked(reasons[0]) + "".join(f"\n{text}" for text in reasons[1:])
    assert marked(ours) in first.contributions.authority or (ours == "TODO" and merge)
    assert marked(theirs) in first.contributions.department or (theirs == "TODO" and merge)
    assert (own.issue, edition.asks[0].text) == (issue, marked(ask))


def marked(text: str) -> str:
    return text if is_unfinished(text) else STILL + text


@pytest.mark.parametrize("before", range(MAXIMUM_TEXT - 24, MAXIMUM_TEXT - 17))
def test_a_text_is_cut_before_an_emoji_that_does_not_fit_and_never_inside_one(before: int) -> None:
    new, family = annex("2004/05", area("a", "old-a")), "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    text = compact("hampshire", "2003/04", priority("old-a", why="x" * before + family + "y" * 5))
    _, edition = renewed(OLD, new, text)
    kept = STILL + "x" * before
    assert (edition.priorities[0].why or "").rstrip("y…") in (kept, kept + family)


def test_a_text_that_the_mark_makes_too_long_is_cut() -> None:
    new = annex("2004/05", area("a", "old-a"))
    _, edition = renewed(OLD, new, compact("hampshire", "2003/04", priority("old-a", why="x" * MAXIMUM_TEXT)))
    why = edition.priorities[0].why or ""
    assert (len(why), why[:20], why[-1]) == (MAXIMUM_TEXT, f"{STILL}xxx", "…")
