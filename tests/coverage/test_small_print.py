"""What counts in a report where a document is broken, ambiguous or out of place."""

import json
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from compactctl.coverage.pages import keep_nothing
from compactctl.coverage.results import Cell, Filters, Standing
from compactctl.coverage.year import cover, reaches_percent
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.formats.coverage import as_json
from compactctl.workspace.loading import open_workspace

WORKSPACE = Path(__file__).parents[1] / "workspaces" / "seven-authorities"
YEAR = AcademicYear(2003)
HEAD = "authority: ford-north\neditions:\n  - year: 2003/04\n"
GOOD = "      - {area: numbers, term: short, why: Because}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORKSPACE / "data", tmp_path / "data"))


def report(data: Path, year: AcademicYear = YEAR, filters: Filters | None = None) -> Any:  # noqa: ANN401 - parsed JSON
    result = cover(open_workspace(data), year, as_json.keep, filters or Filters())
    return json.loads(b"".join(as_json.coverage(result)))


def left_out(result: Any, slug: str) -> list[tuple[str | None, str, int]]:  # noqa: ANN401 - parsed JSON
    return [(part["area"], part["rule"], part["line"]) for part in result["left_out"] if part["authority"] == slug]


def compact(result: Any, slug: str) -> Any:  # noqa: ANN401 - parsed JSON
    return next(compact for compact in result["compacts"] if compact["authority"] == slug)


@pytest.mark.parametrize(
    ("priority", "area", "rule"),
    [
        ("{area: reading, term: soon, why: Because}", "reading", "wrong-value"),
        ("{area: reading, contributions: none}", "reading", "wrong-value"),
        ("{area: reading, term: short, why: Because, colour: red}", "reading", "unknown-key"),
        ("{term: short, why: Because}", None, "missing-key"),
        ("just a text", None, "wrong-value"),
        ("{area: reeding, term: short, why: Because}", "reeding", "unknown-area"),
        ("{area: coast, term: short, why: Because}", "coast", "area-not-open"),
        ("{area: numbers, term: short, why: Again}", "numbers", "repeated-area"),
    ],
)
def test_leaves_out_a_priority_that_breaks_a_rule(data: Path, priority: str, area: str | None, rule: str) -> None:
    text = f"{HEAD}    priorities:\n{GOOD}      - {priority}\n"
    (data / "compacts/ford-north.yaml").write_text(text, encoding="utf-8")
    result = report(data)
    assert left_out(result, "ford-north") == [(area, rule, 6)]
    assert [priority["area"] for priority in compact(result, "ford-north")["priorities"]] == ["numbers"]


def test_counts_a_priority_whose_issue_is_needed_or_not_wanted(data: Path) -> None:
    priorities = "{area: numbers, issue: Sums, term: short, why: W}", "{area: local-issues, term: short, why: W}"
    text = f"{HEAD}    priorities: [{', '.join(priorities)}]\n"
    (data / "compacts/ford-north.yaml").write_text(text, encoding="utf-8")
    result = report(data)
    assert left_out(result, "ford-north") == []
    chosen = [(priority["area"], priority["issue"]) for priority in compact(result, "ford-north")["priorities"]]
    assert chosen == [("numbers", "Sums"), ("local-issues", None)]
    issues = {area["id"]: [issue["issue"] for issue in area["issues"]] for area in result["areas"]}
    assert issues["numbers"] == []
    assert issues["local-issues"] == ["Falling rolls", "Ferries"]


def test_lists_broken_parts_beside_the_priorities(data: Path) -> None:
    parts = "    review_by: soon\n    asks:\n      - {text: One}\n      - {area: reading}\n    signatures: none\n"
    (data / "compacts/ford-north.yaml").write_text(HEAD + parts, encoding="utf-8")
    result = report(data)
    expected = [(None, "wrong-value", 4), (None, "missing-key", 7), (None, "wrong-value", 8)]
    assert left_out(result, "ford-north") == expected
    assert compact(result, "ford-north")["asks"] == [{"text": "One", "area": None, "answer": None}]
    assert compact(result, "ford-north")["status"] is None


