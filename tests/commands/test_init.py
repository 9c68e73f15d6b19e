import subprocess
from pathlib import Path

import pytest
from tests.running import picture, run

FILES = {
    *("data/statement.yaml", "data/annex/2003-04.yaml", "README.md", ".github/workflows/compacts.yml"),
    *(".pre-commit-config.yaml", ".editorconfig", ".vscode/settings.json", ".vscode/extensions.json"),
}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("arguments", [(), (".",), ("new/place",)])
def test_makes_a_workspace_that_validate_has_nothing_against(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(tmp_path, "init", *arguments)
    folder = tmp_path.joinpath(*arguments)
    assert (done.returncode, done.stdout, files_in(folder)) == (0, "", FILES)
    assert run(folder, "validate").returncode == 0


def test_publishes_the_record_where_that_is_asked_for(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "--pages").returncode == 0
    assert files_in(tmp_path) == {*FILES, ".github/workflows/pages.yml"}


def test_begins_what_an_officer_can_go_on_with(tmp_path: Path) -> None:
    for command in (("init",), ("new", "hampshire", "--area", "b"), ("revise",), ("renew", "hampshire"), ("validate",)):
        assert run(tmp_path, *command).returncode == 0, command


@pytest.mark.parametrize("name", sorted(FILES))
def test_writes_nothing_where_one_of_the_files_exists(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    before = picture(tmp_path)
    for options in ((), ("--dry-run",)):
        done = run(tmp_path, "init", *options)
        assert (done.returncode, done.stdout, picture(tmp_path)) == (1, "", before)
        hint = "begin in a new folder, 'compactctl init NAME', and move what you want to keep into it"
        if name.startswith("data/"):
            hint = "there is a record already: go on with it; 'compactctl validate' checks it"
        assert done.stderr == f"compactctl: '{name}' exists already, and nothing is overwritten\n  hint: {hint}\n"


def test_who_begins_a_record_anew_is_told_to_go_there(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "my partnership").returncode == 0
    again = run(tmp_path, "init", "my partnership", "--pages")
    assert again.returncode == 1
    assert "hint: there is a record already: type 'cd 'my partnership'', and go on with it" in again.stderr


def test_who_begins_a_record_below_another_is_told_of_that(tmp_path: Path) -> None:
    assert "another record" not in run(tmp_path, "init").stderr
    done = run(tmp_path / "data", "init", "within")
    assert done.returncode == 0
    assert done.stderr.endswith(
        "compactctl: there is another record further up, in '..', which knows nothing of this one\n"
        "  hint: if you meant that one, go on there, and delete what was made here\n"
    )


def test_a_folder_without_a_name_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "init", "")
    assert (done.returncode, files_in(tmp_path)) == (2, set())
    assert done.stderr.startswith("compactctl: DIR has no value\n")


def test_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("mine")
    assert run(tmp_path, "init").returncode == 0
    assert files_in(tmp_path) == {*FILES, "LICENSE"}


def test_writes_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "data").symlink_to(tmp_path / "elsewhere")
    done = run(tmp_path, "init", "here")
    assert (done.returncode, files_in(tmp_path)) == (2, set())
    assert "'here/data' is a link, and nothing is written through it" in done.stderr


@pytest.mark.parametrize("folder", ["link", "link/new", "sub/../link", "new/../link", "dangling", "link/../here"])
def test_nor_through_one_on_the_way_to_the_folder(folder: str, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    here = tmp_path / "here"
    (here / "sub").mkdir(parents=True)
    (here / "link").symlink_to("../outside")
    (here / "dangling").symlink_to("../new")
    before = picture(tmp_path)
    for name in (folder, str(here / folder)):
        for options in ((), ("--dry-run",)):
            done = run(here, "init", name, *options)
            assert (done.returncode, done.stdout, picture(tmp_path)) == (2, "", before)
            assert "' is a link, and nothing is written through it\n" in done.stderr


def test_leaves_no_folder_that_was_only_on_the_way(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "x/../y").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"y"}
    assert files_in(tmp_path / "y") == FILES


def test_a_link_above_the_working_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real/here").mkdir(parents=True)
    (tmp_path / "short").symlink_to("real")
    assert run(tmp_path / "real/here", "init", str(tmp_path / "short/new")).returncode == 0
    assert files_in(tmp_path / "real/new") == FILES


def test_a_dry_run_is_a_patch_that_git_applies(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    shown = run(tmp_path / "one", "init", "--dry-run")
    assert (shown.returncode, files_in(tmp_path)) == (0, set())
    subprocess.run(["git", "apply", "-"], cwd=tmp_path / "one", input=shown.stdout.encode(), check=True)
    run(tmp_path / "two", "init")
    assert picture(tmp_path / "one") == picture(tmp_path / "two")
