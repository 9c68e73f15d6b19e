"""One year's compacts, taken in one after the other and turned into their pages, counts and left-outs."""

from typing import Generic, TypeVar

from compactctl.coverage.filters import Filters
from compactctl.coverage.pages import Keep, page_of
from compactctl.coverage.tally import Tally
from compactctl.documents.status import Status
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.left_out import LeftOut, left_out, left_out_undated
from compactctl.workspace.registers import Register

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
        self.below_status: dict[str, Status] = {}

    def take(self, compact: PlacedCompact) -> None:
        """Take in a compact: its edition of the year where it has one that counts, and what is left out of it."""
        if not self._is_about(compact):
            return
        edition = compact.edition(self.agenda.year)
        if edition is not None and not self.filters.reached_by(edition.status):
            self.below_status[compact.slug] = edition.status
            return
        self.left_out.extend((*left_out(compact, self.agenda.year), *left_out_undated(compact)))
        if edition is not None and compact.authority is not None:
            label = self.register.label(compact.authority)
            page = page_of(edition, compact.slug, compact.authority.name, label)
            self.tally.add(page)
            self.kept.append(self.keep(page))

    def _is_about(self, compact: PlacedCompact) -> bool:
        if compact.authority is None:
            return not self.filters.narrow
        return self.filters.match(compact.authority, self.agenda.year)
