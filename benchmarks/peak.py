"""Runs a command and prints the most memory that it and its children held at once, in KiB.

A process counts its peak from before it became the command, so that one that is started by a big process looks big:
this small one stands between, and imports nothing of the project. The peak of one process is what the kernel says; what
several hold together, each shared page once, is looked up every few milliseconds.
"""
# ruff: noqa: T201 - its output is its answer

import os
import subprocess
import sys
import time
from pathlib import Path


def main(words: list[str]) -> int:
    """Run the words as a command, print its peak, and give its exit code."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    together = 0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        together = max(together, sum(map(_held_by, _family(process.pid))))
        time.sleep(0.02)
    print(max(usage.ru_maxrss, together))
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode


def _family(parent: int) -> list[int]:
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    except OSError:
        return [parent]
    return [parent, *(member for child in children for member in _family(int(child)))]


def _held_by(process: int) -> int:
    """Give the resident memory of a process, each shared page divided among those who share it; 0 once it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
