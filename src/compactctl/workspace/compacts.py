"""A compact in its workspace: which authority, annex and areas its editions and priorities mean, and what counts.

What counts is decided here once, for the rules, the report and the comparison alike: a priority that takes up no area
has the name of the rule that it breaks. What counts nowhere is listed, and never passed over in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from compactctl.documents.content import Ask, Compact, Edition, Priority
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, Status, status_of
from compactctl.documents.texts import case_folded, is_unfinished
from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath
from compactctl.finding import Place
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority


class PlacedPriority(NamedTuple):
    """A priority, the area of the annex that it means, and the rule by which it takes up none."""

    content: Priority
    path: KeyPath
    area: PlacedArea | None
    excluded_by: str | None
    repeats: KeyPath | None
    """The earlier priority of the edition that says the same area or issue."""

    @property
    def issue_key(self) -> str | None:
        """The local issue, as issues are compared: without regard to case and spaces; None where it has none."""
        return issue_key(self.content.issue)


def issue_key(issue: str | None) -> str | None:
    """Return the name of an issue as names of issues are compared; None for none, and for one still to be written."""
    return None if issue is None or is_unfinished(issue) else case_folded(issue)


@dataclass(frozen=True)
class PlacedEdition:
    """An edition, with its year's annex; `excluded_by` is the rule by which it is no edition of that year."""

    content: Edition
    path: KeyPath
    document: Document[Compact]
    authority: Authority | None
    agenda: Agenda | None
    excluded_by: str | None

    @property
    def year(self) -> AcademicYear | None:
        """Its academic year; None where that is broken."""
        return self.content.year

    @cached_property
    def status(self) -> Status | None:
        """Draft, proposed or agreed; None where a signature is broken, so that it cannot be told."""
        return self._status_of_all if self.document.is_whole(*self.path, "signatures") else None

    @property
    def _status_of_all(self) -> Status:
        return status_of(self.content.signatures, COMPACT_PARTIES, COMPACT_PARTIES)

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works."""
        return self.document.is_example

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed yet, so that it may be unfinished."""
        return self._status_of_all is Status.DRAFT

    @cached_property
    def priorities(self) -> list[PlacedPriority]:
        """Its priorities, in the order of the file."""
        return list(self._placed())

    @property
    def asks(self) -> Iterator[tuple[str, Ask]]:
        """Its asks that are whole, with their texts, in the order of the file."""
        path = (*self.path, "asks")
        whole = self.document.is_whole(*path)
        for index, ask in enumerate(self.content.asks):
            if ask.text is not None and (whole or self.document.is_whole(*path, index)):
                yield ask.text, ask

    @property
    def place_of_priorities(self) -> Place:
        """Where what is wrong with its priorities as a whole is shown: at their key, or else at its year."""
        source = self.document.source
        if "priorities" in self.content.given:
            return source.key((*self.path, "priorities"))
        return source.value((*self.path, "year"))

    @property
    def taken_up(self) -> list[PlacedPriority]:
        """The priorities that count."""
        return [] if self.excluded_by else [priority for priority in self.priorities if priority.excluded_by is None]

    def _placed(self) -> Iterator[PlacedPriority]:
        seen: dict[tuple[str, str | None], KeyPath] = {}
        whole = not self.document.broken or self.document.is_whole(*self.path, "priorities")
        for index, content in enumerate(self.content.priorities):
            path = (*self.path, "priorities", index)
            area = self.agenda.areas.get(content.area) if self.agenda and content.area is not None else None
            key = self._repeat_key(content, area)
            repeats = seen.setdefault(key, path) if key is not None else path
            excluded_by = None if whole else self.document.rule_broken_at(*path)
            excluded_by = excluded_by or self._excluded_by(area) or ("repeated-area" if repeats != path else None)
            yield PlacedPriority(content, path, area, excluded_by, None if repeats == path else repeats)

    def _excluded_by(self, area: PlacedArea | None) -> str | None:
        if area is None:
            return "unknown-area"
        return None if self.may_choose(area) else "area-not-open"

    def may_choose(self, area: PlacedArea) -> bool:
        """Tell whether the area is open to this authority, as far as can be told."""
        return self.authority is None or self.year is None or area.is_open_to(self.authority, self.year)

    @staticmethod
    def _repeat_key(content: Priority, area: PlacedArea | None) -> tuple[str, str | None] | None:
        """Return what must not come twice in an edition; None where that cannot be told."""
        if area is None or "named_locally" in area.broken:
            return None
        if not area.named_locally:
            return (area.id, None)
        key = issue_key(content.issue)
        return None if key is None else (area.id, key)


