"""The elements of a Word document: read from a stranger's file under limits, and called by short names.

Word has two spellings of each namespace, one of its own and one of the standard ("Strict"); here both are one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from compactctl.files.limits import MAXIMUM_ATTRIBUTES, MAXIMUM_ELEMENTS, MAXIMUM_NESTING
from compactctl.word.not_readable import beyond, damaged, with_dtd

Element = etree._Element

_OPEN: Final = "http://schemas.openxmlformats.org"
_STRICT: Final = "http://purl.oclc.org/ooxml"
_PREFIXES: Final = {
    f"{_OPEN}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OPEN}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    f"{_OPEN}/markup-compatibility/2006": "mc",
    f"{_OPEN}/officeDocument/2006/custom-properties": "property",
    f"{_STRICT}/officeDocument/customProperties": "property",
    f"{_OPEN}/package/2006/content-types": "type",
    f"{_OPEN}/package/2006/relationships": "rel",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_DTD: Final = "<!DOCTYPE"
_DTDS: Final = tuple(_DTD.encode(encoding) for encoding in ("utf-8", "utf-16be", "utf-16le"))
_IS_TOO_DEEP: Final = etree.XPath(f"boolean({'/*' * (MAXIMUM_NESTING + 1)})")
"""Asked a level at a time, and of no level that is not there."""
_UTF_16: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16le", b"\0<": "utf-16be"}
"""How a part begins that is not in UTF-8, the only other encoding that there is in a Word document."""


@dataclass
class Budget:
    """What the parts of one document may still hold, all together."""

    elements: int = MAXIMUM_ELEMENTS
    attributes: int = MAXIMUM_ATTRIBUTES

    def spend(self, *, elements: int = 0, attributes: int = 0) -> None:
        """Take away what was read.

        Raises:
            NotReadable: There is no more of it.
        """
        self.elements -= elements
        self.attributes -= attributes
        if self.elements < 0 or self.attributes < 0:
            raise beyond("this file holds more than can be read")


def check_declares_nothing(chunks: Iterable[bytes]) -> None:
    """Look through a part, which nobody may read.

    Raises:
        NotReadable: It declares a document type.
    """
    before = b""
    for chunk in chunks:
        looked_at = before + chunk
        if any(dtd in looked_at for dtd in _DTDS):
            raise with_dtd()
        before = looked_at[-len(_DTDS[-1]) :]


def parsed(chunks: Iterable[bytes], budget: Budget) -> Element:
    """Return the outermost element of a part, read a piece at a time: what is too much is never in memory.

    Raises:
        NotReadable: It is not well-formed, or keeps not to the limits, or declares a document type.
    """
    reader: _Reader | None = None
    try:
        for chunk in chunks:
            reader = reader or _Reader(chunk, budget)
            reader.feed(chunk)
        if reader is None:
            raise damaged()
        return reader.close()
    except etree.LxmlError:
        raise damaged() from None


def name_of(element: Element) -> str:
    """Return what an element is, as 'w:p'; one of a namespace that is not known here by its whole tag."""
    return short(str(element.tag))


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name that stand directly in another one."""
    tags = tags_of(name)
    return (item for item in element if item.tag in tags)


def child(element: Element, name: str) -> Element | None:
    """Return the first element of a name that stands directly in another one."""
    tags = tags_of(name)
    for item in element:  # which takes half as long as the first of the above, and is asked of each text
        if item.tag in tags:
            return item
    return None


def value_of(element: Element | None, name: str = "w:val") -> str | None:
    """Return the value of an attribute by its short name, None where there is none."""
    if element is not None:
        for tag in tags_of(name):
            if (value := element.get(tag)) is not None:
                return value
    return None


def is_on(element: Element | None) -> bool:
    """Tell whether a property is there, and not switched off."""
    return element is not None and (value_of(element) or "on").lower() not in ("0", "false", "off")


@lru_cache(maxsize=1024)
def short(tag: str) -> str:
    """Return the short name of a tag, or of an attribute."""
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else tag


@lru_cache(maxsize=1024)
def tags_of(name: str) -> tuple[str, ...]:
    """Return the tags, or attributes, of a short name, in either spelling."""
    prefix, _, local = name.partition(":")
    return tuple(f"{{{namespace}}}{local}" for namespace, known in _PREFIXES.items() if known == prefix)


class _Reader:
    """Reads one part, whose encoding is seen by its first bytes, and never by what it says of itself."""

    def __init__(self, begin: bytes, budget: Budget) -> None:
        encoding = _UTF_16.get(begin[:2], "utf-8")
        self._budget = budget
        self._dtd = _DTD.encode({"utf-16": "utf-16le" if begin[:1] == b"\xff" else "utf-16be"}.get(encoding, encoding))
        self._before = b""
        self._parser = etree.XMLParser(
            encoding=encoding,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def feed(self, chunk: bytes) -> None:
        """Read on."""
        # By their signs, of which there are no fewer: to be told of each element takes longer than to read them.
        elements = chunk.count(b"<") - chunk.count(b"</")
        self._budget.spend(elements=elements, attributes=chunk.count(b"="))
        if self._dtd in self._before + chunk:
            raise with_dtd()
        self._before = chunk[-len(self._dtd) :]
        self._parser.feed(chunk)

    def close(self) -> Element:
        """Return what was read."""
        root = self._parser.close()
        if root.getroottree().docinfo.doctype:
            raise with_dtd()
        if _IS_TOO_DEEP(root):
            raise beyond(f"this file is nested more than {MAXIMUM_NESTING} levels deep")
        return root
