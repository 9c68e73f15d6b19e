"""What others run in their CI: the steps of the action, of the GitLab job and of the pre-commit hook, really run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
import yaml
from tests.commands.validating import changed
from tests.commands.validating import workspace as write_workspace
from tests.repositories import begin, commit, git, replace
from tests.running import copy_record, environment

from compactctl import __version__
from compactctl.rules.samples import COMPACT

pytestmark = pytest.mark.slow

ROOT: Final = Path(__file__).parents[1]
MISTAKES: Final = (
    ("area: ks2-literacy-numeracy", "area: ks2-literacy", "unknown-area"),
    ("    asks:", "    aks:", "unknown-key"),
    ("term: medium", "term: long", "wrong-value"),
)


def load(name: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    return list(yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")))[-1]


ACTION: Final = load("action.yml")
RUNNER: Final = {"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": "temporary/output"}
STEPS: Final = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Make a repository whose compact has three mistakes, and put the command where the steps look for it."""
    compact = copy_record(tmp_path, "hampshire") / "compacts/hampshire.yaml"
    text = compact.read_text(encoding="utf-8")
    for right, wrong, _ in MISTAKES:
        assert right in text
        text = text.replace(right, wrong, 1)
    compact.write_text(text, encoding="utf-8")
    command = tmp_path / "temporary/compactctl/bin/compactctl"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m compactctl "$@"\n')
    command.chmod(0o755)
    return tmp_path


