"""The real command on a workspace that a stranger wrote, in every format: all tell of the same."""

import json
import os
import subprocess
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from tests.running import copy_record, run_in_bytes

from compactctl.cli.commands.validate import FORMATS

NAMES: Final = ("::error ::name", "##[group]name", "a,b:c%0A", "<b>]]>", "| `x` |", "\x1b[31m", "\u202etxt")
TEXT: Final = """\
authority: hampshire
editions:
  - year: 2003/04
    priorities:
      - area: "::error ::taken over ##[group] 100% <b> | `x` [l](http://example.org) @somebody"
        term: short
        why: TODO ##[error]really
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    data = copy_record(tmp_path)
    (data / "compacts").mkdir()
    (data / "compacts/hampshire.yaml").write_text(TEXT)
    (data / "compacts/norfolk.yaml").write_bytes(b"authority: norfolk\n# \x1b]0;title\x07 \xe2\x80\xae\n")
    (data / "compacts/rutland.yaml").write_bytes(b"authority: \xff\n")
    for name in NAMES:
        (data / "compacts" / name).write_text("x")
    with Path(os.fsdecode(bytes(data) + b"/compacts/caf\xe9.yaml")).open("w") as file:
        file.write("x")
    return tmp_path


def validate(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return run_in_bytes(folder, "validate", "--as-of", "2004-01-15", *arguments, **variables)


def counts(folder: Path) -> dict[str, int]:
    findings = json.loads(validate(folder, "--format", "json").stdout)["findings"]
    sarif = json.loads(validate(folder, "--format", "sarif").stdout)["runs"][0]["results"]
    return {
        "concise": len(validate(folder, "--format", "concise").stdout.splitlines()),
        "github": len(validate(folder, "--format", "github").stdout.splitlines()),
        "json": len(findings),
        "gitlab": len(json.loads(validate(folder, "--format", "gitlab").stdout)),
        "sarif": len(sarif),
    }


def test_all_formats_tell_of_all_findings(hostile: Path) -> None:
    assert len(set(counts(hostile).values())) == 1


def test_junit_agrees_with_the_exit_code(hostile: Path) -> None:
    mild = ("--select", "unfinished")
    for options in ((), mild, (*mild, "--fail-on", "warning")):
        done = validate(hostile, "--format", "junit", *options)
        has_failed = ET.fromstring(done.stdout).find("*/testcase/failure") is not None  # noqa: S314 - our own
        assert has_failed == bool(done.returncode)


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_may_stand_in_the_environment(name: str, hostile: Path) -> None:
    in_environment = validate(hostile, COMPACTCTL_FORMAT=name)
    assert in_environment.stdout == validate(hostile, "--format", name).stdout


def test_no_format_is_guessed(hostile: Path) -> None:
    guessed = validate(hostile, GITLAB_CI="true", CI="true")
    assert guessed.stdout == validate(hostile, "--format", "full").stdout


class TestSummary:
    def test_all_findings_are_added_to_what_is_there(self, hostile: Path) -> None:
        summary = hostile / "summary.md"
        summary.write_text("before\n")
        done = validate(hostile, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
        text = summary.read_text(encoding="utf-8")
        assert text.startswith("before\n## compactctl\n")
        rows = [line for line in text.splitlines() if line.startswith(("| error", "| warning", "| info"))]
        assert len(rows) == len(done.stdout.splitlines())

    @pytest.mark.parametrize("name", [name for name in FORMATS if name != "github"])
    def test_other_formats_add_none(self, name: str, hostile: Path) -> None:
        validate(hostile, "--format", name, GITHUB_STEP_SUMMARY=str(hostile / "summary.md"))
        assert not (hostile / "summary.md").exists()

    def test_one_that_cannot_be_written_is_told(self, hostile: Path) -> None:
        done = validate(hostile, "--format", "github", GITHUB_STEP_SUMMARY=str(hostile / "no" / "summary.md"))
        assert done.returncode == 2
        assert b"the summary cannot be written to" in done.stderr
        assert done.stdout.startswith(validate(hostile, "--format", "github").stdout)
