"""Which git is run, which repository it looks into, and what it may not guess: `--since` in scratch repositories."""

import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Final

import pytest
from tests.repositories import begin, commit, git, replace
from tests.running import COMMAND, DATA, environment, run

HAMPSHIRE: Final = "data/compacts/hampshire.yaml"
DAY: Final = ("--as-of", "2005-01-01")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository of two commits on the branch main; the second changes a compact."""
    folder = tmp_path / "repository"
    shutil.copytree(DATA, folder / "data")
    begin(folder)
    replace(folder / HAMPSHIRE, "why: Progress has slowed", "why: Progress has halted")
    commit(folder)
    return folder


def changed(folder: Path, ref: str = "main~1") -> list[str]:
    result = run(folder, "diff", "--since", ref, "--format", "json")
    assert result.returncode == 0, result.stderr
    return [document["file"] for document in json.loads(result.stdout)["documents"]]


def refusal(folder: Path, ref: str = "main~1", *options: str) -> str:
    """Return why neither `validate` nor `diff` compares, which is the same."""
    said = set()
    for command in (("diff",), ("validate", *DAY)):
        result = run(folder, *options, *command, "--since", ref)
        assert (result.returncode, result.stdout) == (2, ""), result.stderr
        assert "defect" not in result.stderr
        said.add(" ".join(result.stderr.split()))
    [once] = said
    return once


# --- which git


@pytest.mark.parametrize(
    "parts",
    [
        *(("", "REST"), ("REST", ""), (".", "REST"), ("data", "REST"), ("./data", "REST")),
        *(("HERE", "REST"), ("HERE/data", "REST"), ("/proc/self/cwd", "REST"), ("HERE/../link/data", "REST")),
    ],
)
def test_git_is_never_taken_from_the_work_tree(
    repository: Path, monkeypatch: pytest.MonkeyPatch, parts: tuple[str, ...]
) -> None:
    for folder in (repository, repository / "data"):
        (folder / "git").write_text(f"#!/bin/sh\ntouch {repository.parent}/taken\n", encoding="utf-8")
        (folder / "git").chmod(0o755)
    (repository.parent / "link").symlink_to(repository)
    rest, parts = os.environ["PATH"], tuple(part.replace("HERE", str(repository)) for part in parts)
    monkeypatch.setenv("PATH", os.pathsep.join(rest if part == "REST" else part for part in parts))
    assert changed(repository) == [HAMPSHIRE]
    assert not (repository.parent / "taken").exists()
    monkeypatch.setenv("PATH", os.pathsep.join(part for part in parts if part != "REST"))
    assert "there is no git here" in refusal(repository)
    assert not (repository.parent / "taken").exists()


def test_its_own_children_are_not_taken_from_there_either(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An absolute folder holds a git that says what it was given."""
    own = repository.parent / "bin"
    own.mkdir()
    (own / "git").write_text(f'#!/bin/sh\necho "$PATH" > {own}/path\n', encoding="utf-8")
    (own / "git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(["", "bin", str(own), ".", "/usr/bin", "/bin"]))
    refusal(repository)
    assert (own / "path").read_text(encoding="utf-8") == f"{own}:/usr/bin:/bin\n"


def test_a_failure_is_one_where_the_parent_ignores_the_ends_of_its_children(repository: Path) -> None:
    """The exit code of git is lost then."""

    def ask(ref: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, "validate", *DAY, "--since", ref],
            cwd=repository,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN),
        )

    assert "there is no branch, tag or commit 'no-such-branch'" in ask("no-such-branch").stderr
    assert ask("main~1").returncode == 0
    object_name = git(repository, "rev-parse", "main~1:data").strip()
    (repository / ".git/objects" / object_name[:2] / object_name[2:]).unlink()
    broken = ask("main~1")
    assert (broken.returncode, broken.stdout) == (2, "")
    assert "no document yet" not in broken.stderr


# --- what git guesses


def test_a_branch_and_a_tag_of_one_name(repository: Path) -> None:
    git(repository, "branch", "x", "main~1")
    git(repository, "tag", "x", "main")
    git(repository, "config", "core.warnAmbiguousRefs", "false")
    said = refusal(repository, "x")
    assert "'x' stands for more than one thing in this repository" in said
    assert "'refs/heads/x' for the branch, 'refs/tags/x' for the tag" in said
    assert changed(repository, "refs/heads/x") == [HAMPSHIRE]
    assert changed(repository, "refs/tags/x") == []


def test_what_is_called_head_makes_head_no_guess(repository: Path) -> None:
    git(repository, "update-ref", "refs/tags/HEAD", "main")
    git(repository, "update-ref", "refs/heads/HEAD", "main")
    for ref in ("HEAD~1", "@~1"):
        assert changed(repository, ref) == [HAMPSHIRE]
        assert run(repository, "validate", *DAY, "--since", ref).stderr == ""


def test_no_revision(repository: Path) -> None:
    assert "--since has no value hint: name a branch, tag or commit" in refusal(repository, "")


