"""How far work on many things has come: a bar on standard error, on a terminal, once it has taken a second."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from time import monotonic
from typing import Final, TypeVar

from compactctl.cli.output import is_watched

T = TypeVar("T")

_WITHOUT_A_BAR: Final = 1.0
_BETWEEN: Final = 0.1
"""Seconds."""


def with_progress(items: Iterable[T], total: int, doing: str) -> Iterator[T]:
    """Yield items as they come, of which there are so many, and show how far that is; `doing` says what is done."""
    if not is_watched():
        yield from items
        return
    begin = monotonic()
    with ExitStack() as shown:
        show: Callable[[int], None] | None = None
        for count, item in enumerate(items, 1):
            yield item
            if show is None and monotonic() - begin >= _WITHOUT_A_BAR:
                show = _bar(shown, total, doing)
            if show is not None:
                show(count)


def _bar(shown: ExitStack, total: int, doing: str) -> Callable[[int], None]:
    """Show a bar until the stack is left, and return what moves it.

    It moves when it is told to, and in no thread of its own: beside one, no work is shared with a second process.
    """
    from rich.console import Console
    from rich.progress import Progress

    bar = shown.enter_context(Progress(console=Console(stderr=True), transient=True, auto_refresh=False))
    task = bar.add_task(doing, total=total)
    last = 0.0

    def show(count: int) -> None:
        nonlocal last
        if (now := monotonic()) - last >= _BETWEEN:
            last = now
            bar.update(task, completed=count, refresh=True)

    return show
