"""What `--since` does in every command that takes it: it opens the revision, and says what of it is missing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from compactctl.cli.output import tell
from compactctl.workspace.workspace import Workspace

if TYPE_CHECKING:
    from compactctl.workspace.since import Since
    from compactctl.workspace.versions.pairs import Untold


@contextmanager
def opened_since(workspace: Workspace, root: Path, ref: str | None) -> "Iterator[Since | None]":
    """Open what the workspace was in a revision, if one is given, and say at the end what could not be read of it.

    Raises `CannotDo` where it cannot be compared with.
    """
    if ref is None:
        yield None
        return
    from compactctl.workspace.versions.pairs import untold

    with told_since(workspace, root, ref) as since:
        yield since
        then, now = since.versions.unreadable_then, since.versions.unreadable_now
        tell_untold(
            untold(
                since.commit,
                is_new=since.is_new,
                unreadable_then=map(workspace.path_of, sorted(then - now)),
                incomplete_then=map(workspace.path_of, sorted(since.versions.incomplete_then)),
                not_checked_out=(),  # said already, when the workspace was opened
            )
        )


@contextmanager
def told_since(workspace: Workspace, root: Path, ref: str) -> "Iterator[Since]":
    """Open what the workspace was in a revision, and say what there is to say of how that was found.

    Raises `CannotDo` where it cannot be compared with.
    """
    from compactctl.workspace.since import open_since

    with open_since(workspace, root, ref) as since:
        for remark in since.remarks:
            tell(remark)
        yield since


def tell_untold(found: "Iterable[Untold]") -> None:
    """Say what a comparison with a revision cannot tell."""
    for item in found:
        for sentence in item.sentences:
            tell(sentence)
