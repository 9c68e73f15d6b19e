"""From the compacts of a year to every figure of its report.

Each compact is summed up on its own, plain and small, so that another process may do it. Of all texts only asks and the
names of issues are kept.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from compactctl.coverage.pages import NO_PAST, CompactPage, PageAsk, PagePriority, Past
from compactctl.coverage.results import (
    AreaAsks,
    AreaRow,
    AskRow,
    AuthorityRow,
    FocusRow,
    LocalIssue,
    SliceRow,
    Standing,
)
from compactctl.documents.status import Status
from compactctl.documents.years import AcademicYear
from compactctl.workspace.agenda import PlacedArea
from compactctl.workspace.compacts import LeftOut
from compactctl.workspace.openness import is_among


class PrioritySummary(NamedTuple):
    """A priority that counts, without its texts; `issue_key` is the local issue as issues are compared."""

    area: str
    term: str | None
    authority_contributes: bool
    department_contributes: bool
    issue: str | None
    issue_key: str | None


class EditionSummary(NamedTuple):
    """An edition: its status, its priorities and its asks; of one that does not count neither of these."""

    status: Status | None
    is_example: bool
    priorities: tuple[PrioritySummary, ...] = ()
    asks: tuple[PageAsk, ...] = ()


class CompactSummary(NamedTuple):
    """What a report takes from one compact in one year.

    `counted` is an edition that counts, `below` one that does not reach the status asked for, or may not. `past` is
    what the authority had before, where no edition counts. `without_annex` are the years of its editions for which
    there is no annex, for the newest year alone.
    """

    slug: str
    counted: EditionSummary | None = None
    below: EditionSummary | None = None
    left_out: tuple[LeftOut, ...] = ()
    past: Past = NO_PAST
    without_annex: tuple[AcademicYear, ...] = ()


def edition_summary(page: CompactPage) -> EditionSummary:
    """Return what is counted of a page."""
    return EditionSummary(page.status, page.is_example, tuple(map(_priority_summary, page.priorities)), page.asks)


def _priority_summary(priority: PagePriority) -> PrioritySummary:
    return PrioritySummary(
        priority.area,
        priority.term,
        priority.authority_contributes,
        priority.department_contributes,
        priority.issue,
        priority.issue_key,
    )


@dataclass(slots=True)
class AreaCounts:
    """The priorities that take up one area, and of the authorities behind them how many have which status."""

    id: str
    priorities: int = 0
    terms: Counter[str | None] = field(default_factory=Counter)
    no_authority: int = 0
    no_department: int = 0
    statuses: Counter[Status] = field(default_factory=Counter)
    issues: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    authorities: list[str] = field(default_factory=list)

    def add(self, priority: PrioritySummary, slug: str, status: Status | None) -> None:
        """Count one priority, and its authority if it is the first one of it."""
        self.priorities += 1
        self.terms[priority.term] += 1
        self.no_authority += not priority.authority_contributes
        self.no_department += not priority.department_contributes
        if self.authorities[-1:] != [slug]:
            self.authorities.append(slug)
            if status is not None:
                self.statuses[status] += 1
        if priority.issue is not None and priority.issue_key is not None:
            # An issue that stands twice in an edition is left out before it comes here.
            self.issues.setdefault(priority.issue_key, (priority.issue, []))[1].append(slug)

    @property
    def local_issues(self) -> tuple[LocalIssue, ...]:
        """The issues by name."""
        return tuple(LocalIssue(name, tuple(slugs)) for _, (name, slugs) in sorted(self.issues.items()))


class EditionCounts(NamedTuple):
    """What is kept of an edition: its status, if that can be told, its number of priorities, and the areas taken up."""

    status: Status | None
    is_example: bool
    priorities: int
    areas: tuple[str, ...]


class YearCounts:
    """The editions of a year that count. They are given one after the other, in the order of slugs."""

    def __init__(self, areas: Iterable[str]) -> None:
        self.areas = {area: AreaCounts(area) for area in areas}
        self.editions: dict[str, EditionCounts] = {}
        self.asks: dict[str | None, list[AskRow]] = {}

    def add(self, slug: str, label: str, edition: EditionSummary) -> None:
        """Count one authority's edition."""
        areas = [self.areas[priority.area] for priority in edition.priorities]
        ids = tuple(dict.fromkeys(area.id for area in areas))
        self.editions[slug] = EditionCounts(edition.status, edition.is_example, len(areas), ids)
        for area, priority in zip(areas, edition.priorities, strict=True):
            area.add(priority, slug, edition.status)
        for ask in edition.asks:
            row = AskRow(slug, label, ask.text, ask.answer, edition.status, edition.is_example)
            self.asks.setdefault(ask.area, []).append(row)


class Trait(StrEnum):
    """What is counted of authorities beside their standing."""

    NOT_RENEWED = "not renewed"


TraitCounts = Counter[Standing | Trait]


