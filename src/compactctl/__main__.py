"""The entry point: `compactctl` and `python -m compactctl`."""

import contextlib
import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A run makes no cycles worth collecting, and with thousands of files the collector halves the reader's speed.
    gc.disable()
    try:
        from compactctl.cli.app import run

        code = run(sys.argv[1:])
    except (ImportError, MemoryError, OSError):
        # Only where there is too little memory, or too little of the tool, to load even what would tell of it.
        code = 2
        with contextlib.suppress(OSError):
            os.write(2, b"compactctl: it cannot be loaded; there may be too little memory\n")
    # All output has been flushed; taking the interpreter apart would cost 10 to 20 ms.
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
