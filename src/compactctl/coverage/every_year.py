"""The coverage of every year with all that its report shows, gathered while each compact is read once."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from compactctl.coverage.counts import CompactSummary
from compactctl.coverage.pages import CompactPage, Keep
from compactctl.coverage.results import EVERYTHING, Coverage
from compactctl.coverage.year import assemble, gathered_years
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.workspace import Workspace

T = TypeVar("T")


class YearsOfCompact(NamedTuple, Generic[T]):
    """What each year takes from one compact, and what is kept of its page; None for a year that takes nothing."""

    summaries: tuple[CompactSummary | None, ...]
    kept: tuple[T | None, ...]


class EveryYear(Generic[T]):
    """The years whose annex can be read. Compacts are added in the order of slugs.

    Raises `CannotDo` as `cover` does.
    """

    def __init__(self, workspace: Workspace, keep: Keep[T]) -> None:
        self._workspace = workspace
        self._keep = keep
        self._years = gathered_years(workspace, EVERYTHING)
        self._kept: list[list[T]] = [[] for _ in self._years]
        self._unreadable: list[str] = []

    def look(self, compact: PlacedCompact) -> tuple[YearsOfCompact[T], tuple[CompactPage | None, ...]]:
        """Return what the years take from a compact, and its pages. Changes nothing."""
        summaries, pages = zip(*(gathered.summary(compact) for gathered in self._years), strict=True)
        return YearsOfCompact(summaries, tuple(page and self._keep(page) for page in pages)), pages

    def add(self, looked: YearsOfCompact[T]) -> None:
        """Count what was taken from a compact."""
        for gathered, kept, summary, of_page in zip(self._years, self._kept, *looked, strict=True):
            if summary is not None:
                gathered.add(summary)
            if of_page is not None:
                kept.append(of_page)

    def add_unreadable(self, slug: str) -> None:
        """Note a compact that cannot be read."""
        self._unreadable.append(slug)

    def coverages(self) -> Sequence[Coverage[T]]:
        """Return the coverage of each year, oldest first."""
        unreadable = [*self._unreadable, *self._workspace.unreadable_slugs]
        return [
            assemble(self._workspace, gathered, unreadable, kept)
            for gathered, kept in zip(self._years, self._kept, strict=True)
        ]
