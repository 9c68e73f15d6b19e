"""A new Word document: A4, in British English, with the styles that papers and forms share, of nobody and no day.

The blank document lies beside this, unpacked, so that its styles can be read and changed as text. What goes into it is
no concern of this module.
"""

from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn

from compactctl.word.texts import xml_text
from compactctl.words import cut

_BLANK: Final = Path(__file__).parent / "blank"
_LETTERS: Final = 8.5
"""Points of the letters of running text, as the styles have them."""
_SMALLEST: Final = 14
"""Half points: what is smaller nobody reads."""
_LONGEST_TITLE: Final = 255
"""Characters that Word keeps of a document's title."""


def new_document(title: str, letters: float = _LETTERS) -> Document:
    """Return a document without content; its title is what a reader of its properties sees.

    Running text is set in letters of so many points, and all else in letters that are larger or smaller as the styles
    have it, but none in smaller ones than are read.
    """
    document = docx.Document(str(_BLANK))
    document.core_properties.title = cut(xml_text(title), _LONGEST_TITLE)
    for size in document.styles.element.iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), str(max(_SMALLEST, round(int(size.get(qn("w:val"))) * letters / _LETTERS))))
    return document
