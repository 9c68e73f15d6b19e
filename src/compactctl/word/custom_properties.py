"""The custom properties of a Word document: what programs keep in it, under names of their own."""

from collections.abc import Mapping
from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml.etree import Element, SubElement, tostring

from compactctl.word.texts import xml_text

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES: Final = f"{_OFFICE}/custom-properties"
_TYPES: Final = f"{_OFFICE}/docPropsVTypes"
_OF_USERS: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format of properties that users define."""
_FIRST: Final = 2
"""The numbers 0 and 1 mean something else to Word."""


def add_custom_properties(document: Document, texts: Mapping[str, str]) -> None:
    """Put texts by their names among the properties of a document that has none of its own yet."""
    root = Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES})
    for number, (name, text) in enumerate(texts.items(), _FIRST):
        values = {"fmtid": _OF_USERS, "pid": str(number), "name": name}
        SubElement(SubElement(root, f"{{{_PROPERTIES}}}property", values), f"{{{_TYPES}}}lpwstr").text = xml_text(text)
    package = document.part.package
    data = tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, data, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
