"""What the pages point to is there: links from page to page, headings, and every path of the project in prose."""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Final

import pytest
from tests.docs.blocks import ROOT

PAGES: Final = sorted(
    [
        *ROOT.glob("*.md"),
        *(path for folder in ("docs/**", "benchmarks", "fuzz", "data") for path in ROOT.glob(f"{folder}/*.md")),
    ]
)
_FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)")
_PATH: Final = re.compile(r"`((?:src|tests|docs|data|schemas|benchmarks|fuzz|ci)/[\w./-]+|[A-Z]+\.md|pyproject\.toml)`")
_PLACEHOLDER: Final = re.compile("GROUP|NAME")
"""What stands for a name to choose in a recipe."""


def links(page: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield the files, and the headings in them, that a page links to."""
    for match in _LINK.finditer(_FENCED.sub("", page.read_text(encoding="utf-8"))):
        yield (page.parent / match[1] if match[1] else page), match[2]


def anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings get."""
    headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, heading in links(page):
        assert target.exists(), target
        assert heading is None or heading in anchors(target), heading


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_in_prose_exists(page: Path) -> None:
    for path in _PATH.findall(page.read_text(encoding="utf-8")):
        known = takewhile(lambda part: not _PLACEHOLDER.search(part), path.split("/"))
        assert ROOT.joinpath(*known).exists() or _is_example(page, path), path


def _is_example(page: Path, path: str) -> bool:
    """Tell whether a path is of somebody's own data folder, of which the pages for users speak."""
    return path.startswith("data/") and page.name in {"tutorial.md", "format.md"}
