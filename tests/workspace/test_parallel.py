"""Work parallel_map between two processes comes to what one makes of it, whatever becomes of the second."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.corpora import decade
from benchmarks.faults import faulty
from tests.running import COMMAND, environment

from compactctl.workspace.parallel import parallel_map

pytestmark = pytest.mark.slow

ITEMS = list(range(10))
SIZES = [100_000] * 10
COMMANDS = [
    ("validate", "--format", "json"),
    ("report", "--format", "json"),
    ("report", "--trend", "--format", "markdown"),
    ("diff", "2005/06", "2009/10", "--format", "json"),
    ("diff", "--format", "terminal"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years of compacts, fifteen of them broken."""
    folder = tmp_path_factory.mktemp("decade")
    decade(folder / "data")
    faulty(folder / "data", 15)
    return folder


def answer(folder: Path, words: tuple[str, ...], cores: set[int]) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="left out: only Linux says which cores there are")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_one_core_gives_the_same_bytes_as_all(words: tuple[str, ...], folder: Path) -> None:
    cores = os.sched_getaffinity(0)
    code, out, err = answer(folder, words, {min(cores)})
    assert (code, out, err) == answer(folder, words, cores)
    assert code in (0, 1)
    assert out


def only_here(spoil: Callable[[], object]) -> Callable[[int], int]:
    """Return work that comes to nothing in another process."""
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            spoil()
        return item * item

    return work


def fail() -> None:
    raise ValueError


@pytest.mark.parametrize(
    "spoil", [fail, lambda: os._exit(1), lambda: os.kill(os.getpid(), 9)], ids=["fails", "leaves", "is-killed"]
)
def test_a_second_process_that_comes_to_nothing_is_made_up_for(
    spoil: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    assert list(parallel_map(ITEMS, SIZES, only_here(spoil))) == [item * item for item in ITEMS]
    assert capfd.readouterr() == ("", "")


def test_without_a_second_process_the_first_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise OSError

    monkeypatch.setattr(os, "fork", refused)
    assert list(parallel_map(ITEMS, SIZES, only_here(fail))) == [item * item for item in ITEMS]


@pytest.mark.parametrize("sizes", [SIZES, [1] * 10, [1] * 9 + [900_000], [900_000] + [1] * 9, [0] * 10], ids=str)
def test_the_order_stays_whatever_the_sizes(sizes: list[int]) -> None:
    assert list(parallel_map(ITEMS, sizes, lambda item: item * item)) == [item * item for item in ITEMS]
