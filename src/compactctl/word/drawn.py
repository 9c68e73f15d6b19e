"""A document that is being drawn, as the parts that it will have: read without being written and opened first."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart

from compactctl.word.package import Part


class DrawnParts:
    """The parts of a document as it is now."""

    def __init__(self, document: Document) -> None:
        """Look at a document, which may change on."""
        self._part = document.part

    @property
    def main(self) -> Part:
        """The part that holds the body."""
        return _read(self._part)

    def related(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds that the main part has, as 'header', kind by kind."""
        return [part for kind in kinds for part in self._related(kind)]

    def _related(self, kind: str) -> Iterator[Part]:
        for relation in self._part.rels.values():
            if relation.reltype.rpartition("/")[2] == kind and isinstance(relation.target_part, XmlPart):
                yield _read(relation.target_part)


def _read(part: XmlPart) -> Part:
    return Part(str(part.partname), part.element)
