"""What every format of repairs is given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compactctl.formats.findings.result import FindingsResult
from compactctl.words import listed, number
from compactctl.workspace.repairing import FileRepairs


@dataclass(frozen=True)
class RepairsResult:
    """The files of which something is repaired or left; `left` shows what is left of all of them.

    `has_written` tells whether repairs are written already.
    """

    files: Sequence[FileRepairs]
    left: FindingsResult
    has_written: bool = False

    @property
    def repaired(self) -> list[FileRepairs]:
        """The files in which something is repaired."""
        return [file for file in self.files if file.repairs]

    @cached_property
    def repairs(self) -> int:
        """How many repairs there are."""
        return sum(len(file.repairs) for file in self.files)

    def summary(self) -> str:
        """Return the last line: how much is repaired, and how much is not."""
        levels = Counter(str(item.level) for item in self.left.worst_first())
        left = f"{listed(number(count, level) for level, count in levels.items())} left to mend by hand"
        if not self.repairs:
            nothing = f"nothing to repair in {self.left.looked_at()}"
            return f"nothing that 'compactctl fix' can repair; {left}" if self.left.findings else nothing
        return f"{counted(self.repaired)}; {left}" if self.left.findings else counted(self.repaired)


def counted(repaired: Sequence[FileRepairs]) -> str:
    """Return '8 repairs in 2 files', of files in which something is repaired."""
    return f"{number(sum(len(file.repairs) for file in repaired), 'repair')} in {number(len(repaired), 'file')}"