def placed_editions(
    document: Document[Compact],
    authority: Authority | None,
    agendas: Mapping[AcademicYear, Agenda | None],
    *,
    knows_authorities: bool,
) -> Iterator[PlacedEdition]:
    """Yield a compact's editions; of two of one year the second is none, whatever the order of the others.

    `authority` is None where the register has none of the compact's name, or is broken: `knows_authorities` tells the
    two apart.
    """
    seen: set[AcademicYear] = set()
    for index, content in enumerate(document.content.editions):
        path: KeyPath = ("editions", index)
        year = content.year
        if year is None:
            excluded_by = document.rule_broken_at(*path, "year") or document.rule_broken_at(*path)
        elif authority is None and knows_authorities:
            excluded_by = "unknown-authority"
        elif authority is not None and not authority.exists_in(year):
            excluded_by = "authority-out-of-time"
        else:
            excluded_by = "edition-order" if year in seen else None
        if year is not None:
            seen.add(year)
        agenda = agendas.get(year) if year is not None else None
        yield PlacedEdition(content, path, document, authority, agenda, excluded_by)


@dataclass(frozen=True)
class PlacedCompact:
    """An authority's compact with its editions, in the order of the file."""

    slug: str
    document: Document[Compact]
    authority: Authority | None
    editions: tuple[PlacedEdition, ...]

    @property
    def is_example(self) -> bool:
        """Whether it is made up, to show how the record works."""
        return self.document.is_example

    @cached_property
    def newest(self) -> PlacedEdition | None:
        """The edition of the latest year."""
        dated = [(edition.year, edition) for edition in self.editions if edition.year is not None]
        return max(dated, key=lambda pair: pair[0])[1] if dated else None

    @property
    def ended_on(self) -> date | None:
        """The day on which it was brought to an end; None where it was not, and where that day is broken."""
        return self.document.content.ended.date if self.document.content.ended else None

    @property
    def may_have_ended(self) -> bool:
        """Whether it was brought to an end; also where it cannot be read what it says of that."""
        return self.document.content.ended is not None or ("ended",) in self.document.broken

    def had_ended_by(self, year: AcademicYear) -> bool | None:
        """Tell whether it was brought to an end before the year began; None where that cannot be told."""
        if self.ended_on:
            return self.ended_on < year.first_day
        return None if self.may_have_ended else False

    @cached_property
    def _first_of_year(self) -> Mapping[AcademicYear, PlacedEdition]:
        return {edition.year: edition for edition in reversed(self.editions) if edition.year is not None}

    @cached_property
    def knows_years(self) -> bool:
        """Whether it can be read of which years it has editions; of others one may be any."""
        return bool(self.editions) and all(edition.year is not None for edition in self.editions)

    def knows_edition(self, year: AcademicYear) -> bool:
        """Tell whether it is known which edition counts in a year, or that none does."""
        could_have_one = self.authority is None or self.authority.exists_in(year)
        return self.knows_years or self.edition(year) is not None or not could_have_one

    def before(self, year: AcademicYear) -> list[PlacedEdition]:
        """Return the editions that count in the years before this one, the newest first."""
        years = {edition.year for edition in self.editions if edition.year and edition.year < year}
        return [edition for edition in map(self.edition, sorted(years, reverse=True)) if edition]

    def newest_before(self, year: AcademicYear) -> PlacedEdition | None:
        """Return the newest edition that counts in a year before this one."""
        return next(iter(self.before(year)), None)

    def edition(self, year: AcademicYear) -> PlacedEdition | None:
        """Return the edition that counts in a year: the first of that year, if nothing keeps it from being one."""
        first = self._first_of_year.get(year)
        return first if first and first.excluded_by is None else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A priority, or another broken part of an edition: whose, what it is in words, by which rule, where.

    `area` is that of a priority, None where it names none or that is broken. `authority` is a slug, `name` what it is
    called where the register has it, `file` the name within the data folder, `line` the one on which the part begins.
    With the last part of an edition that is none, `asks` of that edition go as well.
    """

    authority: str
    name: str
    what: str
    area: str | None
    rule: str
    file: str
    line: int
    asks: int = 0


_ENTRIES: Final[Mapping[str | int, str]] = {
    "editions": "an edition",
    "priorities": "a priority",
    "asks": "an ask",
    "signatures": "a signature",
}


def left_out(compact: PlacedCompact, *years: AcademicYear) -> Iterator[LeftOut]:
    """Yield what does not count in an authority's editions of some years, and what is of no year that can be told."""
    for edition in compact.editions:
        if edition.year in years:
            yield from _excluded(compact, edition)
    for key in ("note", "example", "ended"):
        if rule := next((rule for path, rule in compact.document.broken.items() if path[:1] == (key,)), None):
            yield _left_out(compact, None, rule, (key,))
    if not compact.editions and (rule := compact.document.rule_broken_at("editions")):
        yield _left_out(compact, None, rule, ("editions",))
    for edition in compact.editions:
        if edition.year is None:
            yield from _excluded(compact, edition)
            if edition.excluded_by and not edition.priorities:
                yield _left_out(compact, None, edition.excluded_by, edition.path, len(edition.content.asks))


