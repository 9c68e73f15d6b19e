"""What changed since a git revision: every kind of change, and what is none."""

import pickle
from typing import Any, Final, NamedTuple

import pytest
from tests.changes.making import Files, Values, annex, area, compact, edition, files, priority, since

from compactctl.changes.revisions import DocumentOutcome
from compactctl.rules.samples import REGISTER_HEAD
from compactctl.workspace.versions.part_changes import ChangeKind, PartChange
from compactctl.workspace.versions.part_values import Compound, compared_by

REGISTER: Final = f"{REGISTER_HEAD}850,hampshire,Hampshire,E1,south-east,county,,,\n"
STATEMENT: Final[Values] = {
    "title": "Statement",
    "vision": ["Every child"],
    "focuses": [{"id": "primary", "title": "Primary"}],
    "commitments": [{"id": "one-plan", "text": "One plan"}],
}
ANNEX: Final = annex("2003/04", area("first"), area("second"))
COMPACT: Final = compact("hampshire", edition("2003/04", "first", asks=[{"text": "An ask"}]))
ALL: Final[Files] = {
    **files([ANNEX], [COMPACT]),
    "statement.yaml": STATEMENT,
    "config.yaml": {"levels": {"one-sided": "error"}},
    "authorities.csv": REGISTER,
}


def with_compact(*editions: Values, **keys: Any) -> Files:  # noqa: ANN401 - whatever a compact may hold
    return {**ALL, "compacts/hampshire.yaml": compact("hampshire", *editions, **keys)}


def with_annex(*areas: Values, **keys: Any) -> Files:  # noqa: ANN401 - whatever an annex may hold
    return {**ALL, "annex/2003-04.yaml": annex("2003/04", *areas, **keys)}


ASKS: Final[list[Values]] = [{"text": "An ask"}]


class Row(NamedTuple):
    """What the workspace became, and the one change that is told of it."""

    new: Files
    kind: ChangeKind
    fields: tuple[str, ...] = ()


ROWS: Final = {
    "an area more": Row(with_annex(area("first"), area("second"), area("third")), ChangeKind.AREA_GAINED),
    "an area a second time": Row(
        with_annex(area("first"), area("second"), area("first", title="Another")), ChangeKind.AREA_GAINED
    ),
    "an area less": Row(with_annex(area("first")), ChangeKind.AREA_LOST),
    "another title": Row(
        with_annex(area("first", title="Another"), area("second")), ChangeKind.AREA_CHANGED, ("title",)
    ),
    "another origin": Row(
        with_annex({**area("first"), "from": ["zeroth"]}, area("second")), ChangeKind.AREA_CHANGED, ("from",)
    ),
    "a note of the annex": Row(
        with_annex(area("first"), area("second"), note="A note"), ChangeKind.DOCUMENT_CHANGED, ("note",)
    ),
    "an area retired": Row(
        with_annex(area("first"), area("second"), retired=["zeroth"]), ChangeKind.DOCUMENT_CHANGED, ("retired",)
    ),
    "an edition more": Row(
        with_compact(edition("2003/04", "first", asks=ASKS), edition("2004/05", "first", asks=ASKS)),
        ChangeKind.EDITION_GAINED,
    ),
    "an edition of its year a second time": Row(
        with_compact(edition("2003/04", "first", asks=ASKS), edition("2003/04", "second", asks=ASKS)),
        ChangeKind.EDITION_GAINED,
    ),
    "another edition": Row(
        with_compact(edition("2003/04", "first", asks=ASKS, review_by="2004-12-31")),
        ChangeKind.EDITION_CHANGED,
        ("review_by",),
    ),
    "a priority more": Row(with_compact(edition("2003/04", "first", "second", asks=ASKS)), ChangeKind.PRIORITY_GAINED),
    "a priority less": Row(with_compact(edition("2003/04", asks=ASKS)), ChangeKind.PRIORITY_LOST),
    "another reason": Row(
        with_compact(edition("2003/04", priority("first", why="Another"), asks=ASKS)),
        ChangeKind.PRIORITY_CHANGED,
        ("why",),
    ),
    "an ask more": Row(
        with_compact(edition("2003/04", "first", asks=[*ASKS, {"text": "More"}])), ChangeKind.ASK_GAINED
    ),
    "an ask a second time": Row(with_compact(edition("2003/04", "first", asks=[*ASKS, *ASKS])), ChangeKind.ASK_GAINED),
    "an ask less": Row(with_compact(edition("2003/04", "first")), ChangeKind.ASK_LOST),
    "an ask of another area": Row(
        with_compact(edition("2003/04", "first", asks=[{"text": "An ask", "area": "first"}])),
        ChangeKind.ASK_CHANGED,
        ("area",),
    ),
    "a note of the compact": Row(
        with_compact(edition("2003/04", "first", asks=ASKS), note="A note"), ChangeKind.DOCUMENT_CHANGED, ("note",)
    ),
    "the statement": Row(
        {**ALL, "statement.yaml": {**STATEMENT, "vision": ["No child"]}}, ChangeKind.DOCUMENT_CHANGED, ("vision",)
    ),
    "the settings": Row(
        {**ALL, "config.yaml": {"levels": {"one-sided": "off"}}}, ChangeKind.DOCUMENT_CHANGED, ("levels",)
    ),
    "the register": Row(
        {**ALL, "authorities.csv": f"{REGISTER}926,norfolk,Norfolk,E2,east-of-england,county,,,\n"},
        ChangeKind.DOCUMENT_CHANGED,
        ("authorities",),
    ),
}
MIRROR: Final = {
    ChangeKind(f"{noun}-{outcome}"): ChangeKind(f"{noun}-{mirrored}")
    for noun in ("area", "edition", "priority", "ask")
    for outcome, mirrored in (("gained", "lost"), ("lost", "gained"))
}


