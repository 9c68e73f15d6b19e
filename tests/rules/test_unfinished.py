"""What is still to be written is told wherever a text can stand, on either side, and not where an id is looked up."""

from pathlib import Path

import pytest
from tests.rules.looking import SIGNED, compact, findings_in, outlines

from compactctl.finding import Span
from compactctl.rules.samples import BASE, COMPACT

DRAFT = """\
authority: hampshire
note: TODO
editions:
  - year: 2003/04
    note: TODO
    priorities:
      - area: local-issues
        issue: TODO
        term: TODO short?
        why: TODO why
        contributions:
          authority:
            - TODO
          department:
            - Advice
            - TODO more
    asks:
      - text: TODO
"""


def test_every_text_of_a_draft(tmp_path: Path) -> None:
    findings = findings_in(tmp_path, {COMPACT: DRAFT})
    assert {item.rule for item in findings} == {"unfinished"}
    lines = [item.place.span.line for item in findings if item.place.span]
    assert lines == [number for number, line in enumerate(DRAFT.splitlines(), start=1) if "TODO" in line]


def test_an_error_once_somebody_has_signed(tmp_path: Path) -> None:
    signed = "    signatures:\n      - {party: authority, role: Director, date: 2003-12-01}\n"
    assert {level for _, level, _ in outlines(findings_in(tmp_path, {COMPACT: DRAFT + signed}))} == {"error"}


@pytest.mark.parametrize(
    "why",
    [
        "TODO",
        "'TODO: why'",
        "|-\n          Results differ\n          TODO and the reason why",
        ">-\n          Results differ between districts.\n          TODO say which.",
        "Results differ between districts.\n          TODO say which.",
        "|-\n          Results differ\n          TODO still true? The districts differ",
        ">-\n          The districts differ. TODO still\n          true? Results too",
        "TBC",
        "tba",
        "TBD.",
        "(tbc)",
        "n/a",
        "N/A",
        "To be confirmed",
        "to follow",
        "…",
        "...",
        '"?"',
    ],
)
def test_whatever_says_that_the_text_is_to_come(tmp_path: Path, why: str) -> None:
    [finding] = findings_in(tmp_path, compact(why, SIGNED))
    assert (finding.rule, str(finding.level)) == ("unfinished", "error")
    assert "'why' is still to be written" in finding.message


@pytest.mark.parametrize(
    "why",
    [
        "The council's TODO list is long",
        "Confirmed TBC figures",
        "Results are to follow those of Kent",
        "Why? Nobody knows",
        "|-\n          TODOs are many",
        '"Results … differ"',
    ],
)
def test_a_text_that_says_something(tmp_path: Path, why: str) -> None:
    assert findings_in(tmp_path, compact(why, SIGNED)) == []


def test_one_mark_left_of_two_is_told_though_both_sides_have_signed(tmp_path: Path) -> None:
    merged = (
        "|-\n          Attendance has become easier to see\n          TODO still true? Behaviour is worse than it was"
    )
    assert [rule for rule, _, _ in outlines(findings_in(tmp_path, compact(merged, SIGNED)))] == ["unfinished"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("statement.yaml", "title: Primary education", "title: TODO"),
        ("statement.yaml", "  - Every child enjoys learning", "  - TBC"),
        ("statement.yaml", "text: One education plan in place of many", "text: to be confirmed"),
        ("statement.yaml", "    text: One", "    follow_up:\n      - {date: 2003-12-01, text: TBC}\n    text: One"),
        ("statement.yaml", "role: Chair", "role: TBC"),
        ("annex/2003-04.yaml", "title: Standards in schools", "title: TBC"),
        ("annex/2003-04.yaml", "summary: Early education and childcare", "summary: to follow"),
        ("annex/2003-04.yaml", "role: Chair", "role: n/a"),
    ],
)
def test_in_every_text_of_statement_and_annex(tmp_path: Path, file: str, old: str, new: str) -> None:
    findings = findings_in(tmp_path, {file: BASE[file].replace(old, new)})
    assert [(rule, level) for rule, level, _ in outlines(findings)] == [("unfinished", "error")]


@pytest.mark.parametrize("last", ["", "\n", "\n\n# a note\n"])
def test_a_text_below_a_sign_is_shown_where_its_words_begin(tmp_path: Path, last: str) -> None:
    """The officer is to write there, and not at the sign above."""
    text = (
        BASE[COMPACT].removesuffix("            - The pilot's materials\n") + "            - >-\n\n              TODO"
    )
    [finding] = findings_in(tmp_path, {COMPACT: text + last})
    assert finding.place.span == Span(14, 15, 14, 19)
    assert finding.place.excerpt == "              TODO"


def test_a_sign_with_nothing_below_it_is_shown_itself(tmp_path: Path) -> None:
    text = BASE[COMPACT].replace("why: Results differ between districts", "why: >-")
    [finding] = findings_in(tmp_path, {COMPACT: text})
    assert (finding.rule, finding.place.span and finding.place.span.line) == ("wrong-value", 7)
