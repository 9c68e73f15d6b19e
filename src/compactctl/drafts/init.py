"""A new workspace: the statement and the annex of 2003/04, and settings for checks and editors."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from compactctl.addresses import NEWEST, NEWEST_PAGES, pages, requirement

_STARTER: Final = Path(__file__).parent / "starter"

_FILES: Final = {
    "data/statement.yaml": "statement.yaml",
    "data/annex/2003-04.yaml": "annex-2003-04.yaml",
    "README.md": "README.md",
    ".github/workflows/compacts.yml": "compacts.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
}
"""Where each file goes, and what it is called in the tool's own folder, where its place would hide it."""

_PAGES: Final = {".github/workflows/pages.yml": "pages.yml"}
"""What publishes the record as a site, where that is wanted."""


def workspace_files(*, with_pages: bool = False) -> Mapping[str, bytes]:
    """Return the files of a new workspace by their names within its folder, in the order to write them in.

    `with_pages` the record is published as a site as well.
    """
    files = _FILES | (_PAGES if with_pages else {})
    return {name: _of_this_version((_STARTER / source).read_bytes()) for name, source in files.items()}


def _of_this_version(file: bytes) -> bytes:
    """Return a file of the tool's own, which installs the newest state and leads to its pages, with this version's."""
    installing = file.replace(NEWEST.encode(), requirement().encode())
    return installing.replace(NEWEST_PAGES.encode(), pages().encode())
