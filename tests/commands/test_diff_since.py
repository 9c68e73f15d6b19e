"""`compactctl diff --since`: this tree against a git revision, in scratch repositories."""

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from tests.repositories import begin, commit, damage, git, replace
from tests.running import DATA, picture, run

HAMPSHIRE: Final = "data/compacts/hampshire.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with the record in it, committed on the branch main."""
    folder = tmp_path / "repository"
    shutil.copytree(DATA, folder / "data")
    return begin(folder)


def revisions(folder: Path, *arguments: str, ref: str = "main") -> dict[str, Any]:
    result = run(folder, "diff", "--since", ref, "--format", "json", *arguments)
    assert result.returncode == 0, result.stderr
    comparison: dict[str, Any] = json.loads(result.stdout)
    return comparison


def files(comparison: dict[str, Any]) -> dict[str, str]:
    return {document["file"]: document["kind"] for document in comparison["documents"]}


def test_the_head_counts_the_examples_among_what_differs(repository: Path) -> None:
    for name in ("hampshire", "norfolk"):
        replace(repository / f"data/compacts/{name}.yaml", "term: short", "term: medium")
    hampshire_only = run(repository, "diff", "--since", "main", "--authority", "hampshire").stdout
    assert "The one compact that differs is an example, not a real compact" in hampshire_only
    both = run(repository, "diff", "--since", "main").stdout
    assert "Both compacts that differ are examples, not real compacts" in both


def test_equal_trees(repository: Path) -> None:
    base = git(repository, "rev-parse", "main").strip()
    assert revisions(repository) == {
        "format": "compactctl/revisions/1",
        "revision": "main",
        "unreadable": [],
        "documents": [],
        "base": base,
        "changed_after_signing": [],
        "not_checked_out": [],
    }
    result = run(repository, "diff", "--since", "main", "--exit-code")
    assert result.returncode == 0
    assert result.stdout.startswith(f"Since main (commit {base[:10]})\n\nNo change.\n\n")


