"""Revisions that ask for much, or hold what no disk could: `--since` ends in words, within what one file may take."""

import os
import re
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.bombs import FILES, MEANING, SYNTAX
from tests.hostile.limited import MIB, OUTPUT, ends_well, limited, small_workspace
from tests.repositories import begin, commit, git, import_revision

from compactctl.errors import CannotDo
from compactctl.files.limits import MAXIMUM_LISTING
from compactctl.rules.samples import BASE
from compactctl.workspace import git_process
from compactctl.workspace.git import Contents, find_path
from compactctl.workspace.git_trees import listed_blobs
from compactctl.workspace.loading import open_workspace

FILE: Final = "100644"
RECORD: Final = [(FILE, f"data/{name}".encode(), text.encode()) for name, text in BASE.items()]
COMMANDS: Final = [("validate", "--as-of", "2004-02-01"), ("diff",), ("diff", "--format", "json")]


def repository(folder: Path, files: Iterable[tuple[str, bytes, bytes]]) -> Path:
    """Make a repository of these files, and lay the small workspace into its work tree."""
    import_revision(folder, files)
    small_workspace(folder)
    return folder


def since(folder: Path, command: tuple[str, ...], ref: str = "main") -> subprocess.CompletedProcess[bytes]:
    answer = limited(folder, *command, "--since", ref)
    assert ends_well(answer), answer.stderr[-2000:]
    assert b"\x1b" not in answer.stdout + answer.stderr
    return answer


@pytest.mark.parametrize(
    "files",
    [
        pytest.param([(FILE, b"data/" + b"d/" * 1500 + b"x.yaml", b"x")], id="deep"),
        pytest.param([(FILE, b"data/compacts/" + b"d/" * 5000 + b"x.yaml", b"x")], id="deep-in-compacts"),
        pytest.param([(FILE, b"other/%06d" % n, b"x") for n in range(20_000)], id="many-beside"),
        pytest.param([(FILE, b"data/%06d" % n, b"x") for n in range(20_000)], id="many-within"),
        pytest.param([(FILE, b"data/" + b"n" * 60_000 + b".yml", b"x")], id="long-name"),
        pytest.param([(FILE, b"data/compacts/" + b"n" * 60_000 + b".yaml", b"x")], id="long-name-in-compacts"),
        pytest.param([(FILE, b"data/annex/\xff\n\x1b[31m::error::.yaml", b"x")], id="odd-name"),
        pytest.param([("160000", b"data/compacts/x.yaml", b"1" * 40)], id="submodule"),
    ],
)
def test_what_lies_beside_the_documents_of_a_revision_is_not_gone_into(
    tmp_path: Path, files: list[tuple[str, bytes, bytes]]
) -> None:
    answer = since(repository(tmp_path, [*RECORD, *files]), COMMANDS[0])
    assert (answer.returncode, answer.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (b"other/" + b"dd/" * 1500 + b"x.txt", None),
        (b"n" * 60_000, None),
        (b"other/" + b"dd/" * 1500 + b"statement.yaml", b"other/dd/dd/"),
        (b"other/" + b"dd/" * 2_000 + b"compacts/x.yaml", b"dd/dd/dd/"),
        (b"da\xffta/\x1b]0;x\x07\n::error::x/statement.yaml", b"da\\udcffta/\\x1b]0;x\\x07\\n:\\:error:\\:x/"),
        (b"data", b"'data'"),
    ],
)
def test_a_record_that_lay_elsewhere_is_found_however_deep(tmp_path: Path, path: bytes, shown: bytes | None) -> None:
    answer = since(repository(tmp_path, [(FILE, path, b"x")]), COMMANDS[0])
    if shown is None:
        assert b"there was no document yet where this branch began" in answer.stderr
        return
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert b"there is no document in 'data' where this branch began" in answer.stderr
    assert shown in answer.stderr
    assert len(answer.stderr) < 1000


def tree(folder: Path, *lines: str) -> str:
    """Write a tree as git holds it; each line is a mode, a kind, the name of the content and the name of the file."""
    command = ("git", "mktree")
    made = subprocess.run(command, cwd=folder, input="\n".join(lines), capture_output=True, text=True, check=True)
    return made.stdout.strip()


def point(folder: Path, top: str) -> None:
    """Have the branch be one commit of a tree."""
    git(folder, "update-ref", "refs/heads/main", git(folder, "commit-tree", "-m", "x", top).strip())


def tree_bomb(folder: Path) -> str:
    """Write a few trees that list a thousand million files."""
    blob = git(folder, "rev-parse", "main:data/statement.yaml").strip()
    last = tree(folder, *(f"100644 blob {blob}\t{letter}" for letter in "abcdefghij"))
    for _ in range(8):
        last = tree(folder, *(f"040000 tree {last}\t{letter}" for letter in "abcdefghij"))
    return last


def test_a_folder_of_a_thousand_million_files_beside_the_documents(tmp_path: Path) -> None:
    repository(tmp_path, RECORD)
    data = tree(tmp_path, *git(tmp_path, "ls-tree", "main:data").splitlines(), f"040000 tree {tree_bomb(tmp_path)}\tb")
    point(tmp_path, tree(tmp_path, f"040000 tree {data}\tdata"))
    answer = since(tmp_path, COMMANDS[0])
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_a_thousand_million_files_and_no_document(tmp_path: Path) -> None:
    repository(tmp_path, RECORD)
    point(tmp_path, tree_bomb(tmp_path))
    answer = since(tmp_path, COMMANDS[0])
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert b"git lists more than 64 MiB of names here, and is not read on" in answer.stderr


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> str:
    """Have git be waited for one second, and return what is said then."""
    monkeypatch.setattr(git_process, "MAXIMUM_WAIT", 1)
    return "git has not answered for 1 seconds, and is not waited for any longer"


