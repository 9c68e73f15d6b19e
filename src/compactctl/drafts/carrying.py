"""What becomes of an edition's priorities and asks in the year of the next annex, as its lineage has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from compactctl.documents.content import Ask, Contributions, Priority
from compactctl.documents.texts import STILL_TRUE, is_unfinished
from compactctl.documents.values import MAXIMUM_ENTRIES, MAXIMUM_TEXT, TERMS, TODO
from compactctl.errors import Refused
from compactctl.files.characters import shortened
from compactctl.files.limits import MAXIMUM_BYTES, size_in_words
from compactctl.words import day_in_words, quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import PlacedEdition, PlacedPriority, issue_key
from compactctl.workspace.lineage import Kind, Part, became, joined, lineage


@dataclass(slots=True)
class DraftPriority:
    """An area of the new annex, and the old priorities that it comes from."""

    area: PlacedArea
    issue: str | None
    sources: list[PlacedPriority] = field(default_factory=list)

    @property
    def content(self) -> Priority:
        """The new priority: the shorter term, all reasons and contributions, to be looked at again.

        What no old priority says, the new one does not say either.
        """
        terms = {source.content.term for source in self.sources} - {None}
        why, authority, department = self._texts
        return Priority(
            area=self.area.id,
            issue=self.issue,
            term=next((term for term in TERMS if term in terms), TODO if terms else None),
            why=shortened(why, MAXIMUM_TEXT) if why else None,
            contributions=Contributions(authority=[*_fitting(authority)], department=[*_fitting(department)]),
        )

    @property
    def is_cut(self) -> bool:
        """Whether its texts, with their marks, are too long or too many to come over whole."""
        why, *contributions = self._texts
        return len(why) > MAXIMUM_TEXT or any(texts != _fitting(texts) for texts in contributions)

    @property
    def _texts(self) -> tuple[str, list[str], list[str]]:
        """The reasons as one text with one mark, and the contributions of either party, marked; all of them whole."""
        old = [source.content for source in self.sources]
        return (
            _unconfirmed_as_one(content.why for content in old),
            _unconfirmed(text for content in old for text in content.contributions.authority),
            _unconfirmed(text for content in old for text in content.contributions.department),
        )

    @property
    def origin(self) -> str | None:
        """The old areas, and issues that have no place any more, where the new area does not say them."""
        names = {_label(source): None for source in self.sources if _is_named_anew(source, self)}
        return "; ".join(names) or None


@dataclass(slots=True)
class CarriedEdition:
    """An old edition in the terms of a new annex.

    `offers` are areas that a priority may have become, for somebody to decide. `left_out` says which old areas come to
    nothing, and why, `answered` which asks have their answer.
    """

    priorities: list[DraftPriority]
    offers: list[DraftPriority]
    left_out: list[str]
    answered: list[str]
    asks: list[tuple[Ask, str | None]]
    """Asks, and what an ask was about where that is no priority any more."""
    cut: list[str]
    """What is too long to come over whole, by the labels of its areas."""


def carry_over(edition: PlacedEdition, chain: Sequence[Agenda], authority: Authority) -> CarriedEdition:
    """Follow each priority of an edition, all of known areas, through annexes, from that of its year to the last.

    Raises `Refused` where so much comes of them that no file could hold it.
    """
    carrier = _Carrier(chain, authority)
    for priority in edition.priorities:
        if priority.area is not None:
            carrier.take(priority, priority.area)
    offers = [offer for key, offer in carrier.offers.items() if key not in carrier.priorities]
    priorities = list(carrier.priorities.values())
    answered = [ask for ask in edition.content.asks if _is_answered(ask)]
    open_asks = [ask for ask in edition.content.asks if not _is_answered(ask)]
    cut = [draft.area.label for draft in (*priorities, *offers) if draft.is_cut]
    if any(texts != _fitting(texts) for texts in (_unconfirmed([ask.text]) for ask in open_asks)):
        cut.append("an ask")
    return CarriedEdition(
        priorities,
        offers,
        list(dict.fromkeys(carrier.left_out)),
        [*map(_with_answer, answered)],
        list(_asks(open_asks, carrier)),
        cut,
    )


_LEAST: Final = len("- area: xx\n  term: TODO\n")

_Key = tuple[str, str | int | None]
"""An area's id and what tells its issues apart."""


