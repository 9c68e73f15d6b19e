"""One compact in a year: the page of its edition with all its texts, but for what is left out, and what was before.

A page lives only while its compact is read. A report of thousands keeps what a format makes of each page instead.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple, TypeVar

from compactctl.documents.content import Event
from compactctl.documents.status import COMPACT_PARTIES, Status
from compactctl.documents.texts import case_folded, is_unfinished
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition, PlacedPriority, issue_key

T = TypeVar("T")


class LaterEvent(NamedTuple):
    """What came of something that was agreed: a review, an answer, an end, a follow-up; when, and from what source."""

    date: date
    text: str
    source: str | None


def later_event(content: Event | None) -> LaterEvent | None:
    """Return what a document says of it; None where it says nothing, or its day or text is broken."""
    if content is None or content.date is None or content.text is None:
        return None
    return LaterEvent(content.date, content.text, content.source)


class PagePriority(NamedTuple):
    """A priority that counts, and the area that it takes up. Texts still to be written stand as they are."""

    area: str
    letter: str
    title: str
    named_locally: bool
    issue: str | None
    term: str | None
    why: str | None
    authority: tuple[str, ...]
    """What the authority contributes."""
    department: tuple[str, ...]
    """What the department contributes."""

    @property
    def contributions(self) -> tuple[tuple[Party, tuple[str, ...]], ...]:
        """What each party contributes."""
        return (Party.AUTHORITY, self.authority), (Party.DEPARTMENT, self.department)

    @property
    def authority_contributes(self) -> bool:
        """Whether the authority contributes anything that has been written."""
        return not all(map(is_unfinished, self.authority))

    @property
    def department_contributes(self) -> bool:
        """Whether the department contributes anything that has been written."""
        return not all(map(is_unfinished, self.department))

    @property
    def issue_key(self) -> str | None:
        """The local issue, as issues are compared; None for none, and for one still to be written."""
        return issue_key(self.issue) if self.named_locally else None


class PageAsk(NamedTuple):
    """A change to national policy or practice that the authority asks for; the area as it stands in the file."""

    text: str
    area: str | None
    answer: LaterEvent | None


class PageSignature(NamedTuple):
    """A party's agreement; None for what is not given or broken."""

    party: Party
    name: str | None
    role: str | None
    date: date | None


class CompactPage(NamedTuple):
    """One authority's edition of a year: priorities in the annex's order and then by issue, the rest as it stands.

    `label` is the authority's name, with more where two share a name. `note` is the edition's, else the document's.
    `ended` is of the whole compact. An example is made up, to show how the record works.
    """

    authority: str
    name: str
    label: str
    status: Status | None
    priorities: tuple[PagePriority, ...]
    asks: tuple[PageAsk, ...]
    review_by: date | None
    review: LaterEvent | None
    ended: LaterEvent | None
    note: str | None
    signatures: tuple[PageSignature, ...]
    is_example: bool


Keep = Callable[[CompactPage], T]
"""Makes of a page what a format keeps of it."""


def keep_nothing(page: CompactPage) -> None:
    """Keep nothing of a page: for formats that show no texts of compacts."""


def page_of(edition: PlacedEdition, slug: str, name: str, label: str) -> CompactPage:
    """Return the page of an edition that counts."""
    content = edition.content
    return CompactPage(
        authority=slug,
        name=name,
        label=label,
        status=edition.status,
        priorities=tuple(_priorities(edition)),
        asks=tuple(PageAsk(text, ask.area, later_event(ask.answer)) for text, ask in edition.asks),
        review_by=content.review_by,
        review=later_event(content.review),
        ended=later_event(edition.document.content.ended),
        note=content.note or edition.document.content.note,
        signatures=tuple(_signatures(edition)),
        is_example=edition.is_example,
    )


def _priorities(edition: PlacedEdition) -> Iterator[PagePriority]:
    placed = [(priority.area, priority) for priority in edition.taken_up if priority.area]
    placed.sort(key=lambda pair: (pair[0].path, *_by_issue(pair[1].content.issue or "")))
    return (_priority(priority, area) for area, priority in placed)


def _by_issue(issue: str) -> tuple[str, str]:
    return case_folded(issue), issue


def _priority(priority: PlacedPriority, area: PlacedArea) -> PagePriority:
    content = priority.content
    return PagePriority(
        area=area.id,
        letter=area.letter,
        title=area.title,
        named_locally=area.named_locally,
        issue=content.issue,
        term=content.term,
        why=content.why,
        authority=tuple(filter(None, content.contributions.authority)),
        department=tuple(filter(None, content.contributions.department)),
    )


def _signatures(edition: PlacedEdition) -> Iterator[PageSignature]:
    for signature in edition.content.signatures:
        if signature.party in COMPACT_PARTIES:
            yield PageSignature(signature.party, signature.name, signature.role, signature.date)


class Past(NamedTuple):
    """What an authority without an edition of a year had before.

    `last` is the year of its last edition before, of at least the status asked for; `ended` the day before the year
    on which its compact was brought to an end. Where `is_known` is False, its compact is broken in the places that say
    so, and nothing is concluded. `is_example` says that the compact is made up.
    """

    last: AcademicYear | None = None
    ended: date | None = None
    is_known: bool = True
    is_example: bool = False

    @classmethod
    def unknown(cls, compact: PlacedCompact) -> "Past":
        """Return that it cannot be told."""
        return cls(is_known=False, is_example=compact.is_example)

    @property
    def not_renewed(self) -> AcademicYear | None:
        """The year of its last edition, where it has not renewed it and its compact has not ended."""
        return None if self.ended else self.last

    @property
    def is_blank(self) -> bool:
        """Whether it never had an edition."""
        return self.is_known and self.last is None and self.ended is None


NO_PAST: Final = Past()


def past_of(compact: PlacedCompact, year: AcademicYear, least: Status | None) -> Past:
    """Return what the authority of a compact had before a year, of editions of at least a status."""
    had_ended = compact.had_ended_by(year)
    if not compact.knows_years or had_ended is None:
        return Past.unknown(compact)
    may_reach = (item for item in compact.before(year) if reaches(item.status, least) or item.status is None)
    last = next(may_reach, None)
    if last and not reaches(last.status, least):
        return Past.unknown(compact)
    return Past(last.year if last else None, compact.ended_on if had_ended else None, is_example=compact.is_example)


def reaches(status: Status | None, least: Status | None) -> bool:
    """Tell whether an edition is of at least a status; one whose status cannot be told is no more than a draft."""
    if least in (None, Status.DRAFT):
        return True
    return status is not None and status.reaches(least)
