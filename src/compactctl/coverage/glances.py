"""What a report takes from one compact in one year: plain and small, so that another process may have read it."""

from typing import Generic, NamedTuple, TypeVar

from compactctl.coverage.pages import CompactPage, PagePriority
from compactctl.documents.status import Status
from compactctl.workspace.left_out import LeftOut

T = TypeVar("T")


class TakenUp(NamedTuple):
    """A priority that counts, without its texts; `issue_key` is the local issue as issues are compared."""

    area: str
    term: str
    authority_offers: bool
    department_offers: bool
    issue: str | None
    issue_key: str | None


class Edition(NamedTuple):
    """An edition that counts: its status, its priorities, and its asks with the area that each names."""

    status: Status | None
    is_example: bool
    priorities: tuple[TakenUp, ...]
    asks: tuple[tuple[str | None, str], ...]


class BelowStatus(NamedTuple):
    """An edition that does not reach the status asked for."""

    status: Status | None
    is_example: bool


class Glance(NamedTuple, Generic[T]):
    """One compact in one year.

    `below` is an edition that does not reach the status asked for; `counted` is one that counts, with what the format
    keeps of its page.
    """

    slug: str
    below: BelowStatus | None = None
    left_out: tuple[LeftOut, ...] = ()
    counted: tuple[Edition, T] | None = None


def edition_of(page: CompactPage) -> Edition:
    """Return what is counted of a page."""
    asks = tuple((ask.area, ask.text) for ask in page.asks)
    return Edition(page.status, page.is_example, tuple(map(_taken_up, page.priorities)), asks)


def _taken_up(priority: PagePriority) -> TakenUp:
    return TakenUp(
        priority.area,
        priority.term,
        priority.authority_offers,
        priority.department_offers,
        priority.issue,
        priority.issue_key,
    )
