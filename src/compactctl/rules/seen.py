"""What a run takes in, and what its first phase saw: for the rules that look at all of it, in the second."""

from typing import NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.rules.names import is_untouchable
from compactctl.rules.settings import Exemptions


class Selection(NamedTuple):
    """Which rules count: those selected, or all, but for those ignored.

    Those on files, the schema and the register count in any case: what rests on these cannot be told.
    """

    selected: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    def takes(self, rule: str) -> bool:
        """Tell whether findings of a rule count."""
        return is_untouchable(rule) or ((not self.selected or rule in self.selected) and rule not in self.ignored)


class Seen(NamedTuple):
    """What a `check_after` is given beside the run.

    `exemptions` know which of them let a finding pass so far. `editions` has the slug and year of each that there is,
    `unknown` the slugs of the compacts of whose editions no absence can be told, and of those that had ended. `damaged`
    names the documents of which something cannot be read.
    """

    selection: Selection
    exemptions: Exemptions
    editions: frozenset[tuple[str, AcademicYear]]
    unknown: frozenset[str]
    damaged: frozenset[str]
