"""A document that was saved in a wrong place, or under a wrong name, is told, counts as there, and is never harmed."""

import json
from pathlib import Path

import pytest
from tests.running import copy_record, run

AS_OF = ("--as-of", "2005-01-15")


def messages(folder: Path) -> dict[str, str]:
    """Return the message on each misplaced file."""
    document = json.loads(run(folder, "validate", "--format", "json", *AS_OF).stdout)
    return {item["file"]: item["message"] for item in document["findings"] if item["rule"] == "misplaced-file"}


def documents(folder: Path) -> int:
    count: int = json.loads(run(folder, "validate", "--format", "json", *AS_OF).stdout)["documents"]
    return count


@pytest.mark.parametrize("name", ["hampshire.yaml", "hampshire.yml", "HAMPSHIRE.YAML", "hampshire.yaml.txt"])
def test_a_compact_saved_one_folder_too_high_is_there_and_broken(tmp_path: Path, name: str) -> None:
    data = copy_record(tmp_path, "hampshire", "norfolk")
    (data / "compacts/hampshire.yaml").rename(data / name)
    assert run(tmp_path, "validate", *AS_OF).returncode == 1
    assert messages(tmp_path) == {
        f"data/{name}": "this is not read where it lies: move it to 'compacts/hampshire.yaml'",
    }
    assert documents(tmp_path) == 5
    report = json.loads(run(tmp_path, "report", "--year", "2003/04", "--format", "json").stdout)
    assert report["unreadable"] == [f"data/{name}"]
    assert report["authorities"]["unreadable"] == 1
    assert "hampshire" not in report["without_edition"]


def test_nobody_is_told_to_have_no_compact_whose_file_lies_too_high(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "compacts/hampshire.yaml").rename(data / "hampshire.yaml")
    shown = run(tmp_path, "validate", "--complete", "2003/04", "--format", "concise", *AS_OF).stdout
    assert "(norfolk) has no edition" in shown
    assert "(hampshire) has no edition" not in shown


def test_where_the_right_one_is_there_too_it_is_read_and_counts_once(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "hampshire.yaml").write_bytes((data / "compacts/hampshire.yaml").read_bytes())
    assert messages(tmp_path) == {
        "data/hampshire.yaml": (
            "this is not read, and 'compacts/hampshire.yaml' is there too;"
            " keep what is right in that, and take this one out"
        )
    }
    assert documents(tmp_path) == 4
    report = json.loads(run(tmp_path, "report", "--year", "2003/04", "--format", "json").stdout)
    assert report["unreadable"] == []
    assert report["authorities"]["with_edition"] == 1


def test_an_annex_saved_one_folder_too_high_is_there_and_broken(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "annex/2004-05.yaml").rename(data / "2004-05.yaml")
    assert messages(tmp_path) == {
        "data/2004-05.yaml": "this is not read where it lies: move it to 'annex/2004-05.yaml'"
    }
    answer = run(tmp_path, "report", "--year", "2004/05")
    assert answer.returncode == 2
    assert "the annex of 2004/05, data/2004-05.yaml, cannot be read" in answer.stderr
    # Its edition of 2004/05 is not told to have no annex.
    assert "no-annex" not in run(tmp_path, "validate", "--format", "concise", *AS_OF).stdout


def test_any_other_name_is_told_and_counts_as_no_document(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    (data / ".settings.yaml").write_text("a: b\n", encoding="utf-8")
    assert list(messages(tmp_path)) == ["data/notes.yaml"]
    assert documents(tmp_path) == 4
    assert "data/notes.yaml" in run(tmp_path, "report", "--year", "2003/04").stderr


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("compacts/surrey.yml", "rename it to 'surrey.yaml', or move it out"),
        ("compacts/surrey.yaml.txt", "rename it to 'surrey.yaml', or move it out"),
        ("compacts/Surrey.yaml", "rename it to 'surrey.yaml', or move it out"),
        (
            "compacts/hampshire.yml",
            "'hampshire.yaml' is there too, so keep what is right in that, and move this one out",
        ),
        ("compacts/surrey.docx", "a Word form is taken in with 'compactctl import'; move it out"),
        ("annex/2004-05.DOCX", "a Word form is taken in with 'compactctl import'; move it out"),
        ("compacts/surrey.doc", "this is a Word document, which is not read; move it out"),
        ("compacts/surrey.xlsx", "'compactctl report' makes them, and none is read; move it out"),
        ("compacts/hampshire.yaml~", "that a program left here; move it out"),
        ("compacts/surrey.bak", "that a program left here; move it out"),
        ("compacts/desktop.ini", "that a program left here; move it out"),
        ("annex/Thumbs.db", "that a program left here; move it out"),
        ("compacts/notes.txt", "its name does not end in '.yaml'; move it out"),
        ("statement.yml", "and 'statement.yaml' is there too; keep what is right in that, and take this one out"),
        ("CONFIG.YAML", "its name is not written 'config.yaml'; rename it"),
    ],
)
def test_the_advice_does_no_harm(tmp_path: Path, name: str, advice: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / name).touch()
    [message] = messages(tmp_path).values()
    assert message.endswith(advice)


