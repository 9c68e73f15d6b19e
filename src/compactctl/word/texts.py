"""Texts in a Word document: any text at all, so that the file stays whole and the text reads as it stands."""

import re
from typing import Final

from docx.text.paragraph import Paragraph

from compactctl.word.xml import add_child

_FORBIDDEN: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 cannot hold: control characters, halves of surrogate pairs, and two that are no characters."""


def xml_text(text: str) -> str:
    r"""Return a text with what XML 1.0 cannot hold shown: `\x1b`, `\udcff`."""
    return re.sub(_FORBIDDEN, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def add_text(paragraph: Paragraph, text: str) -> None:
    """Add a text to a paragraph: its line breaks and tabs stay."""
    paragraph.add_run(xml_text(text))


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add what Word works out when it draws the page, as `PAGE` and `NUMPAGES`; until then it reads as 1."""
    field = add_child(paragraph._p, "w:fldSimple", instr=instruction)
    add_child(add_child(field, "w:r"), "w:t").text = "1"
