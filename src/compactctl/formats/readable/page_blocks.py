"""The blocks of a page, drawn one after the other while there is room for them, pictures last.

Where there is no room for a block, a sentence stands in its place, and in that of all that follows in the same part.
Room for it was kept when the part began.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from compactctl.formats.readable import openings, page_pictures, page_tables
from compactctl.formats.readable.document import (
    Block,
    Card,
    Cards,
    Entry,
    Facts,
    Folded,
    Legend,
    Links,
    Listing,
    Paragraph,
    Picture,
    Section,
    SignMatrix,
    Table,
    TileMap,
)
from compactctl.formats.readable.markup import NOTHING, Markup, element, joined, name, on_a_line, text
from compactctl.formats.readable.room import NO_ROOM, Room

_SMALLEST: Final = 6
"""The level of the smallest heading that HTML has."""

_Part = Block | Card | Entry
_Picture = TileMap | Picture | SignMatrix
"""What is drawn last, as far as there is room."""
_Leaf = Paragraph | Facts | Table | Legend | Links
"""What holds no other block."""

BLOCK_LEFT_OUT: Final = on_a_line(element("p", {"class": "quiet"}, text(NO_ROOM)))
_ENTRY_LEFT_OUT: Final = on_a_line(element("li", {"class": "quiet"}, text(NO_ROOM)))


class _Container(NamedTuple):
    """Where blocks stand: the pieces that are drawn already, the level of headings there, and the title above."""

    pieces: list[Markup]
    level: int
    title: str = ""


class BlockDrawer:
    """Draws blocks into a room; `anchors` are the names that are taken on the page already."""

    _is_full: bool
    """Whether something of this part of the page had no room."""

    def __init__(self, room: Room, anchors: Iterable[str] = ()) -> None:
        self._room = room
        self._anchors = set(anchors)
        self._pictures: list[tuple[_Container, int, _Picture]] = []

    def blocks(self, blocks: Iterable[Block], level: int, title: str = "") -> list[Markup]:
        """Return blocks drawn; their pictures come when all blocks of the page are drawn, by `draw_pictures`."""
        place = _Container([], level, title)
        self._is_full = False
        self._parts(blocks, place, BLOCK_LEFT_OUT)
        return place.pieces

    def draw_pictures(self) -> None:
        """Put the pictures where they belong, as far as there is room left."""
        for place, index, picture in self._pictures:
            drawn = self._room.take(_picture(picture))
            place.pieces[index] = BLOCK_LEFT_OUT if drawn is None else Markup(drawn)

    def _parts(self, parts: Iterable[_Part], place: _Container, left_out: Markup) -> None:
        for part in parts:
            if self._is_full or not self._part(part, place):
                self._is_full = True
                place.pieces.append(left_out)
                return

    def _part(self, part: _Part, place: _Container) -> bool:
        """Draw a part; return whether there was room for it."""
        match part:
            case TileMap() | Picture() | SignMatrix():
                return self._later(part, place)
            case Listing():
                return self._around(part.entries, openings.listing(part), Markup("</ul>\n"), place, _ENTRY_LEFT_OUT)
            case Entry():
                return self._entry(part, place)
            case Cards():
                return self._around(part.cards, openings.cards(part), Markup("</div>\n"), place)
            case Card() | Folded() | Section():
                return self._titled(part, place)
            case _:
                return self._leaf_part(part, place)

    def _titled(self, part: Card | Folded | Section, place: _Container) -> bool:
        opening, end = openings.titled(part, place.level, self._anchor(part.anchor))
        title = part.title if isinstance(part, Section) else ""
        return self._around(part.blocks, opening, end, _Container(place.pieces, min(place.level + 1, _SMALLEST), title))

    def _entry(self, entry: Entry, place: _Container) -> bool:
        opening = openings.entry(entry, self._anchor(f"change-{entry.fingerprint}") if entry.fingerprint else "")
        if not entry.entries:
            return self._put(joined((opening, Markup("</li>\n"))), place)
        begin = joined((opening, Markup("\n<ul>\n")))
        return self._around(entry.entries, begin, Markup("</ul>\n</li>\n"), place, _ENTRY_LEFT_OUT)

    def _around(
        self, parts: Iterable[_Part], opening: Markup, end: Markup, place: _Container, left_out: Markup = BLOCK_LEFT_OUT
    ) -> bool:
        if not self._room.holds(f"{opening}{end}{left_out}"):
            return False
        place.pieces.append(opening)
        self._parts(parts, place, left_out)
        place.pieces.append(end)
        return True

    def _later(self, picture: _Picture, place: _Container) -> bool:
        if not self._room.holds(BLOCK_LEFT_OUT):
            return False
        self._pictures.append((place, len(place.pieces), picture))
        place.pieces.append(NOTHING)
        return True

    def _leaf_part(self, block: _Leaf, place: _Container) -> bool:
        drawn = self._room.take(_leaf(block, place.title))
        if drawn is None:
            return False
        place.pieces.append(Markup(drawn))
        return True

    def _put(self, drawn: Markup, place: _Container) -> bool:
        if not self._room.holds(drawn):
            return False
        place.pieces.append(drawn)
        return True

    def _anchor(self, wanted: str) -> str:
        """Return a name for links where it is one and no other part of the page has it."""
        anchor = name(wanted)
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor


def _picture(block: _Picture) -> Iterator[Markup]:
    match block:
        case TileMap():
            return page_pictures.tile_map(block)
        case Picture():
            return page_pictures.picture(block)
        case SignMatrix():
            return page_tables.matrix(block)


def _leaf(block: _Leaf, title: str) -> Iterator[Markup]:
    """Yield what holds no other block; `title` is that of the section around it."""
    match block:
        case Paragraph():
            yield openings.paragraph(block)
        case Facts():
            yield page_tables.facts(block.pairs)
        case Legend():
            yield page_pictures.legend(block)
        case Links():
            yield from page_tables.links(block)
        case Table():
            yield from page_tables.table(block, title)
