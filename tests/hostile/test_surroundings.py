"""What a machine does to a run that is no fault of its files: told as such, and never as a defect or a finding."""

import os
import resource
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.corpora import national
from tests.running import COMMAND, environment, picture

SHARED = (("validate",), ("report", "--format", "json"))
"""Commands that read in two processes."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that is large enough to be read in two processes."""
    folder = tmp_path_factory.mktemp("national")
    national(folder / "data")
    return folder


def answer(
    folder: Path, words: tuple[str, ...], prepare: Callable[[], object] = lambda: None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command after what a parent does first."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=prepare,
    )


def _ignore_ends_of_children() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)


@pytest.mark.parametrize("words", SHARED, ids=" ".join)
def test_a_parent_that_ignores_the_ends_of_children_changes_nothing(words: tuple[str, ...], large: Path) -> None:
    usual = answer(large, words)
    odd = answer(large, words, _ignore_ends_of_children)
    assert (odd.returncode, odd.stdout, odd.stderr) == (usual.returncode, usual.stdout, usual.stderr)


def test_then_a_git_that_fails_does_not_seem_to_have_ended_well(large: Path) -> None:
    usual = answer(large, ("diff", "--since", "main"))
    odd = answer(large, ("diff", "--since", "main"), _ignore_ends_of_children)
    assert usual.returncode == 2
    assert b"no git repository" in usual.stderr
    assert (odd.returncode, odd.stdout, odd.stderr) == (2, b"", usual.stderr)


@pytest.mark.parametrize("words", SHARED, ids=" ".join)
def test_with_few_files_open_at_once_it_is_the_same_or_is_told(words: tuple[str, ...], large: Path) -> None:
    usual = answer(large, words)
    # Below five Python itself does not start.
    for most in range(5, 11):
        few = answer(large, words, lambda most=most: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))  # type: ignore[misc]
        if few.returncode == 2:
            assert few.stdout == b""
            assert few.stderr.startswith(b"compactctl: the system does not let the tool go on: Too many open files\n")
        else:
            assert (few.returncode, few.stdout) == (usual.returncode, usual.stdout)


IN_NO_FOLDER = [
    *("validate", "validate --format github", "report", "report --format html", "diff", "diff --since HEAD"),
    *("new kent", "renew hampshire", "revise", "sign hampshire --party authority --role Leader", "init", "init there"),
]


def _take_the_working_folder_away() -> None:
    Path("gone").mkdir()
    os.chdir("gone")
    Path("../gone").rmdir()


@pytest.mark.parametrize("words", IN_NO_FOLDER)
def test_a_working_folder_that_is_gone_is_told(words: str, tmp_path: Path) -> None:
    done = answer(tmp_path, tuple(words.split()), _take_the_working_folder_away)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "compactctl: the folder that this was run in is no longer there",
        "  hint: go to one that is there with 'cd', then type the command again",
    ]
    assert picture(tmp_path) == {}
