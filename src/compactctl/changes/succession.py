"""Authorities that begin, end or succeed another between two years, as the register has them."""

from collections import defaultdict

from compactctl.changes.results import Succession
from compactctl.documents.years import AcademicYear
from compactctl.workspace.authorities import Authority, Register


class Successions:
    """The register between two years; an end is read towards the new one, whichever is earlier."""

    def __init__(self, register: Register, old: AcademicYear, new: AcademicYear) -> None:
        self._register = register
        self._new = new
        first, last = min(old, new), max(old, new)
        self._span = (first.first_day, last.last_day) if first != last else (first.last_day, first.first_day)
        self._predecessors: dict[str, list[str]] = defaultdict(list)
        for authority in register:
            if authority.valid_to and self._span[0] <= authority.valid_to <= self._span[1]:
                for code in authority.successors:
                    self._predecessors[code].append(authority.slug)

    def of(self, authority: Authority) -> Succession:
        """Return what befell an authority between the years."""
        begin, end = authority.valid_from, authority.valid_to
        ended = end if end and end < self._new.first_day else None
        return Succession(
            began=begin if begin and self._span[0] < begin <= self._span[1] else None,
            ended=ended,
            succeeded_by=tuple(sorted(other.slug for other in self._register.successors(authority))) if ended else (),
            succeeds=tuple(sorted(self._predecessors.get(authority.code, ()))),
        )
