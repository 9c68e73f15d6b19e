"""What the commands that write share: the option to look first, and new files written or shown."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

from compactctl.cli.output import deliver, tell
from compactctl.cli.parameters import Option

if TYPE_CHECKING:
    from compactctl.documents.years import AcademicYear
    from compactctl.workspace.workspace import Workspace

DryRun = Annotated[bool, Option("--dry-run", help="Show as a diff what would be written, and write nothing.")]


def put(root: Path, files: Mapping[str, bytes], *, dry_run: bool) -> None:
    """Write new files by their names within a folder, or only show them; raises `Refused` where one exists."""
    from compactctl.files.paths import shown_path
    from compactctl.files.writing import check_new, create

    if not dry_run:
        create(root, files)
        return
    check_new(root, files)
    deliver(
        "".join(shown_change(PurePosixPath(shown_path(root), name).as_posix(), None, files[name]) for name in files)
    )


def tell_beyond_register(workspace: "Workspace", year: "AcademicYear") -> None:
    """Say so where the built-in register may not know who exists in the year of a draft."""
    from compactctl.workspace.registers import beyond_register

    if workspace.is_beyond_register(year):
        tell(beyond_register(year), "a newer compactctl, or an 'authorities.csv' of your own, knows who exists then")


def shown_change(path: str, old: bytes | None, new: bytes) -> str:
    """Return what would be written to a file, to be printed."""
    from compactctl.formats.patch import unified_diff

    return unified_diff(path, old, new)
