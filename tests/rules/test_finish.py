"""What is still to be done, and how much it matters; and signs of a wrong encoding."""

from datetime import date
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest
from tests.changes.making import area, as_yaml
from tests.rules.looking import SIGNED, compact, findings_in, outlines, write_sample

from compactctl.documents.years import AcademicYear
from compactctl.finding import Repair
from compactctl.rules.checking import check
from compactctl.rules.rule import Checks, Sample
from compactctl.rules.samples import ANNEX, BASE, COMPACT, REGISTER_HEAD
from compactctl.rules.settings import Selection
from compactctl.workspace.loading import open_workspace

PRIORITY = (
    "      - {{area: {}, term: short, why: It matters, contributions: {{authority: [Advice], department: [Aid]}}}}\n"
)


def more(*areas: str) -> str:
    return BASE[COMPACT] + "".join(PRIORITY.format(area) for area in areas)


def test_the_annex_says_how_many_areas_are_too_many(tmp_path: Path) -> None:
    annex = BASE[ANNEX].replace("groups:", "at_most: 1\ngroups:")
    [finding] = findings_in(tmp_path, {ANNEX: annex, COMPACT: more("early-education")})
    assert (finding.rule, str(finding.level)) == ("everything-matters", "warning")
    assert "takes up 2 of the 4 areas open to it, and the annex asks for 1 at most" in finding.message


def test_as_many_as_the_annex_allows_are_not_too_many(tmp_path: Path) -> None:
    annex = BASE[ANNEX].replace("groups:", "at_most: 3\ngroups:")
    assert findings_in(tmp_path, {ANNEX: annex, COMPACT: more("early-education", "challenging-targets")}) == []


@pytest.mark.parametrize("wrong", ["at_most: many", "at_most: 0", "at_mst: 3"])
def test_nothing_is_guessed_where_the_limit_is_broken(tmp_path: Path, wrong: str) -> None:
    annex = BASE[ANNEX].replace("groups:", f"{wrong}\ngroups:")
    findings = findings_in(tmp_path, {ANNEX: annex, COMPACT: more("early-education", "challenging-targets")})
    assert {item.place.file for item in findings} == {ANNEX}


def test_a_side_that_contributes_nothing_is_a_warning_signed_or_not(tmp_path: Path) -> None:
    text = BASE[COMPACT].replace("          department:\n            - The pilot's materials\n", "")
    for number, more_text in enumerate(("", SIGNED)):
        findings = findings_in(tmp_path / str(number), {COMPACT: text + more_text})
        assert [(rule, level) for rule, level, _ in outlines(findings)] == [("one-sided", "warning")]


@pytest.mark.parametrize(
    ("stands", "cure"),
    [
        ("", "below 'contributions:' write 'department:', and below that a line '- …'"),
        ("          department:\n            # - >-\n", "below 'department:' write a line '- …'"),
        ("          department: []\n", "below 'department:', in place of '[]', write a line '- …'"),
    ],
)
def test_a_name_that_stands_there_is_not_to_be_written_again(tmp_path: Path, stands: str, cure: str) -> None:
    text = BASE[COMPACT].replace("          department:\n            - The pilot's materials\n", stands)
    [finding] = findings_in(tmp_path, {COMPACT: text})
    assert finding.message.endswith(f" is not written; {cure}")


@pytest.mark.parametrize(
    ("priorities", "cure"),
    [
        ("", "below 'priorities:' a line '- area: …'"),
        ("    priorities:\n", "below 'priorities:' a line '- area: …'"),
        ("    priorities: []\n", "below 'priorities:', in place of '[]', a line '- area: …'"),
    ],
)
def test_the_first_priority_takes_the_place_of_the_empty_list(tmp_path: Path, priorities: str, cure: str) -> None:
    text = BASE[COMPACT].partition("    priorities:\n")[0] + priorities
    [finding] = findings_in(tmp_path, {COMPACT: text})
    assert finding.message == f"this edition has no priority yet; take up at least one area of the annex: {cure}"


def test_an_edition_that_is_not_of_the_newest_agenda_is_a_note(tmp_path: Path) -> None:
    later = BASE[ANNEX].replace("2003/04", "2004/05").replace("2003-07-23", "2004-07-01")
    files = {"annex/2004-05.yaml": later, **compact()}
    assert outlines(findings_in(tmp_path, files, date(2004, 9, 1))) == [("not-renewed", "info", 3)]


