"""One more entry in a list of a YAML file: all bytes that stood there stay, one block of text comes between them."""

import sys

from compactctl.errors import Refused
from compactctl.files.editing import Edit, NotLaidOut, edited
from compactctl.files.source import KeyPath
from compactctl.words import quoted


def append_entry(name: str, data: bytes, path: KeyPath, entry: str) -> bytes:
    """Return the bytes of a file with one more entry at the end of the list at a path, which ends in a key.

    The file is one that could be read. The entry begins with '- ', its lines end with LF and are not indented; it
    takes on the list's indent and the file's line ends. It comes in the place of `[]`, and where the list is not there
    at all, its key comes too, at the end of its map. Raises `Refused` where entries or what is around them stand in
    flow style, or where the result would be too large, or not read as wanted.
    """
    new = Edit((*path, sys.maxsize), tuple(entry.removesuffix("\n").split("\n")))
    try:
        return edited(name, data, [new]).data
    except NotLaidOut as refused:
        message = (
            f"in {quoted(name)} the {path[-1]} do not stand one below the other, so that nothing can be added there"
        )
        hint = f"write '{path[-1]}:' on a line of its own, and below it each entry after a '-'"
        raise Refused(message, hint) from refused
