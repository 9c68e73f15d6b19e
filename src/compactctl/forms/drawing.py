"""A form: an edition as a Word document, whose boxes are filled in and whose other lines stay as they are."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from compactctl.documents.status import COMPACT_PARTIES, signed_by
from compactctl.documents.values import Party
from compactctl.forms.boxes import (
    EMPTY,
    FIELDS,
    LISTS,
    NAMES,
    REVIEW_BY,
    Value,
    empty_tags,
    field_of,
    priority_tag,
    values_of,
)
from compactctl.forms.controls import BoxDrawer
from compactctl.forms.record import Record
from compactctl.forms.wording import BY_HAND, of_areas, of_boxes, of_filling_in, of_signatures, of_terms
from compactctl.word.blocks import Widths, line, paragraph, row, run, table, widths_of
from compactctl.word.controls import group
from compactctl.word.markup import Markup
from compactctl.words import EXAMPLE_ANNEX, EXAMPLE_COMPACT, WHAT_A_COMPACT_IS
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.at_most import count_open, most_areas
from compactctl.workspace.authorities import Authority
from compactctl.workspace.workspace import Workspace

_MOST_EMPTY: Final = 6
_EMPTY_ASKS: Final = 3
_GROUP: Final = 1
"""The number of the control around all blocks, which none of a box has."""

_BOXES: Final = widths_of(1, 2)
_SIGNING: Final = widths_of(4, 5, 5, 6, 4)
_AREAS: Final = widths_of(1, 5, 9)
_MOST_ON_ONE_PAGE: Final = 1_500
"""Characters of a table's texts, of which no page break parts the rows where it can be helped."""
_WRITING: Final = (("{}: what to write", "Your words"), "What to write, and beside it the box to write in")
_READING: Final = (("{}", "What it says"), "Each part of it, and beside it what it says")
"""The heads of a table of boxes, and what is said of it to readers who do not see it."""
_LINES_TO_WRITE: Final = 680
_LINE_TO_SIGN: Final = 760
"""The least heights of what is written in and signed on, in twentieths of a point."""


