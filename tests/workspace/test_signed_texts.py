"""What of a signed text may differ, and what counts: one line a case."""

from typing import Any, Final, NamedTuple

import pytest
from tests.changes.making import Files, Values, annex, area, compact, edition, files, priority, since

from compactctl.documents.content import (
    Annex,
    Area,
    Ask,
    Commitment,
    Compact,
    Contributions,
    Edition,
    Event,
    Focus,
    Group,
    OpenTo,
    Priority,
    Retired,
    Signature,
    Statement,
)
from compactctl.documents.content_base import Content
from compactctl.workspace.versions.signed_texts import SignedText

AUTHORITY: Final = {"party": "authority", "name": "A. Leader", "role": "Leader", "date": "2003-12-01"}
DEPARTMENT: Final = {"party": "department", "role": "Minister", "date": "2004-01-12"}
ASSOCIATION: Final = {"party": "association", "role": "Chair", "date": "2003-07-23"}
NATIONAL: Final = [{**DEPARTMENT, "date": "2003-07-23"}, ASSOCIATION]
ANSWER: Final = {"date": "2004-06-01", "text": "It will be looked at"}
ASKS: Final = [{"text": "An ask"}, {"text": "Another", "area": "first"}]
FOLLOW_UP: Final = [{"date": "2003-12-16", "text": "A consultation", "source": "A paper"}]
COMMITMENT: Final[Values] = {"id": "one-plan", "text": "One plan", "due": "2006", "follow_up": FOLLOW_UP}
STATEMENT: Final[Values] = {
    "title": "Statement",
    "principles": ["Partnership"],
    "vision": ["Every child", "Every school"],
    "focuses": [{"id": "primary", "title": "Primary"}],
    "commitments": [COMMITMENT],
    "signatures": NATIONAL,
}


def signed_edition(*priorities: Values | str, **keys: Any) -> Values:  # noqa: ANN401 - whatever an edition may hold
    chosen = priorities or ("first", priority("local", issue="Ferries"))
    return edition("2003/04", *chosen, **{"asks": ASKS, "signatures": [AUTHORITY, DEPARTMENT], **keys})


ANNEX: Final = annex("2003/04", area("first"), area("second"), area("local", named_locally="true"), signatures=NATIONAL)
COMPACT: Final = compact("hampshire", signed_edition(), edition("2004/05", "first"))
ALL: Final[Files] = {**files([ANNEX], [COMPACT]), "statement.yaml": STATEMENT}


def with_edition(*priorities: Values | str, **keys: Any) -> Files:  # noqa: ANN401 - whatever an edition may hold
    return with_compact(signed_edition(*priorities, **keys), edition("2004/05", "first"))


def with_compact(*editions: Values, **keys: Any) -> Files:  # noqa: ANN401 - whatever a compact may hold
    return {**ALL, "compacts/hampshire.yaml": compact("hampshire", *editions, **keys)}


def with_annex(*areas: Values, **keys: Any) -> Files:  # noqa: ANN401 - whatever an annex may hold
    chosen = areas or (area("first"), area("second"), area("local", named_locally="true"))
    return {**ALL, "annex/2003-04.yaml": annex("2003/04", *chosen, **{"signatures": NATIONAL, **keys})}


def with_statement(**keys: Any) -> Files:  # noqa: ANN401 - whatever a statement may hold
    return {**ALL, "statement.yaml": {**STATEMENT, **keys}}


def with_commitment(**keys: Any) -> Files:  # noqa: ANN401 - whatever a commitment may hold
    return with_statement(commitments=[{**COMMITMENT, **keys}])


class Case(NamedTuple):
    """What the record became, and what of it counts: kinds of change, and their fields."""

    new: Files
    what: tuple[str, ...]
    fields: tuple[str, ...] = ()


