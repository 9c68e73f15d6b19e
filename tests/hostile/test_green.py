"""A check is green only for what was looked at: no option, setting or path makes a broken tree pass."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from tests.commands.validating import COLUMNS, CONFIG, REGISTER, Files, changed, workspace
from tests.repositories import begin, git
from tests.running import environment, run

from compactctl.cli import app
from compactctl.cli.commands.validate import FORMATS
from compactctl.files.data_folder import STATEMENT
from compactctl.rules.samples import ANNEX, BASE, COMPACT


class Broken(NamedTuple):
    """A tree in which a file breaks a rule that nothing may soften."""

    files: Files
    rule: str
    file: str


TREES: Final = {
    "no YAML": Broken({COMPACT: "["}, "yaml-syntax", COMPACT),
    "no UTF-8": Broken({COMPACT: b"authority: \xff\n"}, "not-utf-8", COMPACT),
    "too large": Broken({COMPACT: "#" * 1_048_577}, "unreadable", COMPACT),
    "a hidden character": Broken({COMPACT: f"# \u202e\n{BASE[COMPACT]}"}, "hidden-character", COMPACT),
    "a broken value": Broken(changed(COMPACT, ("short", "soon")), "wrong-value", COMPACT),
    "a key that nobody knows": Broken(changed(COMPACT, ("term:", "trem:")), "unknown-key", COMPACT),
    "a broken annex": Broken({ANNEX: "["}, "yaml-syntax", ANNEX),
    "a broken statement": Broken({STATEMENT: "title:\n"}, "wrong-value", STATEMENT),
    "a broken register": Broken({REGISTER: f"{COLUMNS}1,a\n"}, "broken-register", REGISTER),
    "another ending": Broken({"compacts/surrey.yml": "x"}, "misplaced-file", "compacts/surrey.yml"),
    "a sub-folder": Broken({"compacts/old/surrey.yaml": "x"}, "misplaced-file", "compacts/old"),
}

_EXEMPTION = "exemptions:\n  - {{rule: {}, file: {}, until: 2100-01-01, reason: x}}\n"

Way = Callable[[Broken], tuple[tuple[str, ...], str | None]]
"""Gives options, and settings or none."""

WAYS: Final[dict[str, Way]] = {
    **{f"--format {name}": lambda _, name=name: (("--format", name), None) for name in FORMATS},  # type: ignore[misc]
    "--quiet": lambda _: (("--quiet",), None),
    "--output": lambda _: (("--output", "out.txt"), None),
    "--select of another rule": lambda _: (("--select", "one-sided"), None),
    "--ignore": lambda tree: (("--ignore", tree.rule), None),
    "--as-of long ago": lambda _: (("--as-of", "2003-08-01"), None),
    **{
        f"level {level}": lambda tree, level=level: ((), f"levels: {{{tree.rule}: {level}}}\n")  # type: ignore[misc]
        for level in ("warning", "info", "off")
    },
    "an exemption": lambda tree: ((), _EXEMPTION.format(tree.rule, tree.file)),
    "an exemption of the path shown": lambda tree: ((), _EXEMPTION.format(tree.rule, f"data/{tree.file}")),
    "settings that would pass over what is wrong with them": lambda _: (
        ("--select", "one-sided"),
        f"levels: {{wrong-value: off}}\n{_EXEMPTION.format('wrong-value', CONFIG)}",
    ),
    "the path of the file": lambda tree: ((f"data/{tree.file}",), None),
    "a path above": lambda _: (("..",), None),
    "a path outside": lambda _: (("README.md",), None),
    "a path of no document": lambda _: (("data/README.md",), None),
    "a path of a deleted file": lambda _: (("data/compacts/gone.yaml",), None),
    "--complete and a path": lambda _: (("--complete", "2003/04", "data/annex"), None),
}


@pytest.mark.parametrize("tree", TREES)
def test_no_way_makes_a_broken_tree_pass(
    tree: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = TREES[tree]
    for name in os.environ.keys() - environment().keys():
        monkeypatch.delenv(name)
    passed = []
    for number, (way, soften) in enumerate(WAYS.items()):
        options, settings = soften(broken)
        folder = workspace(tmp_path / str(number), {**broken.files, "README.md": "", CONFIG: settings})
        (folder / "README.md").touch()
        monkeypatch.chdir(folder)
        if app.run(["validate", *options]) not in (1, 2):  # in this process, since there are hundreds
            passed.append(way)
    assert passed == []
    assert "Traceback" not in capfd.readouterr().err


def test_without_what_is_broken_they_pass(tmp_path: Path) -> None:
    """So that it is the breakage, and nothing else, that fails above."""
    workspace(tmp_path, {"README.md": ""})
    assert run(tmp_path, "validate").stdout == "nothing to object to in 3 documents\n"
    assert run(tmp_path, "validate", f"data/{COMPACT}").returncode == 0


def test_a_document_that_is_deleted_is_missed_by_those_that_rest_on_it(tmp_path: Path) -> None:
    for number, name in enumerate((ANNEX, STATEMENT)):
        folder = workspace(tmp_path / str(number), {name: None})
        assert run(folder, "validate").returncode == 1
        assert run(folder, "validate", f"data/{COMPACT}").returncode == 1


@pytest.mark.parametrize(("annex", "code"), [(BASE[ANNEX], 0), ("[", 1)])
def test_a_sparse_checkout_passes_for_what_git_has_of_it(tmp_path: Path, annex: str, code: int) -> None:
    begin(workspace(tmp_path, {ANNEX: annex}))
    git(tmp_path, "sparse-checkout", "set", "--no-cone", "/data/compacts/")
    assert not (tmp_path / "data" / ANNEX).exists()
    answer = run(tmp_path, "validate")
    assert answer.returncode == code
    assert f"a sparse checkout leaves out data/{ANNEX} and data/{STATEMENT}" in answer.stderr
