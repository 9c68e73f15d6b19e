"""One run of a target under atheris, in a process of its own that cannot grow: `python -m fuzz.child TARGET …`.

What follows the target goes to libFuzzer. The driver (`__main__.py`) starts this and sees how it ends.
"""

import gc
import resource
import sys
from importlib import import_module
from typing import Any, Final

_MIB: Final = 1024 * 1024
_STACK: Final = 1 * _MIB
_MEMORY: Final = 2048 * _MIB


def main() -> None:
    """Take on the limits, and fuzz."""
    resource.setrlimit(resource.RLIMIT_STACK, (_STACK, _STACK))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["compactctl"]):
        target = import_module(f"fuzz.{sys.argv[1]}").target
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    gc.freeze()
    atheris.Fuzz()


if __name__ == "__main__":
    main()