def test_a_change_of_layout_only(repository: Path) -> None:
    path = repository / HAMPSHIRE
    path.write_bytes(b"# A comment\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    result = run(repository, "diff", "--since", "main", "--exit-code")
    assert result.returncode == 0
    assert "The files differ, nothing of substance does." in result.stdout


def test_a_change_a_gain_and_a_loss(repository: Path) -> None:
    replace(repository / HAMPSHIRE, "why: Progress has slowed", "why: Progress has halted")
    (repository / "data/compacts/rutland.yaml").unlink()
    shutil.copy(repository / "data/annex/2004-05.yaml", repository / "data/annex/2005-06.yaml")
    comparison = revisions(repository)
    assert files(comparison) == {
        "data/annex/2005-06.yaml": "added",
        HAMPSHIRE: "changed",
        "data/compacts/rutland.yaml": "removed",
    }
    [change] = comparison["documents"][1]["changes"]
    assert change.pop("fingerprint")
    assert change == {
        "kind": "priority-changed",
        "year": "2003/04",
        "area": "ks2-literacy-numeracy",
        "issue": None,
        "fields": ["why"],
        "places": [{"side": side, "file": HAMPSHIRE, "line": 12} for side in ("old", "new")],
        "after_signature": False,
    }
    assert run(repository, "diff", "--since", "main", "--exit-code").returncode == 1


@pytest.mark.parametrize("ref", ["main", "HEAD", "v1", "v2", "HEAD~1"])
def test_branches_tags_and_commits(repository: Path, ref: str) -> None:
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Another")
    git(repository, "tag", "v1")
    git(repository, "tag", "--annotate", "--message", "A tag", "v2")
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    assert files(revisions(repository, ref=ref)) == {HAMPSHIRE: "changed"}
    whole = git(repository, "rev-parse", ref).strip()
    assert files(revisions(repository, ref=whole[:10])) == {HAMPSHIRE: "changed"}


def test_one_authority_and_the_annexes_alone(repository: Path) -> None:
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    replace(repository / "data/annex/2004-05.yaml", "letter: n", "letter: o")
    assert files(revisions(repository, "--authority", "hampshire")) == {HAMPSHIRE: "changed"}
    assert files(revisions(repository, "--authority", "norfolk")) == {}
    assert files(revisions(repository, "--annex-only")) == {"data/annex/2004-05.yaml": "changed"}


def test_neither_work_tree_nor_index_nor_anything_else_is_touched(repository: Path) -> None:
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    os.utime(repository / "data/statement.yaml", (1, 1))
    before = picture(repository)
    times = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    revisions(repository)
    assert picture(repository) == before
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*")} == times


def test_a_folder_below_and_a_link_to_the_data(repository: Path) -> None:
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    below = repository / "data" / "compacts"
    comparison = json.loads(run(below, "--data", "..", "diff", "--since", "main", "--format", "json").stdout)
    assert list(files(comparison)) == ["../compacts/hampshire.yaml"]
    (repository.parent / "elsewhere").symlink_to(repository / "data")
    comparison = json.loads(
        run(repository.parent, "--data", "elsewhere", "diff", "--since", "main", "--format", "json").stdout
    )
    assert list(files(comparison)) == ["elsewhere/compacts/hampshire.yaml"]


def test_within_a_hook_of_another_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    monkeypatch.setenv("GIT_DIR", str(repository.parent / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.parent / "nothing"))
    assert files(revisions(repository)) == {HAMPSHIRE: "changed"}


def test_an_odd_name_beside_the_documents(repository: Path) -> None:
    odd = repository / "data" / "compacts" / 'ka\u0308se "new"\nline.txt'
    odd.write_text("x", encoding="utf-8")
    commit(repository)
    odd.unlink()
    assert revisions(repository)["documents"] == []


# --- what a revision may hold


def broken_then(repository: Path, name: str) -> dict[str, Any]:
    """Commit what is there, put the record's own file back, and compare."""
    commit(repository)
    path = repository / name
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
    shutil.copy(DATA.parent / name, path)
    return revisions(repository)


def test_a_broken_file_in_the_revision_is_named_and_the_rest_compared(repository: Path) -> None:
    (repository / HAMPSHIRE).write_text("a: *b\n", encoding="utf-8")
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    comparison = broken_then(repository, HAMPSHIRE)
    assert (comparison["unreadable"], files(comparison)) == ([HAMPSHIRE], {})
    replace(repository / "data/compacts/norfolk.yaml", "term: medium", "term: short")
    assert files(revisions(repository)) == {"data/compacts/norfolk.yaml": "changed"}


def test_a_link_in_the_revision_is_not_followed(repository: Path) -> None:
    (repository / HAMPSHIRE).unlink()
    (repository / HAMPSHIRE).symlink_to("norfolk.yaml")
    comparison = broken_then(repository, HAMPSHIRE)
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])


def test_a_file_over_one_mebibyte_in_the_revision_is_not_read(repository: Path) -> None:
    with (repository / HAMPSHIRE).open("a", encoding="utf-8") as file:
        file.write("# x" * (1024 * 1024))
    comparison = broken_then(repository, HAMPSHIRE)
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])


def test_a_folder_in_the_place_of_a_file(repository: Path) -> None:
    (repository / HAMPSHIRE).unlink()
    (repository / HAMPSHIRE).mkdir()
    (repository / HAMPSHIRE / "inside.yaml").write_text("a: b\n", encoding="utf-8")
    comparison = broken_then(repository, HAMPSHIRE)
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])


def test_a_submodule_in_the_place_of_a_file(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "rm", "--quiet", HAMPSHIRE)
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},{HAMPSHIRE}")
    git(repository, "commit", "--quiet", "--message", "A submodule")
    shutil.copy(DATA.parent / HAMPSHIRE, repository / HAMPSHIRE)
    comparison = revisions(repository)
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])


def test_a_folder_of_compacts_that_was_a_link(repository: Path) -> None:
    (repository / "data/compacts").rename(repository / "kept")
    (repository / "data/compacts").symlink_to("../kept")
    commit(repository)
    (repository / "data/compacts").unlink()
    shutil.copytree(repository / "kept", repository / "data/compacts")
    replace(repository / "data/statement.yaml", "title: Supporting", "title: Backing")
    comparison = revisions(repository)
    assert comparison["unreadable"] == ["data/compacts"]
    assert files(comparison) == {"data/statement.yaml": "changed"}


