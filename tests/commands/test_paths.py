"""The paths of `validate`: what they name is what is counted, and what it rests on is never passed over."""

import json
import subprocess
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from tests.commands.validating import CONFIG, FINDINGS, REGISTER, Files, changed, workspace
from tests.hostile.acting import acting
from tests.running import run

from compactctl.files.data_folder import STATEMENT
from compactctl.rules.samples import ANNEX, BASE, COMPACT, NEXT_ANNEX

NORFOLK: Final = "compacts/norfolk.yaml"
WHOLE: Final = BASE[COMPACT].replace("hampshire", "norfolk")
NEXT: Final = BASE[ANNEX].replace("2003/04", "2004/05")
LAST: Final = "annex/2005-06.yaml"
AGAIN: Final = "then the command again, its files named as seen from there"
NOWHERE: Final = (
    "go to the folder in which 'data' lies ('cd …'), or name the folder of the documents with --data; "
    "where there is no record yet, begin one with 'compactctl init'"
)


def last_line(folder: Path, *options: str) -> tuple[int, str]:
    """Return the exit code and the last line of `validate`."""
    result = run(folder, "validate", "--as-of", "2004-01-15", *options)
    assert result.stderr == ""
    return result.returncode, result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("paths", "code", "line"),
    [
        ((), 1, "1 error, 1 warning in 1 of 4 documents"),
        (("data",), 1, "1 error, 1 warning in 1 of 4 documents"),
        ((".", f"data/{NORFOLK}"), 1, "1 error, 1 warning in 1 of 4 documents"),
        (("..",), 1, "1 error, 1 warning in 1 of 4 documents"),
        ((f"data/{NORFOLK}",), 0, "nothing to object to in 1 of 4 documents"),
        (("data/annex", "data/statement.yaml"), 0, "nothing to object to in 2 of 4 documents"),
        (("data/compacts",), 1, "1 error, 1 warning in 1 of the 2 documents named, of 4"),
        ((f"data/{COMPACT}",), 1, "1 error, 1 warning in 1 of the 1 document named, of 4"),
        (("link/compacts",), 1, "1 error, 1 warning in 1 of the 2 documents named, of 4"),
    ],
)
def test_what_is_claimed_is_what_was_looked_at(paths: tuple[str, ...], code: int, line: str, tmp_path: Path) -> None:
    (workspace(tmp_path, {COMPACT: FINDINGS, NORFOLK: WHOLE}) / "link").symlink_to("data")
    assert last_line(tmp_path, *paths) == (code, line)


def test_json_and_junit_count_only_what_the_paths_name(tmp_path: Path) -> None:
    workspace(tmp_path, {COMPACT: FINDINGS, NORFOLK: WHOLE, CONFIG: "["})
    shown = {name: run(tmp_path, "validate", "--format", name, f"data/{NORFOLK}").stdout for name in ("json", "junit")}
    assert json.loads(shown["json"])["documents"] == 1
    cases = [case.get("name") for case in ET.fromstring(shown["junit"]).iter("testcase")]  # noqa: S314 - our own
    assert cases == [f"data/{NORFOLK}", f"data/{CONFIG}"]


@pytest.mark.parametrize("words", ["norfolk", "NORFOLK", "926", "Norfolk County Council"])
def test_an_authority_stands_for_its_compact(words: str, tmp_path: Path) -> None:
    workspace(tmp_path, {COMPACT: FINDINGS, NORFOLK: WHOLE})
    assert last_line(tmp_path, words) == (0, "nothing to object to in 1 of 4 documents")
    both = (1, "1 error, 1 warning in 1 of the 2 documents named, of 4")
    assert last_line(tmp_path, words, f"data/{COMPACT}") == last_line(tmp_path, words, "Hampshire") == both