def _excluded(compact: PlacedCompact, edition: PlacedEdition) -> Iterator[LeftOut]:
    for priority in edition.priorities:
        if rule := edition.excluded_by or priority.excluded_by:
            is_last_of_none = edition.excluded_by and priority is edition.priorities[-1]
            asks = len(edition.content.asks) if is_last_of_none else 0
            yield _left_out(compact, priority.content.area, rule, priority.path, asks)
    if not edition.excluded_by:
        for path, rule in _broken_parts(edition).items():
            yield _left_out(compact, None, rule, path)


def _broken_parts(edition: PlacedEdition) -> dict[KeyPath, str]:
    """Return what is broken beside single priorities, by path: an ask, a signature, a whole list, the note."""
    depth, known = len(edition.path), edition.content.by_key()
    inside = {path: rule for path, rule in edition.document.broken.items() if path[:depth] == edition.path != path}
    parts: dict[KeyPath, str] = {}
    for path, rule in inside.items():
        is_unknown_key = len(path) == depth + 1 and path[depth] not in known
        is_priority = path[depth] == "priorities" and len(path) > depth + 1
        if not is_unknown_key and not is_priority:
            parts.setdefault(path[: depth + 2], rule)
    return parts


def _left_out(compact: PlacedCompact, area: str | None, rule: str, path: KeyPath, asks: int = 0) -> LeftOut:
    name = compact.authority.name if compact.authority else compact.slug
    line = compact.document.source.line(path)
    return LeftOut(compact.slug, name, area or _in_words(path), area, rule, compact.document.name, line, asks)


def _in_words(path: KeyPath) -> str:
    """Say what stands at the path of an edition's part, or of one of a compact's."""
    if isinstance(path[-1], int):
        return _ENTRIES.get(path[-2], "what is broken")
    within = path[2:] if path[0] == "editions" else ()
    return f"what is broken in '{(within or path)[0]}'"
