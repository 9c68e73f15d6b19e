"""Automatic numbering that is no mere number: what it says stands in no text, and everybody sees it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from compactctl.word.elements import Element, child, children, value_of
from compactctl.word.package import Parts

_NUMBER: Final = re.compile("%[1-9]")
_TOP: Final = "0"

Place = tuple[str, str]
"""The number of a list, and the level in it."""


@dataclass(frozen=True)
class Numbering:
    """What the levels of lists say beside their numbers."""

    words: Mapping[Place, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Parts, lists_of_styles: Mapping[str, Place]) -> Self:
        """Read the lists of a document; those of styles may stand for others.

        Raises:
            NotReadable: They are damaged, or keep not to the limits.
        """
        roots = [part.root for part in document.related("numbering")]
        abstract = {
            value_of(item, "w:abstractNumId"): item for root in roots for item in children(root, "w:abstractNum")
        }
        numbers = {value_of(item, "w:numId") or "": item for root in roots for item in children(root, "w:num")}
        levels = {number: abstract.get(value_of(child(item, "w:abstractNumId"))) for number, item in numbers.items()}
        words: dict[Place, str] = {}
        for number, item in numbers.items():
            linked = value_of(child(own, "w:numStyleLink")) if (own := levels[number]) is not None else None
            other = lists_of_styles.get(linked or "", (number, _TOP))[0]
            overrides = [level for override in children(item, "w:lvlOverride") for level in children(override, "w:lvl")]
            listed = levels.get(other)
            all_levels = [*([] if listed is None else children(listed, "w:lvl")), *overrides]
            words |= {(number, level): said for level, said in map(_said, all_levels)}
        return cls({place: said for place, said in words.items() if said})

    def said_by(self, place: Place | None) -> str:
        """Return what stands before a paragraph at a place in a list, nothing where it is a number or a dot."""
        return "" if place is None else self.words.get(place, "")


def list_of(properties: Element | None, otherwise: Place | None = None) -> Place | None:
    """Return the place in a list that the properties of a paragraph, or of a style, give it, or else another."""
    numbered = None if properties is None else child(properties, "w:numPr")
    if numbered is None:
        return otherwise
    number, level = (value_of(child(numbered, name)) for name in ("w:numId", "w:ilvl"))
    old_number, old_level = otherwise or (None, _TOP)
    number = number or old_number
    return (number, level or old_level) if number else None


def _said(level: Element) -> tuple[str, str]:
    """Return the number of a level, and what it says."""
    text = _NUMBER.sub("", value_of(child(level, "w:lvlText")) or "").strip()
    is_dot = value_of(child(level, "w:numFmt")) == "bullet" and len(text) == 1
    return value_of(level, "w:ilvl") or _TOP, "" if is_dot or not any(map(str.isalnum, text)) else text
