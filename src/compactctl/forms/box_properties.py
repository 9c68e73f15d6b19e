"""What a control says of itself: which box it is, what may be chosen in it, and whether its text is kept elsewhere."""

from typing import Final

from compactctl.forms.boxes import TAG
from compactctl.forms.walked import Item
from compactctl.word.elements import Element, child, children, name_of, value_of

_DROP_DOWNS: Final = ("w:dropDownList", "w:comboBox")
_BINDS: Final = "}dataBinding"
"""Ends the name, in whichever age of Word it was made."""


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