@pytest.mark.parametrize(
    ("letters", "first", "mending"),
    [
        ("acdef", ("c", "b"), "from here on each moves up by one: c to b … f to e"),
        ("abbcd", ("b", "c"), "from here on each moves down by one: b to c … d to e"),
        ("abxde", ("x", "c"), "write 'c'"),
        ("abdce", ("d", "c"), "from here on write, in this order, c and d"),
        ("accee", ("c", "b"), "from here on write, in this order, b, c and d"),
        ("bacde", ("b", "a"), "from here on write, in this order, a and b"),
        ("aaaaa", ("a", "b"), "from here on write, in this order, b, c, d and e"),
    ],
)
def test_letters_out_of_order_are_told_with_all_that_have_to_move(
    tmp_path: Path, letters: str, first: tuple[str, str], mending: str
) -> None:
    text = BASE[ANNEX]
    for index, letter in enumerate("abcde"):
        text = text.replace(f"letter: {letter}\n", f"letter: <{index}>\n")
    for index, letter in enumerate(letters):
        text = text.replace(f"<{index}>", letter)
    [message] = [item.message for item in findings_in(tmp_path, {ANNEX: text}) if item.rule == "letter-order"]
    assert message.startswith(f"the letter here is '{first[0]}', and '{first[1]}' is expected, since letters run on")
    assert message.endswith(f"through the whole annex; {mending}")


@pytest.mark.parametrize("letter", ["zz", "a", "aaa"])
def test_an_area_for_which_no_letter_is_left_is_told_whatever_its_own(tmp_path: Path, letter: str) -> None:
    letters = [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))]
    areas = [area(f"area-{place}", letter=at_place) for place, at_place in enumerate([*letters, letter, letter])]
    groups = [{"id": "school-standards", "title": "Standards", "areas": areas}]
    text = as_yaml({"year": "2003/04", "title": "Agenda", "groups": groups})
    [finding] = [item for item in findings_in(tmp_path, {COMPACT: None, ANNEX: text}) if item.rule == "letter-order"]
    assert finding.message.startswith("letters end with 'zz', and none is left for this area; take it out")
    assert finding.place.span is not None
    first = text.splitlines().index(f"  - id: area-{len(letters)}")
    assert first < finding.place.span.line <= first + len(areas[-1])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Â£40,000", "£"),
        ("the countyâ€™s", "’"),
        ("Ã©lan", "é"),
        ("a â€“ b", "–"),
        ("\u00e2\u201a\u00ac5", "€"),
        ("20Â°", "°"),
    ],
)
def test_the_marks_of_a_wrong_encoding_are_told_with_what_was_meant(tmp_path: Path, written: str, meant: str) -> None:
    [finding] = findings_in(tmp_path, compact(f"Results, {written}, differ"))
    assert (finding.rule, str(finding.level)) == ("garbled-text", "warning")
    assert f"write '{meant}', which was probably meant" in finding.message
    span = finding.place.span
    assert span is not None
    assert finding.place.excerpt[span.column - 1] == next(sign for sign in written if sign in "ÂâÃ")


def test_the_marks_of_a_wrong_encoding_are_told_where_they_are_written_as_escapes(tmp_path: Path) -> None:
    [finding] = findings_in(tmp_path, compact('"Results for \\u00c2\\u00a340,000"'))
    assert finding.rule == "garbled-text"
    assert "write '£', which was probably meant" in finding.message


@pytest.mark.parametrize("sign", [">-", "|-"])
def test_an_entry_of_a_form_that_slipped_into_a_text_is_one_of_its_own(tmp_path: Path, sign: str) -> None:
    form = BASE[COMPACT].replace(
        "            - Two consultants\n",
        f"            - >-\n              One\n              - {sign}\n                Two\n",
    )
    [finding] = findings_in(tmp_path, {COMPACT: form})
    assert outlines([finding]) == [("yaml-syntax", "error", 12)]
    assert finding.repair == Repair(12, 12, f"            - {sign}")


def test_a_sign_of_a_form_that_slipped_into_a_text_is_told(tmp_path: Path) -> None:
    form = BASE[COMPACT].replace(
        "            - Two consultants\n", "            - >-\n              One\n              >-\n              Two\n"
    )
    [finding] = findings_in(tmp_path, {COMPACT: form})
    assert outlines([finding]) == [("garbled-text", "warning", 11)]
    assert finding.message == (
        "a line with '- >-' stands inside this text of 'authority'; where it is to begin another text,"
        " begin it as far in as the line above this text"
    )


@pytest.mark.parametrize("text", ["Âr glân y môr", "Âme et esprit", "São Paulo", "£ – ’ “ ” € é ê Ŵ ŷ"])
def test_letters_that_people_write_are_left_alone(tmp_path: Path, text: str) -> None:
    assert findings_in(tmp_path, compact(text)) == []