LOCAL: Final = priority("local", issue="Ferries")
COUNTED: Final = {
    "a reason": Case(with_edition(priority("first", why="Other"), LOCAL), ("priority-changed",), ("why",)),
    "a letter of an issue": Case(
        with_edition("first", priority("local", issue="ferries")), ("priority-changed",), ("issue",)
    ),
    "a contribution": Case(
        with_edition(priority("first", contributions={"authority": ["We do this"], "department": []}), LOCAL),
        ("priority-changed",),
        ("contributions.department",),
    ),
    "a priority more": Case(with_edition("first", "second", LOCAL), ("priority-gained",)),
    "a priority less": Case(with_edition("first"), ("priority-lost",)),
    "an ask more": Case(with_edition(asks=[*ASKS, {"text": "More"}]), ("ask-gained",)),
    "an ask a second time": Case(with_edition(asks=[*ASKS, ASKS[0]]), ("ask-gained",)),
    "an ask less": Case(with_edition(asks=ASKS[:1]), ("ask-lost",)),
    "an ask of another area": Case(
        with_edition(asks=[ASKS[0], {"text": "Another", "area": "local"}]), ("ask-changed",), ("area",)
    ),
    "a day of review": Case(with_edition(review_by="2005-01-01"), ("edition-changed",), ("review_by",)),
    "a signature taken away": Case(with_edition(signatures=[AUTHORITY]), ("edition-changed",), ("signatures",)),
    "a signature of another day": Case(
        with_edition(signatures=[{**AUTHORITY, "date": "2003-12-02"}, DEPARTMENT]),
        ("edition-changed",),
        ("signatures",),
    ),
    "a name that moved into the role": Case(
        with_edition(
            signatures=[{"party": "authority", "role": "A. Leader, Leader", "date": "2003-12-01"}, DEPARTMENT]
        ),
        ("edition-changed",),
        ("signatures",),
    ),
    "one signature in place of another": Case(
        with_edition(signatures=[{**AUTHORITY, "name": "B. Leader"}, DEPARTMENT]), ("edition-changed",), ("signatures",)
    ),
    "an edition less": Case(with_compact(edition("2004/05", "first")), ("edition-lost",)),
    "an edition of another year": Case(
        with_compact({**signed_edition(), "year": "2005/06"}, edition("2004/05", "first")), ("edition-lost",)
    ),
    "an unsigned edition of its year before it": Case(
        with_compact(edition("2003/04", priority("first", why="Other"), LOCAL), signed_edition()),
        ("edition-changed", "priority-changed", "ask-lost", "ask-lost"),
        ("signatures", "why"),
    ),
    "an area's summary": Case(
        with_annex(area("first", summary="Other"), area("second"), area("local", named_locally="true")),
        ("area-changed",),
        ("summary",),
    ),
    "an area's letter": Case(
        with_annex(area("first", letter="z"), area("second"), area("local", named_locally="true")),
        ("area-changed",),
        ("letter",),
    ),
    "an area more": Case(
        with_annex(area("first"), area("second"), area("local", named_locally="true"), area("third")), ("area-gained",)
    ),
    "an area a second time": Case(
        with_annex(area("first"), area("second"), area("local", named_locally="true"), area("first", title="Other")),
        ("area-gained",),
    ),
    "an area less": Case(with_annex(area("first"), area("second")), ("area-lost",)),
    "an area retired": Case(with_annex(retired=["zeroth"]), ("document-changed",), ("retired",)),
    "the title of an annex": Case(with_annex(title="Other"), ("document-changed",), ("title",)),
    "the year within an annex": Case(
        {**ALL, "annex/2003-04.yaml": {**ANNEX, "year": "2004/05"}}, ("document-changed",), ("year",)
    ),
    "how many areas at most": Case(with_annex(at_most="2"), ("document-changed",), ("at_most",)),
    "a signature of an annex": Case(with_annex(signatures=NATIONAL[:1]), ("document-changed",), ("signatures",)),
    "the vision": Case(with_statement(vision=["Every child"]), ("document-changed",), ("vision",)),
    "a principle more": Case(
        with_statement(principles=["Partnership", "Trust"]), ("document-changed",), ("principles",)
    ),
    "a commitment": Case(with_commitment(text="Another plan"), ("document-changed",), ("commitments",)),
    "a day that moved into the text": Case(
        {**ALL, "statement.yaml": {**STATEMENT, "commitments": [{"id": "one-plan", "text": "One plan, 2006"}]}},
        ("document-changed",),
        ("commitments",),
    ),
}
NOT_COUNTED: Final[dict[str, Files]] = {
    "nothing": ALL,
    "a signature more": with_edition(signatures=[AUTHORITY, DEPARTMENT, {**DEPARTMENT, "role": "Official"}]),
    "signatures in another order": with_edition(signatures=[DEPARTMENT, AUTHORITY]),
    "priorities in another order": with_edition(LOCAL, "first"),
    "asks in another order": with_edition(asks=[*reversed(ASKS)]),
    "editions in another order": with_compact(edition("2004/05", "first"), signed_edition()),
    "a note of the edition": with_edition(note="A note"),
    "notes and sources of the compact": with_compact(
        signed_edition(), edition("2004/05", "first"), note="A note", sources=["A paper"]
    ),
    "an example from now on": with_compact(signed_edition(), edition("2004/05", "first"), example="true"),
    "a draft": with_compact(signed_edition(), edition("2004/05", "second", asks=ASKS)),
    "a draft less": with_compact(signed_edition()),
    "an edition more": with_compact(signed_edition(), edition("2004/05", "first"), edition("2005/06", "first")),
    "notes and sources of the annex": with_annex(note="A note", sources=["A paper"]),
    "an annex that is an example from now on": with_annex(example="true"),
    "areas in another order": with_annex(
        area("second", letter="b"), area("first", letter="a"), area("local", named_locally="true", letter="c")
    ),
    "notes and sources of the statement": with_statement(note="A note", sources=["A paper"]),
    "the version of the format": with_statement(format="1"),
    "something more that came of it": with_commitment(
        follow_up=[*FOLLOW_UP, {"date": "2004-06-08", "text": "A first plan"}]
    ),
    "nothing that came of it": with_commitment(follow_up=[]),
    "an answer to an ask": with_edition(asks=[{**ASKS[0], "answer": ANSWER}, ASKS[1]]),
    "a review that was held": with_edition(review={"date": "2004-12-07", "text": "All goes on"}),
    "the end of the compact": with_compact(
        signed_edition(), edition("2004/05", "first"), ended={"date": "2006-03-31", "text": "By agreement"}
    ),
    "another document": {**ALL, "compacts/norfolk.yaml": compact("norfolk", signed_edition())},
}


