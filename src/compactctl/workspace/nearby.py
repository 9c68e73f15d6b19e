"""Where a data folder lies that is not where it was looked for: the hint for who stands in the wrong folder."""

import itertools
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from compactctl.files.data_folder import ANNEXES, COMPACTS, STATEMENT
from compactctl.files.paths import working_folder

_LOOKED_THROUGH: Final = 200
"""Names of a folder, so that a home full of files costs no time."""


def way_to(root: Path) -> str | None:
    """Return how to get to the data folder of this name, from inside it or above it; nothing where none is near."""
    if root.is_absolute():
        return None
    here = working_folder()
    for steps, above in enumerate(here.parents, 1):
        if _is_data_folder(above / root):
            up = "/".join([os.pardir] * steps)
            return f"it lies further up: type 'cd {up}', then the command again"
    if _is_data_folder(here):
        return "this folder is one: add '--data .' to the command"
    for name in _folders(here):
        if _is_data_folder(here / name / root):
            return f"there is one in '{name}': type 'cd {shlex.quote(name)}', then the command again"
    return None


def _is_data_folder(path: Path) -> bool:
    return any(os.path.lexists(path / name) for name in (STATEMENT, ANNEXES, COMPACTS))


def _folders(path: Path) -> Iterator[str]:
    try:
        with os.scandir(path) as found:
            names = [entry.name for entry in itertools.islice(found, _LOOKED_THROUGH) if entry.is_dir()]
    except OSError:
        return
    yield from sorted(name for name in names if not name.startswith("."))
