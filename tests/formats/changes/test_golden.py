"""The whole comparison in every format, as files that people can open. `pytest --force-regen` writes them anew."""

from pathlib import Path
from typing import Final

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from tests.changes.making import annex, area, between, compact, edition, files, priority
from tests.formats.bare_pages import bare
from tests.formats.changes.sample import described, revision_changes, year_changes

from compactctl.changes.results import YearChanges
from compactctl.changes.revisions import RevisionChanges
from compactctl.changes.text_diff import word_diff
from compactctl.formats.changes import as_json
from compactctl.formats.readable import html, markdown, terminal

GOLDEN: Final = Path(__file__).parents[2] / "golden" / "changes"
YEARS: Final = ("2003/04", "2004/05")
RESULTS: Final[dict[str, YearChanges | RevisionChanges]] = {
    "years": year_changes(),
    "authority": year_changes("hampshire"),
    "agenda": year_changes().without_compacts,
    "revision": revision_changes(),
}


def written(result: YearChanges | RevisionChanges, ending: str) -> str:
    if ending == "json":
        data = as_json.years(result) if isinstance(result, YearChanges) else as_json.revisions(result)
        return data.decode()
    document = described(result)
    if ending == "html":
        return bare(b"".join(html.draw(document)).decode())
    if ending == "md":
        return markdown.draw(document)
    return terminal.draw(document, full=ending == "full.txt")


@pytest.mark.parametrize("ending", ["txt", "full.txt", "md", "html", "json"])
@pytest.mark.parametrize("name", RESULTS)
def test_the_comparison_reads_as_it_did(name: str, ending: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(written(RESULTS[name], ending), encoding="utf-8", fullpath=GOLDEN / f"{name}.{ending}")


def test_a_text_that_changed_alike_in_many_compacts_is_compared_once() -> None:
    first = edition("2003/04", priority("reading", why="Too many pupils miss too much school"))
    second = edition("2004/05", priority("reading", why="Too many pupils miss too many lessons"))
    compacts = [compact(slug, first, second) for slug in ("hampshire", "kent", "norfolk")]
    result = between(files([annex(year, area("reading")) for year in YEARS], compacts), *YEARS)
    word_diff.cache_clear()
    assert written(result, "full.txt").count("[-much school-] {+many lessons+}") == 3
    written(result, "html")
    assert word_diff.cache_info().misses == 1
