"""One walk over a returned form in the order of its texts: to which box each belongs, and what is no text.

Goes by what is in the file, at whatever nesting: a control stands around blocks, rows, cells or runs, and may hold
others. What it means that a text stands where it does is said elsewhere.
"""

from collections.abc import Callable, Mapping
from typing import Final

from compactctl.files.limits import MAXIMUM_FORM_TEXT
from compactctl.forms.alternatives import branch_of, say_the_same
from compactctl.forms.bookmarks import Bookmarks
from compactctl.forms.box_properties import box_of, is_bound, is_label, is_repeated, items_of, may_have_dropped_words
from compactctl.forms.fields import Fields, address_of, is_page_field, is_page_number, says_itself
from compactctl.forms.not_text import DIRECTED, NO_TEXTS, TRACKED, has_text, is_text_box, is_turned, turned_by
from compactctl.forms.numbering import Numbering, list_of
from compactctl.forms.places import Place, Places, in_row, is_merged
from compactctl.forms.run_text import CHARACTERS, shown_in, symbol, text_of
from compactctl.forms.styles import Styles
from compactctl.forms.walked import (
    BOUND,
    DROPPED,
    FIELD,
    HIDDEN,
    NO_NOTE,
    PICTURE,
    REPEATED,
    STRUCK,
    SYMBOL,
    TURNED,
    UNKNOWN,
    UNLIKE,
    NoText,
    Piece,
    Walked,
)
from compactctl.word.elements import Element, child, is_on, name_of, tags_of, value_of
from compactctl.word.not_readable import beyond
from compactctl.word.package import Part, Parts
from compactctl.words import cut

_MARGINS: Final = ("header", "footer")
_NOTES: Final = ("footnotes", "endnotes")
_PROPERTIES: Final = ("w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:sectPr")
"""What says how something looks, and holds no text, but maybe a tracked change, as of a paragraph's end or a row."""
_LOOKS: Final = tuple(f"{name}Change" for name in (*_PROPERTIES, "w:numbering"))
"""What Word keeps of how something looked before; it may hold what looks like a tracked change, and is none."""
_DRAWN: Final = ("w:drawing", "w:pict")
_SHOWN: Final = 60
_REFERENCES: Final = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}
_READ: Final = ("w", "mc")
"""The namespaces of what Word shows in a text, but for drawings and formulas."""


def walk(document: Parts) -> Walked:
    """Walk over the body, then over headers, footers, footnotes and endnotes.

    Raises:
        NotReadable: A part is damaged, or keeps not to the limits.
    """
    main = document.main
    parts = {kind: document.related(kind) for kind in (*_MARGINS, *_NOTES)}
    roots = [main.root, *(part.root for kind in parts for part in parts[kind])]
    tagged = {tag for root in roots for control in root.iter("{*}sdt") if (tag := box_of(control))}
    bookmarks = Bookmarks.of(main.root, tagged)
    styles = Styles.of(document)
    notes = frozenset(
        (name_of(note), value_of(note, "w:id")) for kind in _NOTES for part in parts[kind] for note in part.root
    )
    walker = _Walker(styles, Numbering.of(document, styles.lists), bookmarks, notes)
    walker.walk_part(main)
    for kind, others in parts.items():
        for part in others:
            walker.walk_part(part, in_margin=kind in _MARGINS)
    walker.walked.is_by_bookmark = not tagged
    if tagged:
        walker.walked.forget(bookmarks.tags)
    return walker.walked


_Notes = frozenset[tuple[str, str | None]]
"""Footnotes and endnotes, by what they are and their numbers."""
_Take = Callable[[Element, Place], Place | None]
"""Takes in an element in a place, and returns the place of what stands in it, None where that is taken in too."""


