"""What a rule is made of: its page as data, and what its check gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.finding import Level, Place, Related
from compactctl.workspace.workspace import Workspace

if TYPE_CHECKING:
    from compactctl.workspace.since import Since

SAMPLE_DAY: Final = date(2004, 1, 15)
"""The day that counts as today in a sample, unless it names another."""


class Sample(NamedTuple):
    """A small workspace: files that stand in place of those of the common one (`samples.py`).

    `⟦` and `⟧` mark where the finding lands, in the file or, for a whole file, around its name; None takes a file
    away, a name that ends in '/' makes a folder. Halves of surrogate pairs stand for bytes that are no UTF-8. `before`
    has what stood in files in the revision that `--since` names, where a rule asks for one.
    """

    files: Mapping[str, str | None]
    complete: AcademicYear | None = None
    as_of: date = SAMPLE_DAY
    before: Mapping[str, str | None] | None = None


class Rule(NamedTuple):
    """The page of a rule. `level` is None where it is a warning for a draft, and an error once anybody has signed.

    `says` is the message of the finding in `breaks`, as people read it.
    """

    level: Level | None
    holds_when: str
    reason: str
    remedy: str
    says: str
    breaks: Sample
    keeps: Sample


class Hit(NamedTuple):
    """What a check finds: where, and in which words.

    `is_draft` is for rules that are milder with drafts, `level` for a case that is milder than the rule's others;
    `year` is the edition's, where the hit is about one.
    """

    place: Place
    message: str
    related: tuple[Related, ...] = ()
    is_draft: bool = False
    year: AcademicYear | None = None
    level: Level | None = None


class Checks(NamedTuple):
    """What every check is given beside its subject."""

    workspace: Workspace
    as_of: date
    complete: AcademicYear | None = None
    since: Since | None = None

    @property
    def asked_for(self) -> frozenset[str]:
        """The rules that this run looks at because an option asks for them."""
        asked = {"missing-compact": self.complete, "changed-after-signing": self.since}
        return frozenset(rule for rule, option in asked.items() if option is not None)

    def lacks_annex(self, year: AcademicYear) -> bool:
        """Tell whether there is no annex for a year, as far as that is known."""
        return self.workspace.annexes_known and year not in self.workspace.agendas
