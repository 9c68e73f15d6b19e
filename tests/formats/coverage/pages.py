"""What the tests of pages share: a page read with the standard library's parser, as far as these tests ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class Element:
    """An element, its attributes, all that is in it, and the text in it."""

    name: str
    attributes: dict[str, str | None]
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, *names: str) -> list["Element"]:
        """Return the elements of some names in it, in the order of the page."""
        elements: list[Element] = []
        for child in self.children:
            elements += [child] * (child.name in names) + child.all(*names)
        return elements


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(page: str) -> Element:
    """Return the page's root; every element must be closed where it began."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def rows(table: Element) -> list[list[str]]:
    """Return the text of a table's cells."""
    return [[cell.text.strip() for cell in row.all("th", "td")] for row in table.all("tr")]


def joined(pieces: Iterable[bytes]) -> str:
    """Return a page that came in pieces."""
    return b"".join(pieces).decode()
