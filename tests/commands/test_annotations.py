"""What CI shows beside a change: files as its reader finds them, no more than it takes, and why there was no check."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator
from tests.commands.validating import COLUMNS, FINDINGS, REGISTER, Files, workspace
from tests.hostile.acting import acting
from tests.running import picture, run

from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.formats.findings.sarif import MAXIMUM_RESULTS
from compactctl.rules.samples import COMPACT

SARIF: Final = Draft4Validator(json.loads((Path(__file__).parents[1] / "schemas/sarif-2.1.0.json").read_text()))


def validate(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "validate", "--as-of", "2004-01-15", *arguments, **variables)


def named(folder: Path, format_: str, *options: str, **variables: str) -> set[str]:
    """Return the files that a format names."""
    text = validate(folder, "--format", format_, *options, **variables).stdout
    if format_ == "github":
        return set(re.findall(r"^::\w+ file=([^,]+)", text, re.MULTILINE))
    document = json.loads(text)
    if format_ == "gitlab":
        return {issue["location"]["path"] for issue in document}
    if format_ == "json":
        return {item["file"] for item in document["findings"]}
    results = document["runs"][0]["results"]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for item in results for place in item["locations"]}


ANNOTATING: Final = ("github", "gitlab", "sarif")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in whose folder `records` the data folder lies."""
    workspace(tmp_path / "top/records", {COMPACT: FINDINGS})
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "top", check=True)
    return tmp_path / "top"


@pytest.mark.parametrize("format_", ANNOTATING)
class TestPaths:
    def test_they_are_those_of_the_repository(self, format_: str, repository: Path) -> None:
        for folder, data in (
            ("records", "data"),
            (".", "records/data"),
            ("records/data", "."),
            ("..", "top/records/data"),
        ):
            assert named(repository / folder, format_, "--data", data) == {f"records/data/{COMPACT}"}

    def test_a_file_git_marks_the_top_too(self, format_: str, repository: Path) -> None:
        (repository / "records/.git").write_text("gitdir: elsewhere\n")
        assert named(repository, format_, "--data", "records/data") == {f"data/{COMPACT}"}

    @pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
    def test_the_root_of_the_reader_counts_before_the_repository(
        self, variable: str, format_: str, repository: Path
    ) -> None:
        (repository.parent / "linked").symlink_to(repository.parent)
        for root in (repository.parent, repository.parent / "linked"):
            names = named(repository / "records", format_, **{variable: str(root)})
            assert names == {f"top/records/data/{COMPACT}"}

    def test_a_root_that_does_not_contain_them_is_passed_over(self, format_: str, repository: Path) -> None:
        elsewhere = {"GITHUB_WORKSPACE": str(repository / "records/elsewhere"), "CI_PROJECT_DIR": str(repository)}
        assert named(repository / "records", format_, **elsewhere) == {f"records/data/{COMPACT}"}

    def test_a_data_folder_that_is_a_link_is_named_as_git_names_it(self, format_: str, repository: Path) -> None:
        (repository / "linked").symlink_to("records/data")
        assert named(repository, format_, "--data", "linked") == {f"records/data/{COMPACT}"}

    def test_without_a_repository_they_are_those_of_the_working_folder(self, format_: str, tmp_path: Path) -> None:
        workspace(tmp_path, {COMPACT: FINDINGS})
        assert named(tmp_path, format_) == {f"data/{COMPACT}"}
        assert named(tmp_path / "data/annex", format_, "--data", "..") == {f"../{COMPACT}"}


