"""What commands that draft share: new files written or only shown, and a warning where the register ends too soon."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from compactctl.cli.output import deliver, notify
from compactctl.documents.years import AcademicYear
from compactctl.files.targets import shown_path
from compactctl.files.writing import check_new, create
from compactctl.workspace.registers import beyond_register
from compactctl.workspace.workspace import Workspace


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