@pytest.mark.parametrize("name", ["desktop.ini", "readme.md", "report.xlsx", "form.DOCX", "notes.txt"])
def test_what_has_the_name_of_no_authority_counts_as_no_document(tmp_path: Path, name: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "compacts" / name).touch()
    assert list(messages(tmp_path)) == [f"data/compacts/{name}"]
    assert documents(tmp_path) == 4


@pytest.mark.parametrize("name", ["surrey.docx", "surrey.xlsx", "surry.yml"])
def test_what_has_the_name_of_one_or_is_written_as_a_compact_counts(tmp_path: Path, name: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "compacts" / name).touch()
    assert documents(tmp_path) == 5


def test_nothing_is_begun_beside_a_compact_that_lies_too_high(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / "compacts/hampshire.yaml").rename(data / "hampshire.yaml")
    answer = run(tmp_path, "new", "hampshire")
    assert (answer.returncode, list((data / "compacts").iterdir())) == (1, [])


def test_an_exemption_of_a_compact_under_a_wrong_name_is_not_told_to_be_deleted(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "rutland")
    (data / "compacts/rutland.yaml").rename(data / "compacts/rutland.yml")
    (data / "config.yaml").write_text(
        "exemptions:\n  - {rule: one-sided, file: compacts/rutland.yaml, until: 2006-12-31, reason: Agreed}\n",
        encoding="utf-8",
    )
    shown = run(tmp_path, "validate", "--format", "concise", *AS_OF).stdout
    assert "misplaced-file" in shown
    assert "unused-exemption" not in shown


def test_an_exemption_holds_in_a_data_folder_that_is_called_compacts(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "rutland").rename(tmp_path / "compacts")
    (data / "config.yaml").write_text(
        "exemptions:\n  - {rule: one-sided, file: compacts/rutland.yaml, until: 2006-12-31, reason: Agreed}\n",
        encoding="utf-8",
    )
    shown = run(tmp_path, "validate", "--data", "compacts", "--format", "concise", *AS_OF).stdout
    assert "one-sided" not in shown
    assert "unused-exemption" not in shown


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ("compacts/surrey.yml", "compacts/surrey.yaml.txt", "surrey.yaml"),
        ("config.yml", "config.yaml.txt", "config.yaml"),
    ],
)
def test_two_that_stand_for_one_are_not_both_told_to_take_its_name(
    tmp_path: Path, first: str, second: str, right: str
) -> None:
    data = copy_record(tmp_path, "hampshire")
    for name in (first, second):
        (data / name).touch()
    for message in messages(tmp_path).values():
        assert "is there too" in message
        assert f"keep one of them as '{right}'" in message


@pytest.mark.parametrize(("wrong", "right"), [("compact", "compacts"), ("Compacts", "compacts"), ("annexes", "annex")])
def test_a_folder_under_a_wrong_name_is_told(tmp_path: Path, wrong: str, right: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / right).rename(data / wrong)
    assert messages(tmp_path) == {
        f"data/{wrong}": f"this is not read, since its name is not written '{right}'; rename it",
    }


def test_two_compacts_one_folder_too_high_are_not_both_told_to_take_one_place(tmp_path: Path) -> None:
    data = copy_record(tmp_path, "hampshire")
    for name in ("norfolk.yaml", "norfolk.yml"):
        (data / name).touch()
    first, second = messages(tmp_path).values()
    assert first.endswith("move it to 'compacts/norfolk.yaml'")
    assert second.endswith("keep one of them there, and no other")


@pytest.mark.parametrize("name", ["authorities.csv.txt", "authorities.csv.csv", "Authorities.CSV.txt"])
def test_a_register_that_an_editor_named_anew_is_told(tmp_path: Path, name: str) -> None:
    data = copy_record(tmp_path, "hampshire")
    (data / name).write_text("code\n", encoding="utf-8")
    assert messages(tmp_path) == {
        f"data/{name}": "this is not read, since its name is not written 'authorities.csv'; rename it"
    }
