"""`compactctl diff` and real compacts: what they do not say, answers, reviews, ends, and what came over."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from tests.changes.making import Values, annex, area, compact, edition, files, priority, write
from tests.repositories import begin
from tests.running import run

from compactctl.documents.texts import STILL_TRUE

ANNEXES: Final = [annex(year, area("first"), area("second")) for year in ("2003/04", "2004/05")]
ANSWER: Final = {"date": "2004-06-01", "text": "It will be looked at", "source": "A letter"}
ENDED: Final = {"date": "2004-03-31", "text": "By agreement"}
DEPARTMENT: Final = {"party": "department", "role": "Minister", "date": "2004-01-12"}
STATEMENT: Final[Values] = {
    "title": "Statement",
    "commitments": [{"id": "one-plan", "text": "One plan"}],
    "signatures": [{**DEPARTMENT, "date": "2003-07-23"}],
}
FORMATS: Final = ("terminal", "markdown", "html")
WORDS_OF_PROGRAMS: Final = ("lost", "gained", "None", "offers nothing")


def bare(area_id: str) -> Values:
    """Return a priority of a real compact: which area, and what each side does, with neither term nor reason."""
    return {"area": area_id, "contributions": {"authority": ["We do this"], "department": ["They do that"]}}


def output(folder: Path, *arguments: str) -> str:
    result = run(folder, "diff", "--full", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    return " ".join(re.sub(r"(?m)^ *- ", "", result.stdout).split())


def changes(folder: Path, *arguments: str) -> dict[str, Any]:
    comparison: dict[str, Any] = json.loads(run(folder, "diff", "--format", "json", *arguments).stdout)
    return comparison


# --- between two years


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Return a folder with an authority that renewed, one that has not yet, and one whose compact ended."""
    first = edition("2003/04", bare("first"), "second", asks=[{"text": "An ask", "answer": ANSWER}, {"text": "A wish"}])
    compacts = [
        compact("hampshire", first, edition("2004/05", "first")),
        compact("norfolk", edition("2003/04", "first", "second", asks=[{"text": "A hope"}])),
        compact("suffolk", edition("2003/04", "first"), ended=ENDED),
    ]
    write(tmp_path, files(ANNEXES, compacts))
    return tmp_path


def test_why_priorities_do_not_go_on_is_told_in_the_words_of_readers(record: Path) -> None:
    story = output(record)
    assert "Of 2 priorities of the one that renewed: 1 kept, 0 carried to another area, 1 dropped; 0 taken" in story
    assert "1 has not renewed yet, 1 ended its compact." in story
    assert "dropped Title of second (b in 2003/04)" in story
    assert "Norfolk: draft in 2003/04; 2 priorities; 1 ask had 2 priorities" in story
    assert "asked A hope" in story
    assert "Suffolk: draft in 2003/04; the compact ended on 31 March 2004; 1 priority" in story


def test_where_the_new_year_is_the_older_one_there_was_no_edition_yet(record: Path) -> None:
    write(record, files([], [compact("surrey", edition("2004/05", "first"))]))
    story = output(record, "2004/05", "2003/04")
    assert "1 had no edition yet" in story
    assert "Surrey: draft in 2004/05; 1 priority" in story
    assert "renewed" not in story


def test_a_compact_may_have_ended_where_that_cannot_be_read(record: Path) -> None:
    write(record, files([], [compact("suffolk", edition("2003/04", "first"), ended={**ENDED, "date": "soon"})]))
    assert "1 may have ended (the day cannot be read)." in output(record)
    assert changes(record)["not_renewed"] == ["norfolk"]


def test_what_was_not_said_is_told_in_plain_words(record: Path) -> None:
    assert "term: no term said, now short why: no reason, now {+Because+}" in output(record)
    back = output(record, "2004/05", "2003/04")
    assert "term: short, now no term said why: [-Because-], now no reason" in back


def test_an_answered_ask_is_told_with_its_answer_and_is_not_gone(record: Path) -> None:
    story = output(record)
    assert "answered An ask answer: 1 June 2004: It will be looked at (A letter)" in story
    assert "no longer asked A wish" in story
    assert "no longer asked An ask" not in story


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("years", [("2003/04", "2004/05"), ("2004/05", "2003/04")])
def test_no_reader_meets_the_words_of_programs(record: Path, format_: str, years: tuple[str, str]) -> None:
    story = output(record, *years, "--format", format_)
    assert not [word for word in WORDS_OF_PROGRAMS if word in story]


def test_programs_read_the_same_in_numbers(record: Path) -> None:
    comparison = changes(record)
    assert comparison["not_renewed"] == ["norfolk"]
    totals = {key: comparison["totals"][key] for key in ("lost", "lost_with_authority", "not_renewed", "dropped")}
    assert totals == {"lost": 4, "lost_with_authority": 0, "not_renewed": 2, "dropped": 1}
    assert comparison["totals"]["lost_with_compact"] == 1
    asks = [[change[key] for key in ("asks_gained", "asks_lost", "asks_answered")] for change in comparison["compacts"]]
    assert asks == [[0, 1, 1], [0, 1, 0], [0, 0, 0]]
    assert changes(record, "--authority", "hampshire")["not_renewed"] == []


