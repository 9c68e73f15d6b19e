"""The entry point: `compactctl` and `python -m compactctl`."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A run makes no cycles worth collecting, and with thousands of files the collector halves the reader's speed.
    gc.disable()
    from compactctl.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
