"""`validate` as it is called: what it shows, where, how many, and with which exit code."""

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.validating import CASES, CONFIG, FINDINGS, Files, changed, findings_in, places, workspace
from tests.running import COMMAND, environment, run

from compactctl.files.limits import MAXIMUM_BYTES
from compactctl.rules.samples import ANNEX, COMPACT


@pytest.mark.parametrize("case", CASES)
def test_what_is_found_and_where(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert places(workspace(tmp_path, files)) == expected


def _pipe(data: Path) -> None:
    os.mkfifo(data / "compacts" / "surrey.yaml")


def _socket(data: Path) -> None:
    (data / "statement.yaml").unlink()
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(data)
        server.bind("statement.yaml")
        os.chdir(here)


def _link(data: Path) -> None:
    (data / "compacts" / "surrey.yaml").symlink_to("hampshire.yaml")


def _linked_folder(data: Path) -> None:
    (data / "annex").rename(data / "elsewhere")
    (data / "annex").symlink_to("elsewhere")


def _sub_folder(data: Path) -> None:
    (data / "compacts" / "old").mkdir()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (_pipe, "misplaced-file compacts/surrey.yaml"),
        (_socket, "unreadable statement.yaml"),
        (_link, "misplaced-file compacts/surrey.yaml"),
        (_linked_folder, "misplaced-file annex"),
        (_sub_folder, "misplaced-file compacts/old"),
    ],
)
def test_what_is_no_plain_file_is_told_and_never_opened(
    make: Callable[[Path], None], expected: str, tmp_path: Path
) -> None:
    make(workspace(tmp_path) / "data")
    assert places(tmp_path) == [expected]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("surrey.yml", "rename it to 'surrey.yaml', or move it out"),
        ("surrey.yaml.bak", "a program left here; move it out"),
    ],
)
def test_a_name_that_can_be_mended_is_told_how(name: str, advice: str, tmp_path: Path) -> None:
    (workspace(tmp_path) / "data" / "compacts" / name).touch()
    assert run(tmp_path, "validate", "--format", "concise").stdout.endswith(f"{advice}\n")


def test_a_name_of_any_bytes_is_shown_and_acts_on_nothing(tmp_path: Path) -> None:
    folder = os.fsencode(workspace(tmp_path) / "data" / "compacts")
    for name in (b"a\xff.yaml", b"a\x1b[31m.yaml", b"new\nline.yaml"):
        Path(os.fsdecode(folder + b"/" + name)).touch()
    shown = run(tmp_path, "validate", "--format", "concise").stdout.splitlines()
    assert [line.partition(": ")[0] for line in shown] == [
        f"data/compacts/{name}.yaml" for name in ("a\\x1b[31m", "a\\udcff", "new\\nline")
    ]


@pytest.mark.parametrize(
    ("line", "count"),
    [("      - {}\n", 900), ("      - {area: a, wyh: b}\n", 900), ("      -\n", 900)],
)
def test_a_file_full_of_mistakes_is_told_in_500_findings(line: str, count: int, tmp_path: Path) -> None:
    edition = f"  - year: 2003/04\n    priorities:\n{line * count}"
    files: Files = {COMPACT: f"authority: hampshire\neditions:\n{edition * 8}"}
    findings = findings_in(workspace(tmp_path, files))
    assert len(findings) == 501
    assert "line" not in findings[0]


def test_the_output_of_one_file_has_a_limit(tmp_path: Path) -> None:
    workspace(tmp_path, {COMPACT: "# " + "\U000e0001" * 250_000})
    assert len(run(tmp_path, "validate").stdout) < MAXIMUM_BYTES


@pytest.mark.parametrize(
    ("options", "code", "rules"),
    [
        ((), 1, ["wrong-value", "unfinished"]),
        (("--exit-zero",), 0, ["wrong-value", "unfinished"]),
        (("--select", "one-sided"), 1, ["wrong-value"]),
        (("--select", "unfinished", "--fail-on", "warning"), 1, ["wrong-value", "unfinished"]),
        (("--ignore", "unfinished"), 1, ["wrong-value"]),
        (("data/annex", "data/statement.yaml"), 0, []),
        (("data/compacts/",), 1, ["wrong-value", "unfinished"]),
        (("data/annex", f"data/{COMPACT}"), 1, ["wrong-value", "unfinished"]),
        ((".",), 1, ["wrong-value", "unfinished"]),
        (("link",), 1, ["wrong-value", "unfinished"]),
        (("link/compacts",), 1, ["wrong-value", "unfinished"]),
        (("--data", "link", "data/compacts"), 1, ["wrong-value", "unfinished"]),
        (("--quiet",), 1, []),
    ],
)
def test_what_is_shown_and_what_counts(options: tuple[str, ...], code: int, rules: list[str], tmp_path: Path) -> None:
    (workspace(tmp_path, {COMPACT: FINDINGS}) / "link").symlink_to("data")
    result = run(tmp_path, "validate", "--format", "concise", *options)
    shown = [line.partition("[")[2].partition("]")[0] for line in result.stdout.splitlines()]
    assert (result.returncode, shown, result.stderr) == (code, rules, "")


