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
from benchmarks.commands import Command
from benchmarks.faults import Fault, faulty

PEAK = str(Path(__file__).with_name("peak.py"))
MAKERS: dict[str, Callable[[Path], corpora.Corpus]] = {
    "national": corpora.national,
    "faulty": corpora.national,
    "drafts": corpora.drafts,
    "mistyped": corpora.mistyped,
    "decade": corpora.decade,
    "hundredfold": corpora.hundredfold,
}
FAULTY_FILES = 15
_NO_PROGRAM = 127
"""What a shell leaves with."""
_NO_COMMAND = 2


class NotThere(Exception):  # noqa: N818 - read as a sentence
    """The command, or the whole tool, is not there (yet)."""


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

    def _make(self, name: str) -> corpora.Corpus:
        corpus = MAKERS[name](self.folder / name / "data")
        if name == "faulty":
            self.faults = faulty(corpus.folder, FAULTY_FILES)
        return corpus

    def answer(self, command: Command) -> str:
        """Give what the command prints.

        Raises:
            NotThere: There is no such program, or it does not know the command.
            Wrong: Another exit code than the right one.
        """
        try:
            process = self._start(command, subprocess.PIPE)
        except FileNotFoundError:
            raise NotThere from None
        output, errors = process.communicate()
        if process.returncode == _NO_PROGRAM or (command.is_ours and process.returncode == _NO_COMMAND):
            raise NotThere
        _expect_code(command, process.returncode, errors)
        return output

    def spend(self, command: Command) -> Spent:
        """Run the command once, its output thrown away, and give what it took."""
        began = time.perf_counter()
        process = self._start(command, subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        _expect_code(command, process.returncode)
        return Spent(wall, usage.ru_utime + usage.ru_stime)

    def peak(self, command: Command) -> float:
        """Run the command once and give the most memory that it held, in MB of 1,000,000 bytes."""
        process = self._start(command, subprocess.PIPE, before=(sys.executable, "-I", "-S", PEAK))
        output, errors = process.communicate()
        _expect_code(command, process.returncode, errors)
        return int(output) * 1024 / 1e6

    def _start(self, command: Command, output: int, before: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
        self.corpus(command.corpus)
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