class AuthorityCounts:
    """Counts of the authorities of a year: of all, of each region, of each type, and of each type within a region.

    So it can be told to how many an area is open without a look at each one.
    """

    def __init__(self, rows: Iterable[AuthorityRow]) -> None:
        self._rows = {row.slug: row for row in rows}
        self._all: TraitCounts = Counter()
        self._types: dict[str, TraitCounts] = {}
        self._regions: dict[str, TraitCounts] = {}
        self._both: dict[str, dict[str, TraitCounts]] = {}
        for row in self._rows.values():
            traits = list(_traits(row))
            of_region = self._both.setdefault(row.region, {})
            self._all.update(traits)
            self._regions.setdefault(row.region, Counter()).update(traits)
            self._types.setdefault(row.type, Counter()).update(traits)
            of_region.setdefault(row.type, Counter()).update(traits)

    def open_to(self, area: PlacedArea) -> TraitCounts:
        """Return the counts of those to which an area is open."""
        open_to = area.content.open_to
        if open_to is None:
            return self._all
        regions, types = (set(filter(None, names)) for names in (open_to.regions, open_to.types))
        counts: TraitCounts = Counter()
        for part in self._matching(regions, types):
            counts.update(part)
        for slug in set(filter(None, open_to.authorities)):
            row = self._rows.get(slug)
            if row and not is_among(regions, types, row.region, row.type):
                counts.update(_traits(row))
        return counts

    def _matching(self, regions: set[str], types: set[str]) -> Iterator[TraitCounts]:
        """Yield the counts of those whose region and type match, where both are given."""
        if not types:
            yield from (self._regions[region] for region in regions & self._regions.keys())
        elif not regions:
            yield from (self._types[type_] for type_ in types & self._types.keys())
        else:
            for region in regions & self._both.keys():
                of_region = self._both[region]
                yield from (of_region[type_] for type_ in types & of_region.keys())


def _traits(row: AuthorityRow) -> Iterator[Standing | Trait]:
    yield row.standing
    if row.past.not_renewed:
        yield Trait.NOT_RENEWED


def area_rows(
    areas: Iterable[PlacedArea], authorities: Sequence[AuthorityRow], counts: YearCounts, focuses: Iterable[str]
) -> Iterator[AreaRow]:
    """Yield the row of each area, its focuses in the order of the statement's."""
    order = {focus: index for index, focus in enumerate(focuses)}
    of_authorities = AuthorityCounts(authorities)
    for area in areas:
        yield _area(area, of_authorities.open_to(area), counts, _in_order(area, order))


def _in_order(area: PlacedArea, focuses: Mapping[str, int]) -> tuple[str, ...]:
    """Return the area's focuses in the statement's order, after them those that the statement does not name."""
    named = set(filter(None, area.content.focuses))
    return tuple(sorted(named, key=lambda focus: (focuses.get(focus, len(focuses)), focus)))


def _area(area: PlacedArea, open_to: TraitCounts, of_year: YearCounts, focuses: tuple[str, ...]) -> AreaRow:
    counts = of_year.areas[area.id]
    chosen = len(counts.authorities)
    if not area.knows_open_to:
        everybody = sum(open_to[standing] for standing in Standing)
        open_to = Counter({Standing.EDITION: chosen, Standing.UNREADABLE: everybody - chosen})
    return AreaRow(
        letter=area.letter,
        id=area.id,
        title=area.title,
        summary=area.content.summary,
        group=area.group,
        focuses=focuses,
        named_locally=area.named_locally,
        chosen=chosen,
        not_chosen=open_to[Standing.EDITION] - chosen,
        no_edition=open_to[Standing.NONE] + open_to[Standing.BELOW_STATUS] + open_to[Standing.UNKNOWN_STATUS],
        not_renewed=open_to[Trait.NOT_RENEWED],
        unreadable=open_to[Standing.UNREADABLE],
        draft=counts.statuses[Status.DRAFT],
        proposed=counts.statuses[Status.PROPOSED],
        agreed=counts.statuses[Status.AGREED],
        priorities=counts.priorities,
        short=counts.terms["short"],
        medium=counts.terms["medium"],
        no_authority_contribution=counts.no_authority,
        no_department_contribution=counts.no_department,
        issues=counts.local_issues,
        authorities=tuple(counts.authorities),
        examples=sum(of_year.editions[slug].is_example for slug in counts.authorities),
        limited_to=area.content.open_to,
        knows_open_to=area.knows_open_to,
        knows_origins="from" not in area.broken,
    )


def focus_rows(titles: Mapping[str, str], areas: Iterable[AreaRow], counts: YearCounts) -> Iterator[FocusRow]:
    """Yield the row of each focus, by its id and title; an authority counts once for it."""
    focuses_of = {area.id: area.focuses for area in areas}
    areas_of: dict[str, list[str]] = {}
    for area, focuses in focuses_of.items():
        for focus in focuses:
            areas_of.setdefault(focus, []).append(area)
    chosen = Counter(
        focus
        for edition in counts.editions.values()
        for focus in {focus for area in edition.areas for focus in focuses_of[area]}
    )
    for focus, title in titles.items():
        yield FocusRow(focus, title, tuple(areas_of.get(focus, ())), chosen[focus])


def slice_rows(authorities: Iterable[AuthorityRow], name_of: Callable[[AuthorityRow], str]) -> list[SliceRow]:
    """Return a row for each region, or each type, by name; a register need not give them."""
    parts: dict[str, list[AuthorityRow]] = {}
    for row in authorities:
        parts.setdefault(name_of(row), []).append(row)
    return [_slice(name, rows) for name, rows in sorted(parts.items()) if name]


def _slice(name: str, rows: Sequence[AuthorityRow]) -> SliceRow:
    with_edition = sum(row.standing is Standing.EDITION for row in rows)
    return SliceRow(name, len(rows), with_edition, sum(row.priorities for row in rows))


def asks_by_area(areas: Iterable[AreaRow], counts: YearCounts) -> Iterator[AreaAsks]:
    """Yield the asks of each area that has any, then of each that is none of these, at last those that name no area."""
    rows: dict[str | None, AreaRow] = {area.id: area for area in areas}
    others = sorted(name for name in counts.asks if name is not None and name not in rows)
    for name in (*rows, *others, None):
        if asks := counts.asks.get(name):
            yield AreaAsks(name, rows.get(name), tuple(asks))
