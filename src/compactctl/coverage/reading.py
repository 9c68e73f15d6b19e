"""One year's compacts: each looked at on its own, and what was seen of it added to what has been read so far."""

from typing import Generic, TypeVar

from compactctl.coverage.filters import Filters
from compactctl.coverage.glances import BelowStatus, Glance, edition_of
from compactctl.coverage.pages import Keep, page_of
from compactctl.coverage.past import Past, past_of
from compactctl.coverage.tally import Tally
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.compacts import LeftOut, PlacedCompact, left_out, left_out_undated

T = TypeVar("T")


class YearReading(Generic[T]):
    """What has been read of a year so far."""

    def __init__(self, register: Register, agenda: Agenda, filters: Filters, keep: Keep[T]) -> None:
        self.register = register
        self.agenda = agenda
        self.filters = filters
        self.keep = keep
        self.tally = Tally(agenda.areas)
        self.kept: list[T] = []
        self.left_out: list[LeftOut] = []
        self.below_status: dict[str, BelowStatus] = {}
        self.pasts: dict[str, Past] = {}

    def look(self, compact: PlacedCompact) -> Glance[T] | None:
        """Return what the year takes from a compact, None where it is not about its authority. Changes nothing."""
        if not self._is_about(compact):
            return None
        edition = compact.edition(self.agenda.year)
        if edition is not None and not self.filters.reached_by(edition.status):
            below = BelowStatus(edition.status, edition.is_example)
            return Glance(compact.slug, below, past=past_of(compact, self.agenda.year, self.filters))
        parts = (*left_out(compact, self.agenda.year), *left_out_undated(compact))
        if edition is None or compact.authority is None:
            return Glance(compact.slug, left_out=parts, past=past_of(compact, self.agenda.year, self.filters))
        page = page_of(edition, compact.slug, compact.authority.name, self.register.label(compact.authority))
        return Glance(compact.slug, left_out=parts, counted=(edition_of(page), self.keep(page)))

    def add(self, glance: Glance[T]) -> None:
        """Count what was seen of a compact; they come in the order of slugs."""
        self.left_out.extend(glance.left_out)
        self.pasts[glance.slug] = glance.past
        if glance.below is not None:
            self.below_status[glance.slug] = glance.below
        if glance.counted is not None:
            edition, kept = glance.counted
            label = self.register.label(self.register.authorities[glance.slug])
            self.tally.add(glance.slug, label, edition)
            self.kept.append(kept)

    def _is_about(self, compact: PlacedCompact) -> bool:
        if compact.authority is None:
            return not self.filters.narrow
        return self.filters.match(compact.authority, self.agenda.year)
