"""What commands share: a workspace opened, as it is and as it was in git, and new files put into it or only shown.

What of a workspace is missing is said on standard error.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from compactctl.cli.output import deliver, notify
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.targets import shown_path
from compactctl.files.writing import check_new, create
from compactctl.words import listed
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.registers import beyond_register
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
    return workspace


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


def write_new(root: Path, files: Mapping[str, bytes], *, dry_run: bool) -> None:
    """Write new files by their names within a folder, or only show them; raises `Refused` where one exists."""
    if not dry_run:
        create(root, files)
        return
    from compactctl.formats.patch import unified_diff

    check_new(root, files)
    paths = {name: PurePosixPath(shown_path(root), name).as_posix() for name in files}
    deliver("".join(unified_diff(paths[name], None, new) for name, new in files.items()))


def notify_beyond_register(workspace: Workspace, year: AcademicYear) -> None:
    """Say so where the built-in register may not know who exists in the year of a draft."""
    if workspace.is_beyond_register(year):
        notify(beyond_register(year), "a newer compactctl, or an 'authorities.csv' of your own, knows who exists then")
