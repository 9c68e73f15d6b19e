"""What the editions of a year add up to, counted while their pages go by; of the texts, asks and issues are kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.coverage.results import Ask, Issue
from compactctl.documents.status import Status


@dataclass(slots=True)
class AreaTally:
    """The priorities that take up one area, and of the authorities behind them how many have which status."""

    priorities: int = 0
    terms: Counter[str] = field(default_factory=Counter)
    no_authority: int = 0
    no_department: int = 0
    statuses: Counter[Status] = field(default_factory=Counter)
    issues: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    authorities: list[str] = field(default_factory=list)

    def add(self, priority: PagePriority, page: CompactPage) -> None:
        """Count one priority, and its authority if it is the first one of it."""
        self.priorities += 1
        self.terms[priority.term] += 1
        self.no_authority += not priority.authority_offers
        self.no_department += not priority.department_offers
        if self.authorities[-1:] != [page.authority]:
            self.authorities.append(page.authority)
            self.statuses[page.status] += 1
        if priority.issue is not None and priority.issue_key is not None:
            slugs = self.issues.setdefault(priority.issue_key, (priority.issue, []))[1]
            if slugs[-1:] != [page.authority]:
                slugs.append(page.authority)

    @property
    def issue_rows(self) -> tuple[Issue, ...]:
        """The issues by name."""
        return tuple(Issue(name, tuple(slugs)) for _, (name, slugs) in sorted(self.issues.items()))


@dataclass(frozen=True, slots=True)
class Edition:
    """What is kept of an edition that counts: its status, how many priorities it has, and the areas it takes up."""

    status: Status
    priorities: int
    areas: tuple[str, ...]


class Tally:
    """The editions of a year. Pages are given one after the other, in the order of slugs."""

    def __init__(self, areas: Iterable[str]) -> None:
        self.areas = {area: AreaTally() for area in areas}
        self.editions: dict[str, Edition] = {}
        self.asks: dict[str | None, list[Ask]] = {}

    def add(self, page: CompactPage) -> None:
        """Count one authority's edition."""
        chosen = tuple(dict.fromkeys(priority.area for priority in page.priorities))
        self.editions[page.authority] = Edition(page.status, len(page.priorities), chosen)
        for priority in page.priorities:
            self.areas[priority.area].add(priority, page)
        for ask in page.asks:
            area = ask.area if ask.area in self.areas else None
            self.asks.setdefault(area, []).append(Ask(page.authority, page.label, ask.text))
