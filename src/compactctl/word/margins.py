"""What stands at the head and at the foot of every page of a Word document."""

from collections.abc import Iterable
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement

from compactctl.word.texts import xml_text

_BETWEEN_MARKS: Final = " · "


def head_pages(document: Document, running: str, marks: Iterable[str]) -> None:
    """Say at the head of every page what a document is, and what is made up or not agreed in it."""
    header = document.sections[0].header
    _add_text(header.paragraphs[0], running)
    if words := _BETWEEN_MARKS.join(marks):
        _add_text(header.add_paragraph(style="Mark"), words)


def foot_pages(document: Document, *lines: str) -> None:
    """Say at the foot of every page which of how many it is, beside the first of some lines, if there is any."""
    footer = document.sections[0].footer
    number = footer.paragraphs[0]
    _add_text(number, f"{''.join(lines[:1])}\tPage ")
    _add_field(number, "PAGE")
    _add_text(number, " of ")
    _add_field(number, "NUMPAGES")
    for line in lines[1:]:
        _add_text(footer.add_paragraph(style="Footer End"), line)


def _add_text(paragraph: Paragraph, text: str) -> None:
    """Add a text to a paragraph: its line breaks and tabs stay."""
    paragraph.add_run(xml_text(text))


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add what Word works out when it draws the page, as `PAGE` and `NUMPAGES`; until then it reads as 1."""
    field = _add_child(paragraph._p, "w:fldSimple", instr=instruction)
    _add_child(_add_child(field, "w:r"), "w:t").text = "1"


def _add_child(parent: BaseOxmlElement, tag: str, **values: str) -> BaseOxmlElement:
    """Add an element by its tag, as 'w:r', last in another one and return it; its attributes are of WordML."""
    return SubElement(parent, qn(tag), {qn(f"w:{name}"): value for name, value in values.items()})
