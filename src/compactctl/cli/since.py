"""What `--since` does in every command that takes it: it opens the revision, and says what of it is missing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from compactctl.cli.output import tell
from compactctl.words import listed, quoted
from compactctl.workspace.workspace import Workspace

if TYPE_CHECKING:
    from compactctl.workspace.since import Since


@contextmanager
def opened_since(workspace: Workspace, root: Path, ref: str | None) -> "Iterator[Since | None]":
    """Open what the workspace was in a revision, if one is given, and say at the end what could not be read of it.

    Raises `CannotDo` where it cannot be compared with.
    """
    if ref is None:
        yield None
        return
    from compactctl.workspace.since import open_since

    with open_since(workspace, root, ref) as since:
        yield since
        then, now = since.versions.unreadable_then, since.versions.unreadable_now
        tell_of_revision(ref, map(workspace.path_of, sorted(then - now)), map(workspace.path_of, since.not_checked_out))
        for path in map(workspace.path_of, since.versions.incomplete_then):
            tell(f"{path} breaks the schema in {quoted(ref)}, so what is broken there counts as unsigned")


def tell_of_revision(ref: str, unreadable: Iterable[str], not_checked_out: Iterable[str]) -> None:
    """Say what of a revision could not be read, and what a sparse checkout leaves out; both as paths."""
    for path in unreadable:
        tell(f"{path} could not be read in {quoted(ref)}, so whatever was signed in it counts as unsigned")
    if left_out := list(not_checked_out):
        tell(f"a sparse checkout leaves out {listed(left_out)}: taken as git's index has it")