def test_the_jobs_summary_follows(repository: Path) -> None:
    summary = repository / "summary.md"
    validate(repository / "records", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert f"| records/data/{COMPACT}:6:15 |" in summary.read_text()


def test_people_and_programs_at_hand_see_paths_from_where_they_are(repository: Path) -> None:
    assert named(repository / "records", "json") == {f"data/{COMPACT}"}
    for format_ in ("full", "concise", "junit"):
        shown = validate(repository / "records", "--format", format_).stdout
        assert f"data/{COMPACT}" in shown
        assert "records/data" not in shown


def fingerprints(folder: Path, data: str) -> list[list[str]]:
    def parsed(format_: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(validate(folder, "--format", format_, "--data", data).stdout)

    return [
        [item["fingerprint"] for item in parsed("json")["findings"]],
        [issue["fingerprint"] for issue in parsed("gitlab")],
        [item["partialFingerprints"]["compactctl/v1"] for item in parsed("sarif")["runs"][0]["results"]],
    ]


def test_fingerprints_are_the_same_from_every_folder(repository: Path) -> None:
    assert fingerprints(repository, "records/data") == fingerprints(repository / "records", "data")


MANY: Final = MAXIMUM_RESULTS // MAXIMUM_FINDINGS + 1
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def overfull(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with more findings than SARIF's readers take, the errors in the last file."""
    sides = "{authority: [x], department: [y]}"
    todo = f"      - {{area: challenging-targets, term: short, why: TODO, contributions: {sides}}}\n"
    head = "authority: {}\neditions:\n  - year: 2003/04\n    priorities:\n"
    files: Files = {f"compacts/x{letter}.yaml": head.format(f"x{letter}") + todo * 600 for letter in LETTERS[:MANY]}
    rows = "".join(f"{number},x{letter},X {letter},,r,t,,,\n" for number, letter in enumerate(LETTERS[:MANY]))
    files[REGISTER] = f"{COLUMNS}850,hampshire,Hampshire,,london,county,,,\n{rows}"
    files["compacts/zz.yaml"] = "["
    return workspace(tmp_path_factory.mktemp("overfull"), files)


class TestSarif:
    def test_holds_the_worst_and_says_what_it_leaves_out(self, overfull: Path) -> None:
        everything = json.loads(validate(overfull, "--format", "json").stdout)["findings"]
        done = validate(overfull, "--format", "sarif")
        log = json.loads(done.stdout)
        SARIF.validate(log)
        [run_] = log["runs"]
        levels = [item["level"] for item in run_["results"]]
        errors = sum(item["level"] == "error" for item in everything)
        assert len(levels) == MAXIMUM_RESULTS < len(everything)
        assert levels[:errors] == ["error"] * errors
        assert "error" not in levels[errors:]
        note = f"{len(everything) - MAXIMUM_RESULTS:,} findings left out: SARIF holds 5,000, the worst first"
        [invocation] = run_["invocations"]
        assert [item["message"]["text"] for item in invocation["toolExecutionNotifications"]] == [note]
        assert done.stderr == f"compactctl: {note}\n  hint: the other formats have all of them\n"
        assert done.returncode == 1

    def test_marks_each_as_if_nothing_were_left_out(self, overfull: Path) -> None:
        everything = json.loads(validate(overfull, "--format", "json").stdout)["findings"]
        results = json.loads(validate(overfull, "--format", "sarif").stdout)["runs"][0]["results"]
        marks = [item["partialFingerprints"]["compactctl/v1"] for item in results]
        assert len(set(marks)) == len(marks)
        assert set(marks) < {item["fingerprint"] for item in everything}

    def test_says_nothing_of_it_where_it_holds_all(self, tmp_path: Path) -> None:
        done = validate(workspace(tmp_path, {COMPACT: FINDINGS}), "--format", "sarif")
        assert "invocations" not in json.loads(done.stdout)["runs"][0]
        assert done.stderr == ""


@pytest.mark.parametrize("name", ["X", "a lower name", "\u00c9cluse"])
def test_missing_compacts_stop_as_every_file_does_and_the_last_counts_the_rest(name: str, tmp_path: Path) -> None:
    rows = "".join(f"{number},x-{number},{name} {number},,london,t,,,\n" for number in range(1200))
    workspace(tmp_path, {REGISTER: f"{COLUMNS}9850,hampshire,Hampshire,,london,county,,,\n{rows}"})
    findings = json.loads(validate(tmp_path, "--format", "json", "--complete", "2003/04").stdout)["findings"]
    assert {(item["rule"], item["level"]) for item in findings} == {("missing-compact", "error")}
    assert len(findings) == MAXIMUM_FINDINGS + 1
    assert findings[-1]["message"] == f"{1200 - MAXIMUM_FINDINGS} more authorities have no edition of that year"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("data/gone.yaml",), "there is no file or folder 'data/gone.yaml'; paths are"),
        (("--data", "a%0A::b"), "there is no data folder 'a%250A:\\:b'; go to the folder"),
        (("--data", "empty"), "there is no document in 'empty'; name the right folder"),
        (("--ignore", "yaml-syntax"), "'yaml-syntax' cannot be ignored; where it finds something"),
        (("--no-such-option",), "No such option: --no-such-option; see 'compactctl validate --help'"),
        (("--fail-on",), "nothing is given after '--fail-on'; see 'compactctl validate --help'"),
        (("--output", "empty"), "the result cannot be written to 'empty'"),
        (("--complete", "2003/04", "data"), "--complete and a path do not go together; "),
    ],
)
class TestNoCheck:
    def test_is_shown_beside_the_change(self, arguments: tuple[str, ...], text: str, tmp_path: Path) -> None:
        (workspace(tmp_path) / "empty").mkdir()
        given = run(tmp_path, "validate", "--format", "github", *arguments)
        joined = run(tmp_path, "--data=data", "validate", "--format=github", *arguments)
        from_environment = validate(tmp_path, *arguments, COMPACTCTL_FORMAT="github")
        for done in (given, joined, from_environment):
            assert done.returncode == 2
            assert done.stdout.startswith(f"::error title=compactctl::{text}")
            assert done.stdout.count("\n") == 1
            assert acting(done.stdout.encode(), annotations=True) == []
            assert done.stderr.startswith("compactctl: ")

    def test_is_no_annotation_in_another_format(self, arguments: tuple[str, ...], text: str, tmp_path: Path) -> None:
        (workspace(tmp_path) / "empty").mkdir()
        done = run(tmp_path, "validate", "--format", "json", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert text


def test_what_was_found_stands_before_why_it_is_no_check(tmp_path: Path) -> None:
    (tmp_path / "data/annex").mkdir(parents=True)
    (tmp_path / "data/annex/Notes.txt").touch()
    summary = tmp_path / "no/summary.md"
    done = validate(tmp_path, "--format", "github", GITHUB_STEP_SUMMARY="")
    first, second = done.stdout.splitlines()
    assert first.startswith("::error file=data/annex/Notes.txt,title=misplaced-file::")
    assert second.startswith("::error title=compactctl::there is no document in 'data'; ")
    done = validate(workspace(tmp_path), "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.splitlines()[-1].startswith("::error title=compactctl::the summary cannot be written to ")


@pytest.mark.parametrize(
    "kind", ["link", "dangling link", "link to itself", "pipe", "folder", "/dev/null", "/dev/full"]
)
def test_the_summary_goes_to_a_plain_file_alone(kind: str, tmp_path: Path) -> None:
    workspace(tmp_path)
    path = Path(kind) if kind.startswith("/") else tmp_path / "summary"
    (tmp_path / "victim").write_text("mine")
    if "link" in kind:
        path.symlink_to({"link": "victim", "dangling link": "new", "link to itself": "summary"}[kind])
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    done = validate(tmp_path, "--format", "github", GITHUB_STEP_SUMMARY=str(path))
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1].startswith("::error title=compactctl::the summary cannot be written to ")
    assert "not a plain file; GITHUB_STEP_SUMMARY names a plain file" in done.stdout
    assert (tmp_path / "victim").read_text() == "mine"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("data/statement.yaml", "it lies in the data folder 'data', which is for the documents alone"),
        ("data/new.md", "it lies in the data folder 'data', which is for the documents alone"),
        ("sub/../data/compacts/new.yaml", "it lies in the data folder 'data', which is for the documents alone"),
        ("way/new.md", "'way' is a link, and nothing is written through it"),
        ("way/statement.yaml", "'way' is a link, and nothing is written through it"),
    ],
)
def test_nor_into_the_data_folder_or_through_a_link(name: str, why: str, tmp_path: Path) -> None:
    workspace(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "way").symlink_to("data")
    before = picture(tmp_path)
    for path in (name, str(tmp_path / name)):
        done = validate(tmp_path, "--format", "github", GITHUB_STEP_SUMMARY=path)
        assert (done.returncode, picture(tmp_path)) == (2, before)
        begins = "::error title=compactctl::the summary cannot be written to '"
        assert done.stdout.splitlines()[-1].startswith(begins)
        assert f"': {why}; GITHUB_STEP_SUMMARY names a plain file" in done.stdout


def test_the_summary_is_added_to_what_is_there(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    for begins in ("", "# Before\n"):
        summary.write_text(begins)
        assert validate(workspace(tmp_path), "--format", "github", GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
        assert summary.read_text().startswith(f"{begins}## compactctl\n")
    assert validate(tmp_path, "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "new.md")).returncode == 0
    assert (tmp_path / "new.md").read_text().startswith("## compactctl\n")


def test_another_command_annotates_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, "report", "--format", "github")
    assert (done.returncode, done.stdout) == (2, "")