def test_a_compact_under_a_wrong_name_is_named_by_its_authority(tmp_path: Path) -> None:
    workspace(tmp_path, {"compacts/norfolk.yml": WHOLE})
    assert last_line(tmp_path, "Norfolk") == (1, "1 error in 1 of the 1 document named, of 4")


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("record/data", f"it lies further up: type 'cd ..', {AGAIN}"),
        ("record/data/compacts", f"it lies further up: type 'cd ../..', {AGAIN}"),
        ("record/docs", f"it lies further up: type 'cd ..', {AGAIN}"),
        (".", f"there is one in 'record': type 'cd record', {AGAIN}"),
        ("kept", "this folder is one: add '--data .' to the command"),
        ("empty", NOWHERE),
    ],
)
def test_who_stands_in_another_folder_is_told_where_to_go(folder: str, hint: str, tmp_path: Path) -> None:
    workspace(tmp_path / "record")
    for name in ("record/docs", "kept/annex", "empty"):
        (tmp_path / name).mkdir(parents=True)
    result = run(tmp_path / folder, "report")
    assert (result.returncode, result.stderr) == (2, f"compactctl: there is no data folder 'data'\n  hint: {hint}\n")


def test_a_name_that_is_nearly_an_authority_s_is_told(tmp_path: Path) -> None:
    workspace(tmp_path, {NORFOLK: WHOLE})
    refused = run(tmp_path, "validate", "norfork")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "compactctl: there is no file or folder 'norfork', and the register has no authority 'norfork'; "
        "did you mean 'norfolk' (Norfolk)?\n"
    )


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("norfolk.yaml", f"data/{NORFOLK}"),
        (NORFOLK, f"data/{NORFOLK}"),
        ("data/compacts/Norfolk.yml", f"data/{NORFOLK}"),
        ("2003-04.yaml", f"data/{ANNEX}"),
        ("data/statement.yaml/", f"data/{STATEMENT}"),
        ("kent.yaml", "data/compacts/kent.yml"),
    ],
)
def test_a_path_that_ends_like_one_document_s_is_told_where_that_lies(path: str, meant: str, tmp_path: Path) -> None:
    workspace(tmp_path, {NORFOLK: WHOLE, "compacts/kent.yml": WHOLE})
    for command in (("validate",), ("fix", "--yes")):
        refused = run(tmp_path, *command, path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr == (f"compactctl: there is no file or folder '{path}'\n  hint: did you mean '{meant}'?\n")


def test_a_path_like_no_document_s_is_told_how_programs_leave_it_out(tmp_path: Path) -> None:
    workspace(tmp_path)
    assert "hint: paths are as seen from where you are; a deleted" in run(tmp_path, "validate", "data/kent.yaml").stderr


def test_what_lies_there_is_no_authority(tmp_path: Path) -> None:
    workspace(tmp_path, {NORFOLK: WHOLE})
    (tmp_path / "norfolk").mkdir()
    refused = run(tmp_path, "validate", "norfolk")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "'norfolk' lies outside the data folder 'data'" in refused.stderr


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("Surrey", "there is no file or folder 'Surrey', and Surrey has no compact in 'data/compacts'"),
        ("Atlantis", "there is no file or folder 'Atlantis', and the register has no authority 'Atlantis'"),
        ("README.md", "'README.md' lies outside the data folder 'data'"),
        ("data/../README.md", "'data/../README.md' lies outside the data folder 'data'"),
        ("/usr", "'/usr' lies outside the data folder 'data'"),
        ("elsewhere", "'elsewhere' lies outside the data folder 'data'"),
        ("data/compacts/nobody.yaml", "there is no file or folder 'data/compacts/nobody.yaml'"),
        ("data/statement.yaml/", "there is no file or folder 'data/statement.yaml/'"),
        ("data/README.md", "'data/README.md' is no document, so nothing of it is checked"),
        ("data/compacts/README.md", "'data/compacts/README.md' is no document, so nothing of it is checked"),
        ("data/notes", "there is no document in 'data/notes'"),
    ],
)
@pytest.mark.parametrize("beside", [(), (f"data/{COMPACT}",)])
def test_a_path_of_which_nothing_could_be_said_is_exit_2(
    path: str, message: str, beside: tuple[str, ...], tmp_path: Path
) -> None:
    workspace(tmp_path, {"README.md": "", "compacts/README.md": "", "notes/x.txt": "", COMPACT: FINDINGS})
    (tmp_path / "README.md").touch()
    (tmp_path / "elsewhere").mkdir()
    result = run(tmp_path, "validate", *beside, path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"compactctl: {message}\n  hint: ")


