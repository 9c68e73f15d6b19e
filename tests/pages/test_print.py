"""The page of an authority on paper: one side of A4 for every compact of the record, in every year."""

import re
import subprocess
from pathlib import Path
from typing import Final

import pytest
from tests.pages.test_pages import CHROMIUM, RECORD
from tests.running import run

AUTHORITIES: Final = sorted(path.stem for path in (RECORD / "data" / "compacts").glob("*.yaml"))
YEARS: Final = sorted(path.stem.replace("-", "/") for path in (RECORD / "data" / "annex").glob("*.yaml"))

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="left out: it needs Chromium")


def printed(page: Path) -> bytes:
    """Return a page as Chromium prints it."""
    paper = page.with_suffix(".pdf")
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={paper}"]
    subprocess.run([str(CHROMIUM), *words, page.as_uri()], capture_output=True, check=True, timeout=120)
    return paper.read_bytes()


def sides(paper: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("authority", AUTHORITIES)
def test_an_authority_is_one_side_of_a4(authority: str, year: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    answer = run(RECORD, "report", "--authority", authority, "--year", year, "--output", str(page))
    assert answer.returncode == 0, answer.stderr
    assert sides(printed(page)) == 1


def test_more_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "long.html"
    page.write_text("<!doctype html><title>Long</title><p style='break-after: page'>First<p>Second")
    assert sides(printed(page)) == 2
