"""What the mark of an example says, format by format, on a workspace in which some documents are and some are not."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Final

import pytest
from jsonschema import Draft7Validator
from openpyxl import load_workbook
from tests.changes.making import annex, write
from tests.formats.coverage.sheets import table
from tests.formats.made_up import AREAS, FIRST, OF_KENT, OF_NORFOLK, OF_SURREY, SECOND, asked, with_examples
from tests.running import run

pytestmark = pytest.mark.slow

RUNNING: Final = '@top-left { content: "'
"""What stands at the head of each sheet of paper."""
SCHEMAS: Final = Path(__file__).parents[2] / "schemas"

WITHOUT_COMPACTS = {
    *(("areas", "year"), ("missing", "what")),
    ("commitments", "the department undertook nationally"),
}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Return a workspace in which Kent's compact and the second annex are examples, and nothing else is."""
    write(tmp_path, with_examples(OF_KENT, SECOND))
    return tmp_path


def test_the_head_counts_and_each_name_and_status_tells(mixed: Path) -> None:
    year = " ".join(asked(mixed, "report", "--year", "2003/04", "--full").split())
    assert year.startswith("Coverage of 2003/04 ! Examples, not real: 1 of the 2 editions ! ")
    assert "2 of 150 authorities have an edition of 2003/04 (1 draft and 1 proposed); 1 of the 2 is an example" in year
    assert "term drafts examples a Title of reading" in year
    assert "c Falling rolls Kent (example)" in year
    assert "Kent (example), proposed ● ● Surrey, draft ●" in year
    assert "a, Title of reading: - Kent (example): Give notice" in year
    trend = " ".join(asked(mixed, "report", "--trend").split())
    assert "! 2 of the 4 editions are examples, not real compacts ! Example, not a real annex: that of 2004/05" in trend
    assert "2003/04 150 2" in trend
    assert "2004/05 (example) 150 2" in trend
    page = asked(mixed, "report", "--authority", "kent", "--year", "2003/04").splitlines()
    assert page[:3] == ["Kent: compact for 2003/04 (example)", "", "! Example, not a real compact"]
    assert "Status: proposed (example)" in page
    assert "the annex is a draft (example)" in asked(mixed, "report", "--full")


def test_the_years_before_are_told_of_where_a_year_is_compared_with_them(mixed: Path) -> None:
    text = " ".join(asked(mixed, "report").split())
    assert "! Examples, not real: 1 of the 2 editions, 1 of the 2 editions of the years before and the annex of" in text


def test_a_comparison_tells_it_where_a_compact_is_named(mixed: Path) -> None:
    text = " ".join(asked(mixed, "diff").split())
    assert text.startswith(
        "From 2003/04 to 2004/05 ! 1 of the 2 editions of 2003/04 is an example, not a real compact "
        "! 1 of the 2 editions of 2004/05 is an example, not a real compact "
        "! Example, not a real annex: that of 2004/05"
    )
    assert "Annex of 2004/05: draft (example)" in text
    assert "Kent: proposed (example) in 2003/04; draft (example) in 2004/05" in text
    assert "Surrey: draft in 2003/04" in text
    assert asked(mixed, "diff", "--authority", "kent").startswith("From 2003/04 to 2004/05: Kent (example)\n")


def test_annexes_between_the_years_count_since_the_lineage_goes_through_them(mixed: Path) -> None:
    write(mixed, {"annex/2005-06.yaml": annex("2005/06", *AREAS)})
    assert "\n! Example, not a real annex: that of 2004/05\n" in asked(mixed, "diff", "2003/04", "2005/06")


def test_programs_read_the_bare_status_and_the_mark_beside_it(mixed: Path) -> None:
    year = json.loads(asked(mixed, "report", "--year", "2003/04", "--format", "json"))
    assert (year["examples"], year["annex_example"]) == (1, False)
    assert [(compact["status"], compact["example"]) for compact in year["compacts"]] == [
        ("proposed", True),
        ("draft", False),
    ]
    page = json.loads(asked(mixed, "report", "--authority", "kent", "--format", "json"))
    assert list(page.items())[-1] == ("annex_example", True)
    assert page["compact"]["example"] is True
    years = json.loads(asked(mixed, "report", "--trend", "--format", "json"))["years"]
    assert [(changes["examples"], changes["annex_example"]) for changes in years] == [(1, False), (1, True)]
    changes = json.loads(asked(mixed, "diff", "--format", "json"))
    assert list(changes.items())[-2:] == [
        ("examples", {"old": 1, "new": 1}),
        ("annex_example", {"old": False, "new": True}),
    ]
    for name, document in (("coverage", year), ("coverage", page), ("changes", changes)):
        Draft7Validator(json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))).validate(document)


