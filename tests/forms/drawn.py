"""What the tests of forms share: a form as it is drawn, and its XML by short names."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

from compactctl.documents.years import AcademicYear
from compactctl.forms.boxes import Value
from compactctl.forms.form import form_of
from compactctl.forms.record import Record, record_of
from compactctl.forms.returned import ReturnedForm
from compactctl.workspace.workspace import Workspace

W: Final = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
FIRST, SECOND, THIRD = (AcademicYear(start) for start in (2003, 2004, 2005))

Element = etree._Element  # noqa: SLF001 - lxml has no other name for it


def record(space: Workspace, slug: str, year: AcademicYear) -> Record:
    """Return an authority's edition of a year, or the one that would be written."""
    authority = space.register.get(slug) if space.register else None
    agenda = space.agendas[year]
    assert authority
    assert agenda
    return record_of(space, authority, agenda)


def drawn(space: Workspace, slug: str, year: AcademicYear = SECOND) -> bytes:
    """Return an authority's form of a year."""
    authority = space.register.get(slug) if space.register else None
    agenda = space.agendas[year]
    assert authority
    assert agenda
    return form_of(space, authority, agenda, record(space, slug, year))


def part(form: bytes, path: str = "word/document.xml") -> Element:
    """Return a part of a form."""
    with ZipFile(BytesIO(form)) as file:
        return etree.fromstring(file.read(path))


def found(element: Element, path: str) -> list[Element]:
    """Return the elements at an XPath, with w: for Word's own."""
    result = element.xpath(path, namespaces=W)
    assert isinstance(result, list)
    return [item for item in result if isinstance(item, etree._Element)]  # noqa: SLF001 - as above


def value(element: Element, attribute: str = "val") -> str:
    """Return an attribute of Word's own."""
    return str(element.get(f"{{{W['w']}}}{attribute}"))


def name(element: Element) -> str:
    """Return what an element is called, as 'tag'."""
    return str(element.tag).rpartition("}")[2]


def controls(form: bytes | Element) -> dict[str, Element]:
    """Return the controls of boxes by their tags."""
    tags = found(part(form) if isinstance(form, bytes) else form, "//w:sdtPr/w:tag")
    return {value(tag): control for tag in tags for control in _around(tag)}


def _around(tag: Element) -> Iterator[Element]:
    properties = tag.getparent()
    control = properties.getparent() if properties is not None else None
    if control is not None:
        yield control


def text_of(element: Element) -> str:
    """Return the letters in an element."""
    return "".join(item.text or "" for item in found(element, ".//w:t"))


def said(form: ReturnedForm) -> dict[str, Value]:
    """Return the values of the boxes of a form: of a drop-down the value of what is shown."""
    return {tag: (box.choice,) if box.choice else box.texts for tag, box in form.boxes.items()}
