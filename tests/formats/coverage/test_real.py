"""What real compacts hold reaches every reader, and what they do not hold has no column and no line."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from pydantic import TypeAdapter
from tests.changes.making import compact, edition, priority, write
from tests.formats.coverage.pages import read
from tests.formats.coverage.real import real, unsaid
from tests.formats.coverage.sheets import table
from tests.running import run

from compactctl.formats.coverage.records import Report
from compactctl.rules.samples import REGISTER_HEAD

pytestmark = pytest.mark.slow

REPORT: TypeAdapter[Report] = TypeAdapter(Report)
READABLE = ("terminal", "markdown", "html")
LATER = ("--year", "2004/05")
FIRST = ("--year", "2003/04")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, real())
    return tmp_path


class Told:
    """What a report says, whatever its medium does to set it: its words in their order, in capitals or not."""

    def __init__(self, text: str) -> None:
        self._words = f" {normal(text)} "

    def __contains__(self, words: str) -> bool:
        return normal(words) in self._words

    def after(self, words: str) -> "Told":
        """Return what follows on some words, nothing where they are not there."""
        return Told(self._words.partition(normal(words))[2])

    def before(self, words: str) -> "Told":
        """Return what comes before some words."""
        return Told(self._words.partition(normal(words))[0])


def normal(text: str) -> str:
    """Return a text as its words alone, without what Markdown, lists and lines of a table put between them."""
    return " ".join(re.sub(r"</?\w+>|[#*:|>\\]|(?<!\S)- |&nbsp;", " ", text).split()).casefold()


def report_text(folder: Path, format_: str, *words: str) -> Told:
    """Return all that a report says."""
    done = run(folder, "report", *words, "--format", format_, *["--full"] * (format_ == "terminal"))
    assert done.returncode == 0, done.stderr
    return page_text(done.stdout) if format_ == "html" else Told(done.stdout)


def page_text(page: str) -> Told:
    """Return what a page says; two elements beside one another are no one word."""
    return Told(read(page.replace("<", " <")).all("body")[0].text)


def parsed(folder: Path, *words: str) -> Any:  # noqa: ANN401 - what the JSON holds
    text = run(folder, "report", *words, "--format", "json").stdout
    record = REPORT.dump_python(REPORT.validate_json(text, strict=True), mode="json")
    assert record == json.loads(text), "its keys and their types are those of its record"
    return record


@pytest.mark.parametrize("format_", READABLE)
def test_those_without_an_edition_are_told_as_three_lists(folder: Path, format_: str) -> None:
    text = report_text(folder, format_, *LATER)
    assert "Of these: 1 had an edition before and has not renewed it; the compact of 1 has ended; 147 never had" in text
    assert "Who had an edition before and has not renewed it, by region South East: Surrey (2003/04) " in text
    assert "Whose compact has ended, by region East of England: Essex (30 June 2004) " in text
    never = text.after("Essex (30 June 2004)").after("Who never had an edition up to 2004/05, by region")
    assert "Yorkshire and the Humber: Barnsley, " in never
    assert not any(name in never for name in ("Surrey", "Essex", "Kent"))


def test_programs_are_told_who_has_not_renewed_and_whose_compact_has_ended(folder: Path) -> None:
    year = parsed(folder, *LATER)
    assert year["not_renewed"] == [{"authority": "surrey", "year": "2003/04"}]
    assert year["ended"] == [{"authority": "essex", "date": "2004-06-30"}]
    rows = csv.DictReader(io.StringIO(run(folder, "report", *LATER, "--format", "csv").stdout))
    assert [(row["no_edition"], row["not_renewed"]) for row in rows] == [("149", "1")] * 2
    assert [row["not_renewed"] for row in parsed(folder, "--trend")["years"]] == [0, 1]
    assert "2003/04 150 3 3 0 2004/05 150 1 2 1" in report_text(folder, "terminal", "--trend")


def test_an_earlier_edition_below_the_status_asked_for_is_none(folder: Path) -> None:
    write(folder, {"compacts/devon.yaml": compact("devon", edition("2003/04", "reading"))})
    narrowed = (*LATER, "--status", "agreed")
    assert parsed(folder, *narrowed)["not_renewed"] == [
        {"authority": "kent", "year": "2003/04"},
        {"authority": "surrey", "year": "2003/04"},
    ]
    text = report_text(folder, "terminal", *narrowed)
    assert "South East: Kent (2003/04; only draft), Surrey (2003/04)" in text
    assert "Devon, " in text.after("Who never had an agreed edition up to 2004/05")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("endd", "Surrey has no edition of 2004/05; its compact is broken in places"),
        ("editions", "Whether Surrey has an edition of 2004/05 cannot be told: its compact is broken in places"),
    ],
)
def test_nothing_is_concluded_where_it_cannot_be_read_what_there_was(folder: Path, broken: str, said: str) -> None:
    path = folder / "data/compacts/surrey.yaml"
    text = path.read_text()
    ended = "endd: {date: 2004-06-30, text: Gone}\n"
    path.write_text(text + ended if broken == "endd" else text.replace("year: 2003/04", "year: soon"))
    year = parsed(folder, *LATER)
    assert (year["not_renewed"], "surrey" in year["without_edition"]) == ([], True)
    assert [part["authority"] for part in year["left_out"]] == ["surrey"]
    told = report_text(folder, "terminal", *LATER)
    assert "Whose compact is broken where that would be told, by region South East: Surrey" in told
    assert said in report_text(folder, "terminal", "--authority", "surrey", *LATER)


@pytest.mark.parametrize(("right", "wrong"), [("review:", "reviw:"), ("answer:", "answr:"), ("ended:", "endd:")])
def test_what_is_broken_of_what_happened_later_is_left_out_and_listed(folder: Path, right: str, wrong: str) -> None:
    path = folder / "data/compacts" / ("essex.yaml" if right == "ended:" else "kent.yaml")
    path.write_text(path.read_text().replace(right, wrong))
    year = parsed(folder, *FIRST)
    assert path.stem in [part["authority"] for part in year["left_out"]]
    essex, kent, _ = year["compacts"]
    assert {
        "review:": kent["review"] is None,
        "answer:": [ask["text"] for ask in kent["asks"]] == ["Count late arrivals"],
        "ended:": essex["ended"] is None,
    }[right]


def test_a_page_tells_of_an_earlier_edition_whatever_its_status(folder: Path) -> None:
    page = report_text(folder, "terminal", "--authority", "surrey", *LATER, "--status", "agreed")
    assert "Surrey has no edition of 2004/05: it had one of 2003/04, and has not renewed it" in page
    write(folder, {"compacts/devon.yaml": compact("devon", edition("2004/05", "reading"))})
    assert "Devon has no edition of 2003/04, nor of an earlier year" in report_text(
        folder, "terminal", "--authority", "devon", *FIRST
    )


@pytest.mark.parametrize("format_", READABLE)
def test_a_term_and_a_reason_that_nobody_gave_have_no_place(folder: Path, format_: str) -> None:
    write(folder, {"compacts/surrey.yaml": compact("surrey", edition("2003/04", unsaid("numbers")))})
    write(folder, {"compacts/essex.yaml": compact("essex", edition("2003/04", unsaid("numbers")))})
    assert not any(word in report_text(folder, format_, *FIRST) for word in ("short", "medium", "term not"))
    page = report_text(folder, format_, "--authority", "kent", *FIRST)
    assert "a, Title of reading Kent contributes We do this" in page
    heads = "short not" if format_ == "terminal" else "term not said"  # its columns are narrow
    assert heads in report_text(folder, format_, *LATER)
    areas = parsed(folder, *LATER)["areas"]
    assert [(row["short"], row["medium"], row["term_unsaid"]) for row in areas] == [(0, 0, 1), (1, 0, 0)]
    kept = parsed(folder, *FIRST)["compacts"][1]["priorities"][0]
    assert (kept["term"], kept["why"]) == (None, None)


@pytest.mark.parametrize("format_", READABLE)
def test_what_the_department_said_and_does_is_told_by_area(folder: Path, format_: str) -> None:
    text = report_text(folder, format_, *FIRST)
    asked = "Asks and answers, by area 2 asks, 1 answered. a, Title of reading Kent: Give notice"
    answered = "Answered on 1 June 2004: It is given (A letter)"
    assert f"{asked} {answered} Of no single area Kent: Count late arrivals" in text
    does = "What the department contributes, by area a, Title of reading"
    assert f"{does} Essex (draft): They do that Kent: They do that Surrey: They do that" in text
    nationally = "What the department undertook nationally, and what came of it One plan (due by 1 April 2006)"
    assert f"{nationally} 16 December 2003: It is consulted on (A paper)" in text
    assert "On what terms Taking part costs nothing" in text


ASKS_OF_NO_AREA: Final = [{"text": "Fund sixth forms", "area": "ks5"}, {"text": "Count late arrivals"}]


@pytest.mark.parametrize("format_", READABLE)
def test_an_ask_of_an_area_that_is_not_known_is_told_by_what_it_names(folder: Path, format_: str) -> None:
    write(folder, {"compacts/devon.yaml": compact("devon", edition("2003/04", "reading", asks=ASKS_OF_NO_AREA))})
    of_ks5 = "Of 'ks5', which is none of this report's areas Devon (draft): Fund sixth forms"
    text = report_text(folder, format_, *FIRST)
    assert f"{of_ks5} Of no single area Devon (draft): Count late arrivals Kent: Count late arrivals" in text
    assert "Fund sixth forms (ks5)" in report_text(folder, format_, "--authority", "devon", *FIRST)


def test_a_site_tells_it_so_too(folder: Path) -> None:
    write(folder, {"compacts/devon.yaml": compact("devon", edition("2003/04", "reading", asks=ASKS_OF_NO_AREA))})
    assert run(folder, "site", "pages").returncode == 0
    of_ks5 = "Of 'ks5', which is none of this report's areas Devon (draft): Fund sixth forms Of no single area"
    for page in ("asks.html", "years/2003-04.html"):
        assert of_ks5 in page_text((folder / "pages" / page).read_text(encoding="utf-8")), page


def test_contributions_still_to_be_written_are_open(folder: Path) -> None:
    open_ = priority("numbers", contributions={"authority": ["TODO write it"], "department": []})
    write(folder, {"compacts/surrey.yaml": compact("surrey", edition("2003/04", open_))})
    text = report_text(folder, "terminal", *FIRST)
    still = (
        "Contributions still open b, Title of numbers: that of the authority in 1 of 1 and that of the department in 1"
    )
    assert still in text
    assert "Surrey" not in text.after("What the department contributes").before("nationally")
    page = report_text(folder, "terminal", "--authority", "surrey", *FIRST)
    assert "The department contributes still open" in page
    assert "the contribution of the department is still open" in page


@pytest.mark.parametrize("format_", READABLE)
def test_a_page_tells_review_answers_and_every_signature(folder: Path, format_: str) -> None:
    page = report_text(folder, format_, "--authority", "kent", *FIRST)
    assert "Review by 30 September 2004" in page
    assert "Reviewed on 7 September 2004: Both sides go on" in page
    assert "Give notice (a) Answered on 1 June 2004: It is given (A letter) Count late arrivals" in page
    for who in ("12 January 2004: L. Leader, Leader", "13 January 2004: D. Director, Director"):
        assert f"Signed for the authority: {who}" in page
    ended = report_text(folder, format_, "--authority", "essex", *FIRST)
    assert "Compact ended on 30 June 2004: Both sides let it end" in ended
    gone = report_text(folder, format_, "--authority", "essex", *LATER)
    assert "Essex has no edition of 2004/05: its compact ended on 30 June 2004: Both sides let it end" in gone


def test_programs_read_what_happened_later(folder: Path) -> None:
    year = parsed(folder, *FIRST)
    essex, kent, _ = year["compacts"]
    assert kent["asks"][0]["answer"] == {"date": "2004-06-01", "text": "It is given"}
    assert kent["asks"][1]["answer"] is None
    assert kent["review"] == {"date": "2004-09-07", "text": "Both sides go on"}
    assert (essex["ended"], kent["ended"]) == ({"date": "2004-06-30", "text": "Both sides let it end"}, None)
    follow_up = [{"date": "2003-12-16", "text": "It is consulted on", "source": "A paper"}]
    assert year["commitments"] == [{"id": "one-plan", "text": "One plan", "due": "2006-04-01", "follow_up": follow_up}]
    page = parsed(folder, "--authority", "kent", *FIRST)["compact"]
    assert list(page)[-4:] == ["signatures", "example", "review", "ended"]
    assert page["review"] == kent["review"]


@pytest.mark.parametrize("statement", ["commitmnts", "none"])
def test_commitments_that_are_absent_or_broken_are_null(folder: Path, statement: str) -> None:
    path = folder / "data/statement.yaml"
    path.write_text(path.read_text().replace("commitments:", f"{statement}:"))
    assert parsed(folder, *FIRST)["commitments"] is None
    assert "undertook" not in report_text(folder, "terminal", *FIRST)


def test_a_workbook_has_a_column_for_each(folder: Path) -> None:
    def sheets(*words: str) -> dict[str, list[dict[str, object]]]:
        run(folder, "report", *words, "--format", "xlsx", "--output", "book.xlsx")
        return {sheet.title: table(sheet) for sheet in load_workbook(folder / "book.xlsx").worksheets}

    first = sheets(*FIRST)
    kent = next(row for row in first["compacts"] if row["authority"] == "Kent")
    assert (str(kent["reviewed on"])[:10], kent["what came of the review"]) == ("2004-09-07", "Both sides go on")
    assert [row["term not said"] for row in first["areas"]] == [1, 0]
    assert [row["answer"] for row in first["asks"]] == ["It is given", None]
    assert [row["what came of it"] for row in first["commitments"]] == ["It is consulted on"]
    later = {row["authority"]: row for row in sheets(*LATER)["missing"]}
    assert (later["Surrey"]["what"], later["Surrey"]["last edition"]) == ("has not renewed", "2003/04")
    assert (later["Essex"]["what"], str(later["Essex"]["ended on"])[:10]) == ("compact has ended", "2004-06-30")
    write(folder, {"compacts/kent.yaml": compact("kent", edition("2003/04", "reading"))})
    assert "term not said" not in sheets(*FIRST)["areas"][0]
    write(folder, {"compacts/devon.yaml": compact("devon", edition("2003/04", "reading", asks=ASKS_OF_NO_AREA))})
    asks = [(row.get("letter"), row.get("area"), row["asks for"]) for row in sheets(*FIRST)["asks"]]
    assert asks == [(None, "ks5", "Fund sixth forms"), (None, None, "Count late arrivals")]
    of_devon = sheets("--authority", "devon", *FIRST)["asks"]
    assert [row["letter"] for row in of_devon] == ["ks5", None]


@pytest.mark.parametrize("format_", ["terminal", "markdown"])
@pytest.mark.parametrize("words", [FIRST, ("--trend",), ("--authority", "kent"), ("--authority", "devon")])
def test_every_report_says_at_its_end_that_taking_part_is_voluntary(
    folder: Path, format_: str, words: tuple[str, ...]
) -> None:
    ending = report_text(folder, format_, *words).after(
        "Taking part is voluntary; figures describe, and nobody is ranked."
    )
    assert "Made by compactctl" in ending


@pytest.mark.parametrize("format_", READABLE)
def test_nobody_is_said_of_all_alone(folder: Path, format_: str) -> None:
    narrowed = report_text(folder, format_, *FIRST, "--region", "south-east", "--status", "agreed")
    of = "authorities in South East and editions that are agreed"
    assert f"Coverage of 2003/04, only {of}" in narrowed
    assert f"Areas that nobody took up, looking only at {of}" in narrowed
    assert "Areas that nobody took up b, Title of numbers" in report_text(folder, format_, *FIRST)


@pytest.mark.parametrize("format_", READABLE)
def test_a_year_that_the_register_does_not_know_is_told(tmp_path: Path, format_: str) -> None:
    write(tmp_path, real("2025/26", "2026/27"))
    sentence = "The register of authorities is known until 24 November 2026, and 2026/27 ends later"
    for words in ((), ("--trend",), ("--authority", "kent")):
        assert sentence in report_text(tmp_path, format_, *words)
    assert sentence[:30] not in report_text(tmp_path, format_, "--year", "2025/26")
    assert [parsed(tmp_path, "--year", year)["beyond_register"] for year in ("2025/26", "2026/27")] == [False, True]


def test_a_register_of_ones_own_is_taken_as_it_is(tmp_path: Path) -> None:
    rows = "1,kent,Kent,,,county,,,\n2,surrey,Surrey,,south-east,,,,\n3,essex,Essex,,,,,,\n"
    write(tmp_path, {**real("2025/26", "2026/27"), "authorities.csv": REGISTER_HEAD + rows})
    year = parsed(tmp_path)
    assert year["beyond_register"] is False
    assert [row["region"] for row in year["regions"]] == ["south-east"]
    assert [row["type"] for row in year["types"]] == ["county"]
    for format_ in READABLE:
        text = report_text(tmp_path, format_)
        assert "has not renewed it, by region South East: Surrey (2025/26)" in text
        assert "Whose compact has ended, by region No region Essex (30 June 2004)" in text
