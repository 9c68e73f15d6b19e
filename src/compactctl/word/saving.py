"""A Word document as bytes: the same document is the same bytes, whoever saves it and when."""

import io
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_FIRST: Final = "[Content_Types].xml"
"""Readers that look at the beginning of a file know by it what the file is."""
_NO_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can tell."""
_MS_DOS: Final = 0
"""Of no system that the tool may run on more than on another, and without its permissions."""


def saved(document: Document) -> bytes:
    """Return the document as the bytes of its file."""
    packed, repacked = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(repacked, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            target.writestr(_entry(name), source.read(name))
    return repacked.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_DAY)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _MS_DOS
    return entry
