"""A signature as text, and what stands where it is to go."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drafts.memory import Plain, annex, area, compact, compact_in, names, priority, workspace

from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.drafts.sign import NewSignature, ToSign, annex_to_sign, edition_to_sign, given_name, given_role
from compactctl.errors import CannotDo
from compactctl.files.inserting import append_entry
from compactctl.files.reading import decode, parse

NAME = "compacts/hampshire.yaml"
STATEMENT: Plain = {"title": "Partnership", "principles": ["Respect"]}
DAY = date(2004, 1, 12)


def signature(party: str, day: str, role: str = "Somebody") -> Plain:
    return {"party": party, "role": role, "date": day}


def annex_signed_by(*signatures: Plain, statement: tuple[str, ...] = ("department", "association")) -> ToSign:
    national = {**STATEMENT, "signatures": [signature(party, "2003-07-23") for party in statement]}
    files = {
        "statement.yaml": national,
        "annex/2003-04.yaml": annex("2003/04", area("a", "ict"), signatures=[*signatures]),
    }
    space = workspace(files)
    agenda = space.agendas[AcademicYear(2003)]
    assert agenda is not None
    return annex_to_sign(space, agenda)


def edition_signed_by(*signatures: Plain, **more: object) -> ToSign:
    plain = {**compact("hampshire", "2003/04", priority("ict"), signatures=[*signatures]), **more}
    space = workspace({"annex/2003-04.yaml": annex("2003/04", area("a", "ict")), NAME: plain})
    return edition_to_sign(space, compact_in(space, "hampshire"), None)


one_line = names.filter(lambda text: not set(text) & set("\t\r\n"))


@given(st.sampled_from(Party), one_line, st.none() | one_line, st.sampled_from(["\n", "\r\n"]))
def test_whatever_a_role_and_a_name_say_they_read_back_as_they_were(
    party: Party, role: str, name: str | None, line_end: str
) -> None:
    made = NewSignature(party, given_name(name) if name else None, given_role(role), DAY)
    old = "editions:\n  - year: 2003/04\n    signatures: []\n".replace("\n", line_end).encode()
    new = append_entry(NAME, old, ("editions", 0, "signatures"), made.text)
    named = {"name": name} if name else {}
    wanted = [{"party": str(party), **named, "role": role, "date": "2004-01-12"}]
    assert parse(decode(NAME, new))["editions"][0]["signatures"] == wanted


@pytest.mark.parametrize(
    ("signatures", "standing", "missing"),
    [
        (["authority"], "proposed: the department has still to sign", ["department"]),
        (["department"], "proposed: the authority has still to sign", ["authority"]),
        (["department", "authority", "authority"], "agreed (2 January 2004)", []),
    ],
)
def test_what_an_edition_is_follows_from_its_signatures(
    signatures: list[str], standing: str, missing: list[str]
) -> None:
    held = [signature(party, f"2004-01-0{day}", f"Member {day}") for day, party in enumerate(signatures, 1)]
    subject = edition_signed_by(*held)
    assert (subject.label, subject.standing, subject.missing) == ("Hampshire 2003/04", standing, missing)
    marked = edition_signed_by(*held, example=True).standing
    assert marked == standing.replace("proposed", "proposed (example)").replace("agreed", "agreed (example)")


@pytest.mark.parametrize(
    ("statement", "signatures", "standing"),
    [
        (("department", "association"), ["department"], "proposed: the association has still to sign"),
        (("department", "association"), ["department", "association"], "agreed (2 January 2004)"),
        (("department",), ["association"], "proposed: the department has still to sign"),
        (("department",), ["department"], "agreed (1 January 2004)"),
        ((), ["department"], "proposed: nobody has signed the statement yet, and no annex is agreed before it is"),
    ],
)
def test_an_annex_is_agreed_by_those_who_signed_the_statement(
    statement: tuple[str, ...], signatures: list[str], standing: str
) -> None:
    held = [signature(party, f"2004-01-0{day}") for day, party in enumerate(signatures, 1)]
    subject = annex_signed_by(*held, statement=statement)
    assert (subject.label, subject.standing) == ("the annex of 2003/04", standing)


@pytest.mark.parametrize("words", ["", "  ", "\u200b", "a\nb", "a\tb", "a\x00", "x" * 301, "\udcff"])
def test_a_role_or_name_that_no_document_may_hold_is_refused(words: str) -> None:
    for check in (given_role, given_name):
        with pytest.raises(CannotDo):
            check(words)


def test_blanks_around_a_role_do_not_count() -> None:
    assert given_role(f"  {'x' * 300} ") == "x" * 300
