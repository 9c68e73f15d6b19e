"""The pages that are looked at: of the record, of a new workspace, of one compact, of twelve years of the country."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from benchmarks.corpora import dozen
from tests.pages.checkers import Look, look_at
from tests.repositories import begin, replace
from tests.running import DATA, copy_record, run

REPORTS: Final = {
    "year": ("report",),
    "year-before": ("report", "--year", "2003/04"),
    "narrowed": ("report", "--region", "london", "--status", "proposed"),
    "trend": ("report", "--trend"),
    "authority": ("report", "--authority", "hampshire"),
    "no-edition": ("report", "--authority", "leeds"),
    "comparison": ("diff",),
    "comparison-of-an-authority": ("diff", "--authority", "hampshire"),
    "since": ("diff", "--since", "HEAD"),
}
OF_A_NEW_WORKSPACE: Final = ("year", "trend", "no-edition")
OF_THE_COUNTRY: Final = ("year", "trend", "authority", "comparison")
"""Its site shows the rest."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages by themselves, those of a site, and what of both is looked at in a browser."""

    alone: dict[str, Path]
    site: Path
    sample: tuple[str, ...]

    @property
    def are_of_no_compact(self) -> bool:
        """Whether there is nothing to count."""
        return not any(self.site.glob("../data/compacts/*.yaml"))

    @property
    def all(self) -> list[Path]:
        """Every page, for what a text alone shows."""
        return [*self.alone.values(), *sorted(self.site.rglob("*.html"))]

    @property
    def looked_at(self) -> list[Path]:
        """The pages that a browser opens."""
        return [*self.alone.values(), *sorted({path for name in self.sample for path in self.site.glob(name)})]


def make(workspace: Path, reports: Iterable[str], sample: tuple[str, ...]) -> Pages:
    """Draw some reports of a workspace, and its site."""
    alone = {name: workspace / f"{name}.html" for name in reports}
    for name, page in alone.items():
        draw(workspace, *REPORTS[name], "--format", "html", "--output", page.name)
    draw(workspace, "site", "site")
    return Pages(alone, workspace / "site", sample)


def draw(workspace: Path, *words: str) -> None:
    """Run the real command, which must succeed."""
    answer = run(workspace, *words)
    assert answer.returncode == 0, answer.stderr


def pages_of_the_record(workspace: Path) -> Pages:
    """The repository's data, with a change that is not committed: every compact, and some areas."""
    shutil.copytree(DATA, workspace / "data")
    begin(workspace)
    hampshire = workspace / "data" / "compacts" / "hampshire.yaml"
    replace(hampshire, "term: medium", "term: short")
    written = [f"authorities/{path.stem}.html" for path in (DATA / "compacts").glob("*.yaml")]
    others = (
        "*.html",
        "years/*",
        "areas/[1l]*",
        "changes/*",
        "data/*.html",
        "authorities/index.html",
        "authorities/dorset*",
    )
    return make(workspace, REPORTS, (*written, *others))


def pages_of_a_new_workspace(workspace: Path) -> Pages:
    """What `init` makes, in which there is no compact yet."""
    draw(workspace, "init")
    sample = ("*.html", "authorities/index.html", "authorities/kent.html", "areas/local-issues.html")
    return make(workspace, OF_A_NEW_WORKSPACE, sample)


def pages_of_a_compact(workspace: Path) -> Pages:
    """A record with one compact only."""
    copy_record(workspace, "hampshire")
    sample = ("*.html", "authorities/hampshire.html", "areas/local-issues.html", "changes/*")
    return make(workspace, ("year", "trend", "authority", "comparison"), sample)


def pages_of_the_country(workspace: Path) -> Pages:
    """A hundred and fifty authorities in each of twelve years."""
    dozen(workspace / "data")
    sample = ("*.html", "areas/pupil-wellbeing.html", "areas/ict.html", "authorities/cumbria.html", "changes/2012*")
    return make(workspace, OF_THE_COUNTRY, sample)


MAKERS: Final[dict[str, Callable[[Path], Pages]]] = {
    "the-record": pages_of_the_record,
    "a-new-workspace": pages_of_a_new_workspace,
    "a-compact": pages_of_a_compact,
    "the-country": pages_of_the_country,
}


@pytest.fixture(scope="session", params=MAKERS)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of each workspace in turn."""
    return MAKERS[request.param](tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def look(pages: Pages) -> Look:
    """What a browser sees of them."""
    return look_at(pages.looked_at)
