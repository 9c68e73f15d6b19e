"""The limits on one file, each stated in SECURITY.md too."""

from typing import Final

from compactctl.files.data_folder import REGISTER

MAXIMUM_BYTES: Final = 1024 * 1024
MAXIMUM_REGISTER_BYTES: Final = 4 * MAXIMUM_BYTES
MAXIMUM_ROWS: Final = 20_000
"""Rows of a register."""
MAXIMUM_CELL: Final = 300
MAXIMUM_SUCCESSORS: Final = 2_000
"""Characters of a register's cell, and of one that lists successors."""
MAXIMUM_LISTING: Final = 8 * MAXIMUM_BYTES
"""Bytes of what git lists of a revision's data folder, or of the index."""
MAXIMUM_SEARCHED: Final = 64 * MAXIMUM_BYTES
"""Bytes of the names of all files of a revision, looked through where its data folder holds no document."""
MAXIMUM_WAIT: Final = 30
"""Seconds that git may take to answer one question."""
MAXIMUM_DEPTH: Final = 20
"""Maps and lists inside one another, the outermost counting as 1."""
MAXIMUM_NODES: Final = 50_000
"""Texts, keys, maps and lists."""
MAXIMUM_LINES: Final = 10_000
"""Lines of a file that is read by lines; one with more is told as YAML has it, and not repaired."""
MAXIMUM_SLIPS: Final = 2_000
"""Slips of typing that one file is read with; one with more is told as YAML has it, and not repaired."""
MAXIMUM_FINDINGS: Final = 500
"""Findings shown of one file; the last line says how many more there are."""
MAXIMUM_SHOWN_BYTES: Final = 400_000
"""Bytes of the messages and lines that are shown of one file, as the formats that need most write them."""
MAXIMUM_PACKED: Final = 5 * MAXIMUM_BYTES
MAXIMUM_UNPACKED: Final = 30 * MAXIMUM_BYTES
"""Bytes of a Word document as a file, and of all its parts when they are unpacked."""
MAXIMUM_PARTS: Final = 200
MAXIMUM_ELEMENTS: Final = 100_000
MAXIMUM_ATTRIBUTES: Final = 200_000
"""Elements and attributes of all parts of a Word document that are read."""
MAXIMUM_NESTING: Final = 200
"""Elements of a part inside one another, the outermost counting as 1."""
MAXIMUM_FORM_TEXT: Final = MAXIMUM_BYTES
"""Characters of all texts of a Word document that is a form: a compact's file could not hold more."""
MAXIMUM_AT_ONCE: Final = 20_000_000
"""Characters of all the forms that one run takes in."""
EXCERPT_WIDTH: Final = 100
"""Characters of a source line that a finding carries."""


def most_bytes(name: str) -> int:
    """Return how many bytes a file may have, by its name within the data folder."""
    return MAXIMUM_REGISTER_BYTES if name == REGISTER else MAXIMUM_BYTES


def size_in_words(size: int) -> str:
    """Return '4 MiB'."""
    return f"{size // 1024**2} MiB"
