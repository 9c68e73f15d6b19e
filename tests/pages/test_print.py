"""The page of an authority on paper: one side of A4 for every compact of the record, in every year and in the site."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from tests.pages.checkers import browser, run_script
from tests.pages.test_papers import write_edition
from tests.running import DATA, run

AUTHORITIES: Final = sorted(path.stem for path in (DATA / "compacts").glob("*.yaml"))
YEARS: Final = sorted(path.stem.replace("-", "/") for path in (DATA / "annex").glob("*.yaml"))

pytestmark = browser


def sides(pages: Iterable[Path]) -> dict[str, int]:
    """Return how many sides of paper each page has."""
    counts: dict[str, int] = run_script("print.mjs", *map(str, pages))
    return counts


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A page for every authority and year, and the pages of these authorities in the site."""
    folder = tmp_path_factory.mktemp("print")
    assert run(DATA.parent, "site", str(folder / "site")).returncode == 0
    return [
        *(write(folder / f"{slug}-{year[:4]}.html", slug, year) for slug in AUTHORITIES for year in YEARS),
        *(folder / "site" / "authorities" / f"{slug}.html" for slug in AUTHORITIES),
    ]


def write(page: Path, authority: str, year: str) -> Path:
    """Write the page of an authority in a year."""
    answer = run(DATA.parent, "report", "--authority", authority, "--year", year, "--output", str(page))
    assert answer.returncode == 0, answer.stderr
    return page


def test_an_authority_is_one_side_of_a4(pages: list[Path]) -> None:
    assert {page: count for page, count in sides(pages).items() if count != 1} == {}


@pytest.mark.parametrize("a_side", [1, 2, 3], ids="contributions of {} a side".format)
@pytest.mark.parametrize("is_first", [True, False], ids=["a first edition", "one after another"])
def test_six_priorities_of_2500_characters_are_one_side(a_side: int, is_first: bool, tmp_path: Path) -> None:  # noqa: FBT001
    write_edition(tmp_path, 2_500, a_side, is_first=is_first)
    page = tmp_path / "page.html"
    words = ("report", "--authority", "hampshire", "--year", "2004/05", "--output", str(page))
    assert run(tmp_path, *words).returncode == 0
    assert sides([page]) == {str(page): 1}


def test_a_comparison_of_the_record_is_two_sides_and_its_agenda_stands_on_the_first(tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    assert run(DATA.parent, "diff", "2003/04", "2004/05", "--output", str(page)).returncode == 0
    assert sides([page]) == {str(page): 2}


def test_more_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "long.html"
    page.write_text("<!doctype html><title>Long</title><p style='break-after: page'>First<p>Second")
    assert sides([page]) == {str(page): 2}
