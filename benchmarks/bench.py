"""Makes corpora when they are first needed, and runs commands in them: for their answer, their time, their memory."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import corpora
from benchmarks.commands import Command, ours
from benchmarks.faults import Fault, faulty
from benchmarks.filling import Compact, fill_in
from benchmarks.revising import revise

PEAK = str(Path(__file__).with_name("peak.py"))
MAKERS: dict[str, Callable[[Path], corpora.Corpus]] = {
    "national": corpora.national,
    "faulty": corpora.national,
    "drafts": corpora.drafts,
    "mistyped": corpora.mistyped,
    "returned": corpora.unsigned,
    "decade": corpora.decade,
    "revised": corpora.decade,
    "hundredfold": corpora.hundredfold,
}
FAULTY_FILES = 15
REVISED_FILES = 10
_NO_PROGRAM = 127
"""What a shell leaves with."""


class NotThere(Exception):  # noqa: N818 - read as a sentence
    """What others' tool a row is seen beside is not there."""


class Wrong(Exception):  # noqa: N818 - read as a sentence
    """The command's answer is not the right one."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, and of processor time in the process and the children it waited for."""

    wall: float
    cpu: float


class Bench:
    """Runs commands in corpora below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corpus = cache(self._make)
        self.faults: dict[str, Fault] = {}
        self.filled_in: dict[str, Compact] = {}
        """What each compact is to say once its form is taken in, by its file's name."""
        self.revised: frozenset[str] = frozenset()
        """The files that are not as they were committed."""

    def _make(self, name: str) -> corpora.Corpus:
        corpus = MAKERS[name](self.folder / name / "data")
        if name == "faulty":
            self.faults = faulty(corpus.folder, FAULTY_FILES)
        elif name == "returned":
            self._answer(ours("form", "--all", "--output", "forms", corpus=name))
            self.filled_in = fill_in(self.folder / name / "forms", corpus.folder / "compacts")
        elif name == "revised":
            self.revised = revise(corpus.folder, REVISED_FILES)
        return corpus

    def answer(self, command: Command) -> str:
        """Give what the command prints.

        Raises:
            NotThere: There is no such program.
            Wrong: Another exit code than the right one.
        """
        self.corpus(command.corpus)
        return self._answer(command)

    def _answer(self, command: Command) -> str:
        try:
            process = self._start(command, subprocess.PIPE)
        except FileNotFoundError:
            raise NotThere from None
        output, errors = process.communicate()
        if process.returncode == _NO_PROGRAM:
            raise NotThere
        _expect_code(command, process.returncode, errors)
        return output

    def spend(self, command: Command) -> Spent:
        """Run the command once, its output thrown away, and give what it took."""
        self.corpus(command.corpus)
        began = time.perf_counter()
        process = self._start(command, subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        _expect_code(command, process.returncode)
        return Spent(wall, usage.ru_utime + usage.ru_stime)

    def peak(self, command: Command) -> float:
        """Run the command once and give the most memory that it held, in MB of 1,000,000 bytes."""
        self.corpus(command.corpus)
        process = self._start(command, subprocess.PIPE, before=(sys.executable, "-I", "-S", PEAK))
        output, errors = process.communicate()
        _expect_code(command, process.returncode, errors)
        return int(output) * 1024 / 1e6

    def _start(self, command: Command, output: int, before: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            (*before, *command.words),
            cwd=self.folder / command.corpus,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **dict(command.environment)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            encoding="utf-8",
        )


def _expect_code(command: Command, code: int, errors: str = "") -> None:
    if code != command.code:
        raise Wrong(f"exit code {code} and not {command.code}: {' '.join(command.words)}\n{errors}")
