"""The entry point: `compactctl` and `python -m compactctl`."""

import gc
import os
import signal
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Where memory runs out, a collection that begins just then ends Python before anything can be said of it.
    gc.disable()
    if hasattr(signal, "SIGCHLD"):
        # A parent that ignores its children's ends hands that down, and every git would seem to have ended well.
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if not os.environ.get("COMPACTCTL_DEBUG"):
        # What goes wrong while something is let go, as memory does that runs out, changes no result.
        sys.unraisablehook = lambda _: None
    code: int | None = None
    try:
        from compactctl.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    except (ImportError, MemoryError, OSError):
        pass  # what the run held is free only after this
    try:
        if code is None:
            os.write(2, b"compactctl: it cannot be loaded; there may be too little memory, or too many open files\n")
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass
    finally:
        # All output has been flushed; taking the interpreter apart would cost 10 to 20 ms.
        os._exit(2 if code is None else code)


if __name__ == "__main__":
    main()
