"""A Word document from a stranger: its parts, found by how they are related, each read once and under limits.

Nothing of it runs, no link out of it is followed, and no part is looked for by the name that it usually has.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol
from urllib.parse import unquote

from compactctl.word.elements import Budget, Element, check_declares_nothing, children, name_of, parsed
from compactctl.word.not_readable import NotReadable, not_word
from compactctl.word.packed import Packed

_CONTENT_TYPES: Final = "[Content_Types].xml"
_OPEN_DOCUMENT: Final = "mimetype"
_OUTSIDE: Final = "External"
_TYPES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_MAIN: Final = ("wordprocessingml.", "ms-word.")
"""What the type of the main part of a Word document holds, of one with macros too: they are let lie."""
_LONGEST_TYPE: Final = 200


@dataclass(frozen=True)
class Part:
    """A part of a document that was read: its name within the file, and its outermost element.

    `links` has the addresses outside of the file that it names, by their ids.
    """

    name: str
    root: Element
    links: Mapping[str, str] = field(default_factory=dict)


class Parts(Protocol):
    """A document whose parts can be asked for, whether it was opened or is being drawn."""

    @property
    def main(self) -> Part:
        """The part that holds the body."""

    def related(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds that the main part has, as 'header', kind by kind."""


class Package:
    """A Word document, opened; its parts are read when they are asked for."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes of a file.

        Raises:
            NotReadable: It is no Word document, or keeps not to the limits, or a part of it declares a document type.
        """
        self._packed = Packed(data)
        self._budget = Budget()
        self._parts: dict[str, Part] = {}
        if _CONTENT_TYPES not in self._packed:
            raise not_word(self._said_type())
        main = self._only("officeDocument")
        content_type = self._content_type(main) if main else ""
        if main is None or not any(word in content_type for word in _MAIN):
            raise not_word(content_type)
        self._main = main
        for name in self._packed.names(".xml", ".rels"):
            check_declares_nothing(self._packed.chunks(name))

    @property
    def main(self) -> Part:
        """The part that holds the body.

        Raises:
            NotReadable: It is damaged, or keeps not to the limits.
        """
        return replace(self._part(self._main), links=dict(self._links()))

    def related(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds that the main part has, as 'header', kind by kind.

        Raises:
            NotReadable: One is damaged, or keeps not to the limits.
        """
        names = dict.fromkeys(name for kind in kinds for name in self._related(self._main, (kind,)))
        if any(name not in self._packed for name in names):
            # A reader more lenient than this one may find it, and show what stands in it.
            raise NotReadable("a part of this file is not where it says, so that readers may see different texts")
        return [self._part(name) for name in names]

    def custom_properties(self) -> Part | None:
        """Return the part that holds the properties which a program gave to the document.

        Raises:
            NotReadable: It is damaged, or keeps not to the limits.
        """
        name = self._only("custom-properties", "customProperties")
        return self._part(name) if name else None

    def _only(self, *kinds: str) -> str | None:
        """Return the name of the part of these kinds of which a document has one or none."""
        names = [name for name in dict.fromkeys(self._related("", kinds)) if name in self._packed]
        if len(names) > 1:
            raise NotReadable("this file holds two documents in one, so that readers may see different texts")
        return names[0] if names else None

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            self._parts[name] = Part(name, parsed(self._packed.chunks(name), self._budget))
        return self._parts[name]

    def _links(self) -> Iterator[tuple[str, str]]:
        """Yield the ids and the addresses of what the main part says to be linked to outside of the file."""
        for relation in self._relations(self._main, ("hyperlink",)):
            if relation.get("TargetMode") == _OUTSIDE:
                yield relation.get("Id", ""), relation.get("Target", "")

    def _related(self, source: str, kinds: tuple[str, ...]) -> Iterator[str]:
        """Yield the names of the parts of these kinds that a part, or the document itself, says to be related to."""
        for relation in self._relations(source, kinds):
            if relation.get("TargetMode") != _OUTSIDE:
                target = unquote(relation.get("Target", ""))
                yield posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")

    def _relations(self, source: str, kinds: tuple[str, ...]) -> Iterator[Element]:
        folder, last = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{last}.rels")
        if name in self._packed:
            relations = children(self._part(name).root, "rel:Relationship")
            yield from (relation for relation in relations if _kind_of(relation) in kinds)

    def _content_type(self, name: str) -> str:
        defaults, overrides = {}, {}
        for item in self._part(_CONTENT_TYPES).root:
            content_type = item.get("ContentType", "")[:_LONGEST_TYPE]
            if name_of(item) == "type:Override":
                overrides[item.get("PartName", "").lstrip("/").casefold()] = content_type
            elif name_of(item) == "type:Default":
                defaults[item.get("Extension", "").casefold()] = content_type
        ending = name.rpartition(".")[2].casefold()
        return overrides.get(name.casefold(), defaults.get(ending, ""))

    def _said_type(self) -> str:
        """Return what a packed file of another make says it is, as OpenDocument files do."""
        if _OPEN_DOCUMENT not in self._packed:
            return ""
        return next(self._packed.chunks(_OPEN_DOCUMENT), b"")[:_LONGEST_TYPE].decode("ascii", "replace")


def _kind_of(relation: Element) -> str:
    """Return the kind of a relation, as 'header'; nothing of one that is of another make."""
    type_ = relation.get("Type", "")
    return next((type_.removeprefix(begin) for begin in _TYPES if type_.startswith(begin)), "")