def test_what_each_edition_has_of_its_own_is_no_news_and_in_the_json(tmp_path: Path) -> None:
    signatures = [
        {"party": "authority", "role": "Leader", "date": "2003-12-01"},
        {"party": "authority", "role": "Chief officer", "date": "2003-12-02"},
    ]
    first = edition("2003/04", "first", signatures=signatures, note="A note", review_by="2004-12-31")
    write(tmp_path, files(ANNEXES, [compact("hampshire", first, edition("2004/05", "first"))]))
    story = output(tmp_path)
    assert "Nothing differs but what the documents of each year have of their own" in story
    assert story.count("Leader") == story.count("A note") == story.count("31 December 2004") == 0
    assert "Hampshire: proposed in 2003/04; draft in 2004/05" in story
    [change] = changes(tmp_path)["compacts"]
    assert change["fields"] == ["review_by", "note", "signatures"]


def test_signatures_of_one_party_in_two_roles_are_compared_each(tmp_path: Path) -> None:
    signatures = [{"party": "authority", "role": role, "date": "2003-12-01"} for role in ("Leader", "Chief officer")]
    first, second = edition("2003/04", "first", signatures=signatures), edition("2004/05", "first")
    same = {**second, "signatures": [*reversed(signatures)]}
    for later, fields in ((same, []), ({**second, "signatures": signatures[:1]}, ["signatures"])):
        write(tmp_path, files(ANNEXES, [compact("hampshire", first, later)]))
        assert changes(tmp_path)["compacts"][0]["fields"] == fields


# --- after `renew`


@pytest.fixture
def renewed(tmp_path: Path) -> Path:
    """Return a folder in which a compact was renewed, and nothing else is another."""
    first = edition("2003/04", "first", "second", asks=[{"text": "An ask: for three years"}])
    write(tmp_path, {**files(ANNEXES, [compact("hampshire", first)]), "statement.yaml": STATEMENT})
    result = run(tmp_path, "renew", "hampshire")
    assert result.returncode == 0, result.stderr
    return tmp_path


def test_after_renew_nothing_of_substance_differs(renewed: Path) -> None:
    story = output(renewed)
    assert "Nothing differs. Of 2 priorities of the one that renewed: 2 kept" in story
    assert "Carried over from the last edition, and not yet looked at (7 texts)." in story
    assert "a, Title of first: not yet looked at (3 texts) b, Title of second: not yet looked at (3 texts)" in story
    assert "asks not yet looked at (1 text)" in story
    assert "no longer asked" not in story


@pytest.mark.parametrize("format_", FORMATS)
def test_after_renew_no_text_is_told_in_any_format(renewed: Path, format_: str) -> None:
    story = output(renewed, "--format", format_)
    assert "not yet looked at (7 texts)" in story
    assert not [text for text in ("Because", "We do this", "An ask", "TODO") if text in story]


def test_after_renew_programs_find_every_priority_kept_and_no_field(renewed: Path) -> None:
    [change] = changes(renewed)["compacts"]
    assert [kept["fields"] for kept in change["kept"]] == [[], []]
    assert (change["asks_gained"], change["asks_lost"], change["asks_answered"]) == (0, 0, 0)
    assert run(renewed, "diff", "--exit-code").returncode == 0


def test_a_text_that_was_written_anew_after_renew_is_told_beside_those_that_wait(renewed: Path) -> None:
    path = renewed / "data/compacts/hampshire.yaml"
    head, _, tail = path.read_text(encoding="utf-8").rpartition(f"{STILL_TRUE} Because")
    path.write_text(f"{head}Another reason{tail}", encoding="utf-8")
    story = output(renewed)
    assert "Carried over from the last edition, and not yet looked at (6 texts)." in story
    assert "b, Title of second why: was: Because now: Another reason not yet looked at (2 texts)" in story
    assert [kept["fields"] for kept in changes(renewed)["compacts"][0]["kept"]] == [[], ["why"]]


def test_renew_takes_no_answer_over_and_an_answered_ask_is_not_gone(tmp_path: Path) -> None:
    asked = edition("2003/04", "first", asks=[{"text": "An ask", "answer": ANSWER}])
    write(tmp_path, {**files(ANNEXES, [compact("hampshire", asked)]), "statement.yaml": STATEMENT})
    assert run(tmp_path, "renew", "hampshire").returncode == 0
    assert (tmp_path / "data/compacts/hampshire.yaml").read_text(encoding="utf-8").count(ANSWER["text"]) == 1
    assert changes(tmp_path)["compacts"][0]["asks_lost"] == 0


# --- since a revision


REVIEW: Final = {"date": "2004-12-07", "text": "All goes on"}