def test_a_path_above_the_data_folder_makes_no_other_right(tmp_path: Path) -> None:
    (workspace(tmp_path) / "README.md").touch()
    for path in ("README.md", "data/compacts/gone.yaml"):
        assert run(tmp_path, "validate", ".", path).returncode == 2


def test_of_deleted_files_the_hint_says_what_to_do(tmp_path: Path) -> None:
    result = run(workspace(tmp_path), "validate", "data/compacts/gone.yaml")
    assert "'git diff --name-only --diff-filter=d' leaves it out" in result.stderr


def test_what_git_says_was_changed_is_checked_or_refused(tmp_path: Path) -> None:
    """The command of the issue: `validate $(git diff --name-only)` over a change of the README alone."""
    workspace(tmp_path, {COMPACT: FINDINGS})
    (tmp_path / "README.md").touch()
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "a")):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    (tmp_path / "README.md").write_text("x")
    names = subprocess.run(["git", "diff", "--name-only"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert run(tmp_path, "validate", *names.stdout.split()).returncode == 2


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        (CONFIG, 0, "nothing to object to in data/config.yaml"),
        (REGISTER, 1, "1 error in data/authorities.csv"),
        ("compacts/Notes.txt", 1, "1 error in data/compacts/Notes.txt"),
        ("compacts/surrey.yml", 1, "1 error in 1 of the 1 document named, of 4, and 1 error in what they rest on"),
    ],
)
def test_what_is_no_document_and_is_checked_is_named(name: str, code: int, line: str, tmp_path: Path) -> None:
    files: Files = {CONFIG: "levels: {}\n", REGISTER: "slug\n", "compacts/Notes.txt": "", "compacts/surrey.yml": "["}
    assert last_line(workspace(tmp_path, files), f"data/{name}") == (code, line)


def test_a_name_in_the_last_line_acts_on_nothing(tmp_path: Path) -> None:
    name = "compacts/\x1b[31m ##[group]::x.txt"
    workspace(tmp_path, {name: ""})
    for format_ in ("full", "github"):
        result = run(tmp_path, "validate", "--format", format_, f"data/{name}")
        assert acting(result.stdout.encode(), annotations=True) == []
    last = run(tmp_path, "validate", f"data/{name}").stdout.splitlines()[-1]
    assert last == r"1 error in data/compacts/\x1b[31m #\#[group]:\:x.txt"


def test_a_misplaced_file_and_the_document_that_it_was_meant_to_be_are_one(tmp_path: Path) -> None:
    workspace(tmp_path, {COMPACT: FINDINGS, "compacts/hampshire.yml": "["})
    line = "2 errors, 1 warning in 1 of the 1 document named, of 3"
    assert last_line(tmp_path, "data/compacts/hampshire.yml") == (1, line)


def test_a_compact_one_folder_too_high_belongs_to_the_folder_of_compacts(tmp_path: Path) -> None:
    workspace(
        tmp_path,
        {COMPACT: None, Path(COMPACT).name: BASE[COMPACT], NORFOLK: BASE[COMPACT].replace("hampshire", "norfolk")},
    )
    assert last_line(tmp_path, "data/compacts") == (1, "1 error in 1 of the 2 documents named, of 4")
    assert last_line(tmp_path) == (1, "1 error in 1 of 4 documents")


