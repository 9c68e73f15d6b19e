"""Where a walk over a form is: in which box and paragraph, and how what stands there looks, so far as that matters.

How something looks follows from where it stands and from its styles; what is made of it is said elsewhere.
"""

from typing import Final, NamedTuple

from compactctl.forms.styles import Styles, looks_by, raised_by, symbol_font
from compactctl.word.elements import Element, child, is_on, value_of

_MERGED: Final = ("w:vMerge", "w:hMerge")


class Place(NamedTuple):
    """Where the walk is."""

    box: str | None = None
    paragraph: int = 0
    is_flagged: bool = False
    is_placeholder: bool = False
    looks: frozenset[str] = frozenset()
    """Hidden or struck through, unless what stands in it says otherwise."""
    is_covered: bool = False
    """Hidden whatever its look."""
    font: str = ""
    """Of symbols, if it is one."""
    raised: str = ""
    """Which way it is shifted from the line."""
    turned: frozenset[str] = frozenset()
    """Which kinds of letters are shown in another order than they are written in."""
    address: str = ""
    """Outside of the file, to which it leads as a link."""
    in_margin: bool = False
    in_page_field: bool = False
    is_drawn: bool = False


class Places:
    """Leads from a place into what stands in it, by the styles of a document."""

    def __init__(self, styles: Styles) -> None:
        """Go by styles."""
        self._styles = styles

    def first(self, *, in_margin: bool, is_drawn: bool = False) -> Place:
        """Return the place of what stands in nothing else: a part, or a text box."""
        return Place(looks=self._styles.everywhere, in_margin=in_margin, is_drawn=is_drawn)

    def in_paragraph(self, place: Place, style: str | None, number: int) -> Place:
        """Return the place of what stands in a paragraph of a style."""
        return place._replace(
            paragraph=number,
            looks=place.looks | self._styles.looks_of(style),
            font=self._styles.fonts.get(style or "", place.font),
            raised=self._styles.raised.get(style or "", place.raised),
            is_placeholder=False,
        )

    def in_run(self, element: Element, place: Place) -> Place:
        """Return the place of a text."""
        if (properties := child(element, "w:rPr")) is None:
            return place
        style = value_of(child(properties, "w:rStyle"))
        font, raised = symbol_font(properties), raised_by(properties)
        return place._replace(
            looks=looks_by(properties, place.looks | self._styles.looks_of(style)),
            font=self._styles.fonts.get(style or "", place.font) if font is None else font,
            raised=self._styles.raised.get(style or "", place.raised) if raised is None else raised,
            is_placeholder=self._styles.is_placeholder(style),
        )

    def in_table(self, element: Element, place: Place) -> Place:
        """Return the place of what stands in a table."""
        style = self._styles.named_by(child(element, "w:tblPr"), "table")
        return place._replace(looks=place.looks | self._styles.looks_of(style))


def in_row(element: Element, place: Place) -> Place:
    """Return the place of what stands in a row of a table."""
    properties = child(element, "w:trPr")
    is_hidden = properties is not None and is_on(child(properties, "w:hidden"))
    return place._replace(is_covered=True) if is_hidden else place


def is_merged(cell: Element) -> bool:
    """Tell whether another cell covers a cell, with all that stands in it."""
    properties = child(cell, "w:tcPr")
    merged = [] if properties is None else [child(properties, name) for name in _MERGED]
    return any(item is not None and value_of(item) != "restart" for item in merged)