def test_a_branch_named_like_a_commit(repository: Path) -> None:
    name = git(repository, "rev-parse", "main~1").strip()
    git(repository, "update-ref", f"refs/heads/{name[:8]}", "main")
    assert f"'{name[:8]}' stands for more than one thing" in refusal(repository, name[:8])
    git(repository, "update-ref", f"refs/heads/{name}", "main")
    assert f"'{name}' stands for more than one thing" in refusal(repository, name)


@pytest.mark.parametrize("ref", ["main@{1.year.ago}", "main@{99}"])
def test_a_log_that_does_not_reach_back(repository: Path, ref: str) -> None:
    said = refusal(repository, ref)
    assert f"git does not know any more where 'main' was, so '{ref}' is none" in said
    assert changed(repository, "main@{1}") == [HAMPSHIRE]


def test_branches_that_were_merged_into_each_other(repository: Path) -> None:
    """Where both began has no one answer, and in one of them the signed text is not there yet."""
    git(repository, "branch", "mine", "main~1")
    git(repository, "checkout", "--quiet", "mine")
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    commit(repository)
    git(repository, "branch", "kept")
    git(repository, "merge", "--quiet", "--no-edit", "main")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-edit", "kept")
    git(repository, "checkout", "--quiet", "mine")
    assert "'main' and this branch were merged into each other" in refusal(repository, "main")
    git(repository, "merge", "--quiet", "--no-edit", "main")
    assert changed(repository, "main") == []


def test_what_is_replaced_in_this_clone_alone_does_not_count(repository: Path) -> None:
    then, now = (git(repository, "rev-parse", f"{ref}:{HAMPSHIRE}").strip() for ref in ("main~1", "main"))
    git(repository, "replace", then, now)
    assert changed(repository) == [HAMPSHIRE]
    (repository / ".git/info").mkdir(exist_ok=True)
    head = git(repository, "rev-parse", "main")
    (repository / ".git/info/grafts").write_text(head, encoding="utf-8")
    assert changed(repository) == [HAMPSHIRE]
    assert run(repository, "validate", *DAY, "--since", "main~1").stderr == ""


def test_what_else_git_warns_of_is_said(repository: Path) -> None:
    own = repository.parent / "bin"
    own.mkdir()
    real = shutil.which("git")
    (own / "git").write_text(f'#!/bin/sh\necho "warning: it is odd" >&2\nexec {real} "$@"\n', encoding="utf-8")
    (own / "git").chmod(0o755)
    given = {**environment(), "PATH": f"{own}{os.pathsep}{os.environ['PATH']}"}
    for command in (("diff",), ("validate", *DAY)):
        words = (*COMMAND, *command, "--since", "main~1")
        result = subprocess.run(words, cwd=repository, env=given, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, "compactctl: git warns: it is odd\n")


def test_a_history_that_cannot_be_followed(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "mine")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Mine")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Mine too")
    object_name = git(repository, "rev-parse", "mine~1").strip()
    (repository / ".git/objects" / object_name[:2] / object_name[2:]).unlink()
    assert object_name in refusal(repository, "main")


# --- which repository


@pytest.fixture
def apart(repository: Path) -> Path:
    """Return a work tree whose repository, a bare one, lies elsewhere."""
    git(repository.parent, "clone", "--quiet", "--bare", str(repository), "apart.git")
    folder = repository.parent / "apart"
    shutil.copytree(repository / "data", folder / "data")
    return folder


