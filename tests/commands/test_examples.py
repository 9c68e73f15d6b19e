"""Made-up documents in the record and in the commands that check and write."""

import json
from pathlib import Path

import pytest
from tests.changes.making import annex, area, compact, edition, files, write
from tests.running import DATA, copy_record, run

COMPACT = "data/compacts/hampshire.yaml"


@pytest.mark.parametrize(
    "path", [*DATA.glob("compacts/*.yaml"), DATA / "annex/2004-05.yaml"], ids=lambda path: path.stem
)
def test_every_made_up_document_of_the_record_says_so(path: Path) -> None:
    assert "\nexample: true\n" in path.read_text(encoding="utf-8").partition("\n    ")[0]


def test_what_is_known_of_2003_is_no_example() -> None:
    assert not json.loads(run(DATA.parent, "report", "--year", "2003/04", "--format", "json").stdout)["annex_example"]


def test_an_example_is_checked_like_any_other(tmp_path: Path) -> None:
    copy_record(tmp_path, "bristol", "hampshire")
    path = tmp_path / COMPACT
    path.write_text(path.read_text(encoding="utf-8").replace("term: short", "term: soon", 1), encoding="utf-8")
    done = run(tmp_path, "validate", "--format", "concise")
    assert done.returncode == 1
    assert "error[wrong-value]" in done.stdout
    assert "bristol.yaml:19:14: warning[unfinished]" in done.stdout


def test_renew_leaves_an_example_one(tmp_path: Path) -> None:
    copy_record(tmp_path, "bristol")
    assert run(tmp_path, "renew", "bristol").returncode == 0
    assert (tmp_path / "data/compacts/bristol.yaml").read_text(encoding="utf-8").count("example: true\n") == 1
    page = run(tmp_path, "report", "--authority", "bristol").stdout
    assert page.startswith("Bristol: compact for 2004/05 (example)\n\n! Example, not a real compact\n")
    assert "\nStatus: draft (example)\n" in page


def test_init_and_new_write_none(tmp_path: Path) -> None:
    assert run(tmp_path, "init", ".").returncode == 0
    assert run(tmp_path, "new", "hampshire", "--area", "b").returncode == 0
    for format_ in ("terminal", "json"):
        assert "xample, not a real" not in run(tmp_path, "report", "--format", format_).stdout
    report = json.loads(run(tmp_path, "report", "--format", "json").stdout)
    assert (report["examples"], report["annex_example"], report["compacts"][0]["example"]) == (0, False, False)


def test_the_annex_after_an_example_is_one_until_the_line_goes(tmp_path: Path) -> None:
    copy_record(tmp_path, "southwark")
    assert run(tmp_path, "revise").returncode == 0
    draft = (tmp_path / "data/annex/2005-06.yaml").read_text(encoding="utf-8")
    head = "# Made up, as the last one is; take the next line out of a real annex.\nexample: true\ngroups:\n"
    assert f"\n{head}" in draft
    assert "# 1 compact rests on it: Southwark (example)\n" in draft
    head = " ".join(run(tmp_path, "report").stdout.partition("\n\n")[2].partition("\n\n")[0].split())
    assert head.startswith("! Examples, not real: ")
    assert "2005/06" in head.partition("!")[2].partition("!")[0]
    (tmp_path / "data/annex/2004-05.yaml").unlink()
    (tmp_path / "data/annex/2005-06.yaml").unlink()
    assert run(tmp_path, "revise").returncode == 0
    assert "example:" not in (tmp_path / "data/annex/2004-05.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("example: true", True),
        ("example: yes", True),
        ("example:", True),
        ("exmaple: true", True),
        ("Example: true", True),
        ("example: false", False),
        ("# example: true", False),
    ],
)
def test_what_cannot_be_read_of_it_counts_as_one(tmp_path: Path, line: str, is_one: bool) -> None:  # noqa: FBT001
    write(tmp_path, files([annex("2003/04", area("reading"))], [compact("hampshire", edition("2003/04", "reading"))]))
    for name in (COMPACT, "data/annex/2003-04.yaml"):
        path = tmp_path / name
        path.write_text(path.read_text(encoding="utf-8").replace("\n", f"\n{line}\n", 1), encoding="utf-8")
    report = json.loads(run(tmp_path, "report", "--format", "json").stdout)
    assert (report["examples"], report["annex_example"], report["compacts"][0]["example"]) == (is_one, is_one, is_one)
    page = run(tmp_path, "report", "--authority", "hampshire").stdout
    assert ("Status: draft (example)" in page) is is_one


def test_a_statement_is_never_one(tmp_path: Path) -> None:
    copy_record(tmp_path)
    path = tmp_path / "data/statement.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}example: true\n", encoding="utf-8")
    assert "error[unknown-key]" in run(tmp_path, "validate", "--format", "concise").stdout
