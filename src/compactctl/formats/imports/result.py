"""What every format of imports is given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from compactctl.forms.taking_in import Outcome, TakenIn
from compactctl.words import number


class ImportedFile(NamedTuple):
    """A file and what became of it: its path as it is shown, and the authority and year of its form, where known.

    `label` names both for people; `comments` counts those of Word, which are left out.
    """

    path: str
    taken: TakenIn
    authority: str | None = None
    year: str | None = None
    label: str = ""
    comments: int = 0


@dataclass(frozen=True)
class ImportsResult:
    """All files, in the order in which they were named; `has_written` tells whether anything was written."""

    files: Sequence[ImportedFile]
    has_written: bool = False

    @cached_property
    def counts(self) -> Counter[Outcome]:
        """How many files had each outcome."""
        return Counter(file.taken.outcome for file in self.files)

    def summary(self) -> str:
        """Return '3 forms taken in, 1 unchanged, 2 refused'."""
        counts = self.counts
        more = ((counts[Outcome.UNCHANGED], "unchanged"), (counts[Outcome.REFUSED], "refused"))
        taken = f"{number(counts[Outcome.IMPORTED], 'form')} taken in"
        return ", ".join([taken, *(f"{count:,} {words}" for count, words in more if count)])
