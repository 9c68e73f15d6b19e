"""What python-docx has no words for, put into a document's XML."""

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import SubElement


def add_child(parent: BaseOxmlElement, tag: str, **values: str) -> BaseOxmlElement:
    """Add an element by its tag, as 'w:tblHeader', last in another one and return it; its attributes are of WordML."""
    return SubElement(parent, qn(tag), {qn(f"w:{name}"): value for name, value in values.items()})
