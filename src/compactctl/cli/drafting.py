"""What the commands that write share: the option to look first, and new files written or shown."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

from compactctl.cli.output import deliver, notify
from compactctl.cli.parameters import Option
from compactctl.words import day_in_words

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


def notify_beyond_register(workspace: "Workspace", year: "AcademicYear") -> None:
    """Say so where the built-in register may not know who exists in the year of a draft."""
    from compactctl.workspace.registers import KNOWN_UNTIL

    if workspace.is_beyond_register(year):
        message = f"the register of authorities is known until {day_in_words(KNOWN_UNTIL)}, and {year} ends later"
        notify(message, "a newer compactctl, or an 'authorities.csv' of your own, knows who exists then")


def shown_change(path: str, old: bytes | None, new: bytes) -> str:
    """Return what would be written to a file, to be printed."""
    from compactctl.formats.patch import unified_diff

    return unified_diff(path, old, new)
