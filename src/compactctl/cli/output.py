"""The result to standard output or a file, everything else to standard error.

Bytes are UTF-8 whatever the locale. An output that cannot be written makes the job impossible; a standard error that
is closed does not.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

if TYPE_CHECKING:
    from compactctl.files.result_files import ResultFile
    from compactctl.formats.styled import StyledLine


MOST_NOTICES: Final = 20
_ENOUGH: Final = 64 * 1024
_STANDARD_OUTPUT: Final = -11
_TAKES_COLOURS: Final = 4
"""As Windows counts them."""


class OutputClosed(Exception):  # noqa: N818 - names the state of the output
    """Standard output cannot be written any more."""


def notify(message: str, hint: str | None = None) -> None:
    """Say something on standard error, in a line, and a hint in the next."""
    from compactctl.formats.safe import printable

    lines = [f"compactctl: {printable(message)}"]
    if hint:
        lines.append(f"  hint: {printable(hint)}")
    notify_lines(lines)


def notify_each(notices: Sequence[str]) -> None:
    """Say what is wrong in the documents that are used, and of many things how many more there are."""
    for notice in notices[:MOST_NOTICES]:
        notify(notice)
    if len(notices) > MOST_NOTICES:
        notify(f"and {len(notices) - MOST_NOTICES:,} more like these", "'compactctl validate' lists all of them")


def notify_lines(lines: list[str]) -> None:
    """Write lines that are safe already to standard error."""
    notify_text("\n".join(lines) + "\n")


def notify_text(text: str) -> None:
    """Write a text that is safe already to standard error, as far as that can be written."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        _write(sys.stderr, text.encode("utf-8", "backslashreplace"))


def deliver(result: str | bytes | Iterable[bytes], file: "ResultFile | None" = None) -> None:
    """Write the result, which may come in pieces, to standard output, or whole or not at all to a file."""
    if isinstance(result, str):
        result = result.encode("utf-8", "backslashreplace")
    pieces = (result,) if isinstance(result, bytes) else _joined(result)
    if file is None:
        _to_standard_output(pieces)
    else:
        file.write(pieces)


def styled(lines: "Iterable[StyledLine]", file: "ResultFile | None" = None) -> str:
    """Return lines as they go to standard output, in colour where it is wanted there, or as they go to a file."""
    from compactctl.formats.styled import coloured, plain

    return coloured(lines) if file is None and wants_colour() else plain(lines)


def _joined(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces put together: some formats have tens of thousands, and each would be written by itself."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        if (size := size + len(piece)) >= _ENOUGH:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


@contextlib.contextmanager
def delivered() -> Iterator[None]:
    """Deliver what a library prints meanwhile, which would pass over an output that is closed, or cut the text."""
    printed = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="")
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        printed.seek(0)
        if text := printed.read():
            deliver(text)


def _to_standard_output(pieces: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise OutputClosed("standard output is closed, so the result cannot be written")
    for piece in pieces:
        try:
            _write(sys.stdout, piece)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is closed"
            raise OutputClosed(f"the result cannot be written to standard output: {reason}") from error


def _write(stream: TextIO, data: bytes) -> None:
    """Write all bytes, past what Python buffers, which it would try again, and complain about, when it ends.

    A disk that is nearly full takes a part of them, and so does a pipe that does not block; that one is waited for.
    """
    # With PYTHONUNBUFFERED there is no buffer, and nothing below it.
    raw = getattr(stream.buffer, "raw", stream.buffer)
    rest = memoryview(data)
    while rest:
        taken = raw.write(rest)
        if taken is None:
            _wait_for(raw)
        else:
            rest = rest[taken:]


def _wait_for(raw: BinaryIO) -> None:
    import select

    select.select((), (raw,), ())


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return _is_terminal(sys.stdout)


def is_watched() -> bool:
    """Tell whether standard error is a terminal on which what was said can be said anew."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def wants_colour() -> bool:
    """Tell whether to use colour: as NO_COLOR and FORCE_COLOR say, else on a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal() and os.environ.get("TERM") != "dumb" and _shows_colour()


def _shows_colour() -> bool:
    """Tell whether a terminal takes colours for what they are, as a console of Windows does once it is asked to."""
    if sys.platform == "win32":
        import ctypes

        kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        console = kernel.GetStdHandle(_STANDARD_OUTPUT)
        is_console = kernel.GetConsoleMode(console, ctypes.byref(mode))
        return bool(is_console and kernel.SetConsoleMode(console, mode.value | _TAKES_COLOURS))
    return True
