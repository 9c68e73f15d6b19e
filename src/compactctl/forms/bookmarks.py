"""The bookmarks in which the boxes of a form stand: by them a box is known where a program has dropped its tag.

LibreOffice does that, and lets a bookmark over several paragraphs begin in each of them; so a bookmark goes from its
first start to the last end of any start. The cell that it begins in is the box, wherever in it somebody wrote: there no
cell is locked, and what is typed at either end of a control's text stands beside the control.
"""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Final, Self

from compactctl.forms.boxes import REVIEW_BY, TAG
from compactctl.word.elements import Element, name_of, value_of

_START: Final = "w:bookmarkStart"
_END: Final = "w:bookmarkEnd"


@dataclass
class Bookmarks:
    """Where the boxes stand by their bookmarks: tags by the elements that hold one, begin one or end one."""

    holders: dict[Element, str] = field(default_factory=dict)
    starts: dict[Element, str] = field(default_factory=dict)
    ends: dict[Element, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    """Tags of the boxes that begin in more than one place."""

    @classmethod
    def of(cls, root: Element, tagged: Container[str]) -> Self:
        """Find the bookmarks of the boxes in the body of a document, but for those that are known by their tags."""
        named: dict[str, list[Element]] = {}
        for start in (item for item in root.iter("{*}bookmarkStart") if name_of(item) == _START):
            if (tag := tag_of(value_of(start, "w:name") or "")) and tag not in tagged:
                named.setdefault(tag, []).append(start)
        holding = {tag: list(dict.fromkeys(map(_holder, starts))) for tag, starts in named.items()}
        held = Counter(holder for holders in holding.values() for holder in holders)
        bookmarks = cls(tags=tuple(named), repeated=tuple(tag for tag, holders in holding.items() if len(holders) > 1))
        for tag, holders in holding.items():
            if holders[0] is not None and held[holders[0]] == 1:
                bookmarks.holders[holders[0]] = tag
        bookmarks._find_ranges(root, {tag: starts for tag, starts in named.items() if tag not in bookmarks._held()})
        return bookmarks

    def _held(self) -> set[str]:
        return set(self.holders.values())

    def _find_ranges(self, root: Element, named: dict[str, list[Element]]) -> None:
        ids = {value_of(start, "w:id"): tag for tag, starts in named.items() for start in starts}
        last = {
            ids[number]: end
            for end in root.iter("{*}bookmarkEnd")
            if name_of(end) == _END and (number := value_of(end, "w:id")) in ids
        }
        self.starts = {named[tag][0]: tag for tag in last}
        self.ends = {end: tag for tag, end in last.items()}


def tag_of(bookmark: str) -> str | None:
    """Return the tag of the box that stands in a bookmark, None where none does."""
    tag = bookmark if bookmark == REVIEW_BY else bookmark.replace("_", "/")
    return tag if TAG.fullmatch(tag) else None


def _holder(start: Element) -> Element | None:
    """Return the cell that a bookmark begins in, or else the control."""
    control = None
    for outer in start.iterancestors():
        if name_of(outer) == "w:tc":
            return outer
        if control is None and name_of(outer) == "w:sdt":
            control = outer
    return control
