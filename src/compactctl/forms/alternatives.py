"""What Word writes twice over, for newer and for older programs: which of it is read, and whether both say the same."""

from typing import Final

from compactctl.word.elements import Element, child, children, name_of, tags_of

_KNOWN: Final = frozenset(
    f"http://schemas.microsoft.com/office/word/{name}"
    for name in (
        *("2010/wordml", "2012/wordml", "2010/wordprocessingDrawing"),
        *("2010/wordprocessingShape", "2010/wordprocessingGroup", "2010/wordprocessingCanvas"),
    )
)
"""What a choice may require that is read: the texts of shapes, and looks. Not the emoji, which stand as text beside."""
_EMOJI: Final = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
_AS_PICTURE: Final = "\ufe0f"
"""Behind a letter, asks for its picture."""


def branch_of(alternatives: Element) -> Element | None:
    """Return the first choice that is known here, or else what is meant for older programs."""
    known = (choice for choice in children(alternatives, "mc:Choice") if _is_known(choice))
    return next(known, child(alternatives, "mc:Fallback"))


def say_the_same(alternatives: Element) -> bool:
    """Tell whether everybody reads the same, whichever of the alternatives their program shows."""
    fallback = child(alternatives, "mc:Fallback")
    older = "" if fallback is None else _said(fallback)
    newer = {_said(choice) for choice in children(alternatives, "mc:Choice")}
    return newer <= {older} if older else len(newer - {""}) <= 1


def _is_known(choice: Element) -> bool:
    required = choice.get("Requires", "").split()
    return bool(required) and all(choice.nsmap.get(prefix) in _KNOWN for prefix in required)


def _said(branch: Element) -> str:
    return "".join("".join(map(_text, branch.iter(*tags_of("w:t"), f"{_EMOJI}symEx"))).split())


def _text(element: Element) -> str:
    if name_of(element) == "w:t":
        return (element.text or "").replace(_AS_PICTURE, "")
    try:
        return chr(int(element.get(f"{_EMOJI}char", ""), 16))
    except (ValueError, OverflowError):
        return "?"
