"""A server that has loaded the command, and forks a process of its own for each order to run it.

To load the command takes most of the time of a small run, and the tests run it thousands of times. `running.run` is
the way in. What a process takes along from its start is that of the server: hash seed, locale, limits, what libraries
read of the environment while they are loaded. A test that is about one of these has `running.run_anew`.
"""

import json
import os
import pkgutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_BROKEN: Final = 70
"""The exit code where the command was not even begun."""


class WarmServer:
    """The server's end in a process of the tests; it ends when its input does, and so with that process."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        words, pipe = [sys.executable, __file__], subprocess.PIPE
        self._process = subprocess.Popen(words, env=environment, text=True, stdin=pipe, stdout=pipe)
        self._lock = threading.Lock()

    def run(self, folder: Path, words: Sequence[str], environment: Mapping[str, str]) -> tuple[int, bytes, bytes]:
        """Run the command, with nobody at the keyboard; return its exit code and what it wrote on both streams."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with tempfile.TemporaryDirectory() as streams:
            names = [os.devnull, f"{streams}/out", f"{streams}/err"]
            order = {"folder": f"{folder.absolute()}", "words": words, "environment": environment, "streams": names}
            with self._lock:
                self._process.stdin.write(f"{json.dumps(order)}\n")
                self._process.stdin.flush()
                code = int(self._process.stdout.readline())
            return code, Path(names[1]).read_bytes(), Path(names[2]).read_bytes()


def _serve() -> None:
    import compactctl

    for module in pkgutil.walk_packages(compactctl.__path__, "compactctl."):
        import_module(module.name)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                _become(json.loads(line))
            finally:
                os._exit(_BROKEN)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _become(order: dict[str, Any]) -> None:
    """Run the command as it is ordered, and end."""
    from compactctl.__main__ import main

    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    for number, name in enumerate(order["streams"]):
        stream = os.open(name, os.O_RDWR | os.O_CREAT)
        os.dup2(stream, number)
        os.close(stream)
    sys.argv = ["compactctl", *order["words"]]
    main()


if __name__ == "__main__":
    _serve()