class Form:
    """What stands in the form of one edition."""

    def __init__(self, workspace: Workspace, authority: Authority, agenda: Agenda, record: Record) -> None:
        self._statement = workspace.statement.content if workspace.statement else None
        self._authority, self._agenda, self._edition = authority, agenda, record.edition
        self._open = [area for area in agenda.areas.values() if area.is_open_to(authority, agenda.year)]
        self._boxes = BoxDrawer(agenda, self._open)
        self._what_to_write = of_boxes(agenda.year, self._open)
        self._is_for_reading = not record.edition.is_draft
        self.name = workspace.register.label_in(authority, agenda.year) if workspace.register else authority.name

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"{self.name}: form for the compact of {self._agenda.year}"

    @cached_property
    def values(self) -> dict[str, Value]:
        """What the boxes hold, by tag, with those for more than there is yet."""
        edition = self._edition.content
        more = empty_tags(edition, self._empty_priorities, _EMPTY_ASKS)
        return values_of(edition) | dict.fromkeys(more, EMPTY)

    @property
    def _empty_priorities(self) -> int:
        """For how many more areas an edition has room before too many of them matter most."""
        taken = {priority.content.area for priority in self._edition.priorities}
        count = count_open(self._agenda, self._authority) or len(self._open)
        most = most_areas(self._agenda, count)
        return max(1, min(_MOST_EMPTY, (count if most is None else most) - len(taken)))

    @property
    def marks(self) -> Iterator[str]:
        """What is made up, or not agreed yet, which every page is to say."""
        if self._edition.is_example:
            yield EXAMPLE_COMPACT
        if self._agenda.is_example:
            yield f"{EXAMPLE_ANNEX}: that of {self._agenda.year}"
        if self._edition.status and self._edition.status.mark:
            yield self._edition.status.mark

    @property
    def body(self) -> Markup:
        """All that stands in it, of which nothing but the boxes can be edited."""
        return group(_GROUP, self._blocks())

    def _blocks(self) -> Iterator[Markup]:
        yield from self._opening()
        yield from self._priorities()
        yield from self._asks()
        yield line("Heading1", "The review")
        yield from self._table("The review", [(NAMES[REVIEW_BY], REVIEW_BY)])
        yield from self._signatures()
        yield from self._appendix()

    def _opening(self) -> Iterator[Markup]:
        yield line("Title", self.title)
        if self._is_for_reading:
            yield line("Warning", of_signatures(self._edition.content.signatures))
        yield line("Lead", WHAT_A_COMPACT_IS)
        if terms := of_terms(self._statement.conditions if self._statement else ()):
            yield paragraph("Normal", run("On what terms: ", "Strong"), run(terms))
        if not self._is_for_reading:
            yield line("Heading1", "How to fill it in")
            yield from (line("ListBullet", words) for words in of_filling_in(self._agenda, self.values))

    def _priorities(self) -> Iterator[Markup]:
        areas = [tag for tag in self.values if field_of(tag) == "area"]
        yield line("Heading1", "What matters most")
        for number, _ in enumerate(areas, 1):
            yield line("Heading2", f"Priority {number}")
            boxes = [(NAMES[field], priority_tag(number, field)) for field in FIELDS]
            yield from self._table(f"Priority {number}", boxes)

    def _asks(self) -> Iterator[Markup]:
        asks = [tag for tag in self.values if field_of(tag) == "text"]
        yield line("Heading1", f"What {self.name} asks for")
        yield from self._table("Asks", [(f"Ask {number}", tag) for number, tag in enumerate(asks, 1)])

    def _table(self, title: str, boxes: Sequence[tuple[str, str]]) -> Iterator[Markup]:
        """Yield boxes by their labels and tags, each beside what to write in it; on one page where they are short."""
        is_short = sum(len(text) for _, tag in boxes for text in self.values[tag]) <= _MOST_ON_ONE_PAGE
        style = "FormLabel" if is_short else "FormLabelLoose"
        rows = (self._box(tag, line(style, label)) for label, tag in boxes)
        head, description = _READING if self._is_for_reading else _WRITING
        heads = _head([words.format(title) for words in head], _BOXES)
        yield table("BoxedTable", _BOXES, [heads, *rows], title, description)
        yield paragraph("TableEnd")

    def _box(self, tag: str, label: Markup) -> Markup:
        field, box = field_of(tag), [self._boxes.draw(tag, self.values[tag])]
        if self._is_for_reading:
            return row([[label], box], _BOXES, may_break=True)
        beside = [label, line("Hint", self._what_to_write[field])]
        height = _LINES_TO_WRITE if field in LISTS else None
        return row([beside, box], _BOXES, may_break=True, height=height)

    def _signatures(self) -> Iterator[Markup]:
        """Yield a line to sign on for each side that has not signed."""
        signed = signed_by(self._edition.content.signatures, COMPACT_PARTIES)
        names = {Party.AUTHORITY: self.name, Party.DEPARTMENT: f"The {Party.DEPARTMENT}"}
        if not (unsigned := [names[party] for party in COMPACT_PARTIES if party not in signed]):
            return
        yield line("Heading1", "Signatures")
        yield line("FormNote", BY_HAND)
        empty = [[paragraph("TableText")]] * (len(_SIGNING) - 1)
        lines = [[[line("FormLabel", name)], *empty] for name in unsigned]
        rows = [
            _head(("For", "Name", "Office", "Signature", "Date"), _SIGNING),
            *(row(cells, _SIGNING, height=_LINE_TO_SIGN) for cells in lines),
        ]
        yield table("BoxedTable", _SIGNING, rows, "Signatures", "Lines to sign on by hand, one for each side")
        yield paragraph("TableEnd")

    def _appendix(self) -> Iterator[Markup]:
        yield line("FormAppendix", of_areas(self._agenda.year))
        rows = [_head(("Letter", "Area", "What it is about"), _AREAS), *map(self._area, self._agenda.listed)]
        yield table("RuledTable", _AREAS, rows, "The areas of the agenda", "Letter, title and summary of each area")
        yield paragraph("TableEnd")

    def _area(self, area: PlacedArea) -> Markup:
        about = [line("TableText", area.content.summary or "–")]
        if area not in self._open:
            about.append(line("Hint", f"Not open to {self.name}."))
        elif area.named_locally:
            about.append(line("Hint", "For local issues: each is a priority of its own, named in your own words."))
        return row([[line("TableText", area.letter)], [line("TableHead", area.title)], about], _AREAS)


def _head(words: Sequence[str], widths: Widths) -> Markup:
    return row([[line("TableHead", word)] for word in words], widths, is_head=True)
