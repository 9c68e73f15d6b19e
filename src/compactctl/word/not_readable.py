"""What is said of a file that cannot be read as a Word document, and of what it seems to be in its stead."""

import re
from typing import Final

from compactctl.errors import Refused
from compactctl.files.limits import MAXIMUM_PACKED, size_in_words

SEND_AGAIN: Final = "open it in Word, save it as a Word document (.docx), and take in that; or ask for it again"
_SAVE_AS: Final = "open it in Word, and save it as a Word document (.docx)"
_AS_FORM: Final = "ask for the form itself, filled in as a Word document (.docx)"
_UNPACK: Final = "unpack it, and take in the form that is in it; or ask for the form itself"

_BEGINNINGS: Final = (
    (rb"%PDF", "this is a PDF, and no Word document", _AS_FORM),
    (rb"\{\\rtf", "this is a document in Rich Text Format, and no Word document", _SAVE_AS),
    (
        rb"\xd0\xcf\x11\xe0",
        "this is an old Word document (.doc), or one that a password protects",
        f"{_SAVE_AS}, without a password",
    ),
    (rb"(?i)\s*<(?:!doctype\s+html|html)", "this is a web page, and no Word document", _AS_FORM),
    (rb"\x00{3}\x01Bud1", "this is what macOS keeps of how a folder looks (.DS_Store), and no Word document", _AS_FORM),
    (rb"\s*<\?xml", "this is not packed as a Word document is (.docx)", _SAVE_AS),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*", "this is a picture, and no Word document", _AS_FORM),
)
"""How a file begins, what it is then, and what helps."""

_CONTENTS: Final = (
    ("spreadsheet", "this is a workbook, and no Word document", _AS_FORM),
    ("presentation", "this is a presentation, and no Word document", _AS_FORM),
    ("opendocument.text", "this is an OpenDocument text (.odt), and no Word document", _SAVE_AS),
    ("opendocument", "this is an OpenDocument file, and no Word document", _AS_FORM),
)
"""A word of the type that a packed file says it is of, what it is then, and what helps."""


class NotReadable(Refused):
    """A file is no Word document that can be read; the hint says what may help."""

    def __init__(self, message: str, hint: str = SEND_AGAIN) -> None:
        super().__init__(message, hint)


def not_packed(data: bytes) -> NotReadable:
    """Say what a file is that is not packed as every Word document is, by how it begins."""
    if not data.strip(b"\0"):
        return NotReadable("this file is empty", "ask for it again")
    begin = data.removeprefix(b"\xef\xbb\xbf")
    for beginning, message, hint in _BEGINNINGS:
        if re.match(beginning, begin):
            return NotReadable(message, hint)
    return NotReadable("this is no Word document (.docx)", _AS_FORM)


def not_word(content_type: str) -> NotReadable:
    """Say what a packed file is that says to be of another type than a Word document."""
    for word, message, hint in _CONTENTS:
        if word in content_type:
            return NotReadable(message, hint)
    return NotReadable("this is an archive (.zip), or another packed file, and no Word document (.docx)", _UNPACK)


def damaged() -> NotReadable:
    """Say that a file is packed as a Word document, and cannot be unpacked or understood."""
    return NotReadable("this file is cut off or damaged")


def with_dtd() -> NotReadable:
    """Say that a part declares a document type, by which one text can be made to read as another."""
    return NotReadable("this file declares a document type of its own (DTD), which Word never writes")


def beyond(limit: str) -> NotReadable:
    """Say which limit of a Word document a file does not keep: 'this file is larger than 5 MiB'."""
    return NotReadable(
        f"{limit}, which no form needs", "take out what the form did not have, such as pictures, or ask for it again"
    )


def too_large() -> NotReadable:
    """Say that a file has more bytes than are looked at."""
    return beyond(f"this file is larger than {size_in_words(MAXIMUM_PACKED)}")
