"""What cannot be used of a data folder is recorded when it is opened: what is unreadable, and what is skipped."""

from pathlib import Path

import pytest
from tests.rules.looking import write_sample

from compactctl.errors import CannotDo
from compactctl.files.data_folder import STATEMENT
from compactctl.rules.rule import Sample
from compactctl.rules.samples import ANNEX, BASE, COMPACT
from compactctl.workspace import loading
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.workspace import Workspace

BROKEN = "title: [\n"


def opened(folder: Path, files: dict[str, str | None]) -> Workspace:
    write_sample(Sample(files), folder)
    return open_workspace(folder)


def test_nothing_is_where_all_is_well(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {"compacts/README.md": "What lies here"})
    assert (workspace.unreadable, workspace.skipped, workspace.damaged) == ({}, (), frozenset())


@pytest.mark.parametrize("name", [STATEMENT, ANNEX, "config.yaml"])
def test_a_document_that_is_no_yaml_is_unreadable(name: str, tmp_path: Path) -> None:
    workspace = opened(tmp_path, {name: BROKEN})
    assert (workspace.unreadable, workspace.skipped) == ({name: (name,)}, ())


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        (STATEMENT, "Statement.yml"),
        (ANNEX, "annex/2003-04.yml"),
        (ANNEX, "2003-04.yaml"),
        (COMPACT, "hampshire.yaml"),
        (COMPACT, "compacts/Hampshire.yaml"),
    ],
)
def test_so_is_one_under_a_wrong_name_or_in_a_wrong_place(name: str, wrong: str, tmp_path: Path) -> None:
    workspace = opened(tmp_path, {name: None, wrong: BASE[name]})
    assert (workspace.unreadable, workspace.skipped) == ({name: (wrong,)}, ())
    assert name in workspace.document_names


@pytest.mark.parametrize(("name", "wrong"), [(STATEMENT, "Statement.yml"), (ANNEX, "annex/2003-04.yml")])
def test_beside_the_right_one_it_is_skipped_unless_that_is_unreadable_too(
    name: str, wrong: str, tmp_path: Path
) -> None:
    workspace = opened(tmp_path / "whole", {wrong: BASE[name]})
    assert (workspace.unreadable, workspace.skipped) == ({}, (wrong,))
    workspace = opened(tmp_path / "broken", {name: BROKEN, wrong: BASE[name]})
    assert (workspace.unreadable, workspace.skipped) == ({name: (name, wrong)}, ())


def test_of_the_files_of_one_document_the_right_one_comes_first(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {"2003-04.yaml": BASE[ANNEX], ANNEX: None, f"{ANNEX}/": ""})
    assert workspace.files_of(ANNEX) == (ANNEX, "2003-04.yaml")


def test_the_settings_and_the_register_under_a_wrong_name_are_no_documents(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {"config.yml": "levels: {}\n", "Authorities.csv": "code\n", "notes.yaml": "a: b\n"})
    assert workspace.unreadable == {"config.yaml": ("config.yml",), "authorities.csv": ("Authorities.csv",)}
    assert (workspace.skipped, workspace.unreadable_documents) == (("notes.yaml",), frozenset())


def test_a_document_that_breaks_the_schema_is_neither(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {STATEMENT: "title: 1\nunknown: a\n"})
    assert (workspace.unreadable, workspace.skipped, workspace.damaged) == ({}, (), frozenset({STATEMENT}))


def test_a_folder_whose_name_no_system_takes_is_told() -> None:
    with pytest.raises(CannotDo, match=r"^the data folder 'a.b' cannot be read: its name cannot be used$"):
        open_workspace(Path("a\0b"))


def test_a_defect_is_not_told_as_one_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr(loading, "read_annex", fails)
    with pytest.raises(ValueError, match="ours"):
        opened(tmp_path, {})
