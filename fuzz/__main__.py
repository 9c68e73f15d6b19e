"""Runs the fuzz targets, each in a child with limits, and prints the score: `python -m fuzz [TARGET …] --seconds N`.

A child that ends before its time has found something: the input is kept below `build/fuzz/TARGET/found`, it is counted
as a crash or, where it was killed for taking too long, as a hang, and the next child goes on. Leaves with 1 where
anything was found.
"""

import argparse
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fuzz import seeds

TARGETS: Final = (
    "reading",
    "repairing",
    "checking",
    "showing",
    "renewing",
    "register",
    "settings",
    "revisions",
    "forms",
    "site",
)
_BUILD: Final = Path(__file__).parents[1] / "build" / "fuzz"
_LIMITS: Final = ("-timeout=5", "-malloc_limit_mb=150", "-rss_limit_mb=1024", "-max_len=4096", "-print_final_stats=1")
_EXECUTED: Final = re.compile(r"stat::number_of_executed_units: *(\d+)|^#(\d+)\b", re.MULTILINE)


@dataclass
class Score:
    """What a target was given, and what it did."""

    inputs: int = 0
    crashes: int = 0
    hangs: int = 0


def main() -> int:
    """Run the targets one after the other, and print the score of each."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], help="all of them when none is named")
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    wishes = parser.parse_args()
    scores = [(name, _run(name, wishes.seconds)) for name in wishes.targets or TARGETS]
    for name, score in scores:
        sys.stdout.write(f"{name:<10}{score.inputs:>12,} inputs{score.crashes:>4} crashes{score.hangs:>4} hangs\n")
    return int(any(score.crashes or score.hangs for _, score in scores))


def _run(name: str, seconds: int) -> Score:
    corpus, artifacts = _BUILD / name / "corpus", _BUILD / name / "found"
    for folder in (corpus, artifacts):
        folder.mkdir(parents=True, exist_ok=True)
    seeds.write(name, corpus)
    seeds.write_words(_BUILD / "words")
    score, end = Score(), time.monotonic() + seconds
    while (left := int(end - time.monotonic())) > 0:
        log = _child(name, corpus, artifacts, left)
        executed = [int(total or running) for total, running in _EXECUTED.findall(log)]
        score.inputs += max(executed, default=0)
        if not executed:
            sys.exit(f"the target '{name}' does not start:\n{log[-2000:]}")
        if "libFuzzer: timeout" in log:
            score.hangs += 1
        elif "Done" not in log:
            score.crashes += 1
            sys.stderr.write(f"{log[-3000:]}\n")
    return score


def _child(name: str, corpus: Path, artifacts: Path, seconds: int) -> str:
    """Run one child until it ends, and return what it said; a signal that ended it stands in the last line."""
    command = [sys.executable, "-m", "fuzz.child", name, *_LIMITS, f"-dict={_BUILD / 'words'}"]
    command += [f"-max_total_time={seconds}", f"-artifact_prefix={artifacts}/", str(corpus)]
    child = subprocess.run(command, capture_output=True, check=False)
    ended = f"\nended by signal {-child.returncode}" if child.returncode < 0 else ""
    return child.stderr.decode("utf-8", "replace") + ended


if __name__ == "__main__":
    sys.exit(main())