def only(old: Files, new: Files) -> PartChange:
    [document] = since(old, new).documents
    assert document.outcome is DocumentOutcome.CHANGED
    [change] = document.changes
    return change


@pytest.mark.parametrize("name", ROWS)
def test_one_change_is_told_once(name: str) -> None:
    row = ROWS[name]
    change = only(ALL, row.new)
    assert (change.kind, tuple(item.field for item in change.differences)) == (row.kind, row.fields)
    versions = [spot.side for spot in change.spots]
    assert versions == (
        ["new"] if row.kind.endswith("gained") else ["old"] if row.kind.endswith("lost") else ["old", "new"]
    )


@pytest.mark.parametrize("name", ROWS)
def test_the_way_back_is_the_mirror_image(name: str) -> None:
    change, back = only(ALL, ROWS[name].new), only(ROWS[name].new, ALL)
    assert back.kind is MIRROR.get(change.kind, change.kind)
    assert [(item.new, item.old) for item in back.differences] == [(item.old, item.new) for item in change.differences]


def test_every_kind_of_change_is_in_the_table() -> None:
    kinds = {row.kind for row in ROWS.values()}
    assert kinds | {MIRROR[kind] for kind in kinds if kind in MIRROR} == set(ChangeKind)


def test_an_entry_keeps_its_values_when_another_process_hands_it_over() -> None:
    entry = pickle.loads(pickle.dumps(Compound.of("authority", None, "Leader")))  # noqa: S301 - our own
    assert compared_by(entry) == ("authority", "", "Leader")
    assert compared_by(entry) != compared_by(Compound.of("authority", "Leader", None))
    assert entry == "authority, Leader"


WRONG: Final = pytest.mark.parametrize("party", ["county", "association"])
CHAIR: Final = {"role": "Chair", "date": "2003-12-02"}


@WRONG
@pytest.mark.parametrize("then", [[], [{**CHAIR, "role": "Leader"}]], ids=["put in", "changed"])
def test_a_signature_of_a_party_that_does_not_sign_is_told(party: str, then: list[Values]) -> None:
    old, new = (
        with_compact(edition("2003/04", "first", asks=ASKS, signatures=[{"party": party, **item} for item in items]))
        for items in (then, [CHAIR])
    )
    change = only(old, new)
    assert (change.kind, [item.field for item in change.differences]) == (ChangeKind.EDITION_CHANGED, ["signatures"])


@WRONG
def test_so_it_is_in_an_annex_and_in_the_statement(party: str) -> None:
    signatures = [{**CHAIR, "party": party.replace("association", "authority")}]
    annexes = with_annex(area("first"), area("second"), signatures=signatures)
    for new in (annexes, {**ALL, "statement.yaml": {**STATEMENT, "signatures": signatures}}):
        assert [item.field for item in only(ALL, new).differences] == ["signatures"]


def test_a_signature_of_which_nothing_can_be_read_is_no_empty_text() -> None:
    assert since(ALL, with_compact(edition("2003/04", "first", asks=ASKS, signatures=["A. Leader"]))).documents == ()


def test_a_second_edition_of_a_year_is_compared_by_itself() -> None:
    first = edition("2003/04", "first", asks=ASKS)
    old, new = (
        with_compact(first, edition("2003/04", priority("first", why=why))) for why in ("Because", "Since then")
    )
    change = only(old, new)
    assert (change.kind, [item.field for item in change.differences]) == (ChangeKind.PRIORITY_CHANGED, ["why"])


@pytest.mark.parametrize("issue", ["FERRIES", "Ferries "])
def test_of_two_of_one_name_the_one_that_says_the_same_is_the_same(issue: str) -> None:
    one, other = priority("first", issue="Ferries"), priority("first", issue=issue, why="Another")
    old, new = (with_compact(edition("2003/04", *priorities)) for priorities in ([one], [other, one]))
    change = only(old, new)
    assert (change.kind, change.issue) == (ChangeKind.PRIORITY_GAINED, issue.strip())


def test_an_issue_with_another_name_is_lost_and_gained() -> None:
    old, new = (
        with_compact(edition("2003/04", priority("first", issue=issue), asks=ASKS)) for issue in ("Ferries", "Buses")
    )
    [document] = since(old, new).documents
    assert [(change.kind, change.issue) for change in document.changes] == [
        (ChangeKind.PRIORITY_GAINED, "Buses"),
        (ChangeKind.PRIORITY_LOST, "Ferries"),
    ]