def test_a_file_that_this_clone_does_not_hold(repository: Path) -> None:
    name = git(repository, "rev-parse", f"main:{HAMPSHIRE}").strip()
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    comparison = revisions(repository)
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])


# --- what cannot be done


def refusal(folder: Path, *arguments: str) -> str:
    result = run(folder, "diff", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.mark.parametrize("ref", ["no-such-branch", "0000000000", "main:data", "HEAD~99", "main^{tree}", "main\x1b[31m"])
def test_a_revision_that_is_not_there(repository: Path, ref: str) -> None:
    said = refusal(repository, "--since", ref)
    assert "there is no branch, tag or commit" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("ref", ["-x", "--output=x", "--help"])
def test_a_revision_that_would_be_an_option_of_git(repository: Path, ref: str) -> None:
    assert "does not begin with '-'" in refusal(repository, f"--since={ref}")


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Path) -> None:
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Another")
    shallow = repository.parent / "shallow"
    git(repository.parent, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    assert revisions(shallow, ref="HEAD")["documents"] == []
    said = refusal(shallow, "--since", "HEAD~1")
    assert "shallow" in said
    assert "fetch-depth: 0" in said


def test_no_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(repository / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent))
    assert "'data' lies in no git repository" in refusal(repository, "--since", "main")


def test_a_repository_of_somebody_else(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = refusal(repository, "--since", "main")
    assert "belongs to another user" in said
    assert "safe.directory" in said


def test_documents_among_which_a_repository_is_hidden(repository: Path) -> None:
    git(repository / "data", "init", "--quiet", "--bare", ".")
    with (repository / "data/config").open("a") as config:
        config.write('[extensions]\n\tpartialClone = origin\n[protocol "ext"]\n\tallow = always\n')
        config.write('[remote "origin"]\n\tpromisor = true\n\turl = "ext::sh -c touch% taken-over"\n')
    (repository / "data/refs/heads/main").write_text(f"{1:040}\n")
    result = run(repository, "diff", "--since", "main")
    assert (result.returncode, result.stdout) == (2, "")
    assert "'data' looks like a git repository itself, and is not opened as one" in result.stderr
    assert not list(repository.rglob("taken-over"))


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.parent / "nothing").mkdir()
    monkeypatch.setenv("PATH", str(repository.parent / "nothing"))
    assert Path(sys.executable).is_absolute()
    assert "there is no git here" in refusal(repository, "--since", "main")


def test_a_record_in_a_format_that_is_not_known(repository: Path) -> None:
    replace(repository / "data/statement.yaml", "format: 1", "format: 2")
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    reason = (
        "what format the record is written in, data/statement.yaml does not say in a way that this compactctl knows"
    )
    assert f"compactctl: {reason}" in refusal(repository, "--since", "HEAD")
    commit(repository)
    replace(repository / "data/statement.yaml", "format: 2", "format: 1")
    base = git(repository, "rev-parse", "HEAD")[:10]
    said = refusal(repository, "--since", "HEAD")
    assert (
        f"compactctl: where this branch began (commit {base}), {reason}\n  hint: install a newer compactctl\n" in said
    )


# --- a record that is new, or lay elsewhere


