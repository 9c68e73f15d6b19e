"""What a sparse checkout leaves out is taken as git's index has it, by every command, and said."""

import json
from pathlib import Path

import pytest
from tests.repositories import begin, git
from tests.running import copy_record, run

AS_OF = ("--as-of", "2005-01-15")


@pytest.fixture
def sparse(tmp_path: Path) -> Path:
    """Make a repository of which the compact of Norfolk, which is broken, is not checked out."""
    data = copy_record(tmp_path, "hampshire", "norfolk")
    (data / "compacts/norfolk.yaml").write_text("authority: [\n", encoding="utf-8")
    begin(tmp_path)
    git(tmp_path, "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    assert not (data / "compacts/norfolk.yaml").exists()
    return tmp_path


def test_validate_looks_at_all_that_it_claims(sparse: Path) -> None:
    answer = run(sparse, "validate", "--format", "concise", *AS_OF)
    assert answer.returncode == 1
    assert "data/compacts/norfolk.yaml:1:12: error[yaml-syntax]" in answer.stdout
    assert answer.stderr == (
        "compactctl: a sparse checkout leaves out data/compacts/norfolk.yaml: taken as git's index has it\n"
    )


@pytest.mark.parametrize("since", [(), ("--since", "HEAD")])
def test_without_the_annexes_no_edition_is_told_to_have_none(sparse: Path, since: tuple[str, ...]) -> None:
    git(sparse, "sparse-checkout", "set", "--no-cone", "/*", "!/data/annex", "!/data/compacts/norfolk.yaml")
    assert "no-annex" not in run(sparse, "validate", "--format", "concise", *AS_OF, *since).stdout


def test_a_report_says_that_nobody_is_without_a_compact_who_has_one(sparse: Path) -> None:
    answer = run(sparse, "report", "--year", "2003/04", "--format", "json")
    report = json.loads(answer.stdout)
    assert report["unreadable"] == ["data/compacts/norfolk.yaml"]
    assert "norfolk" not in report["without_edition"]
    assert "a sparse checkout leaves out data/compacts/norfolk.yaml" in answer.stderr


def test_nothing_is_begun_over_a_compact_that_is_not_checked_out(sparse: Path) -> None:
    assert run(sparse, "new", "norfolk").returncode == 1
    assert not (sparse / "data/compacts/norfolk.yaml").exists()


@pytest.mark.parametrize("command", ["renew norfolk", "sign norfolk --party authority --role Leader"])
def test_nothing_is_added_to_a_compact_that_is_not_checked_out(sparse: Path, command: str) -> None:
    answer = run(sparse, *command.split())
    assert answer.returncode == 1
    assert "'data/compacts/norfolk.yaml' is left out by a sparse checkout, so nothing can be written" in answer.stderr


def test_nothing_is_repaired_that_is_not_checked_out(sparse: Path) -> None:
    answer = run(sparse, "fix", "--yes")
    assert (answer.returncode, answer.stdout) == (0, "nothing to repair in 5 documents\n")
    assert not (sparse / "data/compacts/norfolk.yaml").exists()


def test_a_further_work_tree_may_be_sparse_too(sparse: Path) -> None:
    git(sparse, "worktree", "add", "--quiet", "other")
    git(sparse / "other", "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    assert not (sparse / "other/data/compacts/norfolk.yaml").exists()
    assert run(sparse / "other", "validate", "--format", "concise", *AS_OF).returncode == 1


def test_a_whole_checkout_says_nothing(sparse: Path) -> None:
    git(sparse, "sparse-checkout", "disable")
    assert run(sparse, "validate", "--format", "concise", *AS_OF).stderr == ""


def test_a_folder_that_is_left_out_as_a_whole_is_not_begun_anew(sparse: Path) -> None:
    git(sparse, "sparse-checkout", "set", "--no-cone", "/*", "!/data")
    assert not (sparse / "data").exists()
    for command in (("validate",), ("report",), ("new", "surrey"), ("diff", "--since", "HEAD"), ("init",)):
        answer = run(sparse, *command)
        assert (answer.returncode, answer.stdout) == (2, "")
        assert answer.stderr == (
            "compactctl: a sparse checkout leaves out the data folder 'data'\n"
            "  hint: 'git sparse-checkout add data' brings it\n"
        )
    git(sparse, "sparse-checkout", "add", "data")
    assert run(sparse, "validate", "--format", "concise", *AS_OF).returncode == 1
    assert "there is no data folder 'other'" in run(sparse, "--data", "other", "validate").stderr


@pytest.fixture
def unreadable(sparse: Path) -> Path:
    """Have what git keeps lie where no system looks."""
    git(sparse, "sparse-checkout", "disable")
    (sparse / ".git").rename(sparse / "git")
    (sparse / ".git").write_text(f"gitdir: {'n' * 4990}\n", encoding="utf-8")
    (sparse / "data/compacts/norfolk.yaml").unlink()
    return sparse


UNKNOWN = "compactctl: it cannot be told whether a sparse checkout leaves documents out: '.git' cannot be read: "


def test_where_git_keeps_what_cannot_be_read_the_documents_are_still(unreadable: Path) -> None:
    for command in (("report",), ("diff", "2003/04", "2004/05"), ("new", "surrey")):
        answer = run(unreadable, *command)
        assert answer.returncode in (0, 1)
        assert answer.stderr.startswith(UNKNOWN + "File name too long\n")


@pytest.mark.parametrize("command", [("validate",), ("validate", "--since", "HEAD"), ("diff", "--since", "HEAD")])
def test_but_no_check_claims_that_they_are_all(unreadable: Path, command: tuple[str, ...]) -> None:
    answer = run(unreadable, *command)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(UNKNOWN)


def test_a_repository_whose_name_can_be_none_is_none(sparse: Path) -> None:
    (sparse / "data/.git").write_bytes(b"gitdir: foo\0bar")
    answer = run(sparse, "report", "--year", "2003/04")
    assert "defect" not in answer.stderr
    assert answer.returncode in (0, 2)


@pytest.mark.parametrize("kind", ["folder", "loop"])
def test_what_git_does_not_take_for_a_repository_hides_nothing(sparse: Path, kind: str) -> None:
    if kind == "folder":
        (sparse / "data/.git").mkdir()
    else:
        (sparse / "data/.git").symlink_to(".git")
    answer = run(sparse, "validate", "--format", "concise", *AS_OF)
    is_refused = answer.stderr.startswith("compactctl: git cannot list its index: error reading")  # git 2.55, at a loop
    assert answer.returncode == (2 if is_refused else 1)
    assert is_refused or "norfolk.yaml:1:12: error[yaml-syntax]" in answer.stdout
    assert "is one of the repository in" not in run(sparse, "validate", "--since", "HEAD", *AS_OF).stderr