@pytest.mark.parametrize("name", ALL)
def test_a_document_that_came_or_went_is_one_change(name: str) -> None:
    without = {other: values for other, values in ALL.items() if other != name}
    for old, new, outcome in ((without, ALL, DocumentOutcome.ADDED), (ALL, without, DocumentOutcome.REMOVED)):
        [document] = since(old, new).documents
        assert (document.file, document.outcome, document.changes) == (f"data/{name}", outcome, ())


NO_CHANGES: Final[dict[str, Files]] = {
    "quotes, comments and order of keys": {
        **ALL,
        "compacts/hampshire.yaml": (
            "# A comment\neditions:\n- asks: [{text: 'An ask'}]\n  priorities:\n  - why: \"Because\"\n    term: short\n"
            "    contributions:\n      department: [They do that]\n      authority: [We do this]\n    area: first\n"
            "  year: 2003/04\nauthority: hampshire"
        ),
    },
    "line ends": {**ALL, "authorities.csv": REGISTER.replace("\n", "\r\n")},
    "order of areas": with_annex({**area("second"), "letter": "b"}, {**area("first"), "letter": "a"}),
}


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_differs_in_the_file_only(name: str) -> None:
    result = since(ALL, NO_CHANGES[name])
    assert not result.documents
    assert result.files_differ


def test_equal_trees_have_no_change() -> None:
    result = since(ALL, ALL)
    assert not result.is_of_substance
    assert not result.files_differ


def test_a_compact_in_which_no_word_changed_is_not_told_when_its_area_goes() -> None:
    [document] = since(ALL, with_annex(area("second", letter="b"))).documents
    assert document.file == "data/annex/2003-04.yaml"


BROKEN: Final[dict[str, Files]] = {
    "statement.yaml": {**ALL, "statement.yaml": "a: *b"},
    "annex/2003-04.yaml": {**ALL, "annex/2003-04.yaml": "a: *b"},
    "compacts/hampshire.yaml": {**ALL, "compacts/hampshire.yaml": "a: *b"},
    "config.yaml": {**ALL, "config.yaml": "a: *b"},
    "authorities.csv": {**ALL, "authorities.csv": "\x07"},
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_on_either_side_stands_under_unreadable_only(name: str) -> None:
    for old, new in ((ALL, BROKEN[name]), (BROKEN[name], ALL), (BROKEN[name], BROKEN[name])):
        result = since(old, new)
        assert (result.unreadable, result.documents) == ((f"data/{name}",), ())


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("annex/2003-04.yaml", "annex/2003-04.yml"),
        ("compacts/hampshire.yaml", "compacts/hampshire.YAML"),
        ("statement.yaml", "statement.yml"),
        ("config.yaml", "config.yml"),
        ("authorities.csv", "Authorities.csv"),
    ],
)
def test_a_document_under_a_wrong_name_cannot_be_read(right: str, wrong: str) -> None:
    renamed = {wrong if name == right else name: values for name, values in ALL.items()}
    result = since(ALL, renamed)
    assert (result.unreadable, result.documents) == ((f"data/{wrong}",), ())


def test_a_broken_document_leaves_the_others_compared() -> None:
    new = {**BROKEN["annex/2003-04.yaml"], "config.yaml": {"levels": {"one-sided": "off"}}}
    [document] = since(ALL, new).documents
    assert document.file == "data/config.yaml"


def test_one_authority_and_the_annexes_alone_narrow_the_documents() -> None:
    new = {
        **with_compact(edition("2003/04", "first")),
        "annex/2003-04.yaml": annex("2003/04", area("first")),
        "compacts/norfolk.yaml": compact("norfolk", edition("2003/04", "first")),
    }
    assert [item.name for item in since(ALL, new, "norfolk").documents] == ["compacts/norfolk.yaml"]
    assert [item.name for item in since(ALL, new, annex_only=True).documents] == ["annex/2003-04.yaml"]


def test_a_fingerprint_stays_when_lines_are_added_above() -> None:
    new = ROWS["another reason"].new
    moved = {**new, "compacts/hampshire.yaml": {"sources": ["a", "b"], **dict(new["compacts/hampshire.yaml"])}}  # type: ignore[arg-type]  # no text
    [document] = since(ALL, moved).documents
    assert document.changes[-1].fingerprint == only(ALL, new).fingerprint
    assert document.changes[-1].spots[1] != only(ALL, new).spots[1]


def test_changes_are_told_year_by_year_each_edition_before_what_is_in_it() -> None:
    old = with_compact(edition("2003/04", "first"), edition("2004/05", "first"))
    new = with_compact(
        edition("2003/04", "first", "second", note="A note"), edition("2004/05", "first", "second", note="A note")
    )
    [document] = since(old, new).documents
    assert [(str(change.year), change.kind) for change in document.changes] == [
        (year, kind)
        for year in ("2003/04", "2004/05")
        for kind in (ChangeKind.EDITION_CHANGED, ChangeKind.PRIORITY_GAINED)
    ]
