"""The paper of an authority as LibreOffice prints it: one page for every compact of the record, and no word lost."""

import re
from itertools import cycle
from pathlib import Path
from typing import Final

import pytest
from tests.pages.libreoffice import office, printed
from tests.running import DATA, copy_record, run
from tests.word.papers import described, paper

AUTHORITIES: Final = sorted(path.stem for path in (DATA / "compacts").glob("*.yaml"))
YEARS: Final = sorted(path.stem.replace("-", "/") for path in (DATA / "annex").glob("*.yaml"))
AREAS: Final = (
    *("ks2-literacy-numeracy", "workforce-reform", "extended-schools"),
    *("behaviour-attendance", "early-education", "local-issues"),
)
ISSUE: Final = "Schools that serve armed forces families"
WORDS: Final = (
    "Schools that plan together with their neighbours across each district have begun to move and others could follow "
    "where advisers help governors to plan staff money and time"
)

pytestmark = office


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """The text of each page of the paper of every authority that has a compact, in every year."""
    folder = tmp_path_factory.mktemp("papers")
    files = []
    for slug in AUTHORITIES:
        for year in YEARS:
            file = folder / f"{slug}-{year[:4]}.docx"
            words = ("report", "--authority", slug, "--year", year, "--output", str(file))
            assert run(DATA.parent, *words).returncode == 0
            files.append(file)
    return printed(files, folder)


def test_every_compact_is_one_page(papers: dict[Path, list[str]]) -> None:
    assert {file.name: len(pages) for file, pages in papers.items() if len(pages) != 1} == {}


def test_every_page_has_its_mark(papers: dict[Path, list[str]]) -> None:
    assert [file.name for file, pages in papers.items() if "Example, not a real" not in pages[0]] == []


def test_every_page_is_numbered(papers: dict[Path, list[str]]) -> None:
    assert all("Page 1 of 1" in pages[0] for pages in papers.values())


def test_six_priorities_of_2500_characters_are_one_page(tmp_path: Path) -> None:
    """However they are divided between reasons, contributions, asks and answers."""
    editions = [
        *((a_side, asks, 0) for a_side in (1, 2, 3, 6) for asks in (0, 3, 6)),
        *((a_side, asks, asks) for a_side in (1, 2) for asks in (1, 3, 6, 12)),
        *((1, 12, 0), (1, 20, 0), (3, 12, 0)),
    ]
    files = []
    for number, (a_side, asks, answers) in enumerate(editions):
        for is_first in (True, False) if asks == 3 else (False,):
            write_edition(tmp_path, 2_500, a_side, asks, answers, is_first=is_first)
            name = f"{number}-{a_side}-a-side-{asks}-asks-{answers}-answers{'-first' if is_first else ''}.docx"
            paper(tmp_path, "hampshire", "--year", "2004/05", name=name)
            files.append(tmp_path / name)
    pages = printed(files, tmp_path)
    assert {file.name: len(pages[file]) for file in files if len(pages[file]) != 1} == {}
    assert all("Signature" in pages[file][0] for file in files)


def test_the_table_to_sign_on_stands_on_one_page_with_its_heading(tmp_path: Path) -> None:
    files = []
    write_edition(tmp_path, 8_200, 2, is_first=False)
    for letters in range(100, 2_500, 100):
        with (tmp_path / "data/compacts/hampshire.yaml").open("a", encoding="utf-8") as compact:
            compact.write(f"    note: {'A note. ' * 12}\n" if letters == 100 else f"      {'And more. ' * 10}\n")
        paper(tmp_path, "hampshire", "--year", "2004/05", name=f"{letters}.docx")
        files.append(tmp_path / f"{letters}.docx")
    words = ("Signatures", "Signed for +Name.*", "The department", "Hampshire")
    lines = [re.compile(f"^ *{word} *$", re.MULTILINE) for word in words]
    pages_of_words = {
        file.name: {number for number, page in enumerate(pages) for line in lines if line.search(page)}
        for file, pages in printed(files, tmp_path).items()
    }
    assert {name: numbers for name, numbers in pages_of_words.items() if len(numbers) != 1} == {}
    assert len(set(map(max, pages_of_words.values()))) > 1, "none of these ends where a page does: take other lengths"


def test_a_longer_edition_goes_on_to_a_second_page_with_its_head_and_loses_nothing(tmp_path: Path) -> None:
    texts = write_edition(tmp_path, 6_000, 2, is_first=False)
    [pages] = print_paper(tmp_path)
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert "Hampshire: compact for 2004/05" in page
        assert "Draft, not agreed yet" in page
        assert f"Page {number} of 2" in page
    said = described((tmp_path / "paper.docx").read_bytes())
    assert [text for text in texts if text not in said] == []


def write_edition(
    folder: Path, characters: int, a_side: int, asks: int = 3, answers: int = 0, *, is_first: bool
) -> list[str]:
    """Give Hampshire an edition of six priorities that has so many characters in all its texts; return these.

    Either side contributes so many things to each; the first asks have answers.
    """
    compact = copy_record(folder, "hampshire") / "compacts/hampshire.yaml"
    before, _, _ = compact.read_text(encoding="utf-8").partition("  - year: 2004/05")
    before = re.sub(r"(?s)  - year: 2003/04.*", "", before) if is_first else before
    each = (characters - len(ISSUE)) // (len(AREAS) * (1 + 2 * a_side) + asks + answers)
    texts, words = [], cycle(WORDS.split())

    def text() -> str:
        written = next(words).capitalize()
        while len(longer := f"{written} {next(words)}") <= each:
            written = longer
        texts.append(written)
        return written

    lines = ["  - year: 2004/05", "    review_by: 2005-12-31", "    priorities:"]
    for area in AREAS:
        issue = [f"        issue: {ISSUE}"] if area == "local-issues" else []
        why = f"        why: {text()}"
        lines += [f"      - area: {area}", *issue, "        term: medium", why, "        contributions:"]
        for party in ("authority", "department"):
            lines += [f"          {party}:", *(f"            - {text()}" for _ in range(a_side))]
    lines.append("    asks:" if asks else "    asks: []")
    for number in range(asks):
        lines.append(f"      - text: {text()}")
        lines += [f"        answer: {{date: 2004-11-01, text: {text()}}}"] if number < answers else []
    lines += ["    signatures: []", ""]
    compact.write_text(before + "\n".join(lines), encoding="utf-8")
    return texts


def print_paper(folder: Path) -> list[list[str]]:
    """Print Hampshire's paper, and return the text of its pages."""
    paper(folder, "hampshire", "--year", "2004/05")
    return list(printed([folder / "paper.docx"], folder).values())