def test_a_repository_apart_from_its_work_tree(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "../apart.git")
    assert "lies in no git repository" in refusal(apart)
    monkeypatch.setenv("GIT_WORK_TREE", ".")
    assert changed(apart) == [HAMPSHIRE]
    result = run(apart / "data", "--data", ".", "validate", "--format", "sarif", *DAY)
    assert '"uri": "compacts/' in result.stdout
    monkeypatch.setenv("GIT_DIR", str(apart.parent / "apart.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(apart))
    result = run(apart / "data", "--data", ".", "validate", "--format", "sarif", *DAY)
    assert '"uri": "data/compacts/' in result.stdout
    monkeypatch.setenv("GIT_DIR", "../nothing.git")
    assert "the git repository of 'data' is not where it should be" in refusal(apart)


def test_a_work_tree_that_the_data_does_not_lie_in(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(apart.parent / "apart.git"))
    (apart.parent / "other").mkdir()
    monkeypatch.setenv("GIT_WORK_TREE", str(apart.parent / "other"))
    assert "lies in no git repository" in refusal(apart)


def test_a_repository_within_the_work_tree_that_is_given(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook of the outer one sets both, and the data has a history of its own."""
    begin(apart / "data")
    monkeypatch.setenv("GIT_DIR", str(apart.parent / "apart.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(apart))
    assert changed(apart, "HEAD") == []
    replace(apart / HAMPSHIRE, "why: Progress has halted", "why: Progress has slowed")
    assert changed(apart, "HEAD") == [HAMPSHIRE]


def test_a_sparse_checkout_whose_repository_lies_apart(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(apart.parent / "apart.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(apart))
    git(apart, "reset", "--quiet")
    git(apart, "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    assert not (apart / "data/compacts/norfolk.yaml").exists()
    result = run(apart, "validate", *DAY)
    assert "a sparse checkout leaves out data/compacts/norfolk.yaml" in result.stderr


@pytest.mark.parametrize("filter_", ["blob:none", "tree:0"])
def test_a_clone_without_the_contents_of_earlier_files(repository: Path, filter_: str) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(repository.parent, "clone", "--quiet", f"--filter={filter_}", repository.as_uri(), "partial")
    partial = repository.parent / "partial"
    said = refusal(partial)
    assert "is not in this clone, which was made without the contents of earlier files" in said
    assert "'git fetch --refetch --no-filter'" in said
    git(partial, "fetch", "--quiet", "--refetch", "--no-filter")
    assert changed(partial) == [HAMPSHIRE]


def test_what_a_sparse_checkout_leaves_out_of_such_a_clone(repository: Path) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository.parent, "clone", "--quiet", "--filter=blob:none", "--no-checkout", repository.as_uri(), "partial")
    partial = repository.parent / "partial"
    git(partial, "sparse-checkout", "set", "--no-cone", "/*", "!/data/compacts/norfolk.yaml")
    git(partial, "checkout", "--quiet")
    result = run(partial, "validate", "--format", "concise", *DAY)
    assert result.returncode == 1
    assert re.search(r"norfolk.yaml: error\[unreadable\] .*'git sparse-checkout disable' checks it out", result.stdout)


@pytest.fixture
def outer(repository: Path) -> Path:
    """Return a repository in which 'data' is a submodule."""
    inner = repository.parent / "inner"
    shutil.copytree(DATA, inner)
    begin(inner)
    folder = repository.parent / "outer"
    folder.mkdir()
    (folder / "README").write_text("x", encoding="utf-8")
    begin(folder)
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "data")
    commit(folder)
    return folder


def test_a_submodule_has_a_history_of_its_own(outer: Path) -> None:
    name = git(outer / "data", "rev-parse", "main")[:10]
    message = f"compactctl: commit {name} is one of the repository in 'data', not of that around it\n"
    for command in (("diff",), ("validate", *DAY)):
        result = run(outer, *command, "--since", "main")
        assert (result.returncode, result.stderr) == (0, message)
    assert run(outer / "data", "--data", ".", "diff", "--since", "main").stderr == ""


def test_a_submodule_that_was_not_fetched(outer: Path) -> None:
    git(outer.parent, "clone", "--quiet", str(outer), "clone")
    assert "'git submodule update --init data' brings what belongs there" in refusal(outer.parent / "clone", "main")
    (outer.parent / "clone/other").mkdir()
    assert "begin one with 'compactctl init'" in refusal(outer.parent / "clone", "main", "--data", "other")
    (outer / ".git/modules").rename(outer / ".git/gone")
    said = refusal(outer, "main")
    assert "the git repository of 'data' is not where it should be" in said
    assert "null" not in said  # the name that git 2.55 gives
    assert "'git submodule update --init' brings it" in said


# --- how git keeps what it has


def test_a_detached_head_packed_names_a_further_work_tree_and_borrowed_objects(repository: Path) -> None:
    git(repository, "pack-refs", "--all")
    git(repository, "gc", "--quiet")
    git(repository, "checkout", "--quiet", "--detach")
    assert changed(repository) == [HAMPSHIRE]
    git(repository, "worktree", "add", "--quiet", "../further", "main")
    assert changed(repository.parent / "further") == [HAMPSHIRE]
    git(repository.parent, "clone", "--quiet", "--shared", str(repository), "borrowing")
    assert changed(repository.parent / "borrowing", "HEAD~1") == [HAMPSHIRE]


def test_names_of_other_length(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "--object-format", "sha256")
    commit(tmp_path)
    replace(tmp_path / HAMPSHIRE, "why: Progress has slowed", "why: Progress has halted")
    assert changed(tmp_path, "main") == [HAMPSHIRE]


def test_merges_of_many_branches(repository: Path) -> None:
    for number in range(8):
        git(repository, "checkout", "--quiet", "-b", f"b{number}", "main")
        git(repository, "commit", "--quiet", "--allow-empty", "--message", f"{number}")
    git(repository, "merge", "--quiet", "--no-edit", *(f"b{number}" for number in range(7)))
    assert changed(repository, "main") == []
    assert changed(repository, "b3") == []
    assert changed(repository, "main~1") == [HAMPSHIRE]


def test_a_working_folder_that_is_gone_changes_nothing_for_data_elsewhere(repository: Path, tmp_path: Path) -> None:
    words = [*COMMAND, "--data", str(repository / "data"), "diff", "--since", "main~1", "--format", "json"]
    usual = subprocess.run(words, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    gone = subprocess.run(
        ["bash", "-c", 'mkdir gone; cd gone; rmdir ../gone; exec "$@"', "bash", *words],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert gone.returncode == usual.returncode == 0, gone.stderr
    documents = [[document["kind"] for document in json.loads(done.stdout)["documents"]] for done in (usual, gone)]
    assert documents[0] == documents[1] == ["changed"]
