"""The worst pairs of files, shown in every format: soon, in little memory, and small; what is left out is told."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import pytest
from openpyxl import load_workbook
from tests.hostile.bombs import ANNEX, COMPACT, REGISTER
from tests.hostile.limited import ends_well, limited, small_workspace
from tests.hostile.pairs import PAIRS
from tests.hostile.test_large import LETTERS, REPORTS

from compactctl.cli.options import ENDINGS
from compactctl.files.limits import MAXIMUM_BYTES, MAXIMUM_REGISTER_BYTES
from compactctl.formats.readable.room import MAXIMUM_PAGE
from compactctl.rules.samples import REGISTER_HEAD

LATER: Final = "annex/2004-05.yaml"
LOUD: Final = "&" * 300
"""A title that takes five times as much on a page."""
GROUP: Final = 900


def full(head: str, pieces: Iterable[str], limit: int = MAXIMUM_BYTES) -> str:
    """Return as many of the pieces as a file may hold."""
    taken, room = [head], limit - len(head.encode())
    for piece in pieces:
        room -= len(piece.encode())
        if room < 0:
            break
        taken.append(piece)
    return "".join(taken)


def annex(year: str, count: int, said: str) -> str:
    """Return an annex of so many areas, of each of which the same is said beside its letter and id."""

    def lines() -> Iterable[str]:
        for number in range(count):
            group = f"  - id: group-{number}\n    title: G\n    areas:\n" if number % GROUP == 0 else ""
            letter = LETTERS[number % len(LETTERS)]
            yield f"{group}      - {{letter: {letter}, id: area-{number}, {said}}}\n"

    return full(f"year: {year}\ntitle: T\ngroups:\n", lines())


def compact(*years: str) -> str:
    """Return a compact that takes up as many areas as a list may hold, in each year."""
    editions = (
        f"  - year: {year}\n    priorities:\n"
        + "".join(f"      - {{area: area-{number}, term: short, why: x}}\n" for number in range(990))
        for year in years
    )
    return f"authority: hampshire\neditions:\n{''.join(editions)}"


def register(row: Callable[[int], str]) -> str:
    """Return a register of as many rows as it may have, or as many as there is room for."""
    return full(
        REGISTER_HEAD, (f"{number},s{number},{row(number)},,,\n" for number in range(20_000)), MAXIMUM_REGISTER_BYTES
    )


MANY_AREAS: Final = {ANNEX: annex("2003/04", 4900, "title: T, summary: S"), COMPACT: compact("2003/04")}
LOUD_AREAS: Final = {
    ANNEX: annex("2003/04", 4900, f"title: '{LOUD}', summary: S"),
    COMPACT: compact("2003/04"),
}
MANY_ROWS: Final = {REGISTER: register(lambda number: f"{'&' * 140},,r{number},t{number}"), ANNEX: MANY_AREAS[ANNEX]}
LOUD_ROWS: Final = {REGISTER: register(lambda _: f"{LOUD[:280]},,{LOUD[:280]},{LOUD[:280]}")}


def workspace(folder: Path, files: Mapping[str, str]) -> None:
    """Write the workspace; where the register is another, without the compact of an authority that it has not."""
    data = small_workspace(folder, **files)
    if REGISTER in files:
        (data / COMPACT).unlink()


@pytest.mark.parametrize("format_", REPORTS)
@pytest.mark.parametrize("files", [MANY_AREAS, LOUD_AREAS, LOUD_ROWS], ids=["many-areas", "loud-areas", "loud-rows"])
def test_no_report_of_two_files_takes_long_or_much(files: dict[str, str], format_: str, tmp_path: Path) -> None:
    workspace(tmp_path, files)
    answer = limited(tmp_path, "report", "--format", format_, "--output", "report")
    assert ends_well(answer)
    assert answer.returncode == 0, answer.stderr
    assert 0 < (tmp_path / "report").stat().st_size <= MAXIMUM_PAGE


def contributing(priorities: int, each: int, text: str) -> str:
    """Return a compact in whose priorities each side contributes a text so often."""
    texts = ", ".join([f"'{text}'"] * each)
    taken_up = (
        f"      - area: area-{number}\n        contributions: {{authority: [{texts}], department: [{texts}]}}\n"
        for number in range(priorities)
    )
    return full("authority: hampshire\neditions:\n  - year: 2003/04\n    priorities:\n", taken_up)


ASK: Final = "      - {text: x, answer: {date: 2003-11-20, text: x}}\n"
FULL_EDITIONS: Final = {
    "areas": compact("2003/04"),
    "short-texts": contributing(24, 990, "x"),
    "sentences": contributing(4, 990, "x y " * 25),
    "long-texts": contributing(2, 50, "&" * 4990),
    "asks": f"{compact('2003/04')}    asks:\n{ASK * 990}",
}


@pytest.mark.parametrize("format_", ["docx", *REPORTS])
@pytest.mark.parametrize("name", FULL_EDITIONS)
def test_no_page_of_an_authority_takes_long_or_much(name: str, format_: str, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{ANNEX: MANY_AREAS[ANNEX], COMPACT: FULL_EDITIONS[name]})
    answer = limited(tmp_path, "report", "--authority", "hampshire", "--format", format_, "--output", "report")
    assert ends_well(answer)
    assert answer.returncode == 0, answer.stderr
    assert 0 < (tmp_path / "report").stat().st_size <= MAXIMUM_PAGE


@pytest.mark.parametrize("format_", ["html", "json"])
def test_a_full_register_and_a_full_annex_are_counted_without_a_look_at_every_pair(
    format_: str, tmp_path: Path
) -> None:
    workspace(tmp_path, MANY_ROWS)
    answer = limited(tmp_path, "report", "--format", format_, "--output", "report")
    assert answer.returncode == 0, answer.stderr
    assert 0 < (tmp_path / "report").stat().st_size <= MAXIMUM_PAGE


def test_the_largest_matrix_that_is_drawn_takes_little_memory(tmp_path: Path) -> None:
    rows = "".join(f"{number},s{number},A,,north,county,,,\n" for number in range(5_000))
    workspace(tmp_path, {REGISTER: REGISTER_HEAD + rows, ANNEX: annex("2003/04", 79, "title: T, summary: S")})
    answer = limited(tmp_path, "report", "--output", "report.html")
    assert answer.returncode == 0, answer.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Left out: 79 areas" not in page
    assert len(page.encode()) <= MAXIMUM_PAGE


@pytest.mark.parametrize("format_", ["html", "terminal", "xlsx"])
def test_a_matrix_of_too_many_cells_is_told_in_its_place(format_: str, tmp_path: Path) -> None:
    few = annex("2003/04", 2700, "title: T, summary: S")
    small_workspace(tmp_path, **{ANNEX: few, COMPACT: compact("2003/04")})
    name = f"report{ENDINGS.get(format_, '')}"
    answer = limited(tmp_path, "report", "--full", "--format", format_, "--output", name)
    assert answer.returncode == 0, answer.stderr
    message = "Left out: 2,700 areas and 150 authorities make 405,000 cells, and no more than 400,000 are drawn."
    assert message in shown(tmp_path / name, format_)


def shown(report: Path, format_: str) -> str:
    """Return what a report says, its lines joined."""
    if format_ == "xlsx":
        return str(load_workbook(report)["matrix"].cell(2, 1).value)
    return " ".join(report.read_text(encoding="utf-8").split())


def test_a_page_says_in_place_of_a_part_that_there_is_no_room_for_it(tmp_path: Path) -> None:
    gives = LOUD_AREAS[COMPACT].replace("why: x}", "why: x, contributions: {department: [x]}}")
    small_workspace(tmp_path, **{ANNEX: LOUD_AREAS[ANNEX], COMPACT: gives})
    answer = limited(tmp_path, "report", "--format", "html")
    page = answer.stdout.decode()
    assert len(answer.stdout) <= MAXIMUM_PAGE
    left_out = [part for part in page.split("<section>") if "Left out: it" in part]
    assert "Terms and status" in [part.partition("</h2>")[0].rpartition(">")[2] for part in left_out]
    assert page.count("<section>") == page.count("</section>")


WORDS: Final = " ".join(f"a{number} b{number} {{0}}" for number in range(330))


@pytest.mark.parametrize("format_", ["html", "terminal"])
@pytest.mark.parametrize(
    ("count", "said"),
    [(3000, f"summary: S, title: '{LOUD[:290]} {{0}}'"), (300, f"title: T, summary: '{WORDS}'")],
    ids=["titles", "words"],
)
def test_no_comparison_of_two_annexes_takes_long_or_much(count: int, said: str, format_: str, tmp_path: Path) -> None:
    years = {ANNEX: ("2003/04", "x"), LATER: ("2004/05", "y")}
    files = {name: annex(year, count, said.format(word)) for name, (year, word) in years.items()}
    small_workspace(tmp_path, **files, **{COMPACT: compact("2003/04", "2004/05")})
    answer = limited(tmp_path, "diff", "2003/04", "2004/05", "--full", "--format", format_)
    assert ends_well(answer)
    assert answer.returncode == 0, answer.stderr
    assert 0 < len(answer.stdout) <= MAXIMUM_PAGE


@pytest.mark.parametrize("years", [("2003/04", "2005/06"), ("2005/06", "2003/04")], ids=["on", "back"])
@pytest.mark.parametrize("files", ["hourglass", "dense"])
def test_nor_does_one_of_annexes_in_which_all_comes_of_all(files: str, years: tuple[str, str], tmp_path: Path) -> None:
    annexes = {name: text for name, text in PAIRS[files]().items() if name != COMPACT}
    small_workspace(tmp_path, **annexes, **{COMPACT: taking_up_all(annexes, *years)})
    answer = limited(tmp_path, "diff", *years, "--format", "json")
    assert ends_well(answer)
    assert answer.returncode == 0, answer.stderr
    assert 0 < len(answer.stdout) <= MAXIMUM_PAGE


def taking_up_all(annexes: Mapping[str, str], *years: str) -> str:
    """Return a compact that takes up as many areas of each year's annex as a list may hold."""
    editions = (
        f"  - year: {year}\n    priorities:\n"
        + "".join(f"      - {{area: {area}}}\n" for area in re.findall(r" id: ([abc]\d+)", text)[:1000])
        for year, text in (("2003/04", annexes[ANNEX]), ("2005/06", annexes["annex/2005-06.yaml"]))
        if year in years
    )
    return f"authority: hampshire\neditions:\n{''.join(editions)}"
