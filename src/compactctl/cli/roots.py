"""Where the readers of annotations look for files: from the root of the repository, wherever the command runs."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from compactctl.workspace.repositories import given_apart, top_of


def rooted(folder: str) -> str:
    """Return the data folder as readers of annotations name it; as it is shown where no root contains it."""
    real = Path(os.path.realpath(folder))
    for root in map(os.path.realpath, _roots(real)):
        for path in (real, Path(folder).absolute()):  # a link may lead out of the repository
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
    return folder


def _roots(real: Path) -> Iterator[str | Path]:
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        if root := os.environ.get(variable):
            yield root
    yield from filter(None, (given_apart(real).get("GIT_WORK_TREE"), top_of(real)))
    with suppress(FileNotFoundError):  # it may be gone
        yield Path.cwd()
