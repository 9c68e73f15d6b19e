"""Content controls: the boxes of a Word document that are filled in, while all around them stays as it is.

None is tied to data elsewhere in the file: what stands in a control is what it says. Their properties stand in the
order of the schema (ISO/IEC 29500, CT_SdtPr), without which Word calls a file broken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from compactctl.word.blocks import paragraph, run
from compactctl.word.markup import Markup, element

_HINT: Final = "PlaceholderText"
_BRITISH: Final = "en-GB"


@dataclass(frozen=True, slots=True)
class Control:
    """A control without its text.

    `title` is what people see of it, `tag` what programs know it by, `number` its own in the document, from 1. Its text
    stands in a bookmark of the name `bookmark`, since LibreOffice keeps no tags. `hint` stands in it while it is empty.
    """

    title: str
    tag: str
    number: int
    bookmark: str
    hint: str


def text_control(control: Control, style: str, text: str | None) -> Markup:
    """Return a paragraph with a box for a text of any looks; None is no text yet."""
    return _in_line(control, style, text, element("w:richText"))


def choice_control(control: Control, style: str, text: str | None, choices: Iterable[tuple[str, str]]) -> Markup:
    """Return a paragraph with a box for one of some choices, each what is seen of it and its value."""
    items = (element("w:listItem", displayText=shown, value=value) for shown, value in [(control.hint, ""), *choices])
    return _in_line(control, style, text, element("w:dropDownList", *items))


def day_control(control: Control, style: str, text: str | None, day: date | None) -> Markup:
    """Return a paragraph with a box for a day, chosen from a calendar."""
    picked = {"fullDate": f"{day.isoformat()}T00:00:00Z"} if day else {}
    kind = element(
        "w:date",
        element("w:dateFormat", val="d MMMM yyyy"),
        element("w:lid", val=_BRITISH),
        element("w:storeMappedDataAs", val="dateTime"),
        element("w:calendar", val="gregorian"),
        **picked,
    )
    return _in_line(control, style, text, kind)


def list_control(control: Control, style: str, texts: Sequence[str]) -> Markup:
    """Return a box for paragraphs, each a text.

    The first text stands in a control of its own, without which LibreOffice keeps its letters alone: words before a
    comment are lost, a line break goes before the text, and the address of a link becomes a part of it.
    """
    runs = [[run(text)] for text in texts] or [[run(control.hint, _HINT)]]
    if texts:
        runs[0] = [element("w:sdt", element("w:sdtPr", element("w:richText")), element("w:sdtContent", *runs[0]))]
    begin, end = _bookmark(control)
    runs[0].insert(0, begin)
    runs[-1].append(end)
    properties = _properties(control, element("w:richText"), is_empty=not texts)
    return element("w:sdt", properties, element("w:sdtContent", *(paragraph(style, *inside) for inside in runs)))


def group(number: int, blocks: Iterable[Markup]) -> Markup:
    """Return blocks of which nothing but the controls in them can be edited; comments and tracked changes can be made.

    Protecting the document instead would forbid these.
    """
    properties = element(
        "w:sdtPr", element("w:id", val=number), element("w:lock", val="contentLocked"), element("w:group")
    )
    return element("w:sdt", properties, element("w:sdtContent", *blocks))


def _in_line(control: Control, style: str, text: str | None, kind: Markup) -> Markup:
    shown = run(control.hint, _HINT) if text is None else run(text)
    begin, end = _bookmark(control)
    properties = _properties(control, kind, is_empty=text is None)
    return paragraph(style, begin, element("w:sdt", properties, element("w:sdtContent", shown)), end)


def _properties(control: Control, kind: Markup, *, is_empty: bool) -> Markup:
    return element(
        "w:sdtPr",
        element("w:alias", val=control.title),
        element("w:tag", val=control.tag),
        element("w:id", val=control.number),
        element("w:lock", val="sdtLocked"),
        *([element("w:showingPlcHdr")] if is_empty else []),
        kind,
    )


def _bookmark(control: Control) -> tuple[Markup, Markup]:
    begin = element("w:bookmarkStart", id=control.number, name=control.bookmark)
    return begin, element("w:bookmarkEnd", id=control.number)
