"""What the editions of a year add up to; of their texts only asks and names of issues are kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from compactctl.coverage.glances import Edition, TakenUp
from compactctl.coverage.results import Ask, Issue
from compactctl.documents.status import Status


@dataclass(slots=True)
class AreaTally:
    """The priorities that take up one area, and of the authorities behind them how many have which status."""

    id: str
    priorities: int = 0
    terms: Counter[str | None] = field(default_factory=Counter)
    no_authority: int = 0
    no_department: int = 0
    statuses: Counter[Status] = field(default_factory=Counter)
    issues: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    authorities: list[str] = field(default_factory=list)

    def add(self, priority: TakenUp, slug: str, status: Status | None) -> None:
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
    def issue_rows(self) -> tuple[Issue, ...]:
        """The issues by name."""
        return tuple(Issue(name, tuple(slugs)) for _, (name, slugs) in sorted(self.issues.items()))


class Counted(NamedTuple):
    """What is kept of an edition: its status, if that can be told, its number of priorities, and the areas taken up."""

    status: Status | None
    is_example: bool
    priorities: int
    areas: tuple[str, ...]


class Tally:
    """The editions of a year. They are given one after the other, in the order of slugs."""

    def __init__(self, areas: Iterable[str]) -> None:
        self.areas = {area: AreaTally(area) for area in areas}
        self.editions: dict[str, Counted] = {}
        self.asks: dict[str | None, list[Ask]] = {}

    def add(self, slug: str, label: str, edition: Edition) -> None:
        """Count one authority's edition."""
        tallies = [self.areas[priority.area] for priority in edition.priorities]
        areas = tuple(dict.fromkeys(tally.id for tally in tallies))
        self.editions[slug] = Counted(edition.status, edition.is_example, len(tallies), areas)
        for tally, priority in zip(tallies, edition.priorities, strict=True):
            tally.add(priority, slug, edition.status)
        for ask in edition.asks:
            area = ask.area if ask.area in self.areas else None
            self.asks.setdefault(area, []).append(Ask(slug, label, ask.text, ask.answer, edition.is_example))