def test_says_what_is_left_out_beside_the_priorities(data: Path) -> None:
    """An ask about a priority is not that priority, which counts."""
    parts = f"    priorities:\n{GOOD}    asks:\n      - {{text: One, area: numbers, anwser: Yes}}\n      - Two\n"
    signatures = "    signatures:\n      - {party: authority, role: Leader, date: soon}\n"
    more = "    review: {date: soon, text: Held}\n    note: [Two]\n"
    (data / "compacts/ford-north.yaml").write_text(
        f"{HEAD}{parts}{signatures}{more}example: perhaps\n", encoding="utf-8"
    )
    result = cover(open_workspace(data), YEAR, as_json.keep, Filters())
    parts_of_it = [part for part in result.left_out if part.authority == "ford-north"]
    assert [(part.what, part.area) for part in parts_of_it] == [
        ("an ask", None),
        ("an ask", None),
        ("a signature", None),
        ("what is broken in 'review'", None),
        ("what is broken in 'note'", None),
        ("what is broken in 'example'", None),
    ]
    assert [priority["area"] for priority in compact(report(data), "ford-north")["priorities"]] == ["numbers"]


def test_lists_in_every_year_what_belongs_to_a_year_that_cannot_be_told(data: Path) -> None:
    text = f"authority: ford-north\neditions:\n  - year: 2003\n    priorities:\n{GOOD}"
    (data / "compacts/ford-north.yaml").write_text(text, encoding="utf-8")
    for year in (YEAR, AcademicYear(2004)):
        assert left_out(report(data, year), "ford-north") == [("numbers", "wrong-value", 5)]
        assert "ford-north" in report(data, year)["without_edition"]


def test_of_a_year_that_stands_twice_the_first_counts(data: Path) -> None:
    second = "  - year: 2003/04\n    priorities: [{area: reading, term: short, why: W}]\n"
    (data / "compacts/ford-north.yaml").write_text(f"{HEAD}    priorities:\n{GOOD}{second}", encoding="utf-8")
    result = report(data)
    assert [priority["area"] for priority in compact(result, "ford-north")["priorities"]] == ["numbers"]
    assert left_out(result, "ford-north") == [("reading", "edition-order", 7)]


def test_edition_of_an_authority_that_did_not_exist_is_none(data: Path) -> None:
    text = "authority: brook\neditions:\n  - year: 2004/05\n    priorities:\n" + GOOD
    (data / "compacts/brook.yaml").write_text(text, encoding="utf-8")
    result = report(data, AcademicYear(2004))
    assert left_out(result, "brook") == [("numbers", "authority-out-of-time", 5)]
    assert "brook" not in result["without_edition"]
    assert result["authorities"]["registered"] == 6


def test_authority_that_begins_within_the_year_counts_once_it_has_an_edition(data: Path) -> None:
    assert report(data)["authorities"]["registered"] == 6
    text = HEAD.replace("ford-north", "cliffe") + "    priorities:\n" + GOOD
    (data / "compacts/cliffe.yaml").write_text(text, encoding="utf-8")
    result = report(data)
    assert result["authorities"]["registered"] == 7
    assert next(row for row in result["types"] if row["type"] == "unitary")["registered"] == 4
    below = report(data, filters=Filters(status=Status.AGREED))
    assert below["authorities"]["registered"] == 6
    assert "cliffe" not in below["without_edition"]


def test_unreadable_compact_counts_only_for_an_authority_of_the_first_day(data: Path) -> None:
    (data / "compacts/cliffe.yaml").write_text("authority: [", encoding="utf-8")
    (data / "compacts/nowhere.yaml").write_text("authority: [", encoding="utf-8")
    result = report(data)
    assert [Path(path).name for path in result["unreadable"]] == ["cliffe.yaml", "elm.yaml", "nowhere.yaml"]
    assert result["authorities"]["unreadable"] == 1
    assert report(data, AcademicYear(2004))["authorities"]["unreadable"] == 2


def test_compact_under_a_wrong_name_is_there_and_cannot_be_read(data: Path) -> None:
    (data / "compacts/ashford.yaml").rename(data / "compacts/ashford.yml")
    result = report(data)
    assert [Path(path).name for path in result["unreadable"]] == ["ashford.yml", "elm.yaml"]
    assert result["authorities"]["unreadable"] == 2
    assert "ashford" not in result["without_edition"]


