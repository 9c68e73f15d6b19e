"""Work on many files shared between two processes, where that pays.

The second process is a fork that does the second half, by bytes, and hands plain values back. Where it cannot be
had, or comes to nothing, this process does all of it: the result is the same.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

S = TypeVar("S")
T = TypeVar("T")

_PAYS_FROM: Final = 400_000
"""Bytes: below that a fork costs as much as it saves (measured with `benchmarks/`)."""


def shared(items: Sequence[S], sizes: Sequence[int], work: Callable[[S], T]) -> Iterator[T]:
    """Yield what the work makes of each item, in order; `sizes` are bytes, and the work's results can be pickled."""
    half = _half(sizes)
    if half == 0:
        yield from map(work, items)
        return
    reader = _start([*items[half:]], work)
    if reader is None:
        yield from map(work, items)
        return
    process, descriptor = reader
    try:
        yield from map(work, items[:half])
        second: list[T] | None = _received(descriptor)
    finally:
        os.close(descriptor)
        os.waitpid(process, 0)
    yield from map(work, items[half:]) if second is None else second


def _half(sizes: Sequence[int]) -> int:
    """Return how many items come first, so that both halves have as many bytes; 0 where sharing does not pay."""
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


def _start(items: list[S], work: Callable[[S], T]) -> tuple[int, int] | None:
    """Begin the second process; return it and where its results come from, or None where there can be none."""
    reader, writer = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if process:
        os.close(writer)
        return process, reader
    import pickle

    # Whatever happens here, nothing of the first process may be run to its end a second time.
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump([work(item) for item in items], pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _received(descriptor: int) -> list[T] | None:
    import pickle

    with os.fdopen(os.dup(descriptor), "rb") as pipe:
        try:
            received: list[T] = pickle.load(pipe)  # noqa: S301 - written by this program's own fork
        except (EOFError, pickle.UnpicklingError):
            return None
    return received
