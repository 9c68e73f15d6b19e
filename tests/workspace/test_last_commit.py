"""The commit that a record stands at is told where it is sure, and never guessed."""

from pathlib import Path

import pytest
from tests.repositories import begin, commit, git
from tests.running import copy_record

from compactctl.workspace.last_commit import last_commit
from compactctl.workspace.loading import open_workspace


def recorded(tmp_path: Path) -> Path:
    data = copy_record(tmp_path / "record", "hampshire", "norfolk")
    (data / "README.md").write_text("What lies here\n")
    return data.parent


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return begin(recorded(tmp_path))


def commit_of(repository: Path) -> str:
    root = repository / "data"
    return last_commit(open_workspace(root), root)


def head(repository: Path) -> str:
    return git(repository, "rev-parse", "HEAD").strip()


def test_it_is_the_last_one_that_changed_the_folder(repository: Path) -> None:
    at = head(repository)
    (repository / "elsewhere.txt").write_text("Of no document")
    commit(repository)
    assert commit_of(repository) == at[:10] != head(repository)[:10]


def test_a_repository_of_longer_names_has_one_too(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    git(folder, "init", "--quiet", "--object-format", "sha256", "--initial-branch", "main")
    commit(folder)
    assert commit_of(folder) == head(folder)[:10]


@pytest.mark.parametrize("name", ["compacts/hampshire.yaml", "annex/2003-04.yaml", "statement.yaml", "README.md"])
def test_there_is_none_where_a_file_is_not_what_was_committed(name: str, repository: Path) -> None:
    with (repository / "data" / name).open("a") as file:
        file.write("# More\n")
    assert commit_of(repository) == ""


def test_there_is_none_where_a_file_came_or_went(repository: Path) -> None:
    (repository / "data/compacts/kent.yaml").write_text("authority: kent\n")
    assert commit_of(repository) == ""
    (repository / "data/compacts/kent.yaml").unlink()
    (repository / "data/compacts/norfolk.yaml").unlink()
    assert commit_of(repository) == ""


def test_there_is_none_in_a_clone_that_has_not_all_of_the_past(repository: Path, tmp_path: Path) -> None:
    (repository / "elsewhere.txt").write_text("Of no document")
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    assert commit_of(tmp_path / "shallow") == ""
    git(tmp_path, "clone", "--quiet", repository.as_uri(), "whole")
    assert commit_of(tmp_path / "whole") != ""


def test_there_is_none_without_a_repository_or_a_commit(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    assert commit_of(folder) == ""
    git(folder, "init", "--quiet")
    assert commit_of(folder) == ""