def begin_without(repository: Path, *moves: tuple[str, str]) -> None:
    """Begin the repository anew: on main no data folder, but what of it lies elsewhere; then commit it in a branch."""
    shutil.rmtree(repository / ".git")
    data = repository.parent / "kept"
    (repository / "data").rename(data)
    (repository / "README").write_text("x", encoding="utf-8")
    for name, place in moves:
        (repository / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(data / name, repository / place)
    begin(repository)
    git(repository, "checkout", "--quiet", "-b", "mine")
    data.rename(repository / "data")
    commit(repository)


def test_the_branch_that_brings_the_record(repository: Path) -> None:
    begin_without(repository)
    base = git(repository, "rev-parse", "main")[:10]
    remark = f"there was no document yet where this branch began (commit {base}), so nothing counts as signed"
    comparison = revisions(repository)
    assert set(files(comparison).values()) == {"added"}
    assert {"data/statement.yaml", HAMPSHIRE} <= set(files(comparison))
    assert (comparison["unreadable"], comparison["changed_after_signing"]) == ([], [])
    for command, code in (("diff", 1), ("validate", 0)):
        options = ["--exit-code"] if command == "diff" else ["--as-of", "2005-01-01"]
        result = run(repository, command, "--since", "main", *options)
        assert (result.returncode, result.stderr) == (code, f"compactctl: {remark}\n")
    assert remark in " ".join(run(repository, "diff", "--since", "main").stdout.split())


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("statement.yaml", "record/statement.yaml"),
        ("statement.yaml", "statement.yaml"),
        ("compacts/hampshire.yaml", "old/compacts/hampshire.yml"),
        ("annex/2003-04.yaml", "Annex/2003-04.yaml"),
    ],
)
@pytest.mark.parametrize("command", ["diff", "validate"])
def test_a_record_that_lay_elsewhere(repository: Path, name: str, place: str, command: str) -> None:
    begin_without(repository, (name, place))
    result = run(repository, command, "--since", "main")
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no document in 'data' where this branch began (commit " in result.stderr
    assert f"but there is '{place}'" in result.stderr
    assert "moved or given another name" in result.stderr


def test_a_data_folder_that_was_a_link(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    (repository / "data").rename(repository / "kept")
    (repository / "data").symlink_to("../elsewhere")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    git(repository, "add", "data")
    git(repository, "commit", "--quiet", "--message", "A link")
    (repository / "data").unlink()
    (repository / "kept").rename(repository / "data")
    commit(repository)
    assert "but there is 'data'" in refusal(repository, "--since", "HEAD~1")


def test_says_where_more_may_differ_than_can_be_told(repository: Path) -> None:
    """An ask without a text counts nowhere, and so it is neither gained nor lost."""
    compact = repository / HAMPSHIRE
    text = compact.read_text(encoding="utf-8")
    compact.write_text(text.replace("    asks:\n", "    asks:\n      - area: behaviour\n", 1), encoding="utf-8")
    result = run(repository, "diff", "--since", "main")
    story = " ".join(result.stdout.split())
    assert "broken what breaks the schema, so that what changed in it may not be told in full" in story
    assert "No change in what can be read." in result.stdout
    assert f"{HAMPSHIRE} breaks the schema, so what changed in it may not be told in full" in result.stderr
    assert revisions(repository)["documents"] == []
    assert "\n\nNo change.\n" in run(repository, "diff", "--since", "main", "--authority", "norfolk").stdout


# --- what this branch changes


def test_what_others_did_since_is_not_this_branch_s_doing(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "checkout", "--quiet", "-b", "mine")
    replace(repository / HAMPSHIRE, "term: short", "term: medium")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    commit(repository)
    git(repository, "checkout", "--quiet", "mine")
    comparison = revisions(repository)
    assert (files(comparison), comparison["base"]) == ({HAMPSHIRE: "changed"}, base)
    for format_ in ("terminal", "markdown", "html"):
        assert f"Since main (commit {base[:10]})" in run(
            repository, "diff", "--since", "main", "--format", format_
        ).stdout.replace("&nbsp;", " ")
    merged = git(repository, "merge", "--quiet", "--no-edit", "main")
    assert merged is not None
    assert files(revisions(repository)) == {HAMPSHIRE: "changed"}


def test_histories_with_nothing_in_common(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "another")
    (repository / "README").write_text("x", encoding="utf-8")
    commit(repository)
    said = refusal(repository, "--since", "main")
    assert "'main' and this branch have no commit in common" in said
    assert "fetch-depth: 0" in said


def test_a_clone_too_shallow_to_tell_where_the_branch_began(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "mine")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Mine")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Others'")
    git(repository.parent, "clone", "--quiet", "--depth", "1", "--no-single-branch", repository.as_uri(), "shallow")
    shallow = repository.parent / "shallow"
    git(shallow, "checkout", "--quiet", "mine")
    said = refusal(shallow, "--since", "origin/main")
    assert "no commit in common" in said
    assert "this clone is shallow" in said
    assert "fetch-depth: 0" in said


def test_a_repository_without_a_commit(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    for ref in ("main", "HEAD"):
        assert "this branch has no commit yet" in refusal(repository, "--since", ref)


# --- what had been signed


def sign(repository: Path) -> None:
    both = "".join(f"\n      - {{party: {party}, role: r, date: 2003-12-01}}" for party in ("authority", "department"))
    replace(repository / HAMPSHIRE, "    signatures: []", f"    signatures:{both}")
    commit(repository)


def test_a_signed_text_that_changed_comes_first_in_every_format(repository: Path) -> None:
    sign(repository)
    replace(repository / HAMPSHIRE, "why: Progress has slowed", "why: Progress has halted")
    (repository / "data/annex/2003-04.yaml").unlink()
    sentence = (
        "Changed after it was signed: the annex of 2003/04 (agreed 23 July 2003); Hampshire 2003/04 (agreed 1 December "
        "2003, an example)"
    )
    for format_ in ("terminal", "markdown", "html"):
        result = run(repository, "diff", "--since", "main", "--format", format_)
        text = " ".join(re.sub(r"<[^>]+>|\*\*", "", result.stdout.partition("<main>")[2] or result.stdout).split())
        assert sentence in text
        assert text.index(sentence) < text.index("1 document removed, 1 document changed.")
        assert "the annex of 2003/04 (data/annex/2003-04.yaml): is not there any more" in text
        assert "Literacy and numeracy at key stage 2: why (line 12)" in text
    comparison = revisions(repository)
    assert comparison["changed_after_signing"] == [
        {"file": "data/annex/2003-04.yaml", "year": "2003/04", "status": "agreed", "places": [], "what": ["removed"]},
        {
            "file": HAMPSHIRE,
            "year": "2003/04",
            "status": "agreed",
            "places": [{"side": side, "file": HAMPSHIRE, "line": 12} for side in ("old", "new")],
            "what": ["priority-changed"],
        },
    ]
    [change] = comparison["documents"][1]["changes"]
    assert change["after_signature"] is True
    assert revisions(repository, "--annex-only")["changed_after_signing"] == comparison["changed_after_signing"][:1]
    assert revisions(repository, "--authority", "norfolk")["changed_after_signing"] == []


def test_a_signature_more_and_a_change_in_a_draft_are_not_told_first(repository: Path) -> None:
    more = "\n      - {party: department, role: r, date: 2004-12-01}"
    replace(repository / HAMPSHIRE, "date: 2004-11-22", f"date: 2004-11-22{more}")
    replace(repository / "data/compacts/bristol.yaml", "term: ", "term: TODO")
    comparison = revisions(repository)
    assert files(comparison) == {HAMPSHIRE: "changed", "data/compacts/bristol.yaml": "changed"}
    assert comparison["changed_after_signing"] == []
    assert "after it was signed" not in run(repository, "diff", "--since", "main").stdout


# --- what is not checked out


def sparse(repository: Path, *patterns: str) -> None:
    git(repository, "sparse-checkout", "set", "--no-cone", *patterns)


@pytest.mark.parametrize("patterns", [("/*", "!/data/compacts"), ("/*", "!/data/compacts/norfolk.yaml")])
def test_what_a_sparse_checkout_leaves_out_is_taken_as_it_is_in_the_index(
    repository: Path, patterns: tuple[str, ...]
) -> None:
    git(repository, "checkout", "--quiet", "-b", "mine")
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    commit(repository)
    sparse(repository, *patterns)
    assert not (repository / "data/compacts/norfolk.yaml").exists()
    comparison = revisions(repository)
    assert files(comparison) == {"data/compacts/norfolk.yaml": "changed"}
    assert "data/compacts/norfolk.yaml" in comparison["not_checked_out"]
    result = run(repository, "diff", "--since", "main")
    for text in (result.stdout, result.stderr):
        assert re.search("a sparse checkout leaves out data/compacts/.*: taken as git's index", " ".join(text.split()))


def test_a_file_that_is_there_in_spite_of_a_sparse_checkout_is_taken_as_it_is(repository: Path) -> None:
    sparse(repository, "/*", "!/data/compacts/norfolk.yaml")
    shutil.copy(DATA / "compacts/norfolk.yaml", repository / "data/compacts/norfolk.yaml")
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    comparison = revisions(repository)
    assert (files(comparison), comparison["not_checked_out"]) == ({"data/compacts/norfolk.yaml": "changed"}, [])


# --- what cannot be read


@pytest.mark.parametrize("is_torn", [True, False])
def test_a_damaged_object_costs_its_own_document_only(repository: Path, is_torn: bool) -> None:  # noqa: FBT001
    damage(repository, HAMPSHIRE, is_torn=is_torn)
    replace(repository / "data/compacts/norfolk.yaml", "term: short", "term: medium")
    (repository / "data/compacts/rutland.yaml").unlink()
    comparison = revisions(repository)
    assert comparison["unreadable"] == [HAMPSHIRE]
    assert files(comparison) == {"data/compacts/norfolk.yaml": "changed", "data/compacts/rutland.yaml": "removed"}
    result = run(repository, "diff", "--since", "main", "--exit-code")
    assert result.returncode == 2
    base = git(repository, "rev-parse", "main")[:10]
    caveat = (
        f"could not be read where this branch began (commit {base}), so what changed in it cannot be told, and what "
        "was signed counts as unsigned"
    )
    assert f"compactctl: {HAMPSHIRE} {caveat}\n" in result.stderr
    assert f"{caveat} - {HAMPSHIRE}" in " ".join(result.stdout.split())


def test_what_broke_the_schema_is_told_of_where_the_branch_began_and_not_of_the_revision(repository: Path) -> None:
    replace(repository / HAMPSHIRE, "term: short", "term: soon")
    commit(repository)
    base = git(repository, "rev-parse", "HEAD")[:10]
    git(repository, "branch", "mine")
    replace(repository / HAMPSHIRE, "term: soon", "term: short")
    commit(repository)
    git(repository, "checkout", "--quiet", "mine")
    replace(repository / HAMPSHIRE, "term: soon", "term: medium")
    caveat = f"broke the schema where this branch began (commit {base}), so what was broken there counts as unsigned"
    result = run(repository, "diff", "--since", "main")
    assert f"compactctl: {HAMPSHIRE} {caveat}\n" in result.stderr
    assert f"broken {caveat} - {HAMPSHIRE}" in " ".join(result.stdout.split())
    assert f"compactctl: {HAMPSHIRE} {caveat}\n" in run(repository, "validate", "--since", "main").stderr
    for format_ in ("markdown", "html"):
        assert "broke the schema where this branch began" in run(
            repository, "diff", "--since", "main", "--format", format_
        ).stdout.replace("&nbsp;", " ")
    assert "breaks the schema" not in result.stdout + result.stderr
    assert "broke the schema" not in run(repository, "diff", "--since", "main", "--authority", "norfolk").stderr


def test_nothing_of_substance_is_never_said_of_what_could_not_be_read(repository: Path) -> None:
    damage(repository, HAMPSHIRE)
    path = repository / "data/compacts/norfolk.yaml"
    path.write_text("# A comment\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    result = run(repository, "diff", "--since", "main", "--exit-code")
    assert result.returncode == 2
    assert "No change in what can be read." in result.stdout
    assert "nothing of substance" not in result.stdout
    assert HAMPSHIRE in result.stdout


def test_a_large_file_in_the_index_is_not_read(repository: Path) -> None:
    with (repository / HAMPSHIRE).open("a", encoding="utf-8") as file:
        file.write("# x" * (1024 * 1024))
    commit(repository)
    sparse(repository, "/*", f"!/{HAMPSHIRE}")
    comparison = revisions(repository, ref="HEAD~1")
    assert (comparison["unreadable"], comparison["documents"]) == ([HAMPSHIRE], [])
