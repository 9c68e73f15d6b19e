"""The committee's paper: what `report --authority A --format docx` says, from where, and when it says no."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from docx.oxml.ns import qn
from pytest_regressions.file_regression import FileRegressionFixture
from tests.repositories import begin, commit, replace
from tests.running import COMMAND, DATA, copy_record, environment, run
from tests.word.papers import described, opened, paper, parts, text_of

from compactctl.words import WHAT_A_COMPACT_IS

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "papers"
WORKSPACE: Final = Path(__file__).parents[1] / "workspaces" / "seven-authorities"


@pytest.mark.parametrize(
    ("folder", "authority", "year"),
    [
        (DATA.parent, "hampshire", "2004/05"),
        (DATA.parent, "norfolk", "2003/04"),
        (WORKSPACE, "ashford", "2003/04"),
        (WORKSPACE, "brook", "2004/05"),
    ],
)
def test_reads_as_people_know_it(
    folder: Path, authority: str, year: str, tmp_path: Path, file_regression: FileRegressionFixture
) -> None:
    shutil.copytree(folder / "data", tmp_path / "data")
    text = described(paper(tmp_path, authority, "--year", year))
    file_regression.check(text, fullpath=GOLDEN / f"{authority}-{year[:4]}.txt")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    copy_record(tmp_path, "hampshire")
    return tmp_path


def test_the_same_tree_is_the_same_bytes(record: Path) -> None:
    words = [*COMMAND, "report", "--authority", "hampshire", "--format", "docx"]
    seeds = [environment() | {"PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"} for seed in ("0", "1", "2")]
    papers = {subprocess.run(words, cwd=record, env=seed, capture_output=True, check=True).stdout for seed in seeds}
    assert papers == {paper(record, "hampshire")}


def test_it_says_first_what_a_compact_is_and_how_far_this_one_has_come(record: Path) -> None:
    texts = [paragraph.text for paragraph in opened(paper(record, "hampshire")).paragraphs]
    assert WHAT_A_COMPACT_IS in texts[:5]
    assert "It is proposed: the authority has signed it, and the department has not yet." in texts[:5]
    assert "Status\tproposed (example)" in texts


class TestMarks:
    def test_every_page_says_at_its_head_that_it_is_an_example_and_not_agreed(self, record: Path) -> None:
        header = opened(paper(record, "hampshire")).sections[0].header
        text = "Example, not a real compact · Example, not a real annex: that of 2004/05 · Proposed, not agreed yet"
        assert header.paragraphs[1].text == text

    def test_an_agreed_compact_that_is_real_has_none(self, record: Path) -> None:
        for file in record.glob("data/**/*.yaml"):
            file.write_text(file.read_text(encoding="utf-8").replace("example: true\n", ""), encoding="utf-8")
        signed = "\n      - {{party: {}, role: Whoever signs, date: 2004-11-22}}".format
        compact = record / "data/compacts/hampshire.yaml"
        head, _, _ = compact.read_text(encoding="utf-8").rpartition("signatures:")
        compact.write_text(f"{head}signatures:{signed('authority')}{signed('department')}\n", encoding="utf-8")
        document = opened(paper(record, "hampshire"))
        assert [paragraph.text[:31] for paragraph in document.sections[0].header.paragraphs] == [
            "Hampshire: compact for 2004/05,"
        ]
        assert "Signatures" not in [paragraph.text for paragraph in document.paragraphs]


class TestRevision:
    def test_the_last_commit_is_told_where_the_folder_is_clean(self, record: Path) -> None:
        begin(record)
        head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=record, capture_output=True, text=True, check=True)
        assert f"(commit {head.stdout[:10]})" in _foot(record)

    def test_and_not_where_a_document_is_another(self, record: Path) -> None:
        begin(record)
        replace(record / "data/compacts/hampshire.yaml", "term: medium", "term: short")
        assert "commit" not in _foot(record)
        commit(record)
        assert "commit" in _foot(record)

    def test_other_formats_tell_the_revision_alone(self, record: Path) -> None:
        begin(record)
        assert "commit" not in run(record, "report", "--authority", "hampshire").stdout


def _foot(record: Path) -> str:
    footer = opened(paper(record, "hampshire")).sections[0].footer
    return "\n".join(map(text_of, footer.paragraphs))


def test_the_foot_of_every_page_says_which_of_how_many_it_is(record: Path) -> None:
    footer = parts(paper(record, "hampshire"))["word/footer1.xml"].decode()
    assert [f'w:instr="{field}"' in footer for field in ("PAGE", "NUMPAGES")] == [True, True]


@pytest.mark.parametrize(
    ("signatures", "to_sign"),
    [
        ("[]", ["The department", "Hampshire"]),
        ("[{party: authority, role: Leader, date: 2004-11-22}]", ["The department"]),
        ("[{party: department, role: Minister, date: 2004-11-22}]", ["Hampshire"]),
    ],
)
def test_there_is_a_line_for_each_party_that_is_still_to_sign(
    signatures: str, to_sign: list[str], record: Path
) -> None:
    compact = record / "data/compacts/hampshire.yaml"
    head, _, _ = compact.read_text(encoding="utf-8").rpartition("signatures:")
    compact.write_text(f"{head}signatures: {signatures}\n", encoding="utf-8")
    *_, table = opened(paper(record, "hampshire")).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [["Signed for", "Name and role", "Signature", "Date"], *([name, "", "", ""] for name in to_sign)]


def test_its_first_table_says_why_and_who_does_what(record: Path) -> None:
    table, *_ = opened(paper(record, "hampshire")).tables
    assert len(table.columns) == 2
    assert [cell.text for cell in table.rows[0].cells] == ["Priority, and why", "Who does what"]
    why, what = (cell.text for cell in table.rows[2].cells)
    assert "Reform of the workforce asks most of schools that are short of money and of time" in why
    assert "The department contributes: Notice of what reform will cost before schools set their budgets" in what


def test_hostile_texts_stay_texts(record: Path) -> None:
    text = "</w:t></w:r> {PAGE} =1+1 &amp; <script> ]]>"
    replace(record / "data/compacts/hampshire.yaml", "Give notice of grants for three years, not one", f"'{text}'")
    data = paper(record, "hampshire")
    assert text in described(data)
    assert not any(b"TargetMode" in part for part in parts(data).values())


def test_it_is_in_british_english(record: Path) -> None:
    styles = opened(paper(record, "hampshire")).styles.element
    assert {language.get(qn("w:val")) for language in styles.iter(qn("w:lang"))} == {"en-GB"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "docx"), "a Word document is made of one authority's compact, and no authority is named"),
        (("--output", "all.docx"), "a Word document is made of one authority's compact, and no authority is named"),
        (("--trend", "--format", "docx"), "a Word document is made of one authority's compact"),
        (("--authority", "hampshire", "--format", "html", "--output", "x.docx"), "ends like a file of docx"),
        (("--authority", "hampshire", "--format", "docx", "--output", "x.html"), "ends like a file of html"),
    ],
)
def test_a_wrong_wish_is_told_and_nothing_written(words: tuple[str, ...], message: str, record: Path) -> None:
    answer = run(record, "report", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert message in answer.stderr
    assert "hint:" in answer.stderr
    assert {path.name for path in record.iterdir()} == {"data"}
