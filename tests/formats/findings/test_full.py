"""What people read: help once a rule, what is still to be written as one block a file, what was looked at."""

from pathlib import Path

import pytest
from tests.commands.validating import AS_OF, Files, changed, workspace
from tests.running import run

from compactctl.rules.samples import COMPACT

OPEN = (("Results differ between districts", "TODO"), ("Two consultants", "TODO"), ("The pilot's materials", "tbc"))
SIGNATURE = "    signatures:\n      - {party: authority, role: Director, date: 2003-12-01}\n"


def norfolk(*pairs: tuple[str, str]) -> Files:
    return {"compacts/norfolk.yaml": changed(COMPACT, ("hampshire", "norfolk"), *pairs)[COMPACT]}


def full(folder: Path, *options: str) -> str:
    return run(folder, "validate", *AS_OF, *options).stdout


def test_help_is_named_once_a_rule(tmp_path: Path) -> None:
    hampshire = changed(COMPACT, ("short", "soon"), ("Two", "Â£2 for two"))
    shown = full(workspace(tmp_path, hampshire | norfolk(("short", "soon"))))
    assert shown.count("error[wrong-value]") == 2
    assert shown.count("= help: compactctl explain wrong-value\n") == 1
    assert shown.count("= help: compactctl explain garbled-text\n") == 1
    assert shown.index("= help: compactctl explain wrong-value") < shown.index("norfolk")


def test_what_is_still_to_be_written_in_a_draft_is_one_block_a_file(tmp_path: Path) -> None:
    files = changed(COMPACT, *OPEN) | norfolk(("short", "TODO"), ("Two consultants", "TODO"))
    assert full(workspace(tmp_path, files)) == (
        "warning[unfinished]: still to be written: lines 7, 10 and 12\n"
        "  --> data/compacts/hampshire.yaml:7:14\n"
        "  = help: compactctl explain unfinished\n\n"
        "warning[unfinished]: still to be written: lines 6 and 10\n"
        "  --> data/compacts/norfolk.yaml:6:15\n\n"
        "5 warnings in 2 of 4 documents\n"
    )


def test_a_single_text_is_shown_with_its_line(tmp_path: Path) -> None:
    shown = full(workspace(tmp_path, changed(COMPACT, OPEN[0])))
    assert shown.startswith("warning[unfinished]: 'why' is still to be written ('TODO')\n")
    assert "7 |         why: TODO\n" in shown


def test_what_is_unfinished_in_a_signed_edition_is_shown_one_by_one(tmp_path: Path) -> None:
    signed = changed(COMPACT, *OPEN, ("    priorities:\n", SIGNATURE + "    priorities:\n"))
    assert full(workspace(tmp_path, signed)).count("error[unfinished]") == 3


def test_a_long_block_is_cut(tmp_path: Path) -> None:
    many = "".join(f"            - TODO {number}\n" for number in range(60))
    shown = full(workspace(tmp_path, changed(COMPACT, ("            - Two consultants\n", many))))
    first = shown.splitlines()[0]
    assert first.endswith("36, 37, 38 and 31 more")
    assert "60 warnings in 1 of 3 documents" in shown


def test_the_other_formats_stay_one_finding_each(tmp_path: Path) -> None:
    workspace(tmp_path, changed(COMPACT, *OPEN))
    assert full(tmp_path, "--format", "concise").count("warning[unfinished]") == 3


@pytest.mark.parametrize(
    ("options", "verdict"),
    [
        ((), "nothing to object to in 3 documents"),
        (("--select", "unknown-area"), "nothing to object to in 3 documents (asked for: unknown-area)"),
        (
            ("--select", "unknown-area", "--select", "no-annex"),
            "nothing to object to in 3 documents (asked for: no-annex and unknown-area)",
        ),
        (("--select", "no-annex", f"data/{COMPACT}"), "nothing to object to in 1 of 3 documents (asked for: no-annex)"),
        (("--ignore", "one-sided"), "nothing to object to in 3 documents (left out: one-sided)"),
        (
            ("--select", "no-annex", "--ignore", "no-annex"),
            "nothing to object to in 3 documents (asked for: no rule but those on files, schema and register)",
        ),
    ],
)
def test_a_narrowed_run_speaks_for_no_other_rule(options: tuple[str, ...], verdict: str, tmp_path: Path) -> None:
    assert full(workspace(tmp_path), *options) == f"{verdict}\n"
