"""Less memory than a run needs: it ends with 2 and a message, and never as if it had found something.

Libraries in C and Rust that get no memory may end the process by a signal, which SECURITY.md says.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.bombs import COMPACT, SYNTAX
from tests.hostile.limited import MIB, small_workspace, within
from tests.running import COMMAND

BARE: Final = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmPeak')))"


@pytest.fixture(scope="module")
def bare() -> int:
    """What Python takes for itself, in bytes."""
    return int(subprocess.check_output([sys.executable, "-c", BARE])) * 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process takes")
@pytest.mark.parametrize("words", [("validate",), ("report", "--format", "json")], ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["texts", "keys"])
def test_memory_that_runs_out_is_told(words: tuple[str, ...], name: str, bare: int, tmp_path: Path) -> None:
    small_workspace(tmp_path, **{COMPACT: SYNTAX[name]()})
    limits = [bare + more * MIB for more in (4, 12, 18, 22, 26, 30)]
    answers = [within(tmp_path, (*COMMAND, *words), memory=limit) for limit in limits]
    assert all(answer.stdout for answer in answers if answer.returncode in (0, 1))
    assert all(answer.stderr.startswith(b"compactctl: ") for answer in answers if answer.returncode == 2)
    assert any(answer.returncode == 2 for answer in answers)


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        ("MemoryError()", "too little memory"),
        ("SystemError('returned NULL without setting an exception')", "too little memory"),
        ("ImportError('no room')", "a part of the tool cannot be loaded (no room)"),
    ],
)
def test_what_cannot_be_had_is_told(raised: str, reason: str, tmp_path: Path) -> None:
    script = f"""
import compactctl.files.opening as opening
from compactctl.__main__ import main
def fail(path, limit=0): raise {raised}
opening.read_bytes.__code__ = fail.__code__
main()
"""
    small_workspace(tmp_path)
    words = [sys.executable, "-c", script, "validate"]
    answer = within(tmp_path, words)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert reason in answer.stderr.decode()


@pytest.mark.parametrize(("debug", "shown"), [("", 0), ("1", 1)])
def test_what_goes_wrong_in_letting_go_is_shown_to_developers_alone(debug: str, shown: int, tmp_path: Path) -> None:
    script = """
import compactctl.files.opening as opening
from compactctl.__main__ import main
class Held:
    def __del__(self): raise MemoryError
opening.read_bytes.__globals__["_read_plain"] = lambda *_: Held() and b""
main()
"""
    small_workspace(tmp_path)
    answer = within(tmp_path, [sys.executable, "-c", script, "validate"], more={"COMPACTCTL_DEBUG": debug})
    assert min(answer.stderr.count(b"Traceback"), 1) == shown


def test_what_cannot_even_be_loaded_is_told(tmp_path: Path) -> None:
    script = "import sys; sys.modules['compactctl.cli.app'] = None; from compactctl.__main__ import main; main()"
    answer = within(tmp_path, [sys.executable, "-c", script])
    message = b"compactctl: it cannot be loaded; there may be too little memory, or too many open files\n"
    assert (answer.returncode, answer.stdout, answer.stderr) == (2, b"", message)
