"""An area of the last edition that is forgotten in the next one is told, along the lineage, while nobody has signed."""

from datetime import date
from pathlib import Path

import pytest
from tests.rules.looking import findings_in

from compactctl.rules.samples import BASE, COMPACT, NEXT_ANNEX, area

AS_OF = date(2004, 10, 1)
FIRST = ["challenging-targets", "ks2-literacy-numeracy", "london-challenge", "early-education", "local-issues"]


def annex(areas: str, tail: str = "") -> str:
    lines = "".join(f"      {line}\n" for line in areas.splitlines())
    return f"year: 2004/05\ntitle: Agenda\ngroups:\n  - id: all\n    title: All\n    areas:\n{lines}{tail}"


def editions(old: list[str], new: list[str], more: str = "") -> str:
    return f"authority: hampshire\neditions:\n{_edition('2003/04', old)}{_edition('2004/05', new)}{more}"


def _edition(year: str, areas: list[str]) -> str:
    rest = "term: short, why: It matters, contributions: {authority: [Training], department: [Advice]}"
    lines = [f"      - {{area: {key}, {'issue: Islands, ' * (key == 'local-issues')}{rest}}}\n" for key in areas]
    return f"  - year: {year}\n    priorities:\n{''.join(lines)}"


KEPT = "".join(
    area(letter, key, "  named_locally: true\n" if key == "local-issues" else "")
    for letter, key in zip("abcde", FIRST, strict=True)
)
SPLIT = (
    KEPT.replace(
        area("b", "ks2-literacy-numeracy"),
        area("b", "literacy", "  from: [ks2-literacy-numeracy]\n")
        + area("c", "numeracy", "  from: [ks2-literacy-numeracy]\n"),
    )
    .replace("letter: e", "letter: f")
    .replace("letter: d", "letter: e")
    .replace("letter: c\n  id: london", "letter: d\n  id: london")
)


def messages(folder: Path, next_annex: str, compact: str) -> list[str]:
    findings = findings_in(folder, {NEXT_ANNEX: next_annex, COMPACT: compact}, AS_OF)
    assert {item.rule for item in findings} <= {"area-not-carried"}
    return [item.message for item in findings]


def test_a_split_area_whose_parts_were_forgotten(tmp_path: Path) -> None:
    [message] = messages(tmp_path, annex(SPLIT), editions(["ks2-literacy-numeracy"], ["early-education"]))
    assert message == (
        "b, Literacy and numeracy at key stage 2 was a priority of 2003/04 and is none here; in 2004/05 it goes on as"
        " 'literacy' (b, Literacy) or 'numeracy' (c, Numeracy): if it still matters, take that up"
    )


@pytest.mark.parametrize("new", [["literacy"], ["numeracy"], ["literacy", "numeracy"]])
def test_one_part_of_a_split_is_enough(tmp_path: Path, new: list[str]) -> None:
    assert messages(tmp_path, annex(SPLIT), editions(["ks2-literacy-numeracy"], new)) == []


def test_an_area_that_goes_on_as_it_is_one_finding_an_area(tmp_path: Path) -> None:
    text = editions(["early-education", "challenging-targets"], ["ks2-literacy-numeracy"])
    assert [message.partition(" was")[0] for message in messages(tmp_path, annex(KEPT), text)] == [
        "a, Challenging targets",
        "d, Early education",
    ]


def test_any_issue_settles_a_local_one(tmp_path: Path) -> None:
    compact = editions(["local-issues"], ["local-issues"]).replace("Islands", "Ferries", 1)
    assert messages(tmp_path, annex(KEPT), compact) == []


def test_a_retired_area_is_no_question(tmp_path: Path) -> None:
    areas = KEPT.replace(area("d", "early-education"), "").replace("letter: e", "letter: d")
    tail = "retired:\n  - id: early-education\n    why: It has a programme of its own\n"
    assert messages(tmp_path, annex(areas, tail), editions(["early-education"], ["ks2-literacy-numeracy"])) == []


def test_an_area_that_is_not_open_any_more_is_no_question(tmp_path: Path) -> None:
    closed = KEPT.replace(
        area("d", "early-education"), area("d", "early-education", "  open_to:\n    regions: [london]\n")
    )
    assert messages(tmp_path, annex(closed), editions(["early-education"], ["ks2-literacy-numeracy"])) == []


def test_quiet_once_somebody_has_signed(tmp_path: Path) -> None:
    signed = "    signatures:\n      - {party: authority, role: Director, date: 2004-09-15}\n"
    assert messages(tmp_path, annex(KEPT), editions(["early-education"], ["ks2-literacy-numeracy"], signed)) == []


def test_nothing_is_guessed_where_the_new_annex_does_not_tell_its_lineage(tmp_path: Path) -> None:
    broken = annex(SPLIT.replace("from: [ks2-literacy-numeracy]", "from: {a: b}"))
    compact = editions(["ks2-literacy-numeracy"], ["early-education"])
    findings = findings_in(tmp_path, {NEXT_ANNEX: broken, COMPACT: compact}, AS_OF)
    assert {item.rule for item in findings} == {"wrong-value"}


def test_through_a_year_between(tmp_path: Path) -> None:
    third = annex(SPLIT).replace("2004/05", "2005/06").replace("        from: [ks2-literacy-numeracy]\n", "")
    compact = editions(["ks2-literacy-numeracy"], ["early-education"]).replace("2004/05", "2005/06")
    files = {NEXT_ANNEX: annex(SPLIT), "annex/2005-06.yaml": third}
    findings = findings_in(tmp_path, {**files, COMPACT: compact}, date(2005, 10, 1))
    [message] = [item.message for item in findings if item.rule == "area-not-carried"]
    assert "; in 2005/06 it goes on as 'literacy' (b, Literacy) or 'numeracy' (c, Numeracy):" in message


def test_the_base_is_still_what_the_tests_above_rest_on() -> None:
    assert [
        line.split()[-1] for line in BASE["annex/2003-04.yaml"].splitlines() if line.startswith("        id:")
    ] == FIRST
