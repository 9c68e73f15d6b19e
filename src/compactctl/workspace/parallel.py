"""Work on many files in two processes at once, where that pays.

The second process is a fork that does the second half, by bytes, and hands plain values back. Where it cannot be
had, or comes to nothing, this process does all of it: the result is the same.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, Any, Final, TypeVar

S = TypeVar("S")
T = TypeVar("T")

_PAYS_FROM: Final = 400_000
"""Bytes: below that a fork costs as much as it saves (measured with `benchmarks/`)."""


def parallel_map(items: Sequence[S], sizes: Sequence[int], work: Callable[[S], T]) -> Iterator[T]:
    """Yield what the work makes of each item, in order; `sizes` are bytes, and the work's results can be pickled."""
    half = _half(sizes)
    second = _started([*items[half:]], work) if half else None
    if second is None:
        yield from map(work, items)
        return
    process, results = second
    received = 0
    try:
        yield from map(work, items[:half])
        for result in _received(results):
            yield result
            received += 1
    finally:
        results.close()
        os.waitpid(process, 0)
    yield from map(work, items[half + received :])


def _half(sizes: Sequence[int]) -> int:
    """Return how many items come first, so that both halves have as many bytes; 0 where that does not pay."""
    total = sum(sizes)
    if total < _PAYS_FROM or not hasattr(os, "fork") or _cores() == 1 or threading.active_count() > 1:
        return 0
    done = 0
    for index, size in enumerate(sizes):
        done += size
        if 2 * done >= total:
            return index + 1 if index + 1 < len(sizes) else 0
    return 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _started(items: list[S], work: Callable[[S], T]) -> tuple[int, IO[bytes]] | None:
    """Begin the second process; return it and what its results can be read from, or None where there can be none."""
    import pickle

    try:
        reader, writer = os.pipe()
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if process:
        os.close(writer)
        return process, open(reader, "rb")  # noqa: PTH123 - a descriptor, which the caller closes
    # Whatever happens here, nothing of the first process may be run to its end a second time.
    try:
        os.close(reader)
        with open(writer, "wb") as pipe:  # noqa: PTH123 - a descriptor
            # All of it at the end: the pipe holds little, and the first process reads nothing before it is done itself.
            pipe.writelines([pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL) for item in items])
    finally:
        os._exit(0)


def _received(results: IO[bytes]) -> Iterator[Any]:
    """Yield what the second process made, one after the other, as far as it came."""
    import pickle

    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(results)  # noqa: S301 - written by this program's own fork
