"""What a comparison of two years takes: the register, both annexes, and the lineage through those between."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.data_folder import ANNEXES
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register
from compactctl.workspace.lineage import Edges, Reach, became, joined
from compactctl.workspace.requirements import check_annexes, require_agenda, require_register
from compactctl.workspace.workspace import Workspace

_RESTS: Final = "and the comparison rests on it"
_PAIR: Final = 2


class ComparisonInputs(NamedTuple):
    """Two annexes of a workspace, and the lineage from the areas of the old one to those of the new.

    `chain` holds the annexes from the earlier to the later year. `tied` connects the areas as their lineage does, and
    `reach` says of any two whether one became the other. `unsure` are the areas of the later year of which it cannot be
    told in full what they come from.
    """

    workspace: Workspace
    register: Register
    old: Agenda
    new: Agenda
    chain: tuple[Agenda, ...]
    tied: Edges
    reach: Reach
    unsure: frozenset[str]

    @property
    def is_backward(self) -> bool:
        """Whether the new year is the earlier one."""
        return self.new.year < self.old.year


def comparison_inputs(workspace: Workspace, old: AcademicYear, new: AcademicYear) -> ComparisonInputs:
    """Return what the comparison takes; raises `CannotDo` where any of it cannot be read."""
    register = require_register(workspace, "which authorities exist when")
    first, last = min(old, new), max(old, new)
    ends = [require_agenda(workspace, year, _RESTS) for year in (first, last)]
    chain = tuple(require_agenda(workspace, year, _RESTS) for year in workspace.years if first <= year <= last)
    tied = joined(chain)
    if old > new:
        ends.reverse()
        tied = frozenset((end, begin) for begin, end in tied)
    reach = Reach(chain, is_backward=old > new)
    return ComparisonInputs(workspace, register, ends[0], ends[1], chain, tied, reach, frozenset(_unsure(chain)))


def _unsure(chain: Sequence[Agenda]) -> Iterator[str]:
    """Yield the areas of the last of some annexes that come from one whose `from` is broken, or are one."""
    for index, agenda in enumerate(chain[1:], start=1):
        if broken := [key for key, area in agenda.areas.items() if "from" in area.broken]:
            yield from became(chain[index:], broken)


def years_between(
    workspace: Workspace, old: AcademicYear | None, new: AcademicYear | None
) -> tuple[AcademicYear, AcademicYear]:
    """Return the years to compare: the two newest that have an annex, or the one given and the newest.

    Raises `CannotDo` where there are too few.
    """
    if old and new:
        return old, new
    check_annexes(workspace, "so no year is known")
    years = workspace.years
    if len(years) < (1 if old else _PAIR):
        which = f"there is only that of {years[0]}" if years else "there is none"
        hint = (
            f"{which} in {workspace.path_of(ANNEXES)}; 'compactctl revise' writes the next, '--since' compares with git"
        )
        raise CannotDo("comparing two years takes two annexes", hint)
    return old or years[-2], years[-1]