class _Walker:
    """Takes in an element after the other."""

    def __init__(self, styles: Styles, numbering: Numbering, bookmarks: Bookmarks, notes: _Notes) -> None:
        self.walked = Walked()
        self._styles = styles
        self._places = Places(styles)
        self._numbering = numbering
        self._notes = notes
        self._bookmarks = bookmarks
        self._bookmark: str | None = None
        self._paragraphs = 0
        self._characters = 0
        self._fields = Fields()
        self._has_changes = False
        self._links: Mapping[str, str] = {}
        kinds: dict[str, _Take] = {
            "w:p": self._paragraph,
            "w:r": self._places.in_run,
            "w:t": self._text,
            "w:sym": self._symbol,
            "w:sdt": self._control,
            "w:tbl": self._places.in_table,
            "w:tc": self._cell,
            "w:tr": in_row,
            "w:txbxContent": self._text_box,
            "w:bookmarkStart": self._bookmark_start,
            "w:bookmarkEnd": self._bookmark_end,
            "w:hyperlink": self._link,
            "w:fldSimple": self._simple_field,
            "w:fldChar": self._field_mark,
            "w:instrText": self._instruction,
            "mc:AlternateContent": self._alternatives,
            "w:tabs": _nothing,
            **dict.fromkeys(CHARACTERS, self._character),
            **dict.fromkeys(_DRAWN, self._drawing),
            **dict.fromkeys(NO_TEXTS, self._no_text),
            **dict.fromkeys(TRACKED, self._change),
            **dict.fromkeys(DIRECTED, self._directed),
            **dict.fromkeys(_REFERENCES, self._reference),
            **dict.fromkeys(_PROPERTIES, self._properties),
            **dict.fromkeys(_LOOKS, _nothing),
        }
        self._kinds: Final[dict[object, _Take]] = {tag: take for name, take in kinds.items() for tag in tags_of(name)}
        for tag in bookmarks.tags:
            self.walked.boxes[tag] += 1 + (tag in bookmarks.repeated)

    def walk_part(self, part: Part, *, in_margin: bool = False) -> None:
        """Take in a part, into which no box goes on from the one before."""
        root = part.root
        self._links = part.links
        self._bookmark = None
        self._fields = Fields()
        self._has_changes = any(_is_in(root, name) for name in TRACKED)
        self._walk(root, self._places.first(in_margin=in_margin))
        if self._fields.are_open:
            self._add(FIELD, Place())

    def _walk(self, element: Element, place: Place) -> None:
        """Take in all that stands in an element."""
        for item in element:
            take = self._kinds.get(item.tag, self._other)
            inside = take(item, place)
            if inside is not None:
                self._walk(item, inside)

    def _owner(self, place: Place) -> str | None:
        return place.box or self._bookmark

    def _write(self, place: Place, text: str) -> None:
        self._characters += len(text)
        if self._characters > MAXIMUM_FORM_TEXT:
            raise beyond(f"this file holds more than {MAXIMUM_FORM_TEXT:,} letters")
        if (what := self._not_seen(text, place)) is not None:
            if text.strip():
                self._add(what, place)
        elif not self._shows_a_page(place):
            looks = (place.is_flagged, place.is_placeholder, place.in_margin)
            address = place.address or self._fields.address
            self.walked.pieces.append(Piece(self._owner(place), place.paragraph, text, *looks, address))

    def _not_seen(self, text: str, place: Place) -> str | None:
        """Return what a text is that nobody sees, or not so, None of any other."""
        if HIDDEN in place.looks or place.is_covered:
            return HIDDEN
        if self._fields.hide or (self._shows_a_page(place) and not is_page_number(text)):
            return FIELD
        if STRUCK in place.looks and text.strip() and self._owner(place) is not None:
            return STRUCK
        return TURNED if is_turned(text, place.turned) else None

    def _add(self, what: str, place: Place) -> None:
        self.walked.no_texts.append(NoText(what, self._owner(place)))

    def _other(self, element: Element, place: Place) -> Place | None:
        """Go on into what is of Word, or in a drawing; what is of nobody known is shown by no program."""
        if place.is_drawn or name_of(element).partition(":")[0] in _READ or not has_text(element):
            return place
        self._add(UNKNOWN, place)
        return None

    def _paragraph(self, element: Element, place: Place) -> Place:
        self._paragraphs += 1
        self._fields.begin_paragraph()
        properties = child(element, "w:pPr")
        style = self._styles.named_by(properties, "paragraph")
        inside = self._places.in_paragraph(place, style, self._paragraphs)
        if HIDDEN not in inside.looks:
            self._write(inside, "")
        if place.box in self._bookmarks.tags and may_have_dropped_words(element):
            self._add(DROPPED, inside)
        if words := self._numbering.said_by(list_of(properties, self._styles.lists.get(style or ""))):
            self._add(f"numbering that says '{cut(words, _SHOWN)}'", inside)
        return inside

    def _text(self, element: Element, place: Place) -> None:
        text = text_of(element, place.raised)
        shown = shown_in(place.font, text) if place.font else text
        if shown is None:
            self._add(SYMBOL, place)
        else:
            self._write(place, shown)

    def _character(self, element: Element, place: Place) -> None:
        self._write(place, CHARACTERS[name_of(element)])

    def _symbol(self, element: Element, place: Place) -> None:
        letter = symbol(element)
        if letter is None:
            self._add(SYMBOL, place)
        else:
            self._write(place, letter)

    def _control(self, element: Element, place: Place) -> Place:
        properties = child(element, "w:sdtPr")
        if properties is None:
            return place
        tag = box_of(element)
        if tag is not None:
            self.walked.boxes[tag] += 1
        box = tag or self._bookmarks.holders.get(element) or place.box
        for what, is_so in ((BOUND, is_bound(properties)), (REPEATED, is_repeated(element))):
            if is_so:
                self._add(what, place._replace(box=box))
        if owner := box or self._bookmark:
            self.walked.items.setdefault(owner, []).extend(items_of(properties))
        return place._replace(box=box, is_flagged=is_on(child(properties, "w:showingPlcHdr")))

    def _cell(self, element: Element, place: Place) -> Place:
        box = None if is_label(element) else self._bookmarks.holders.get(element) or place.box
        return place._replace(box=box, is_covered=place.is_covered or is_merged(element))

    def _properties(self, _: Element, place: Place) -> Place | None:
        return place if self._has_changes else None

    def _change(self, _: Element, place: Place) -> Place:
        self.walked.changes[self._owner(place)] += 1
        return place

    def _text_box(self, _: Element, place: Place) -> Place:
        return self._places.first(in_margin=place.in_margin, is_drawn=place.is_drawn)

    def _directed(self, element: Element, place: Place) -> Place:
        return place._replace(turned=turned_by(element))

    def _reference(self, element: Element, place: Place) -> None:
        if (_REFERENCES[name_of(element)], value_of(element, "w:id")) not in self._notes:
            self._add(NO_NOTE, place)

    def _bookmark_start(self, element: Element, place: Place) -> None:
        tag = self._bookmarks.starts.get(element)
        if tag is not None and place.box is None:
            self._bookmark = tag

    def _bookmark_end(self, element: Element, _: Place) -> None:
        if self._bookmarks.ends.get(element) == self._bookmark:
            self._bookmark = None

    def _link(self, element: Element, place: Place) -> Place:
        return place._replace(address=self._links.get(value_of(element, "r:id") or "", place.address))

    def _simple_field(self, element: Element, place: Place) -> Place:
        instruction = value_of(element, "w:instr") or ""
        if says_itself(instruction):
            self._add(FIELD, place)
        in_page_field = place.in_page_field or is_page_field(instruction)
        return place._replace(in_page_field=in_page_field, address=address_of(instruction) or place.address)

    def _field_mark(self, element: Element, place: Place) -> Place:
        if self._fields.mark(value_of(element, "w:fldCharType")):
            self._add(FIELD, place)
        return place

    def _instruction(self, element: Element, _: Place) -> None:
        self._fields.instruct(element.text or "")

    def _shows_a_page(self, place: Place) -> bool:
        return place.in_margin and (place.in_page_field or self._fields.show_a_page)

    def _alternatives(self, element: Element, place: Place) -> None:
        if not say_the_same(element):
            self._add(UNLIKE, place)
        if (branch := branch_of(element)) is not None:
            self._walk(branch, place)

    def _drawing(self, element: Element, place: Place) -> Place:
        if not place.is_drawn and not is_text_box(element):
            self._add(PICTURE, place)
        return place._replace(is_drawn=True)

    def _no_text(self, element: Element, place: Place) -> None:
        self._add(NO_TEXTS[name_of(element)], place)


def _is_in(root: Element, name: str) -> bool:
    return next(root.iter(*tags_of(name)), None) is not None


def _nothing(_: Element, __: Place) -> None:
    """Take in nothing: the stops of a paragraph's tabs are called as a tab is."""