def test_tables_have_a_column_of_their_own_at_the_end(mixed: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(mixed, "report", "--year", "2003/04", "--format", "csv"))))
    assert list(rows[0])[-3:] == ["authorities", "examples", "not_renewed"]
    assert [(row["chosen"], row["examples"]) for row in rows] == [("1", "1"), ("1", "0"), ("1", "1")]
    rows = list(csv.DictReader(io.StringIO(asked(mixed, "report", "--authority", "kent", "--format", "csv"))))
    assert [(row["status"], row["example"]) for row in rows] == [("draft", "true")]
    assert list(rows[0])[-1] == "example"
    years = asked(mixed, "report", "--trend", "--format", "csv").splitlines()
    assert years[0].endswith(",authorities,from,examples,not_renewed")


def test_a_table_without_a_head_is_told_of_beside_it(mixed: Path) -> None:
    done = run(mixed, "report", "--format", "csv")
    assert done.stderr == (
        "compactctl: 1 of the 2 editions is an example, not a real compact\n"
        "compactctl: Example, not a real annex: that of 2004/05\n"
    )


def test_every_sheet_with_anything_of_a_compact_tells_it(mixed: Path) -> None:
    for words in (("--year", "2003/04"), ("--authority", "kent", "--year", "2003/04")):
        asked(mixed, "report", *words, "--format", "xlsx", "--output", "book.xlsx")
        book = load_workbook(mixed / "book.xlsx")
        assert all(
            re.search(
                r"Examples, not real: |Example, not a real compact\. ",
                str(sheet.oddHeader and sheet.oddHeader.left.text),
            )
            for sheet in book.worksheets
        )
        for sheet in book.worksheets:
            rows = table(sheet)
            marked = [row for row in rows if {"yes", "Kent (example)", "proposed (example)"} & set(row.values())]
            assert marked or (sheet.title, next(iter(rows[0]))) in WITHOUT_COMPACTS, sheet.title
        if "priorities" in book.sheetnames:
            first = {cell.value for row in book["priorities"].iter_rows() for cell in row}
            assert "proposed" in first
            assert "proposed (example)" not in first


def test_a_page_tells_it_below_its_title_on_each_sheet_of_paper_and_where_names_stand(mixed: Path) -> None:
    page = asked(mixed, "report", "--year", "2003/04", "--format", "html")
    sentence = "Examples, not real: 1 of the 2 editions"
    assert page.index("<h1>Coverage of 2003/04</h1>") < page.index(f"{sentence}<") < page.index("2 of 150")
    assert "with examples that are not real" in page.partition(RUNNING)[2].partition("}")[0]
    assert '<th scope="row">Kent (example)' in page
    page = asked(mixed, "report", "--authority", "kent", "--format", "html")
    assert "<title>Kent: compact for 2004/05 (example)</title>" in page
    assert "compact for 2004\\2f 05 (example)" in page.partition(RUNNING)[2].partition("}")[0]
    assert "with examples that are not real" in asked(mixed, "diff", "--format", "html").partition("</style>")[0]


def test_no_length_of_what_is_left_out_takes_the_mark_away(mixed: Path) -> None:
    for number in range(700):
        (mixed / f"data/compacts/{number:0>60}.yaml").write_text("authority: [", encoding="utf-8")
    for words in (("report",), ("diff",)):
        text = asked(mixed, *words, "--format", "markdown")
        assert re.search(r"Examples, not real: |is an example, not a real compact", text)


def test_what_a_gate_says_of_editions_says_it_too(mixed: Path) -> None:
    done = run(mixed, "report", "--year", "2003/04", "--fail-under", "50")
    assert done.returncode == 1
    assert "(1 draft and 1 proposed); 1 of the 2 is an example; --fail-under asks" in done.stderr


def test_all_and_the_only_one(tmp_path: Path) -> None:
    write(tmp_path, with_examples(OF_KENT, OF_SURREY, FIRST, SECOND))
    assert "\n! Examples, not real: both editions and the annex of 2003/04\n" in asked(
        tmp_path, "report", "--year", "2003/04"
    )
    assert "(1 draft and 1 proposed); both are examples" in asked(
        tmp_path, "report", "--year", "2003/04", "--format", "markdown"
    )
    assert "\n! Examples, not real annexes: those of 2003/04, 2004/05\n" in asked(tmp_path, "report", "--trend")
    for name in (OF_KENT, OF_NORFOLK):
        (tmp_path / "data" / name).unlink()
    only = asked(tmp_path, "report", "--year", "2003/04")
    assert "\n! Examples, not real: the one edition and the annex of 2003/04\n" in only
    assert "(1 draft); that one is an example" in " ".join(only.split())
