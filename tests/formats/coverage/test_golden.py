"""Every text format of a report as people see it, on one small workspace: open the files beside this test and read."""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from tests.formats.bare_pages import bare
from tests.running import of_any_version, run

WORKSPACE = Path(__file__).parents[2] / "workspaces" / "seven-authorities"
ENDINGS = {"terminal": ".txt", "markdown": ".md", "csv": ".csv", "json": ".json", "html": ".html"}
QUESTIONS = {
    "year": ("--year", "2003/04"),
    "later": ("--year", "2004/05"),
    "narrowed": ("--year", "2003/04", "--region", "south", "--status", "proposed"),
    "trend": ("--trend",),
    "authority": ("--year", "2003/04", "--authority", "ashford"),
    "no-edition": ("--year", "2004/05", "--authority", "brook"),
}


def test_a_terminal_is_shown_everything_where_that_is_asked_for(file_regression: FileRegressionFixture) -> None:
    answer = run(WORKSPACE, "report", "--full", *QUESTIONS["year"])
    file_regression.check(of_any_version(answer.stdout), basename="year-full", extension=".txt")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("format_", ENDINGS)
def test_looks_as_people_know_it(format_: str, question: str, file_regression: FileRegressionFixture) -> None:
    answer = run(WORKSPACE, "report", "--format", format_, *QUESTIONS[question])
    assert answer.returncode == 0, answer.stderr
    written = bare(answer.stdout) if format_ == "html" else answer.stdout
    file_regression.check(of_any_version(written), basename=f"{question}-{format_}", extension=ENDINGS[format_])
