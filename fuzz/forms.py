"""Any bytes as a form that was sent back, or as a part of one: what stands in its boxes, or a refusal in words."""

import io
from functools import cache
from typing import Final
from zipfile import ZIP_STORED, ZipFile

from tests.forms.building import form, paragraph, run, unpacked

from compactctl.forms.boxes import TAG, label_of
from compactctl.forms.reading import read_form
from compactctl.word.not_readable import NotReadable
from fuzz.promises import keeps

PARTS: Final = (
    *("word/document.xml", "docProps/custom.xml", "word/styles.xml", "word/header.xml", "word/comments.xml"),
    *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"),
)
WHOLE: Final = len(PARTS)
"""The first byte of an input that is the whole file."""


def target(data: bytes) -> None:
    """Read the bytes as the part that their first one names, or as the whole file."""
    kind, content = (data[0] % (WHOLE + 1) if data else WHOLE), data[1:]
    try:
        returned = read_form(content if kind == WHOLE else _with_part(PARTS[kind], content))
    except NotReadable as refusal:
        keeps(refusal.message and refusal.hint, "a refusal without words")
        return
    keeps(all(TAG.fullmatch(tag) and label_of(tag) for tag in returned.boxes), "a box of no name")
    texts = [text for box in returned.boxes.values() for text in box.texts]
    keeps(all(text and text == text.strip() for text in texts), "a text that is none")
    keeps(all(returned.objections) and returned.comments >= 0, "an objection without words")


def _with_part(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as packed:
        for other, own in {**_parts(), name: content}.items():
            packed.writestr(other, own)
    return file.getvalue()


@cache
def _parts() -> dict[str, bytes]:
    """Return the parts of a small form."""
    return unpacked(small_form())


def small_form() -> bytes:
    """Return a form that leaves room for what is tried."""
    parts = {"header": paragraph(run("Draft")), "comments": ""}
    return form({"priority/1/term": ("short",), "priority/1/authority": ("One", "Two")}, parts=parts)
