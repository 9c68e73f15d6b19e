"""What a rule is made of: its page as data, and what its check gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.finding import Level, Place, Related, Repair
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

    `says` is the message of the finding in `breaks`, as people read it. `option` is the one of `Checks` without which
    the rule looks at nothing. `say_more` says that there are so many more findings of a file than are shown, where the
    rule has words of its own for that.
    """

    level: Level | None
    found_when: str
    reason: str
    remedy: str
    says: str
    breaks: Sample
    keeps: Sample
    option: Literal["complete", "since"] | None = None
    say_more: Callable[[int], str] | None = None


class Violation(NamedTuple):
    """What a check finds: where a rule is broken, and in which words.

    `is_draft` is for rules that are milder with drafts, `level` for a case that is milder than the rule's others,
    `repair` for what was typed otherwise than it was meant; `year` is the edition's, where it is about one.
    """

    place: Place
    message: str
    related: tuple[Related, ...] = ()
    is_draft: bool = False
    year: AcademicYear | None = None
    level: Level | None = None
    repair: Repair | None = None


class Checks(NamedTuple):
    """What every check is given beside its subject."""

    workspace: Workspace
    as_of: date
    complete: AcademicYear | None = None
    since: Since | None = None

    def look_at(self, rule: Rule) -> bool:
        """Tell whether the run looks at a rule: whether it has the option that asks for it, where one does."""
        return rule.option is None or getattr(self, rule.option) is not None
