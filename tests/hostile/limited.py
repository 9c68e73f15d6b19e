"""The real command in a process that may take no more than what SECURITY.md promises for one file."""

import resource
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.running import COMMAND, environment

from compactctl.rules.samples import BASE

MIB: Final = 1024 * 1024
SECONDS: Final = 5
SLOWER: Final = 4
"""By how much a machine may be slower than the one on which the seconds were measured, and all of a run still pass."""
MEMORY: Final = 150_000_000
OUTPUT: Final = 1_000_000

Answer = subprocess.CompletedProcess[bytes]


def limited(folder: Path, *arguments: str, **more: str) -> Answer:
    """Run the command: the system kills it after what is promised, gives it 150 MB of addresses, no core file."""
    return within(folder, (*COMMAND, *arguments), more=more)


def within(
    folder: Path,
    words: Sequence[str],
    *,
    seconds: int = SECONDS,
    memory: int = MEMORY,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Answer:
    """Run any words within limits; `more` is what the environment holds too."""

    def take_limits() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds * SLOWER, seconds * SLOWER))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)

    return subprocess.run(
        words,
        cwd=folder,
        env={**environment(), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=take_limits,
    )


def ends_well(answer: Answer) -> bool:
    """Tell whether a run ended with 0, 1 or 2, not by a signal, and with neither a traceback nor a defect."""
    spoken = answer.stdout + answer.stderr
    return answer.returncode in (0, 1, 2) and b"Traceback" not in spoken and b"defect of the tool" not in spoken


def small_workspace(folder: Path, **files: bytes | str) -> Path:
    """Write the small workspace of the rules' samples, with some files put in or replaced; return its data folder."""
    data = folder / "data"
    for name, content in {**BASE, **files}.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return data
