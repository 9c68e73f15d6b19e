"""A workspace opened for a command, as it is and as it was in git; what of it is missing is said on standard error."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from compactctl.cli.output import notify
from compactctl.cli.progress import with_progress
from compactctl.errors import CannotDo
from compactctl.words import listed
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.requirements import check_checkout
from compactctl.workspace.workspace import Workspace

if TYPE_CHECKING:
    from compactctl.workspace.since import Caveat, Since


def opened(folder: Path, *, must_be_whole: bool = False) -> Workspace:
    """Return the workspace in a data folder; raises `CannotDo` where there is none, or nothing in it.

    Where it `must_be_whole`, it does so too where documents may be missing that a sparse checkout leaves out.
    """
    workspace = open_workspace(folder)
    try:
        check_checkout(workspace)
    except CannotDo as unknown:
        if must_be_whole:
            raise
        notify(unknown.message)
    if workspace.not_checked_out:
        names = listed(map(workspace.path_of, workspace.not_checked_out))
        notify(f"a sparse checkout leaves out {names}: taken as git's index has it")
    return replace(workspace, watch=partial(with_progress, doing="Reading compacts"))


@contextmanager
def opened_since(workspace: Workspace, root: Path, ref: str | None) -> "Iterator[Since | None]":
    """Open what the workspace was in a revision, if one is given, and say at the end what could not be read of it.

    Raises `CannotDo` where it cannot be compared with.
    """
    if ref is None:
        yield None
        return
    from compactctl.workspace.since import caveats_of

    with open_revision(workspace, root, ref) as since:
        yield since
        caveats = caveats_of(since, lambda _: True)
        # What is not checked out was said already, when the workspace was opened.
        notify_caveats(caveat for caveat in caveats if caveat.kind != "not here")


@contextmanager
def open_revision(workspace: Workspace, root: Path, ref: str) -> "Iterator[Since]":
    """Open what the workspace was in a revision, and say what there is to say of how that was found.

    Raises `CannotDo` where it cannot be compared with.
    """
    from compactctl.workspace.since import open_since

    with open_since(workspace, root, ref) as since:
        for remark in since.remarks:
            notify(remark)
        yield since


def notify_caveats(caveats: "Iterable[Caveat]") -> None:
    """Say what a comparison with a revision cannot tell."""
    for caveat in caveats:
        for sentence in caveat.sentences:
            notify(sentence)
