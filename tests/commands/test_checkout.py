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
    assert "data/compacts/norfolk.yaml:2:1: error[yaml-syntax]" in answer.stdout
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


def test_a_further_work_tree_may_be_sparse_too(sparse: Path) -> None:
    git(sparse, "worktree", "add", "--quiet", "other")
    git(sparse / "other", "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    assert not (sparse / "other/data/compacts/norfolk.yaml").exists()
    assert run(sparse / "other", "validate", "--format", "concise", *AS_OF).returncode == 1


def test_a_whole_checkout_says_nothing(sparse: Path) -> None:
    git(sparse, "sparse-checkout", "disable")
    assert run(sparse, "validate", "--format", "concise", *AS_OF).stderr == ""
