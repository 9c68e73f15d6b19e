"""What a report takes from one compact in one year: plain and small, so that another process may have read it."""

from typing import Generic, NamedTuple, TypeVar

from compactctl.coverage.pages import CompactPage, PageAsk, PagePriority
from compactctl.coverage.past import NO_PAST, Past
from compactctl.documents.status import Status
from compactctl.workspace.compacts import LeftOut

T = TypeVar("T")


class TakenUp(NamedTuple):
    """A priority that counts, without its texts; `issue_key` is the local issue as issues are compared."""

    area: str
    term: str | None
    authority_contributes: bool
    department_contributes: bool
    issue: str | None
    issue_key: str | None


class Edition(NamedTuple):
    """An edition that counts: its status, its priorities, and its asks."""

    status: Status | None
    is_example: bool
    priorities: tuple[TakenUp, ...]
    asks: tuple[PageAsk, ...]


class BelowStatus(NamedTuple):
    """An edition that does not reach the status asked for."""

    status: Status | None
    is_example: bool


class Glance(NamedTuple, Generic[T]):
    """One compact in one year.

    `below` is an edition that does not reach the status asked for; `counted` is one that counts, with what the format
    keeps of its page. `past` is what the authority had before, where no edition counts.
    """

    slug: str
    below: BelowStatus | None = None
    left_out: tuple[LeftOut, ...] = ()
    counted: tuple[Edition, T] | None = None
    past: Past = NO_PAST


def edition_of(page: CompactPage) -> Edition:
    """Return what is counted of a page."""
    return Edition(page.status, page.is_example, tuple(map(_taken_up, page.priorities)), page.asks)


def _taken_up(priority: PagePriority) -> TakenUp:
    return TakenUp(
        priority.area,
        priority.term,
        priority.authority_contributes,
        priority.department_contributes,
        priority.issue,
        priority.issue_key,
    )
