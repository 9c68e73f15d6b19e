"""A short name for all that a result is made from: the same bytes of the same files, the same name."""

import hashlib
from collections.abc import Iterator

from compactctl.files.data_folder import CONFIG, REGISTER
from compactctl.files.opening import Unreadable
from compactctl.workspace.workspace import Workspace

_DIGITS = 12
"""Of a SHA-256 in hexadecimal: enough that no two states of a record share one by chance."""


def digest(workspace: Workspace) -> str:
    """Return the digest of the documents, the register and the settings, twelve hexadecimal digits.

    A file that cannot be read takes part by its name alone.
    """
    total = hashlib.sha256()
    for name in _files(workspace):
        total.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        try:
            total.update(hashlib.sha256(workspace.tree.read(name)).digest())
        except Unreadable:
            total.update(b"unreadable")
    return total.hexdigest()[:_DIGITS]


def _files(workspace: Workspace) -> Iterator[str]:
    for name in (*workspace.document_names, CONFIG, REGISTER):
        yield from workspace.files_of(name)
