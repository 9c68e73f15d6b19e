"""The result to standard output or a file, everything else to standard error.

Bytes are UTF-8 whatever the locale. An output that cannot be written makes the job impossible; a standard error that
is closed does not.
"""

import contextlib
import os
import sys
from collections.abc import Iterable

from compactctl.errors import CannotDo


class OutputClosed(Exception):  # noqa: N818 - names the state of the output
    """Standard output cannot be written any more."""


def tell(message: str, hint: str | None = None) -> None:
    """Say something on standard error, in a line, and a hint in the next."""
    from compactctl.formats.safe import printable

    lines = [f"compactctl: {printable(message)}"]
    if hint:
        lines.append(f"  hint: {printable(hint)}")
    tell_lines(lines)


def tell_lines(lines: list[str]) -> None:
    """Write lines that are safe already to standard error."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()


def deliver(result: str | bytes | Iterable[bytes], output: str | None = None) -> None:
    """Write the result, which may come in pieces, to standard output, or whole or not at all to a file."""
    if isinstance(result, str):
        result = result.encode("utf-8", "backslashreplace")
    pieces = (result,) if isinstance(result, bytes) else result
    if output is None:
        _to_standard_output(pieces)
    else:
        _to_file(pieces, output)


def _to_standard_output(pieces: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise OutputClosed("standard output is closed, so the result cannot be written")
    try:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
    except (OSError, ValueError) as error:
        # What is left in the buffer would be tried again, and complained about, when Python ends.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = getattr(error, "strerror", None) or "it is closed"
        raise OutputClosed(f"the result cannot be written to standard output: {reason}") from error


def _to_file(pieces: Iterable[bytes], name: str) -> None:
    from pathlib import Path

    from compactctl.files.writing import put

    output = Path(name)
    try:
        if output.exists() and not output.is_file():
            with output.open("wb") as file:
                file.writelines(pieces)
        else:
            put(Path(os.path.realpath(output)), pieces)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise CannotDo(
            f"the result cannot be written to '{output}': {reason}", "name another file with --output"
        ) from error
