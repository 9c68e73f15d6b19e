"""The figures of a report agree with those that are counted anew from the files, whatever the workspace holds."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.coverage import independent
from tests.coverage.independent import Question
from tests.coverage.trees import REGIONS, TYPES, make, years_of

from compactctl.coverage.cover import cover
from compactctl.coverage.filters import EVERYTHING, Filters
from compactctl.coverage.trend import trend
from compactctl.documents.status import Status
from compactctl.documents.years import written_year
from compactctl.formats.coverage import as_json
from compactctl.workspace.loading import open_workspace

SEEDS = range(24)
NARROWED = (
    Filters(region=REGIONS[0]),
    Filters(type=TYPES[2]),
    Filters(status=Status.PROPOSED),
    Filters(region=REGIONS[2], type=TYPES[0], status=Status.AGREED),
)


def counted(data: Path, year: str, filters: Filters = EVERYTHING) -> Any:  # noqa: ANN401 - what the JSON holds
    result = cover(open_workspace(data), written_year(year), as_json.keep, filters)
    return json.loads(b"".join(as_json.coverage(result)))


def question(year: str, filters: Filters) -> Question:
    return Question(year, filters.region, filters.type, filters.status)


@pytest.mark.parametrize("seed", SEEDS)
def test_agrees_with_an_independent_count(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path, seed)
    data = Path("data")
    for year in years_of(data):
        for filters in (EVERYTHING, *NARROWED):
            assert counted(data, year, filters) == independent.coverage(data, question(year, filters))


@pytest.mark.parametrize("seed", SEEDS)
def test_trend_agrees_with_an_independent_count(seed: int, tmp_path: Path) -> None:
    data = make(tmp_path, seed)
    for filters in (EVERYTHING, *NARROWED):
        found = json.loads(as_json.trend(trend(open_workspace(data), filters)))
        assert found == independent.trend(data, question("", filters))


@pytest.mark.parametrize("seed", SEEDS)
def test_totals_are_sums_of_what_is_shown(seed: int, tmp_path: Path) -> None:
    data = make(tmp_path, seed)
    for year in years_of(data):
        found = counted(data, year)
        totals = found["authorities"]
        assert totals["with_edition"] + totals["without_edition"] + totals["unreadable"] == totals["registered"]
        assert (
            totals["draft"] + totals["proposed"] + totals["agreed"] == totals["with_edition"] == len(found["compacts"])
        )
        absent = [row["authority"] for part in ("not_renewed", "ended") for row in found[part]]
        assert len(absent) == len(set(absent))
        assert set(absent) <= set(found["without_edition"])
        for part in ("regions", "types"):
            assert sum(row["registered"] for row in found[part]) == totals["registered"]
            assert sum(row["with_edition"] for row in found[part]) == totals["with_edition"]
            priorities = sum(len(compact["priorities"]) for compact in found["compacts"])
            assert sum(row["priorities"] for row in found[part]) == priorities
        for area in found["areas"]:
            assert area["chosen"] + area["not_chosen"] == area["with_edition"]
            assert area["with_edition"] + area["no_edition"] + area["unreadable"] == area["open_to"]
            its_own = [p for compact in found["compacts"] for p in compact["priorities"] if p["area"] == area["id"]]
            assert area["short"] + area["medium"] + area["term_unsaid"] == len(its_own)
            assert area["draft"] + area["proposed"] + area["agreed"] == area["chosen"] == len(area["authorities"])


def test_equal_trees_give_equal_bytes(tmp_path: Path) -> None:
    results = [cover(open_workspace(make(tmp_path / name, 7)), None, as_json.keep) for name in ("one", "other")]
    one, other = (b"".join(as_json.coverage(result)) for result in results)
    assert one.replace(b"/one/", b"/other/") == other


@pytest.mark.parametrize("seed", range(4))
def test_two_processes_count_as_one_does(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(tmp_path, seed)
    alone = [counted(data, year) for year in years_of(data)]
    monkeypatch.setattr("compactctl.workspace.parallel._PAYS_FROM", 0)
    monkeypatch.setattr("compactctl.workspace.parallel._cores", lambda: 2)
    assert [counted(data, year) for year in years_of(data)] == alone
