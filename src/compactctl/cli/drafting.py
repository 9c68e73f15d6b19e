"""What the commands that write share: the option to look first, and new files written or shown."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated

from compactctl.cli.output import deliver
from compactctl.cli.parameters import Option

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


def shown_change(path: str, old: bytes | None, new: bytes) -> str:
    """Return what would be written to a file, to be printed."""
    from compactctl.formats.patch import unified_diff

    return unified_diff(path, old, new)
