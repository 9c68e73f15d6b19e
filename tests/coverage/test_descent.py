"""The lines of descent: what an area was before, what happened on the way, and how many took up any of it."""

from pathlib import Path
from typing import Any

import pytest
from tests.changes.making import Values, annex, area, come, compact, edition, files, workspace
from tests.coverage.trees import make, years_of

from compactctl.coverage.descent import MOST_AREAS, Descent, Line, Turn
from compactctl.coverage.pages import keep_nothing
from compactctl.coverage.results import Cell, Standing
from compactctl.coverage.trend import trend
from compactctl.coverage.year import cover
from compactctl.documents.years import written_year
from compactctl.workspace.loading import open_workspace

YEARS = ("2003/04", "2004/05", "2005/06")


def lines(*annexes: list[Values], compacts: list[Values] | None = None) -> Descent:
    """Return the lines of annexes of some areas, one a year."""
    documents = [annex(year, *areas) for year, areas in zip(YEARS, annexes, strict=False)]
    return Descent(trend(workspace(files(documents, compacts or []))).years)


def shape(line: Line) -> list[tuple[str, Turn | None]]:
    return [(" ".join(area.id for area in stage.areas), stage.turn) for stage in line.stages]


READING, NUMBERS, SHAPES = area("reading"), area("numbers"), area("shapes")


@pytest.mark.parametrize(
    ("before", "now", "id_", "expected"),
    [
        ([READING], [READING], "reading", [("reading", None), ("reading", None)]),
        ([READING], [NUMBERS, READING], "numbers", [("numbers", Turn.NEW)]),
        ([READING], [come("books", "reading")], "books", [("reading", None), ("books", Turn.RENAMED)]),
        ([READING], [{**READING, "title": "Books"}], "reading", [("reading", None), ("reading", Turn.RENAMED)]),
        (
            [READING, NUMBERS],
            [come("basics", "numbers", "reading")],
            "basics",
            [("reading numbers", None), ("basics", Turn.MERGED)],
        ),
        (
            [READING],
            [come("books", "reading"), come("poems", "reading")],
            "poems",
            [("reading", None), ("poems", Turn.SPLIT)],
        ),
        (
            [READING, NUMBERS],
            [come("books", "reading", "numbers"), come("poems", "reading")],
            "books",
            [("reading numbers", None), ("books", Turn.RECAST)],
        ),
    ],
)
def test_a_line_tells_what_an_area_was_and_what_happened(
    before: list[Values], now: list[Values], id_: str, expected: list[tuple[str, Turn | None]]
) -> None:
    assert shape(lines(before, now).lines[id_]) == expected


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        (
            [[READING], [come("books", "reading"), come("poems", "reading")], [come("texts", "books", "poems")]],
            [("reading", None), ("books poems", Turn.SPLIT), ("texts", Turn.MERGED)],
        ),
        (
            [
                [READING, NUMBERS, SHAPES],
                [come("sums", "numbers", "shapes"), READING],
                [come("basics", "reading", "sums")],
            ],
            [("reading numbers shapes", None), ("sums reading", Turn.MERGED), ("basics", Turn.MERGED)],
        ),
        (
            [
                [READING, NUMBERS],
                [come("books", "reading", "numbers"), come("poems", "reading")],
                [come("basics", "books", "poems")],
            ],
            [("reading numbers", None), ("books poems", Turn.RECAST), ("basics", Turn.MERGED)],
        ),
        (
            [[READING], [READING, NUMBERS], [come("basics", "reading", "numbers")]],
            [("reading", None), ("reading numbers", None), ("basics", Turn.MERGED)],
        ),
    ],
)
def test_what_happened_on_a_line_of_several_areas(
    annexes: list[list[Values]], expected: list[tuple[str, Turn | None]]
) -> None:
    [line] = lines(*annexes).lines.values()
    assert shape(line) == expected
    assert not any(stage.is_part for stage in line.stages)


def test_where_several_became_one_those_count_that_took_up_any_of_them() -> None:
    descent = lines(
        [READING, NUMBERS],
        [come("basics", "reading", "numbers")],
        compacts=[
            compact("kent", edition("2003/04", "reading", "numbers"), edition("2004/05", "basics")),
            compact("surrey", edition("2003/04", "numbers")),
            compact("essex", edition("2003/04")),
        ],
    )
    before, now = descent.lines["basics"].stages
    assert (before.chosen, before.with_edition, before.open_to) == (2, 3, 150)
    assert (now.chosen, now.with_edition) == (1, 1)


def test_what_did_not_go_on_is_retired_and_the_newest_comes_first() -> None:
    descent = lines([READING, NUMBERS], [READING, area("books")], [READING])
    assert [shape(line) for line in descent.retired] == [[("books", Turn.NEW)], [("numbers", None)]]


def test_nothing_is_followed_through_an_annex_of_very_many_areas() -> None:
    areas = [area(f"area-{number}", letter="a") for number in range(MOST_AREAS + 1)]
    document = annex("2003/04")
    document["groups"][0]["areas"] = areas
    descent = Descent(trend(workspace(files([document, annex("2004/05", READING)]))).years)
    assert (descent.is_followed, descent.lines, descent.retired) == (False, {}, [])


@pytest.mark.parametrize("seed", range(12))
def test_figures_agree_with_the_matrices_of_the_years(seed: int, tmp_path: Path) -> None:
    data = open_workspace(make(tmp_path, seed))
    years = [written_year(year) for year in years_of(tmp_path / "data")]
    matrices = {year: cover(data, year, keep_nothing) for year in years}
    for line in Descent(trend(data).years).lines.values():
        for stage in line.stages:
            matrix = matrices[stage.year]
            columns = [index for index, area in enumerate(matrix.areas) if area in stage.areas]
            rows = [(row, {row.cells[index] for index in columns}) for row in matrix.authorities]
            reached = [(row, cells) for row, cells in rows if cells != {Cell.NOT_OPEN}]
            assert stage.open_to == len(reached)
            assert stage.with_edition == sum(row.standing is Standing.EDITION for row, _ in reached)
            assert stage.chosen == sum(Cell.CHOSEN in cells for _, cells in reached)


def across_a_lost_year(*areas: Values, **keys: Any) -> Descent:  # noqa: ANN401 - whatever an annex may hold
    """Return the lines where the annex between two others cannot be read."""
    annexes = [annex("2003/04", READING, NUMBERS), annex("2005/06", *areas, **keys)]
    return Descent(trend(workspace(files(annexes, [], **{"annex/2004-05.yaml": "x: ["}))).years)


def test_past_an_annex_that_cannot_be_read_nothing_is_new_or_retired() -> None:
    descent = across_a_lost_year(READING, come("shapes", "numbers"), come("books", "poems"))
    assert [shape(line) for line in descent.lines.values()] == [
        [("reading", None), ("reading", None)],
        [("shapes", None)],
        [("books", None)],
    ]
    assert [line.stages[0].knows_before for line in descent.lines.values()] == [True, False, False]
    assert descent.retired == []
