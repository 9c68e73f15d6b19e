"""Documents as large as they may be, and in which nothing is wrong: no command takes longer with them, or more."""

from itertools import product
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Final

import pytest
from tests.hostile.bombs import ANNEX, COMPACT
from tests.hostile.limited import ends_well, limited, small_workspace
from tests.repositories import begin

LETTERS: Final = (*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2)))
HEAD: Final = "authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n"


def annex(year: str) -> str:
    """Return an annex with an area for every letter."""
    areas = (
        f"      - {{letter: {letter}, id: area-{number}, title: Title {number}, summary: Summary of {year}}}\n"
        for number, letter in enumerate(LETTERS)
    )
    return f"year: {year}\ntitle: T\ngroups:\n  - id: all-areas\n    title: All\n    areas:\n{''.join(areas)}"


def compact(seed: str) -> str:
    """Return a compact of nearly a mebibyte: few words, that stand again and again in another order."""
    random = Random(seed)  # noqa: S311 - the same on every run
    texts = (" ".join(random.choices("abcdef", k=2400)) for _ in range(200))
    priorities = (
        f"      - area: local-issues\n        issue: Issue {number}\n        term: short\n        why: {next(texts)}\n"
        f"        contributions: {{authority: [{next(texts)}, {next(texts)}], department: [{next(texts)}]}}\n"
        for number in range(50)
    )
    return HEAD + "".join(priorities)


REPORTS: Final = ("terminal", "markdown", "html", "csv", "json", "xlsx")


@pytest.mark.parametrize(
    "words",
    [
        *(("report", "--format", kind, "--output", "report") for kind in REPORTS),
        ("report", "--trend", "--format", "html"),
        ("diff", "2003/04", "2004/05", "--format", "html"),
        ("renew", "hampshire", "--dry-run"),
        ("sign", "2004/05", "--party", "department", "--role", "Minister", "--date", "2004-07-01", "--dry-run"),
        ("revise", "--dry-run"),
        ("new", "norfolk", "--dry-run"),
    ],
    ids=" ".join,
)
def test_as_many_areas_as_there_are_letters(words: tuple[str, ...], tmp_path: Path) -> None:
    taken_up = f"{HEAD}      - area: area-1\n"
    small_workspace(tmp_path, **{ANNEX: annex("2003/04"), "annex/2004-05.yaml": annex("2004/05"), COMPACT: taken_up})
    answer = limited(tmp_path, *words)
    assert ends_well(answer)
    assert answer.returncode == 0


@pytest.mark.parametrize(("format_", "colour"), [("terminal", ""), ("terminal", "1"), ("html", ""), ("json", "")])
def test_every_word_of_a_compact_changed(format_: str, colour: str, tmp_path: Path) -> None:
    data = small_workspace(tmp_path, **{COMPACT: compact("old")})
    begin(tmp_path)
    (data / COMPACT).write_text(compact("new"))
    words = ("diff", "--since", "HEAD", "--full", "--exit-code")
    answer = limited(tmp_path, *words, "--format", format_, FORCE_COLOR=colour)
    assert ends_well(answer)
    assert answer.returncode == 1
    assert answer.stdout


@pytest.mark.parametrize("words", [("validate", "--format", "json"), ("diff", "--format", "html")], ids=" ".join)
def test_every_word_of_signed_editions_changed(words: tuple[str, ...], tmp_path: Path) -> None:
    data = small_workspace(tmp_path, **{COMPACT: editions("old")})
    begin(tmp_path)
    (data / COMPACT).write_text(editions("new"))
    answer = limited(tmp_path, *words, "--since", "HEAD")
    assert ends_well(answer)
    assert b"fter it was signed" in answer.stdout or b"changed-after-signing" in answer.stdout


def editions(word: str) -> str:
    """Return a compact of as many signed editions with as many asks as a file may hold."""
    signed = "signatures: [{party: authority, role: r, date: 2003-12-01}]"
    asks = ", ".join(f"{{text: {word}{number}}}" for number in range(16))
    lines = (f"  - {{year: {2003 + index}/{(4 + index) % 100:02}, {signed}, asks: [{asks}]}}\n" for index in range(400))
    return f"authority: hampshire\neditions:\n{''.join(lines)}"
