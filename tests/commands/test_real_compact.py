"""A compact as a real one may be passes through every command: nothing that it lacks is asked for or made up.

It gives no terms and hardly a reason, two people signed for one side, both sides signed late, asks were answered, the
review was held, and in the end it ended.
"""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from tests.repositories import begin
from tests.running import copy_record, picture, run

NAME: Final = "compacts/hampshire.yaml"
PAST: Final = """\
authority: hampshire
sources:
  - Education Policy Review Committee, 2 December 2003, item 6
editions:
  - year: 2003/04
    review_by: 2004-12-31
    review:
      date: 2004-12-07
      text: Both sides agreed to go on for another year
    priorities:
      - area: ks2-literacy-numeracy
        contributions:
          authority:
            - Two literacy consultants
          department:
            - The materials of the national pilot
      - area: local-issues
        issue: Schools that serve armed forces families
        why: Every fourth pupil moves within the year
        contributions:
          authority:
            - A headteacher who advises the schools
          department:
            - A place in the pilot
    asks:
      - text: Give notice of grants for three years, not one
        area: ks2-literacy-numeracy
        answer:
          date: 2004-06-01
          text: Budgets for three years are to come in 2006
          source: A letter of the minister
      - text: Ask for fewer plans
    signatures:
      - party: authority
        name: Alex Leader
        role: Leader of the council
        date: 2004-10-12
      - party: authority
        role: County education officer
        date: 2004-10-13
      - party: department
        role: Minister of State
        date: 2004-11-02
"""
ENDED: Final = """\
ended:
  date: 2006-03-31
  text: The Children and Young People's Plan took its place
"""
TODAY: Final = ("--as-of", "2006-09-01")
UNTRUE: Final = re.compile(
    r"TODO|\bNone\b|\bnull\b|still to be|not yet|nothing yet|offers? nothing|contributes? nothing|\blost\b|dropped",
    re.IGNORECASE,
)
"""What may be said of none of it: nothing of it is open, and nobody owes anything."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = copy_record(tmp_path, annexes=("2003-04",))
    annex = data / "annex/2003-04.yaml"
    annex.write_text(annex.read_text("utf-8").replace("example: true\n", ""), "utf-8")
    (data / "compacts").mkdir()
    (data / NAME).write_text(PAST + ENDED, "utf-8")
    return data


def test_nothing_is_found_but_that_it_was_signed_late(data: Path) -> None:
    answer = run(data.parent, "validate", "--format", "json", *TODAY)
    findings = [(item["rule"], item["level"], item["line"]) for item in json.loads(answer.stdout)["findings"]]
    assert findings == [("signed-late", "warning", line) for line in (37, 40, 43)]
    assert run(data.parent, "validate", "hampshire", *TODAY).returncode == 0


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_its_page_tells_all_of_it_and_nothing_else(format_: str, data: Path) -> None:
    answer = run(data.parent, "report", "--authority", "Hampshire County Council", "--format", format_)
    page = " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", answer.stdout, flags=re.DOTALL).split())
    for text in (
        *("Both sides agreed to go on for another year", "7 December 2004", "Every fourth pupil moves within the year"),
        *("Budgets for three years are to come in 2006", "1 June 2004", "Ask for fewer plans"),
        *("Alex Leader", "County education officer", "Minister of State", "31 March 2006"),
        *("Two literacy consultants", "A place in the pilot"),
    ):
        assert text in page, text
    assert not UNTRUE.findall(page)
    assert not re.findall(r"\(?(short|medium)[ -]term|\bterm\b", page.partition("Areas")[0].partition("chosen")[0])


@pytest.mark.parametrize("more", ["", ENDED])
@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_what_is_not_known_of_it_is_not_open(format_: str, more: str, data: Path) -> None:
    """Of what is agreed, and of what has ended, nothing is asked any more."""
    text = PAST.replace("          department:\n            - A place in the pilot\n", "")
    text = text if not more else text.partition("      - party: department")[0]
    (data / NAME).write_text(text + more, "utf-8")
    page = run(data.parent, "report", "--authority", "hampshire", "--format", format_).stdout
    assert page.count("not recorded") == 1
    assert not re.findall(r"(?i)still open|has not signed", page)
    (data / NAME).write_text(text.partition("    signatures:")[0], "utf-8")
    draft = run(data.parent, "report", "--authority", "hampshire", "--format", format_).stdout
    assert "not recorded" not in draft
    assert re.findall(r"(?i)still open", draft)


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_the_report_of_the_year_has_no_column_without_an_entry(format_: str, data: Path) -> None:
    answer = run(data.parent, "report", "--full", "--format", format_)
    page = " ".join(re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", answer.stdout, flags=re.DOTALL).split())
    for text in (
        *("Budgets for three years are to come in 2006", "The materials of the national pilot", "Ask for fewer plans"),
        "Single education plan",
    ):
        assert text.lower() in page.lower(), text
    assert not re.findall(r"\bshort\b|\bmedium\b", page.partition("How")[0])
    assert not re.findall(r"TODO|\bNone\b|\bnull\b|offers? nothing|contributes? nothing|\blost\b", page)


def test_json_keeps_what_is_not_said_unsaid(data: Path) -> None:
    coverage = json.loads(run(data.parent, "report", "--format", "json").stdout)
    [compact] = coverage["compacts"]
    assert [(item["term"], item["why"]) for item in compact["priorities"]] == [
        (None, None),
        (None, "Every fourth pupil moves within the year"),
    ]
    assert compact["review"] == {"date": "2004-12-07", "text": "Both sides agreed to go on for another year"}
    assert compact["ended"] == {"date": "2006-03-31", "text": "The Children and Young People's Plan took its place"}
    assert [ask["answer"] and ask["answer"]["date"] for ask in compact["asks"]] == ["2004-06-01", None]
    areas = {area["id"]: area for area in coverage["areas"]}
    assert [areas["local-issues"][key] for key in ("short", "medium", "term_unsaid")] == [0, 0, 1]


def test_what_has_ended_is_not_renewed_and_not_asked_for(data: Path) -> None:
    run(data.parent, "revise")
    (data / NAME).write_text(PAST + ENDED.replace("2006-03-31", "2004-08-31"), "utf-8")
    before = picture(data)
    answer = run(data.parent, "renew", "hampshire")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "31 August 2004" in answer.stderr
    assert picture(data) == before
    answer = run(data.parent, "validate", "--complete", "2006/07", "--format", "concise", *TODAY)
    assert "hampshire" not in "".join(line for line in answer.stdout.splitlines() if "missing-compact" in line).lower()


def test_its_next_edition_asks_for_nothing_that_it_never_said(data: Path) -> None:
    (data / NAME).write_text(PAST, "utf-8")
    run(data.parent, "revise")
    answer = run(data.parent, "renew", "hampshire")
    assert answer.returncode == 0
    assert "Give notice of grants" in answer.stderr  # answered: it stays behind, by name
    added = (data / NAME).read_text("utf-8").removeprefix(PAST)
    written = "\n".join(line for line in added.splitlines() if not line.lstrip().startswith("#"))
    assert "term:" not in written
    assert written.count("why:") == 1
    assert not re.findall("answer:|review:|Give notice of grants", written)
    assert "Ask for fewer plans" in written
    checked = run(data.parent, "validate", "--format", "json", *TODAY)
    assert [item for item in json.loads(checked.stdout)["findings"] if item["level"] == "error"] == []
    comparison = run(data.parent, "diff", "2003/04", "2004/05", "--full").stdout
    assert "not yet looked at" in comparison
    changes = json.loads(run(data.parent, "diff", "2003/04", "2004/05", "--format", "json").stdout)
    [compact] = changes["compacts"]
    assert [(item["area"], item["fields"]) for item in compact["kept"]] == [
        ("ks2-literacy-numeracy", []),
        ("local-issues", []),
    ]
    assert (compact["asks_gained"], compact["asks_lost"], compact["asks_answered"]) == (0, 0, 1)


def test_what_happened_later_is_no_change_of_what_was_signed(data: Path) -> None:
    before = re.sub(r"    review:\n(?: {6}.*\n)+|        answer:\n(?: {10}.*\n)+", "", PAST)
    (data / NAME).write_text(before, "utf-8")
    begin(data.parent)
    (data / NAME).write_text(PAST + ENDED, "utf-8")
    answer = run(data.parent, "validate", "--since", "HEAD", "--format", "concise", *TODAY)
    assert "changed-after-signing" not in answer.stdout
    comparison = " ".join(run(data.parent, "diff", "--since", "HEAD", "--full").stdout.split())
    assert "hanged after it was signed" not in comparison
    assert "Budgets for three years are to come in 2006" in comparison
    assert "Both sides agreed to go on for another year" in comparison
    assert "Young People's Plan" in comparison


def test_a_third_signature_can_be_recorded(data: Path) -> None:
    answer = run(data.parent, "sign", "hampshire", "--party", "department", "--role", "Permanent Secretary", *TODAY)
    assert answer.returncode == 0, answer.stderr
    assert 'role: "Permanent Secretary"' in (data / NAME).read_text("utf-8")
    again = run(data.parent, "sign", "hampshire", "--party", "department", "--role", "permanent  secretary", *TODAY)
    assert again.returncode == 1


def test_a_record_that_gives_no_terms_is_asked_for_none(data: Path) -> None:
    answer = run(data.parent, "new", "norfolk", "--area", "b", "--dry-run")
    written = [line for line in answer.stdout.splitlines() if not line.lstrip("+ ").startswith("#")]
    assert not any("term:" in line for line in written)
    assert any("why:" in line for line in written)