def bash(folder: Path, script: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    path = f"{folder}/temporary/compactctl/bin:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment() | {"RUNNER_TEMP": f"{folder}/temporary", "PATH": path} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def step(folder: Path, name: str, summary: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as the runner does, with the inputs' defaults where none is given."""
    given = {key: entry["default"] for key, entry in ACTION["inputs"].items()} | inputs
    expression = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
    variables = {key: expression.sub(lambda match: given[match[1]], text) for key, text in STEPS[name]["env"].items()}
    return bash(folder, STEPS[name]["run"], {**RUNNER, "GITHUB_STEP_SUMMARY": summary, **variables})


def sarif(folder: Path) -> str:
    """Return what the action wrote as SARIF, which lies in the runner's temporary folder."""
    [line] = (folder / RUNNER["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines()
    name, _, path = line.partition("=")
    assert (name, Path(path).is_relative_to(folder / "temporary")) == ("sarif-file", True)
    return Path(path).read_text(encoding="utf-8")


SUMMARY: Final = {"summary": "summary.md"}


class TestAction:
    def test_shows_each_mistake_at_its_line(self, workspace: Path) -> None:
        lines = (workspace / "data/compacts/hampshire.yaml").read_text(encoding="utf-8").splitlines()
        done = step(workspace, "Check the documents")
        assert (done.returncode, done.stderr) == (1, "")
        for _, wrong, rule in MISTAKES:
            number = next(index for index, line in enumerate(lines, 1) if line.endswith(wrong))
            pattern = rf"^::error file=data/compacts/hampshire\.yaml,line={number},.*title={rule}::"
            assert re.search(pattern, done.stdout, re.MULTILINE), rule

    def test_writes_sarif_where_it_is_asked_to(self, workspace: Path) -> None:
        done = step(workspace, "Write SARIF")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        (run,) = json.loads(sarif(workspace))["runs"]
        assert {result["ruleId"] for result in run["results"]} >= {rule for _, _, rule in MISTAKES}

    def test_says_where_the_sarif_is(self) -> None:
        assert STEPS["Write SARIF"]["if"] == "inputs.sarif == 'true'"
        [output] = ACTION["outputs"].items()
        expression = f"steps.{STEPS['Write SARIF']['id']}.outputs.sarif-file"
        assert (output[0], output[1]["value"]) == ("sarif-file", f"${{{{ {expression} }}}}")

    def test_sarif_that_cannot_be_written_is_shown_beside_the_change(self, workspace: Path) -> None:
        done = step(workspace, "Write SARIF", data="nowhere")
        assert done.returncode == 2
        assert done.stdout.startswith("::error title=compactctl::the findings cannot be written as SARIF; ")

    def test_no_input_is_run(self, workspace: Path) -> None:
        for name in ("data", "fail-on"):
            done = step(workspace, "Check the documents", **{name: 'x"; touch taken-over; $(touch taken-over) `id`'})
            assert (done.returncode, done.stdout.count("\n")) == (2, 1)
            assert done.stdout.startswith("::error title=compactctl::")
        assert not (workspace / "taken-over").exists()

    def test_no_script_holds_an_expression(self) -> None:
        assert [step["run"] for step in STEPS.values() if "${{" in step["run"]] == []

    def test_runs_nothing_of_the_repository(self) -> None:
        """A stranger's venv.py would be taken for Python's own, did Python not run isolated."""
        assert re.findall(r"^python (?!-I )", "\n".join(step["run"] for step in STEPS.values()), re.MULTILINE) == []


SIGNED: Final = changed(
    COMPACT,
    (
        "    priorities:\n",
        "    signatures:\n      - {party: authority, role: Leader, date: 2003-12-01}\n    priorities:\n",
    ),
)


@pytest.fixture
def branch(workspace: Path) -> Path:
    """Make a repository whose branch 'mine' alters what was signed on 'main', which the server's clone knows."""
    shutil.rmtree(workspace / "data")
    write_workspace(workspace, SIGNED)
    begin(workspace)
    git(workspace, "update-ref", "refs/remotes/origin/main", "main")
    git(workspace, "checkout", "--quiet", "-b", "mine")
    replace(workspace / f"data/{COMPACT}", "Two consultants", "Three consultants")
    commit(workspace)
    return workspace


class TestSignedTexts:
    def test_the_action_fails_and_the_summary_tells_what_changed(self, branch: Path) -> None:
        assert step(branch, "Check the documents").returncode == 0
        done = step(branch, "Check the documents", since="origin/main")
        assert done.returncode == 1
        assert "title=changed-after-signing::" in done.stdout
        step(branch, "Write SARIF", since="origin/main")
        assert "changed-after-signing" in sarif(branch)
        done = step(branch, "Show what changed", since="origin/main", **SUMMARY)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert "Changed after it was signed" in (branch / "summary.md").read_text(encoding="utf-8")

    def test_the_action_shows_it_also_where_the_check_failed_and_only_where_it_is_asked_to(self) -> None:
        names = list(STEPS)
        assert names.index("Show what changed") > names.index("Check the documents")
        assert STEPS["Show what changed"]["if"] == "${{ !cancelled() && inputs.since != '' }}"

    def test_no_since_is_run(self, branch: Path) -> None:
        for name in ("Check the documents", "Show what changed"):
            done = step(branch, name, since='x"; touch taken-over; $(touch taken-over) `id`', **SUMMARY)
            assert done.returncode == 2
        assert not (branch / "taken-over").exists()

    def test_the_workflow_of_init_does_so_on_pull_requests(self, branch: Path) -> None:
        [job] = load("src/compactctl/drafts/starter/compacts.yml")["jobs"].values()
        checkout, _, _, push, pull_request, summary = job["steps"]
        assert checkout["with"]["fetch-depth"] == 0
        assert push["if"] == "github.event_name == 'push'"
        assert bash(branch, push["run"], {}).returncode == 0
        assert pull_request["if"] == "github.event_name == 'pull_request'"
        variables = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": "summary.md"}
        done = bash(branch, pull_request["run"], variables)
        assert done.returncode == 1
        assert "title=changed-after-signing::" in done.stdout
        assert summary["if"] == "${{ !cancelled() && github.event_name == 'pull_request' }}"
        assert bash(branch, summary["run"], variables).returncode == 0
        assert "Changed after it was signed" in (branch / "summary.md").read_text(encoding="utf-8")

    def test_the_gitlab_job_does_so_in_merge_requests(self, branch: Path) -> None:
        job = load("ci/gitlab.yml")["compacts"]
        base = git(branch, "rev-parse", "main").strip()
        script = "\n".join(job["script"])
        variables = {"FAIL_ON": "error", "COMPACTCTL_DATA": "data"}
        assert bash(branch, script, variables).returncode == 0
        assert not (branch / "compacts.html").exists()
        assert bash(branch, script, {**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}).returncode == 1
        for report in (*job["artifacts"]["reports"].values(), *job["artifacts"]["paths"]):
            text = (branch / report).read_text(encoding="utf-8")
            assert "changed-after-signing" in text or "Changed after it was signed" in text, report
        assert job["variables"]["GIT_DEPTH"] == "0"


COMMANDS: Final = re.findall(
    r"(?:^|`|/bin/)(compactctl [^`\n]+)", (ROOT / "docs/ci.md").read_text(encoding="utf-8"), re.MULTILINE
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_the_page_names_is_one_that_does_its_job(command: str, branch: Path) -> None:
    done = bash(branch, command, {"GITHUB_STEP_SUMMARY": "summary.md"})
    assert done.returncode in {0, 1}, done.stderr


def test_the_gitlab_job_leaves_its_reports_and_fails(workspace: Path) -> None:
    job = load("ci/gitlab.yml")["compacts"]
    done = bash(workspace, "\n".join(job["script"]), {"FAIL_ON": "error", "COMPACTCTL_DATA": "data"})
    assert done.returncode == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((workspace / reports["codequality"]).read_text(encoding="utf-8"))
    assert {issue["check_name"] for issue in issues} >= {rule for _, _, rule in MISTAKES}
    suite = ET.parse(workspace / reports["junit"])  # noqa: S314 - our own
    failed = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None]
    assert failed == ["data/compacts/hampshire.yaml"]


def test_the_gitlab_job_writes_through_no_link_that_a_stranger_left_in_its_way(workspace: Path) -> None:
    job = load("ci/gitlab.yml")["compacts"]
    codequality, junit = job["artifacts"]["reports"].values()
    [page] = job["artifacts"]["paths"]
    (workspace / "victim").write_text("mine")
    (workspace / codequality).symlink_to("victim")
    (workspace / junit).mkdir()
    (workspace / junit / "page").touch()
    (workspace / page).symlink_to("data/statement.yaml")
    before = (workspace / "data/statement.yaml").read_bytes()
    bash(workspace, "\n".join(job["script"]), {"FAIL_ON": "error", "COMPACTCTL_DATA": "data"})
    assert [(workspace / name).is_file() for name in (codequality, junit)] == [True, True]
    assert not any((workspace / name).is_symlink() for name in (codequality, junit, page))
    assert ((workspace / "victim").read_text(), (workspace / "data/statement.yaml").read_bytes()) == ("mine", before)


@pytest.mark.parametrize("name", ["ci/gitlab.yml", "src/compactctl/drafts/starter/compacts.yml", "action.yml"])
def test_what_ci_writes_to_was_taken_away_or_lies_outside_the_checkout(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    removed = re.findall(r"\brm -rf -- (.*)", text)
    written = re.findall(r"(?:--output|(?<!2)>>?) *(\S+)", text)
    mine = {word for line in removed for word in line.split()} | {
        '"$file"',
        '"$GITHUB_STEP_SUMMARY"',
        '"$GITHUB_OUTPUT"',
    }
    assert {word.rstrip(";") for word in written} <= mine


def test_the_hook_runs_the_command_once_on_everything(workspace: Path) -> None:
    (hook,) = load(".pre-commit-hooks.yaml")
    assert (hook["language"], hook["pass_filenames"], hook["require_serial"]) == ("python", False, True)
    assert bash(workspace, hook["entry"], {}).returncode == 1


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", "src/compactctl/drafts/starter/pre-commit-config.yaml"])
def test_no_hook_waits_for_files_to_run_on(name: str) -> None:
    """A commit that only deletes a document has none, and pre-commit would skip the hook."""
    text = (ROOT / name).read_text(encoding="utf-8")
    document = load(name)
    (hook,) = document if isinstance(document, list) else document["repos"][0]["hooks"]
    assert "deletes a document" in text
    assert hook["always_run"] is True
    assert hook.keys().isdisjoint({"files", "exclude", "types", "types_or", "exclude_types", "stages"})


def test_the_image_is_run_by_somebody_who_is_not_root() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last_stage = lines[max(index for index, line in enumerate(lines) if line.startswith("FROM ")) :]
    assert [line for line in last_stage if line.startswith("USER ")] == ["USER officer"]
    for line in lines:
        if line.startswith("COPY ") and "--from" not in line:
            assert [name for name in line.split()[1:-1] if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["docs/ci.md", "docs/editors.md"])
def test_the_pages_show_what_there_is(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for block in re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yaml.safe_load(block)
    inputs = set(re.findall(r"^ {6,}(data|fail-on|since|sarif|version|stage):", text, re.MULTILINE))
    known = {*ACTION["inputs"], *next(yaml.safe_load_all((ROOT / "ci/gitlab.yml").read_text()))["spec"]["inputs"]}
    assert inputs <= known
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / name).parent.joinpath(link).exists(), link


def test_the_citation_names_the_version() -> None:
    assert load("CITATION.cff")["version"] == __version__


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
@pytest.mark.parametrize("code", [0, 1])
def test_make_says_where_the_command_is_and_fails_as_it_does(code: int, tmp_path: Path) -> None:
    stand_in = tmp_path / "compactctl"
    stand_in.write_text(f"#!/bin/sh\necho checked; exit {code}\n")
    stand_in.chmod(0o755)
    made = subprocess.run(
        ["make", "--no-print-directory", "-o", ".venv/.ready", f"BIN={tmp_path}"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.stdout.splitlines()[:2] == ["checked", f"The command is {tmp_path}/compactctl"]
    assert (made.returncode == 0) == (code == 0)