@pytest.mark.parametrize(
    "options",
    [
        ("--data", "nowhere"),
        ("--data", ""),
        ("--data", "empty"),
        ("--data", "data/statement.yaml"),
        ("--ignore", "wrong-value"),
        ("--ignore", "no-such-rule"),
        ("--select", "no-such-rule"),
        ("--fail-on", "off"),
        ("--format", "text"),
        ("--as-of", "2004-W05-3"),
        ("--as-of", "2004-02-30"),
        ("--complete", "2004/06"),
        ("--no-such-option",),
        ("--output", "empty"),
        ("--output", "nowhere/findings.txt"),
        ("--output", "/dev/full"),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(options: tuple[str, ...], tmp_path: Path) -> None:
    (workspace(tmp_path) / "empty").mkdir()
    result = run(tmp_path, "validate", *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("compactctl: ")
    assert not list((tmp_path / "empty").iterdir())


def test_of_two_names_alike_but_for_capitals_the_other_is_named(tmp_path: Path) -> None:
    [finding] = findings_in(workspace(tmp_path, {"compacts/Hampshire.yaml": "["}))
    assert "its name differs from 'hampshire.yaml' only in capitals" in finding["message"]
    [finding] = findings_in(workspace(tmp_path / "alone", {"compacts/Norfolk.yaml": "["}))
    assert "capitals" not in finding["message"]


def test_what_no_text_may_begin_with_is_told(tmp_path: Path) -> None:
    [finding] = findings_in(workspace(tmp_path, changed(COMPACT, ("why: Results", "why: @Results"))))
    assert "a text cannot begin with '@'; write why: \"@Results differ" in finding["message"]


@pytest.mark.parametrize(("before", "after"), [(1, 300), (300, 1), (300, 300)])
def test_of_a_long_line_the_part_around_the_place_is_shown(before: int, after: int, tmp_path: Path) -> None:
    line = f"editions: [{{year: 2003/04, note: {'x' * before}, urgent: {'y' * after}}}]\n"
    folder = workspace(tmp_path, {COMPACT: f"authority: hampshire\n{line}"})
    lines = run(folder, "validate", "--select", "unknown-key").stdout.splitlines()
    shown, carets = next((lines[index - 1], text) for index, text in enumerate(lines) if "^" in text)
    assert shown[carets.index("^") :].startswith("urgent: ")
    assert len(shown) < 120


def test_a_file_that_cannot_be_read_passes_no_selection(tmp_path: Path) -> None:
    workspace(tmp_path, {ANNEX: "["})
    assert places(tmp_path, "--select", "unknown-area") == [f"yaml-syntax {ANNEX}:1:2"]
    assert run(tmp_path, "validate", "--select", "unknown-area", "--ignore", "unknown-area").returncode == 1


@pytest.mark.parametrize(("rule", "option"), [("changed-after-signing", "since"), ("missing-compact", "complete")])
def test_a_rule_that_needs_an_option_is_not_said_to_have_found_nothing(rule: str, option: str, tmp_path: Path) -> None:
    answer = run(workspace(tmp_path), "validate", "--select", rule)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert f"'{rule}' is looked for with --{option} alone" in answer.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("annex/notes.txt", "data/annex/notes.txt: error[misplaced-file"),
        ("authorities.csv", "data/authorities.csv:1:1: error[broken-register"),
        ("config.yaml", "data/config.yaml:1:1: error[yaml-syntax"),
    ],
)
def test_what_is_found_where_there_is_no_document_is_shown_and_is_exit_2(
    name: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "data" / name).parent.mkdir(parents=True)
    (tmp_path / "data" / name).touch()
    result = run(tmp_path, "validate", "--format", "concise", "--exit-zero")
    assert (result.returncode, result.stdout.partition("] ")[0], result.stdout.count("\n")) == (2, expected, 1)
    assert result.stderr.startswith("compactctl: there is no document in 'data'\n")


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full", "| true"])
def test_an_output_that_cannot_be_written_is_exit_2(redirection: str, tmp_path: Path) -> None:
    command = f"{' '.join(COMMAND)} validate {redirection}; exit ${{PIPESTATUS[0]}}"
    if redirection == "| true":
        command = command.replace("| true", "> >(exec 0<&-; exit)")
    workspace(tmp_path, {COMPACT: "# " + "\U000e0001" * 1000})
    result = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith(b"compactctl: ")
    assert b"Traceback" not in result.stderr


def test_the_summary_counts_documents(tmp_path: Path) -> None:
    workspace(tmp_path, {"compacts/norfolk.txt": "", CONFIG: "level: 1\n", COMPACT: FINDINGS})
    assert run(tmp_path, "validate").stdout.splitlines()[-1] == "3 errors, 1 warning in 2 of 4 documents"


def test_complete_asks_for_every_authority_that_counts(tmp_path: Path) -> None:
    findings = findings_in(workspace(tmp_path), "--complete", "2003/04", "--select", "missing-compact")
    assert len(findings) == 149
    assert {item["file"] for item in findings} == {"data/compacts"}
    assert not any("(hampshire)" in item["message"] for item in findings)