ENDED = "ended: {date: 2003-08-31, text: By agreement}\n"
REVIEW = "year: 2003/04\n    review: {date: 2004-01-16, text: All goes on}\n"
ASKS = "    asks:\n      - text: Longer notice\n        answer: {date: 2004-01-16, text: It will be looked at}\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BASE[COMPACT].replace("year: 2003/04\n", REVIEW), 4),
        (BASE[COMPACT] + ASKS, 15),
        (ENDED.replace("2003-08-31", "2004-01-16") + BASE[COMPACT], 1),
    ],
)
def test_nothing_is_told_as_done_before_its_day(tmp_path: Path, text: str, line: int) -> None:
    assert outlines(findings_in(tmp_path / "then", {COMPACT: text})) == [("dated-in-future", "error", line)]
    assert findings_in(tmp_path / "now", {COMPACT: text.replace("2004-01-16", "2004-01-15")}) == []


def test_a_review_that_was_held_or_a_compact_that_ended_is_not_overdue(tmp_path: Path) -> None:
    due = BASE[COMPACT].replace("year: 2003/04\n", "year: 2003/04\n    review_by: 2003-12-01\n")
    held = due.replace("    review_by", "    review: {date: 2004-01-10, text: All goes on}\n    review_by")
    ended = ENDED.replace("2003-08-31", "2004-01-10") + due
    assert outlines(findings_in(tmp_path / "due", {COMPACT: due})) == [("review-overdue", "warning", 4)]
    for name, text in {"held": held, "ended": ended}.items():
        assert findings_in(tmp_path / name, {COMPACT: text}) == []
    for name, text in {"misspelt review": held, "misspelt end": ended}.items():
        broken = text.replace("review:", "reviw:").replace("ended:", "ened:")
        assert [item.rule for item in findings_in(tmp_path / name, {COMPACT: broken})] == ["unknown-key"]


def test_a_compact_that_had_ended_is_not_missing(tmp_path: Path) -> None:
    register = f"{REGISTER_HEAD}850,hampshire,Hampshire,,london,county,,,\n"
    for day, expected in {"2004-08-31": [], "2004-09-01": ["missing-compact"]}.items():
        files = {"authorities.csv": register, COMPACT: ENDED.replace("2003-08-31", day) + BASE[COMPACT]}
        write_sample(Sample(files), tmp_path / day)
        checks = Checks(open_workspace(tmp_path / day), date(2005, 1, 1), AcademicYear(2004))
        findings = check(checks, Selection())
        assert [item.rule for item in findings if item.rule == "missing-compact"] == expected


def test_no_edition_follows_the_end(tmp_path: Path) -> None:
    text = ENDED + BASE[COMPACT]
    assert outlines(findings_in(tmp_path / "one", {COMPACT: text})) == [("edition-after-end", "error", 4)]
    text = text.replace("2003-08-31", "2003-09-01")
    assert findings_in(tmp_path / "other", {COMPACT: text}) == []


def test_what_came_of_a_commitment_cannot_lie_in_the_future(tmp_path: Path) -> None:
    event = "    follow_up:\n      - {date: 2004-01-16, text: The department consults}\n    text: One"
    findings = findings_in(tmp_path, {"statement.yaml": BASE["statement.yaml"].replace("    text: One", event)})
    assert outlines(findings) == [("dated-in-future", "error", 10)]
    assert findings[0].message == (
        "this is to have happened on 2004-01-16, and today is 2004-01-15;"
        " correct the date, or tell it when it has happened"
    )


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ((), "'compactctl new hampshire --year 2004/05' begins one"),
        (("2003/04",), "'compactctl renew hampshire' adds the next"),
        (("2005/06",), "write it in 'hampshire.yaml', above that of 2005/06"),
        (("2003/04", "2005/06"), "write it in 'hampshire.yaml', above that of 2005/06"),
    ],
)
def test_how_an_edition_that_is_missing_is_begun(years: tuple[str, ...], says: str, tmp_path: Path) -> None:
    annexes = {f"annex/200{n}-0{n + 1}.yaml": BASE[ANNEX].replace("2003/04", f"200{n}/0{n + 1}") for n in (3, 4, 5)}
    editions = "".join(f"  - year: {year}\n    priorities: []\n" for year in years)
    held = f"authority: hampshire\neditions:\n{editions}" if years else None
    write_sample(Sample({**annexes, COMPACT: held}), tmp_path)
    checks = Checks(open_workspace(tmp_path), date(2005, 9, 1), AcademicYear(2004))
    findings = check(checks, Selection(frozenset({"missing-compact"})))
    (message,) = [item.message for item in findings if item.message.startswith("Hampshire ")]
    assert message == f"Hampshire (hampshire) has no edition of 2004/05; {says}"