def test_what_lies_in_a_misplaced_folder_is_told_there(tmp_path: Path) -> None:
    workspace(tmp_path, {"compacts/old/surrey.yaml": "["})
    assert last_line(tmp_path, "data/compacts/old/surrey.yaml") == (1, "1 error in data/compacts/old")


SOMETHING: Final = (1, "nothing to object to in 1 of {} documents, and 1 error in what they rest on")
NOTHING: Final = (0, "nothing to object to in 1 of {} documents")
SCHEMA: Final[Files] = changed(ANNEX, ("letter: a", "letter: A"))


FOUNDATIONS: Final[list[tuple[Files, str, tuple[int, str]]]] = [
    ({STATEMENT: "["}, COMPACT, SOMETHING),
    ({STATEMENT: "["}, ANNEX, SOMETHING),
    ({STATEMENT: None}, COMPACT, SOMETHING),
    ({STATEMENT: None, "statement.yml": "x"}, COMPACT, SOMETHING),
    ({REGISTER: "slug\n"}, COMPACT, SOMETHING),
    ({REGISTER: "slug\n"}, ANNEX, SOMETHING),
    ({REGISTER: "slug\n"}, STATEMENT, NOTHING),
    ({CONFIG: "["}, STATEMENT, SOMETHING),
    ({CONFIG: "["}, COMPACT, SOMETHING),
    ({ANNEX: "["}, COMPACT, SOMETHING),
    (SCHEMA, COMPACT, SOMETHING),
    ({ANNEX: "[", NEXT_ANNEX: NEXT}, COMPACT, SOMETHING),
    ({NEXT_ANNEX: "["}, COMPACT, SOMETHING),
    ({NEXT_ANNEX: "[", LAST: NEXT.replace("2004/05", "2005/06")}, COMPACT, NOTHING),
    ({ANNEX: None, f"Annex/{Path(ANNEX).name}": BASE[ANNEX]}, COMPACT, SOMETHING),
    ({ANNEX: None, f"{ANNEX[:-5]}.yml": BASE[ANNEX]}, COMPACT, SOMETHING),
    ({ANNEX: None, f"{ANNEX}.txt": BASE[ANNEX]}, COMPACT, SOMETHING),
    ({ANNEX: None, Path(ANNEX).name: BASE[ANNEX]}, COMPACT, SOMETHING),
    ({STATEMENT: None, "statement.yaml.txt": BASE[STATEMENT]}, COMPACT, SOMETHING),
    ({ANNEX: "[", NEXT_ANNEX: NEXT}, NEXT_ANNEX, SOMETHING),
    ({NEXT_ANNEX: "["}, ANNEX, NOTHING),
    ({NORFOLK: "["}, COMPACT, NOTHING),
]


@pytest.mark.parametrize(("files", "path", "expected"), FOUNDATIONS)
def test_where_what_the_named_rests_on_is_broken_it_counts_too(
    files: Files, path: str, expected: tuple[int, str], tmp_path: Path
) -> None:
    code, line = expected
    count = len({**BASE, **files}) - sum(name in (CONFIG, REGISTER) or text is None for name, text in files.items())
    if f"Annex/{Path(ANNEX).name}" in files:
        count -= 1
    got = last_line(workspace(tmp_path, files), f"data/{path}")
    assert got == (code, line.format(count))


def test_a_finding_that_breaks_nothing_stays_with_its_own_document(tmp_path: Path) -> None:
    workspace(tmp_path, changed(ANNEX, ("letter: b", "letter: x")))
    assert last_line(tmp_path, f"data/{COMPACT}") == (0, "nothing to object to in 1 of 3 documents")


def test_completeness_and_a_path_do_not_go_together(tmp_path: Path) -> None:
    result = run(workspace(tmp_path), "validate", "--complete", "2003/04", f"data/{COMPACT}")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("compactctl: --complete and a path do not go together\n  hint: ")