class _Carrier:
    """Puts the priorities of an edition where they go in a later annex, one after the other."""

    def __init__(self, chain: Sequence[Agenda], authority: Authority) -> None:
        self.chain, self.authority = chain, authority
        self.old, self.new = chain[0], chain[-1]
        parts = lineage(self.old, self.new, joined(chain))
        self.part_of: Mapping[str, Part] = {area.id: part for part in parts for area in part.old}
        self.priorities: dict[_Key, DraftPriority] = {}
        self.offers: dict[_Key, DraftPriority] = {}
        self.left_out: list[str] = []
        self.size = 0

    def take(self, priority: PlacedPriority, old: PlacedArea) -> None:
        """Put a priority of an old area where it goes: among the new ones, the offers, or what is left out."""
        successor, others = self._successors(old)
        open_areas = [area for area in (successor, *others) if area and area.is_open_to(self.authority, self.new.year)]
        of_priority = _size(priority)
        for area in open_areas:
            self._make_room(of_priority + len(area.content.summary or ""))
            issue, key = _issue(area, priority, old)
            where = self.priorities if area is successor else self.offers
            where.setdefault((area.id, key), DraftPriority(area, issue)).sources.append(priority)
        if not open_areas:
            self.left_out.append(f"{old.label} ({self._why_not(old, successor, others)})")

    def _make_room(self, size: int) -> None:
        self.size += size
        if self.size > MAXIMUM_BYTES:
            message = f"the edition of {self.new.year} would be larger than {size_in_words(MAXIMUM_BYTES)}"
            hint = "too much may come of the last one's priorities; write it by hand, with what matters most"
            raise Refused(f"{message}, which no file may be; nothing was changed", hint)

    def successor_id(self, area: PlacedArea) -> str | None:
        """Return the id under which an old area goes on, if it does."""
        successor, _ = self._successors(area)
        return successor.id if successor else None

    def _successors(self, area: PlacedArea) -> tuple[PlacedArea | None, list[PlacedArea]]:
        """Return the one area that an old one goes on as, if there is one, and others that it may have become."""
        part = self.part_of[area.id]
        successor = self.new.areas.get(area.id)
        if part.kind in (Kind.REPLACED, Kind.MERGED):
            successor = part.new[0]
        reached = became(self.chain, [area.id])
        return successor, [other for other in part.new if other is not successor and other.id in reached]

    def _why_not(self, area: PlacedArea, successor: PlacedArea | None, others: list[PlacedArea]) -> str:
        if successor or others:
            return f"not open to {self.authority.name} in {self.new.year}"
        reason = self.new.retired.get(area.id)
        return f"not on the agenda of {self.new.year}" + (f": {reason}" if reason else "")


def _issue(area: PlacedArea, priority: PlacedPriority, old: PlacedArea) -> tuple[str | None, str | int | None]:
    """Return the issue of a priority of an old area in a new one, and what tells it from others in that area."""
    if not area.named_locally:
        return None, None
    if not old.named_locally or priority.content.issue is None:
        return TODO, None
    name = issue_key(priority.content.issue)
    # Issues that have no name yet are as many as there are priorities.
    return priority.content.issue, priority.path[-1] if name is None else name


def _size(priority: PlacedPriority) -> int:
    """Return how many characters a priority takes at least where it is carried over, or offered."""
    contributions = priority.content.contributions
    texts = (priority.content.why, *contributions.authority, *contributions.department)
    return _LEAST + sum(len(text) for text in texts if text)


def _unconfirmed(texts: Iterable[str | None]) -> list[str]:
    """Return texts to be looked at again, each once; a mere TODO is left out where there are others."""
    every = list(dict.fromkeys(text for text in texts if text is not None))
    written = [text for text in every if text != TODO] or every
    return [text if is_unfinished(text) else f"{STILL_TRUE} {text}" for text in written]


def _unconfirmed_as_one(texts: Iterable[str | None]) -> str:
    """Return texts as one to be looked at again, with one mark at its head; what has none stands last."""
    unconfirmed = _unconfirmed(texts)
    marked = [text.removeprefix(STILL_TRUE).strip() for text in unconfirmed if text.startswith(STILL_TRUE)]
    if len(unconfirmed) == 1 or not marked:
        return "\n".join(unconfirmed)
    others = [text for text in unconfirmed if not text.startswith(STILL_TRUE)]
    return "\n".join([f"{STILL_TRUE} {marked[0]}", *marked[1:], *others])


def _fitting(texts: list[str]) -> list[str]:
    """Return texts as a list may hold them."""
    return [shortened(text, MAXIMUM_TEXT) for text in texts[:MAXIMUM_ENTRIES]]


def _label(source: PlacedPriority) -> str:
    label = source.area.label if source.area else ""
    return f"{label}: {source.content.issue}" if source.content.issue else label


def _is_named_anew(source: PlacedPriority, draft: DraftPriority) -> bool:
    same_area = source.area is not None and source.area.id == draft.area.id
    return not same_area or (source.content.issue is not None and draft.issue is None)


def _is_answered(ask: Ask) -> bool:
    return ask.answer is not None and not is_unfinished(ask.answer.text)


def _with_answer(ask: Ask) -> str:
    day = f" on {day_in_words(ask.answer.date)}" if ask.answer and ask.answer.date else ""
    return f"{quoted(ask.text or '')} (answered{day})"


def _asks(asks: Iterable[Ask], carrier: _Carrier) -> Iterator[tuple[Ask, str | None]]:
    chosen = {area for area, _ in carrier.priorities}
    for ask in asks:
        [text] = _fitting(_unconfirmed([ask.text]))
        area = carrier.old.areas.get(ask.area or "")
        successor = carrier.successor_id(area) if area else None
        if successor in chosen:
            yield Ask(text=text, area=successor), None
        else:
            yield Ask(text=text), area.label if area else ask.area
