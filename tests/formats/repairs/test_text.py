"""Repairs as an officer reads them."""

import pytest
from tests.formats.findings.sample import HOSTILE, finding, result

from compactctl.files.limits import EXCERPT_WIDTH, MAXIMUM_SHOWN_BYTES
from compactctl.finding import Finding
from compactctl.formats.repairs.result import RepairsResult
from compactctl.formats.repairs.text import render
from compactctl.formats.styled import plain
from compactctl.workspace.repairing import FileRepairs, Repaired

FILE = "compacts/hampshire.yaml"
LONG = "the results of the county trail those of its neighbours in each of the last five years"


def shown(*repairs: Repaired, left: tuple[Finding, ...] = (), name: str = FILE) -> str:
    return plain(render(RepairsResult([FileRepairs(name, b"", b"", repairs, left)], result(*left))))


def repair(before: str | None, after: str | None, line: int | None = 7) -> Repaired:
    return Repaired(line, before, after, "yaml-syntax")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("    why: a: b", '    why: "a: b"', 'why: a: b → why: "a: b"'),
        ("    •Two", "    - Two", "•Two → - Two"),
        ("  term: short", "    term: short", "term: short → [2 blanks]term: short"),
        ("     term: short", "    term: short", "[1 blank]term: short → term: short"),
        ("\tterm: short", "    term: short", "[tab]term: short → [4 blanks]term: short"),
        ("term:\xa0short", "term: short", "term:[no-break space]short → term: short"),
        ("-\u2003Two", "- Two", "-[another blank]Two → - Two"),
        ("term: short   ", "term: short", "term: short[3 blanks] → term: short"),
    ],
)
def test_a_short_repair_is_one_line(before: str, after: str, words: str) -> None:
    assert shown(repair(before, after)) == f"data/{FILE}:7: {words}\n\n1 repair in 1 file\n"


def test_a_long_line_stands_above_what_it_becomes() -> None:
    assert shown(repair(f"    why: a: {LONG}", f'    why: "a: {LONG}"')).startswith(
        f'data/{FILE}:7:\n    why: a: {LONG}\n  → why: "a: {LONG}"\n\n'
    )


def test_of_a_line_longer_than_an_excerpt_stands_what_is_around_the_repair() -> None:
    far = "and so on " * 200
    assert shown(repair(f"why: {far}: {far}", f'why: "{far}: {far}"')).split("\n")[1:3] == [
        f"    why: {far:.95}…",
        f'  → why: "{far:.94}…',
    ]
    before, after = shown(repair(f"{far}-Two{far}", f"{far}- Two{far}")).split("\n")[1:3]
    assert "on -Twoand" in before
    assert "on - Twoand" in after
    assert max(map(len, (before, after))) == len("    ") + 1 + EXCERPT_WIDTH + 1


def test_of_very_many_repairs_those_are_shown_for_which_there_is_room() -> None:
    many = [repair(f"why: {'a: b ' * 18}", f'why: "{"a: b " * 18}"')] * 5_000
    output = shown(*many)
    assert MAXIMUM_SHOWN_BYTES - 1_000 < len(output.encode()) < MAXIMUM_SHOWN_BYTES + 1_000
    left = len(many) - output.count("  → ")
    assert f"data/{FILE}: and {left:,} more repairs\n\n5,000 repairs in 1 file\n" in output


def test_lines_that_become_others_stand_as_they_are_indented() -> None:
    before, after = (
        "    - Two consultants\n    for a year\n\n      or more",
        "    - Two consultants\n      for a year or more",
    )
    assert shown(repair(before, after)).startswith(
        f"data/{FILE}:7:\n    - Two consultants\n    for a year\n\n      or more\n"
        "  → - Two consultants\n      for a year or more\n\n"
    )


def test_a_new_encoding_is_said_in_words() -> None:
    line = f"data/{FILE}: not saved as UTF-8 → saved as UTF-8, each sign as it is\n"
    assert shown(repair(None, None, None)).startswith(line)


def test_what_is_left_is_shown_as_by_validate() -> None:
    text = shown(repair("a: b: c", 'a: "b: c"'), left=(finding("no such area"),))
    assert "\n\nerror[unknown-area]: no such area\n  --> data/compacts/hampshire.yaml:9:15\n" in text
    assert text.endswith("\n\n1 repair in 1 file; 1 error left to mend by hand\n")
    alone = shown(left=(finding("no such area"), finding("no such year")))
    assert alone.endswith("\nnothing that 'compactctl fix' can repair; 2 errors left to mend by hand\n")


def test_nothing_to_repair_is_said_of_what_was_looked_at() -> None:
    assert plain(render(RepairsResult([], result()))) == "nothing to repair in 3 documents\n"


@pytest.mark.parametrize("hostile", HOSTILE[:-1])
def test_nothing_hostile_acts(hostile: str) -> None:
    text = shown(repair(hostile, f"a\n{hostile}"), repair(f"a: {hostile}", "a"), name=f"compacts/{hostile}.yaml")
    assert all(line.isprintable() for line in text.split("\n"))
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in text.split("\n"))