def signed_record(**happened: Values) -> Values:
    """Return a workspace in which all is signed, with what happened later: answer, review, ended, follow_up."""
    ask = {"text": "An ask", **{key: happened[key] for key in happened if key == "answer"}}
    review = {key: happened[key] for key in happened if key == "review"}
    ended = {key: happened[key] for key in happened if key == "ended"}
    [commitment] = STATEMENT["commitments"]
    came_of_it = {"follow_up": [happened["follow_up"]]} if "follow_up" in happened else {}
    first = edition("2003/04", "first", asks=[ask], signatures=[DEPARTMENT], **review)
    return {
        **files(ANNEXES, [compact("hampshire", first, **ended)]),
        "statement.yaml": {**STATEMENT, "commitments": [{**commitment, **came_of_it}]},
    }


LATER: Final = {
    "answer": (ANSWER, "ask", "answered: {+1 June 2004: It will be looked at (A letter)+}"),
    "review": (REVIEW, "edition", "review: {+7 December 2004: All goes on+}"),
    "ended": (ENDED, "document", "the compact ended: {+31 March 2004: By agreement+}"),
    "follow_up": (ANSWER, "document", "what came of the commitments: {+one-plan, "),
}


def since(folder: Path, old: Values, new: Values) -> tuple[dict[str, Any], str]:
    """Return what differs between two states of a workspace, for programs and for readers."""
    write(folder, old)
    begin(folder)
    write(folder, new)
    return changes(folder, "--since", "main"), output(folder, "--since", "main")


@pytest.mark.parametrize("field", LATER)
def test_what_happened_later_never_counts_and_is_told(field: str, tmp_path: Path) -> None:
    event, noun, words = LATER[field]
    comparison, story = since(tmp_path, signed_record(), signed_record(**{field: event}))
    assert comparison["changed_after_signing"] == []
    [change] = comparison["documents"][0]["changes"]
    assert (change["kind"], change["fields"], change["after_signature"]) == (f"{noun}-changed", [field], False)
    assert words in story
    assert run(tmp_path, "validate", "--since", "main", "--select", "changed-after-signing").returncode == 0


@pytest.mark.parametrize("field", LATER)
@pytest.mark.parametrize("is_gone", [False, True])
def test_what_happened_later_is_told_where_it_is_altered_or_removed(
    field: str, tmp_path: Path, *, is_gone: bool
) -> None:
    event, noun, _ = LATER[field]
    then = {} if is_gone else {field: {**event, "text": "Quite another thing"}}
    comparison, story = since(tmp_path, signed_record(**{field: event}), signed_record(**then))
    assert comparison["changed_after_signing"] == []
    [change] = comparison["documents"][0]["changes"]
    assert (change["kind"], change["fields"]) == (f"{noun}-changed", [field])
    assert event["text"] in story.replace("[-", "").replace("-]", "")
    assert "None" not in story


def test_a_second_signature_of_one_party_never_counts(tmp_path: Path) -> None:
    signature = {"party": "authority", "role": "Leader", "date": "2003-12-01"}
    old, new = (
        files(ANNEXES, [compact("hampshire", edition("2003/04", "first", signatures=signatures))])
        for signatures in ([signature], [signature, {**signature, "role": "Chief officer"}])
    )
    comparison, _ = since(tmp_path, old, new)
    assert comparison["changed_after_signing"] == []
    assert comparison["documents"][0]["changes"][0]["fields"] == ["signatures"]


def marked(mark: str, **keys: Any) -> Values:  # noqa: ANN401 - whatever an edition may hold
    """Return a workspace with an edition whose reason and ask have a mark before them, or none."""
    chosen = priority("first", why=f"{mark}Because")
    marked_edition = edition("2003/04", chosen, asks=[{"text": f"{mark}An ask"}], **keys)
    return files(ANNEXES, [compact("hampshire", marked_edition)])


def test_that_a_text_was_looked_at_is_no_change_of_substance(tmp_path: Path) -> None:
    comparison, story = since(tmp_path, marked(f"{STILL_TRUE} "), marked(""))
    assert comparison["documents"] == []
    assert "The files differ, nothing of substance does." in story


def test_that_a_text_was_looked_at_is_told_where_it_was_signed(tmp_path: Path) -> None:
    signed = {"signatures": [DEPARTMENT]}
    comparison, story = since(tmp_path, marked(f"{STILL_TRUE} ", **signed), marked("", **signed))
    [text] = comparison["changed_after_signing"]
    assert text["what"] == ["priority-changed", "ask-changed"]
    fields = [(change["fields"], change["after_signature"]) for change in comparison["documents"][0]["changes"]]
    assert fields == [(["why"], True), (["text"], True)]
    assert "Changed after it was signed" in story
    result = run(tmp_path, "validate", "--since", "main", "--select", "changed-after-signing")
    assert result.returncode == 1
    assert "the edition of 2003/04 (signed by the department 12 January 2004)" in result.stdout


def test_what_else_differs_in_a_text_that_was_looked_at_is_told_without_the_mark(tmp_path: Path) -> None:
    new = marked("")
    [new_edition] = new["compacts/hampshire.yaml"]["editions"]
    new_edition["priorities"][0]["term"] = "medium"
    new_edition["asks"][0]["area"] = "first"
    comparison, story = since(tmp_path, marked(f"{STILL_TRUE} "), new)
    fields = [change["fields"] for change in comparison["documents"][0]["changes"]]
    assert fields == [["term"], ["area"]]
    assert "TODO" not in story
