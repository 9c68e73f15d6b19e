"""What a control says of itself: which box it is, what may be chosen in it, and whether its text is kept elsewhere.

LibreOffice makes one text of the first paragraph in a control around paragraphs; what is left then shows that it did.
"""

from itertools import takewhile
from typing import Final

from compactctl.forms.boxes import TAG
from compactctl.forms.walked import Item
from compactctl.word.elements import Element, child, children, name_of, tags_of, value_of

_DROP_DOWNS: Final = ("w:dropDownList", "w:comboBox")
_BINDS: Final = "}dataBinding"
"""Ends the name, in whichever age of Word it was made."""
_CUTTING: Final = ("w:commentReference", "w:footnoteReference", "w:endnoteReference")
"""LibreOffice loses what stood before one of these, and the mark where the words begin that a comment is on."""
_MOVED: Final = ("w:br", "w:fldChar")
"""LibreOffice puts these before the control, and runs together in it what they parted."""
_PIECES: Final = tuple(
    tag for name in (*_CUTTING, *_MOVED, "w:commentRangeStart", "w:t", "w:sdt") for tag in tags_of(name)
)


def box_of(control: Element) -> str | None:
    """Return the tag of the box that a control is, None where it is none."""
    properties = child(control, "w:sdtPr")
    tag = None if properties is None else value_of(child(properties, "w:tag"))
    return tag if tag is not None and TAG.fullmatch(tag) else None


def is_repeated(control: Element) -> bool:
    """Tell whether a control of no tag follows at once on another of its title, as LibreOffice writes an Asian text."""
    title = _title_of(control)
    before = control.getprevious()
    return bool(title) and box_of(control) is None and before is not None and _title_of(before) == title


def may_have_dropped_words(paragraph: Element) -> bool:
    """Tell whether a paragraph begins with what LibreOffice leaves there of the text of a control."""
    pieces = map(name_of, paragraph.iter(*_PIECES))
    first = next(pieces, None)
    return first in _CUTTING or (first in _MOVED and "w:sdt" in pieces)


def is_label(cell: Element) -> bool:
    """Tell whether a cell is not the last one of its row, around which the control of a box stands."""
    row = cell.getparent()
    is_last = not any(name_of(item) in ("w:tc", "w:sdt") for item in cell.itersiblings())
    if row is None or is_last:
        return False
    around = takewhile(lambda outer: name_of(outer) in ("w:sdtContent", "w:sdt"), row.iterancestors())
    return any(box_of(outer) is not None for outer in around)


def _title_of(control: Element) -> str | None:
    properties = child(control, "w:sdtPr")
    return None if properties is None else value_of(child(properties, "w:alias"))


def is_bound(properties: Element) -> bool:
    """Tell whether Word shows in a control what stands elsewhere in the file, whatever stands in the control."""
    return any(str(item.tag).endswith(_BINDS) for item in properties)


def items_of(properties: Element) -> list[Item]:
    """Return the items of a control that is a drop-down."""
    lists = (item for item in properties if name_of(item) in _DROP_DOWNS)
    items = (item for drop_down in lists for item in children(drop_down, "w:listItem"))
    return [
        Item(value_of(item, "w:displayText") or value_of(item, "w:value") or "", value_of(item, "w:value") or "")
        for item in items
    ]