TWICE: Final = with_compact(signed_edition(), edition("2003/04", "second"), edition("2004/05", "first"))
"""An edition below a signed one of the same year, which counts nowhere."""


@pytest.mark.parametrize(("old", "new"), [(ALL, TWICE), (TWICE, ALL)], ids=["put in", "taken out"])
def test_a_second_edition_of_the_year_is_told_and_is_not_what_was_signed(old: Files, new: Files) -> None:
    result = since(old, new)
    assert len(result.documents) == 1
    assert result.changed_after_signing == []


def signed(old: Files, new: Files) -> tuple[SignedText, ...]:
    return tuple(text for _, text in since(old, new).changed_after_signing)


@pytest.mark.parametrize("name", COUNTED)
def test_what_counts(name: str) -> None:
    case = COUNTED[name]
    result = since(ALL, case.new)
    [(_, text)] = result.changed_after_signing
    assert tuple(change.kind for change in text.changes) == case.what
    fields = tuple(difference.field for change in text.changes for difference in change.differences)
    assert fields == case.fields
    assert any(change.after_signature for document in result.documents for change in document.changes)


@pytest.mark.parametrize("party", ["county", "association"])
def test_a_signature_of_a_party_that_does_not_sign_may_be_taken_out(party: str) -> None:
    result = since(with_edition(signatures=[AUTHORITY, DEPARTMENT, {**ASSOCIATION, "party": party}]), ALL)
    assert [[change.kind for change in document.changes] for document in result.documents] == [["edition-changed"]]
    assert result.changed_after_signing == []


def test_a_signature_that_becomes_that_of_a_party_that_does_not_sign_is_taken_away() -> None:
    [text] = signed(ALL, with_edition(signatures=[AUTHORITY, {**DEPARTMENT, "party": "association"}]))
    assert [change.kind for change in text.changes] == ["edition-changed"]


@pytest.mark.parametrize("name", NOT_COUNTED)
def test_what_does_not_count(name: str) -> None:
    result = since(ALL, NOT_COUNTED[name])
    assert result.changed_after_signing == []
    assert not any(change.after_signature for document in result.documents for change in document.changes)


def test_a_change_of_what_came_of_a_commitment_is_told_and_does_not_count() -> None:
    for name in ("something more that came of it", "nothing that came of it"):
        [document] = since(ALL, NOT_COUNTED[name]).documents
        assert [item.field for item in document.changes[0].differences] == ["follow_up"]


@pytest.mark.parametrize("name", ALL)
def test_a_document_that_is_gone_is_told_at_its_file(name: str) -> None:
    [text] = signed(ALL, {other: values for other, values in ALL.items() if other != name})
    assert (text.name, text.is_gone, text.changes, text.place.file, text.place.span) == (name, True, (), name, None)


def test_a_compact_under_another_name_is_gone() -> None:
    renamed = {name: values for name, values in ALL.items() if not name.startswith("compacts/")}
    [text] = signed(ALL, {**renamed, "compacts/norfolk.yaml": COMPACT})
    assert (text.name, text.is_gone) == ("compacts/hampshire.yaml", True)


def test_what_is_no_longer_an_example_counts_for_every_signed_edition() -> None:
    both = (signed_edition(), {**signed_edition(), "year": "2004/05"}, edition("2005/06", "first"))
    texts = signed(with_compact(*both, example="true"), with_compact(*both))
    assert [str(text.signed.year) for text in texts] == ["2003/04", "2004/05"]
    assert {change.kind for text in texts for change in text.changes} == {"document-changed"}
    [text] = signed(with_annex(example="true"), with_annex(example="false"))
    assert text.name == "annex/2003-04.yaml"


