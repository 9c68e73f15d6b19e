"""What a comparison with a revision cannot tell, in sentences that every command and every format shares."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from compactctl.words import listed


class Untold(NamedTuple):
    """Something that cannot be told, and its kind in a word; `what` completes each of the paths, if there are any."""

    kind: str
    what: str
    paths: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """What is said where each path has a line of its own."""
        return [f"{path} {self.what}" for path in self.paths] or [self.what]


def untold(
    commit: str,
    *,
    is_new: bool,
    unreadable_then: Iterable[str],
    incomplete_then: Iterable[str],
    not_checked_out: Iterable[str],
) -> Iterator[Untold]:
    """Yield what cannot be told beside a commit; `is_new` where it has no document yet.

    The paths are what could not be read then, what broke the schema then, and what a sparse checkout leaves out.
    """
    then = f"where this branch began (commit {commit})"
    if is_new:
        yield Untold("new", f"there was no document yet {then}, so nothing counts as signed")
    if paths := tuple(unreadable_then):
        what = f"could not be read {then}, so what changed in it cannot be told, and what was signed counts as unsigned"
        yield Untold("unread", what, paths)
    if paths := tuple(incomplete_then):
        yield Untold("broken", f"broke the schema {then}, so what was broken there counts as unsigned", paths)
    if paths := tuple(not_checked_out):
        yield Untold("not here", f"a sparse checkout leaves out {listed(paths)}: taken as git's index has it")
