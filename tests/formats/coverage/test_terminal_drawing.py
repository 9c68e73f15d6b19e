"""What every readable format keeps to: the width of a terminal, the room of a comment, text that cannot act."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len  # noqa: TID253 - a test may wait for it

from compactctl.coverage.results import AreaAsks, AskRow, Coverage
from compactctl.coverage.trend import trend
from compactctl.coverage.year import cover
from compactctl.documents.years import AcademicYear
from compactctl.formats.coverage import as_csv, as_markdown
from compactctl.formats.coverage.as_terminal import Terminal
from compactctl.formats.coverage.layout import ENDING
from compactctl.formats.coverage.terminal_drawing import MOST_ROWS
from compactctl.formats.coverage.words import bar, percent
from compactctl.formats.coverage.year import Promises, promises_of
from compactctl.workspace.loading import open_workspace

WORKSPACE = Path(__file__).parents[2] / "workspaces" / "seven-authorities"
HOSTILE = '=HYPERLINK("http://evil.example")|`<script>`@everyone\n::error ::'


@pytest.fixture
def result() -> Coverage[Promises]:
    return cover(open_workspace(WORKSPACE / "data"), AcademicYear(2003), promises_of)


@pytest.mark.parametrize("width", [20, 40, 80, 132])
def test_fits_the_terminal(result: Coverage[Promises], width: int) -> None:
    drawn = Terminal(width).coverage(result)
    assert max(map(cell_len, drawn.splitlines())) <= width
    assert not any(line.endswith(" ") for line in drawn.splitlines())


def test_fits_the_terminal_beside_the_year_before() -> None:
    drawn = Terminal(40).trend(trend(open_workspace(WORKSPACE / "data")))
    assert max(map(cell_len, drawn.splitlines())) <= 40


def test_uses_more_room_where_there_is_more(result: Coverage[Promises]) -> None:
    assert Terminal(132).coverage(result).count("█") > Terminal(80).coverage(result).count("█")


def test_leaves_room_for_names_where_there_is_little(result: Coverage[Promises]) -> None:
    assert not {"█", "░"}.intersection(Terminal(60).coverage(result))
    assert "\nc Schools on the coast " in Terminal(65).coverage(result)


def asks(result: Coverage[Promises], count: int) -> Coverage[Promises]:
    many = tuple(AskRow("ashford", "Ashford", f"Ask {n} " + "x" * 50, None, is_example=False) for n in range(count))
    return replace(result, asks=(AreaAsks(None, many),))


def test_comment_on_a_pull_request_has_room_for_it(result: Coverage[Promises]) -> None:
    text = as_markdown.coverage(asks(result, 2_000))
    assert 59_000 < len(text) < 65_536
    assert text.endswith(f"shows all of it.*\n\n*{ENDING}*\n")
    assert "shows all of it" not in as_markdown.coverage(asks(result, 5))


def test_terminal_shows_no_more_rows_than_can_be_read(result: Coverage[Promises]) -> None:
    text = Terminal(80).coverage(asks(result, MOST_ROWS + 7))
    assert f"Ask {MOST_ROWS - 1} " in text
    assert f"Ask {MOST_ROWS} " not in text
    assert "… and 7 more; --format html shows all" in text


def test_no_text_can_act(result: Coverage[Promises]) -> None:
    hostile = replace(result, areas=tuple(area._replace(title=HOSTILE) for area in result.areas))
    markdown = as_markdown.coverage(hostile)
    assert not any(sign in markdown for sign in ("<script>", "@everyone", "http://evil", "::error"))
    tables = [line.count("|") for line in markdown.splitlines() if line.startswith("| a |")]
    assert tables == [12, 8]
    rows = list(csv.reader(io.StringIO(as_csv.coverage(hostile))))
    assert all(row[3].startswith("'=HYPERLINK") for row in rows[1:])
    assert "\n::" not in Terminal(80).coverage(hostile)


@pytest.mark.parametrize(
    ("share", "shown", "full"),
    [(None, "–", 0), (0.0, "0%", 0), (0.0001, "<1%", 1), (0.5, "50%", 5), (0.9999, ">99%", 9), (1.0, "100%", 10)],
)
def test_all_and_nothing_are_shown_only_where_it_is_that(share: float | None, shown: str, full: int) -> None:
    assert percent(share) == shown
    assert bar(share, 10) == (full, 10 - full)