def test_an_edition_that_is_gone_is_gone_whatever_else_changed() -> None:
    both = (signed_edition(), {**signed_edition(), "year": "2004/05"})
    first, second = signed(with_compact(*both, example="true"), with_compact(both[1]))
    assert (first.is_gone, first.place.span, second.is_gone) == (True, None, False)


COMPARED: Final = {
    Statement: "title note sources format principles conditions vision focuses commitments signatures",
    Focus: "id title",
    Commitment: "id text due follow_up",
    Event: "date text source",
    Annex: "year title note sources example at_most groups retired signatures",
    Group: "id title aims areas",
    Area: "letter id title summary focuses open_to named_locally origins",
    OpenTo: "regions types authorities",
    Retired: "id why",
    Compact: "authority note sources example ended editions",
    Edition: "year note review_by review priorities asks signatures",
    Priority: "area issue term why contributions",
    Contributions: "authority department",
    Ask: "text area answer",
    Signature: "party name role date",
}


@pytest.mark.parametrize("model", COMPARED)
def test_no_key_is_added_without_a_word_on_whether_it_counts(model: type[Content]) -> None:
    """A key more needs its place in part_values.py, and a case above that counts, or one that does not."""
    assert list(model.key_of) == COMPARED[model].split()


def test_each_text_is_told_once_the_annex_and_the_statement_too() -> None:
    new = {
        **ALL,
        **{
            name: COUNTED[case].new[name]
            for case, name in (
                ("a reason", "compacts/hampshire.yaml"),
                ("an area less", "annex/2003-04.yaml"),
                ("the vision", "statement.yaml"),
            )
        },
    }
    texts = signed(ALL, new)
    assert [(text.name, str(text.signed.year or "")) for text in texts] == [
        ("annex/2003-04.yaml", "2003/04"),
        ("compacts/hampshire.yaml", "2003/04"),
        ("statement.yaml", ""),
    ]
    assert [text.signed.standing for text in texts] == [
        "agreed 23 July 2003",
        "agreed 12 January 2004",
        "agreed 23 July 2003",
    ]


@pytest.mark.parametrize(
    ("signatures", "standing"),
    [
        ([AUTHORITY], "signed by the authority 1 December 2003"),
        (
            [AUTHORITY, {**AUTHORITY, "role": "Officer", "date": "2003-11-01"}],
            "signed by the authority 1 November 2003",
        ),
        ([{**DEPARTMENT, "date": "2003-01-01"}, AUTHORITY, DEPARTMENT], "agreed 1 December 2003"),
    ],
)
def test_what_had_been_signed_is_told(signatures: list[Values], standing: str) -> None:
    old = with_edition(signatures=signatures)
    [text] = signed(old, with_edition("first", signatures=signatures))
    assert text.signed.standing == standing


@pytest.mark.parametrize(
    "signatures", [[], [ASSOCIATION], [{"party": "authority", "role": "Leader"}], [{**AUTHORITY, "date": "soon"}]]
)
def test_what_nobody_had_signed_may_change(signatures: list[Values]) -> None:
    assert signed(with_edition(signatures=signatures), with_edition("first", signatures=signatures)) == ()


BROKEN: Final[dict[str, tuple[Files, Files]]] = {
    "a value now": (ALL, with_edition(priority("first", term="soon"), LOCAL)),
    "a value then": (with_edition(priority("first", term="soon"), LOCAL), ALL),
    "the signatures now": (
        ALL,
        with_compact(edition("2003/04", "first", LOCAL, asks=ASKS, signature=[AUTHORITY]), edition("2004/05", "first")),
    ),
    "an area's name now": (ALL, with_edition(priority("first", area=["first"]), LOCAL)),
    "the year of another edition": (ALL, with_compact({**signed_edition(), "year": "2003/05"})),
    "the whole document now": (ALL, {**ALL, "compacts/hampshire.yaml": "a: *b"}),
    "the whole document then": ({**ALL, "compacts/hampshire.yaml": "a: *b"}, ALL),
    "the name of the file now": (
        ALL,
        {**{name: ALL[name] for name in ALL if not name.startswith("compacts/")}, "compacts/hampshire.yml": COMPACT},
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_is_concluded_from_what_is_broken(name: str) -> None:
    assert signed(*BROKEN[name]) == ()


def test_a_break_elsewhere_in_the_file_hides_nothing() -> None:
    new = with_compact(signed_edition("first"), edition("2004/05", priority("first", area=["x"], term="soon")))
    [text] = signed(ALL, new)
    assert [change.kind for change in text.changes] == ["priority-lost"]