def test_status_turns_editions_below_it_into_none(data: Path) -> None:
    result = report(data, filters=Filters(status=Status.PROPOSED))
    assert result["authorities"]["below_status"] == 1
    assert result["without_edition"] == ["brook", "ford-north", "ford-south"]
    assert [compact["authority"] for compact in result["compacts"]] == ["ashford", "dale"]


def test_region_and_type_narrow_what_is_left_out_and_never_what_cannot_be_read(data: Path) -> None:
    result = report(data, filters=Filters(region="south", type="county"))
    assert result["authorities"]["registered"] == 1
    assert result["left_out"] == []
    assert [Path(path).name for path in result["unreadable"]] == ["elm.yaml"]


@pytest.mark.parametrize(("year", "types"), [(2003, {"county": 3, "unitary": 3}), (2004, {"county": 2, "unitary": 4})])
def test_type_is_that_of_the_year(data: Path, year: int, types: dict[str, int]) -> None:
    result = report(data, AcademicYear(year))
    assert {row["type"]: row["registered"] for row in result["types"]} == types


def test_statement_that_cannot_be_read_leaves_no_focus_and_no_status_of_the_annex(data: Path) -> None:
    (data / "statement.yaml").write_text("title: [", encoding="utf-8")
    result = report(data)
    assert result["annex"] is None
    assert result["focuses"] == []
    assert [Path(path).name for path in result["unreadable"]] == ["elm.yaml", "statement.yaml"]
    assert result["areas"][0]["chosen"] == 1


def test_five_things_are_told_apart_in_the_matrix(data: Path) -> None:
    result = cover(open_workspace(data), YEAR, keep_nothing)
    cells = {row.slug: row.cells for row in result.authorities}
    assert cells["ashford"] == (Cell.CHOSEN, Cell.NOT_CHOSEN, Cell.NOT_CHOSEN, Cell.CHOSEN)
    assert cells["elm"] == (Cell.UNREADABLE, Cell.UNREADABLE, Cell.NOT_OPEN, Cell.UNREADABLE)
    assert cells["ford-south"] == (Cell.NO_EDITION,) * 4
    assert {row.slug: row.standing for row in result.authorities}["elm"] is Standing.UNREADABLE


@pytest.mark.parametrize(
    ("chosen", "whole", "share"), [(1, 160, 0.0062), (3, 160, 0.0188), (1, 3, 0.3333), (2, 2, 1.0)]
)
def test_share_is_rounded_half_to_even(data: Path, chosen: int, whole: int, share: float) -> None:
    area = cover(open_workspace(data), YEAR, keep_nothing).areas[0]
    assert area._replace(chosen=chosen, not_chosen=whole - chosen).share == share
    assert area._replace(chosen=0, not_chosen=0).share is None


def test_gate_of_a_percentage_is_exact(data: Path) -> None:
    result = cover(open_workspace(data), YEAR, keep_nothing, Filters(region="north"))
    assert (result.with_edition, result.registered) == (1, 3)
    assert reaches_percent(result, Fraction("33.3"))
    assert reaches_percent(result, Fraction(100, 3))
    assert not reaches_percent(result, Fraction("33.34"))


def test_nobody_to_count_reaches_no_percentage_but_nought(data: Path) -> None:
    result = cover(open_workspace(data), YEAR, keep_nothing, Filters(region="east"))
    assert result.registered == 0
    assert all(area.open_to == 0 and area.share is None for area in result.areas)
    assert reaches_percent(result, Fraction(0))
    assert not reaches_percent(result, Fraction(1))


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda data: (data / "authorities.csv").write_text("code,slug\n", encoding="utf-8"), "the register"),
        (lambda data: (data / "annex/2003-04.yaml").write_text("year: [", encoding="utf-8"), "cannot be read"),
        (lambda data: (data / "annex/2003-04.yaml").unlink(), "there is no annex for 2003/04"),
        (lambda data: shutil.rmtree(data / "annex"), "there is no annex in"),
        (
            lambda data: shutil.move(data / "compacts", data / "annex/compacts") and (data / "compacts").touch(),
            "compacts",
        ),
    ],
)
def test_without_register_annex_or_compacts_there_is_no_figure(data: Path, break_it: Any, words: str) -> None:  # noqa: ANN401 - a small function
    break_it(data)
    with pytest.raises(CannotDo) as error:
        report(data)
    assert words in error.value.message
