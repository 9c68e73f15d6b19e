"""Every figure that the pages promise is the one that the code, or the test of it, goes by."""

import re
from typing import Any, Final

import pytest
from tests.docs.blocks import ROOT
from tests.hostile import limited, test_many_files

from compactctl.cli import publishing
from compactctl.coverage import year
from compactctl.documents import model_base, values
from compactctl.files import limits
from compactctl.formats.findings.github import MAXIMUM_SUMMARY
from compactctl.formats.findings.sarif import MAXIMUM_RESULTS
from compactctl.formats.readable import room


def flowing(name: str) -> str:
    """Return a page without its line breaks."""
    return " ".join((ROOT / name).read_text(encoding="utf-8").split())


def test_the_limits_promised_are_those_of_the_code() -> None:
    documented = re.findall(
        r"\| ([\d,]+) \| `([\w.]+)` \|$", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    has = {
        name: f"{value:,}"
        for module in (limits, values, year, room)
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and type(value) is int
    }
    assert {name: number for number, name in documented} == has


def characters(text: Any) -> tuple[int, int]:  # noqa: ANN401 - an annotation is no type
    """Return how many characters a kind of text has, at least and at most."""
    [constraints] = text.__metadata__
    return constraints.min_length, constraints.max_length


SHORTEST, LONGEST = characters(model_base.Id)
NAME, TEXT = characters(model_base.Name)[1], characters(model_base.Text)[1]
DEEP, FULL = limits.MAXIMUM_DEPTH, f"{limits.MAXIMUM_NODES:,}"
SIZE, OF_REGISTER = map(limits.size_in_words, (limits.MAXIMUM_BYTES, limits.MAXIMUM_REGISTER_BYTES))
SUMMARY = f"{MAXIMUM_SUMMARY // 1024**2} MiB"
PAGE = f"{room.MAXIMUM_PAGE // 10**6} MB"
SECONDS, MEMORY, OUTPUT = limited.SECONDS, f"{limited.MEMORY // 10**6} MB", f"{limited.OUTPUT // 10**6} MB"
SENTENCES: Final = {
    "SECURITY.md": (
        f"a run ends within {SECONDS} seconds and in {MEMORY} of memory",
        f"`validate` and `fix` with {OUTPUT} of output at most",
        f"1,000 files that are mostly right end within {test_many_files.SECONDS[1000] // 2} seconds on two cores",
        f"The summary of a job on GitHub holds at most {SUMMARY}",
        f"SARIF holds {MAXIMUM_RESULTS:,} results at most",
        f"that gets less than the {MEMORY}",
        f"a register of their full sizes, have {PAGE} at most",
    ),
    "docs/ci.md": (
        f"(at most {SUMMARY}, which is GitHub's limit",
        f"holds {MAXIMUM_RESULTS:,} results at most",
    ),
    "docs/reference/format.md": (
        f"at most {SIZE}, {DEEP} levels deep and {FULL} nodes",
        f"A title, role or name has at most {NAME} characters, any other text {TEXT:,}.",
        f"A list has at most {values.MAXIMUM_ENTRIES:,} entries.",
        f"at most {OF_REGISTER} and {limits.MAXIMUM_ROWS:,} rows",
        f"has at most {limits.MAXIMUM_CELL} characters, one of `successors` {limits.MAXIMUM_SUCCESSORS:,}.",
        f"joined by `-`, {SHORTEST} to {LONGEST} characters",
    ),
    "docs/reference/commands.md": (
        f"Of one file at most {limits.MAXIMUM_FINDINGS:,} findings are shown.",
        f"one of more than {limits.EXCERPT_WIDTH} characters is cut around what is repaired",
        f"SARIF holds {MAXIMUM_RESULTS:,} results at most",
        f"A matrix of more than {year.MAXIMUM_CELLS:,} cells",
        f"what would make it larger than {PAGE}, pictures first",
        f"Of a record whose compacts are larger than {publishing.MOST_KEPT // 10**6} MB",
    ),
    "docs/rules.md": (
        f"is larger than {SIZE} (the register: {OF_REGISTER}).",
        f"more than {DEEP} levels deep",
        f"more than {FULL} names",
    ),
}


@pytest.mark.parametrize("page", SENTENCES)
def test_the_figures_in_a_page_are_those_of_the_code(page: str) -> None:
    assert [sentence for sentence in SENTENCES[page] if sentence not in flowing(page)] == []


FIGURES: Final = re.compile(r"\b[\d,.]+ (?:[KMG]i?B|bytes|characters|entries|levels|nodes|seconds)\b")


@pytest.mark.parametrize("page", [page for page in SENTENCES if page != "docs/rules.md"])
def test_no_other_figure_is_promised(page: str) -> None:
    held = " ".join(SENTENCES[page])
    assert [figure for figure in FIGURES.findall(flowing(page)) if figure not in held] == []