def test_empty_folders_without_end_and_no_document(tmp_path: Path, impatient: str) -> None:
    """Git writes nothing of them, so that nothing can be counted."""
    repository(tmp_path, RECORD)
    last = tree(tmp_path)
    for _ in range(12):
        last = tree(tmp_path, *(f"040000 tree {last}\t{letter}" for letter in "abcdefghij"))
    point(tmp_path, last)
    with pytest.raises(CannotDo, match=impatient):
        find_path(tmp_path, "main", re.compile(b"x"), "data")


def test_a_pipe_in_the_place_of_the_index(tmp_path: Path, impatient: str) -> None:
    repository(tmp_path, RECORD)
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/sparse-checkout").write_text("/*\n", encoding="utf-8")
    os.mkfifo(tmp_path / ".git/index")
    with pytest.raises(CannotDo, match=impatient):
        open_workspace(tmp_path / "data")


def test_a_pipe_in_the_place_of_what_git_keeps(tmp_path: Path, impatient: str) -> None:
    repository(tmp_path, [])
    (tmp_path / "x").write_text("x", encoding="utf-8")
    name = git(tmp_path, "hash-object", "-w", "x").strip()
    kept = tmp_path / ".git/objects" / name[:2] / name[2:]
    kept.unlink()
    os.mkfifo(kept)
    with closing(Contents(tmp_path)) as contents, pytest.raises(CannotDo, match=impatient):
        contents.read(name, 10)


def test_a_folder_that_lists_more_than_is_read(tmp_path: Path) -> None:
    repository(tmp_path, RECORD)
    name = git(tmp_path, "rev-parse", "main:data/statement.yaml").strip()
    many = range(1 + MAXIMUM_LISTING // 1_000_000)
    data = tree(tmp_path, *(f"100644 blob {name}\t{number:02}{'n' * 1_000_000}" for number in many))
    point(tmp_path, tree(tmp_path, f"040000 tree {data}\tdata"))
    answer = since(tmp_path, COMMANDS[0])
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert b"git lists more than 8 MiB of names here, and is not read on" in answer.stderr


def test_a_name_that_stands_twice_is_no_document(tmp_path: Path) -> None:
    repository(tmp_path, RECORD)
    listed = git(tmp_path, "ls-tree", "main:data").splitlines()
    [statement] = [line for line in listed if line.endswith("\tstatement.yaml")]
    twice = tree(tmp_path, *listed, statement)
    top = tree(tmp_path, f"040000 tree {twice}\tdata")
    point(tmp_path, top)
    answer = since(tmp_path, COMMANDS[0])
    assert b"data/statement.yaml could not be read where this branch began" in answer.stderr


def test_a_mode_that_no_system_takes() -> None:
    [blob] = listed_blobs(b"777777777777100644 blob 01\tx\0")
    assert blob == ("x", "a plain file", "01")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """Git holds it as the little that it takes when packed; git alone unpacks a piece of it."""
    repository(tmp_path, RECORD)
    (tmp_path / "large").touch()
    with (tmp_path / "large").open("r+b") as file:
        file.truncate(64 * MIB)
    name = git(tmp_path, "-c", "core.compression=1", "hash-object", "-w", "large").strip()
    (tmp_path / "large").unlink()
    git(tmp_path, "read-tree", "main")
    for path in ("data/compacts/hampshire.yaml", "data/authorities.csv"):
        git(tmp_path, "update-index", "--add", "--cacheinfo", f"100644,{name},{path}")
    git(tmp_path, "commit", "--quiet", "--message", "x")
    for command in COMMANDS:
        answer = since(tmp_path, command)
        assert answer.returncode == 0
        assert b"data/compacts/hampshire.yaml could not be read where this branch began" in answer.stderr
        assert b"data/authorities.csv could not be read where this branch began" in answer.stderr


BOMBS: Final = {
    **{name: (FILES[number % len(FILES)], SYNTAX[name]) for number, name in enumerate(sorted(SYNTAX)[::6])},
    **{name: MEANING[name] for name in ("same-priorities", "unknown-areas", "signatures", "register-rows", "levels")},
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_in_the_revision(tmp_path: Path, name: str) -> None:
    file, content = BOMBS[name]
    replaced(tmp_path, file, content().encode("utf-8", "surrogatepass"))
    for command in COMMANDS[:2]:
        answer = since(tmp_path, command, "HEAD~1")
        assert len(answer.stdout + answer.stderr) < OUTPUT


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("compacts/hampshire.yaml", b"~\n"),
        ("annex/2003-04.yaml", b""),
        ("statement.yaml", b"- x\n"),
        ("statement.yaml", b"\xff"),
        ("config.yaml", b"a: *b\n"),
        ("authorities.csv", b"\0"),
    ],
)
def test_what_was_broken_then_is_named(tmp_path: Path, name: str, broken: bytes) -> None:
    replaced(tmp_path, name, broken)
    answer = since(tmp_path, COMMANDS[0], "HEAD~1")
    assert answer.returncode == 0
    assert f"data/{name} ".encode() in answer.stderr
    assert b"where this branch began" in answer.stderr


def replaced(folder: Path, name: str, content: bytes) -> None:
    """Commit a workspace with something else in the place of one of its files, and then as it should be."""
    data = small_workspace(folder, **{name: content})
    begin(folder)
    (data / name).unlink()
    small_workspace(folder)
    commit(folder)
