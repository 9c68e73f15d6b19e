"""What in a Word text is no text, or shows something else than its letters, by the names of elements.

What a walk makes of it, and what is said of it, is no concern of this module.
"""

import unicodedata
from collections import Counter
from typing import Final

from compactctl.forms.walked import FIELD
from compactctl.word.elements import Element, name_of, tags_of, value_of

NO_TEXTS: Final = {
    "w:object": "an embedded object",
    "w:contentPart": "handwriting",
    "m:oMath": "a formula",
    "m:oMathPara": "a formula",
    "w:altChunk": "another document",
    "w:subDoc": "another document",
    "w:ruby": "a text with another above it",
    **dict.fromkeys((f"w:{part}{form}" for part in ("day", "month", "year") for form in ("Short", "Long")), FIELD),
    "w:pgNum": FIELD,
    "w:ffData": FIELD,
}
_CHANGED: Final = ("Ins", "Del", "MoveFrom", "MoveTo")
TRACKED: Final = (
    *(f"w:{name}" for name in ("ins", "del", "cellIns", "cellDel", "cellMerge", "moveFrom", "moveTo")),
    *("w:moveFromRangeStart", "w:moveToRangeStart", "w14:conflictIns", "w14:conflictDel"),
    *(f"w:customXml{kind}RangeStart" for kind in _CHANGED),
    *(f"w14:customXmlConflict{kind}RangeStart" for kind in _CHANGED[:2]),
)
DIRECTED: Final = ("w:bdo", "w:dir")

_AGAINST: Final = {
    ("w:dir", "rtl"): frozenset({"L"}),
    ("w:bdo", "rtl"): frozenset({"L", "EN", "AN"}),
    ("w:dir", "ltr"): frozenset({"R", "AL"}),
    ("w:bdo", "ltr"): frozenset({"R", "AL"}),
}
"""Which letters, by their direction in Unicode, an element turns round."""
_SHAPES: Final = frozenset(("wsp", "shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image"))
_PICTURED: Final = frozenset(
    ("pic", "imagedata", "chart", "blip", "relIds", "textpath", "lockedCanvas", "custGeom", "contentPart", "cxnSp")
)


def is_text_box(drawing: Element) -> bool:
    """Tell whether all that a drawing shows is texts, which can be read."""
    names = Counter(str(item.tag).rpartition("}")[2] for item in drawing.iter("{*}*"))
    shapes = sum(names[name] for name in _SHAPES)
    boxes = names["txbxContent"]
    is_plain = all(item.get("prst") == "rect" for item in drawing.iter("{*}prstGeom"))
    return is_plain and 0 < boxes >= shapes and not _PICTURED & names.keys() and _has_text(drawing)


def turned_by(element: Element) -> frozenset[str]:
    """Return the kinds of letters that an element shows in another order than they are written in."""
    return _AGAINST.get((name_of(element), value_of(element) or ""), frozenset())


def is_turned(text: str, kinds: frozenset[str]) -> bool:
    """Tell whether a text has letters of these kinds."""
    return bool(kinds) and any(unicodedata.bidirectional(letter) in kinds for letter in text)


def has_text(element: Element) -> bool:
    """Tell whether anything stands in an element that is no blank."""
    return any(map(str.strip, element.itertext()))


def _has_text(drawing: Element) -> bool:
    return any((item.text or "").strip() for item in drawing.iter(*tags_of("w:t")))
