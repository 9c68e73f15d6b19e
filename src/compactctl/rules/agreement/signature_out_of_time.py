"""A signature before the statement."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from compactctl.documents.status import NATIONAL_PARTIES, agreed_by, signed_by
from compactctl.files.data_folder import STATEMENT
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.rules.signatures import Signatures
from compactctl.workspace.workspace import Workspace

RULE = Rule(
    level=Level.ERROR,
    found_when="an annex, or a compact's edition, is signed before the statement",
    reason="all agreement follows from the statement",
    remedy="correct the date",
    says="this is signed on 2003-07-01, before the statement itself (2003-07-23); correct the date",
    breaks=replaced(ANNEX, ("date: 2003-07-23", "date: ⟦2003-07-01⟧")),
    keeps=replaced(ANNEX, ("date: 2003-07-23", "date: 2003-09-15")),
)


def check_signatures(checks: Checks, signatures: Signatures) -> Iterator[Violation]:
    """Hold the days of signatures against that of the statement."""
    begin = _statement_day(checks.workspace) if signatures.source.name != STATEMENT else None
    for day, path in signatures.days() if begin else ():
        if begin and day < begin:
            message = f"this is signed on {day}, before the statement itself ({begin}); correct the date"
            yield Violation(signatures.source.value(path), message)


@lru_cache(maxsize=1)  # asked for each edition of a compact, one after the other
def _statement_day(workspace: Workspace) -> date | None:
    """Return the day on which the last of the parties that signed it first signed the statement, where it can be told."""
    statement = workspace.statement
    if statement is None or not statement.is_whole("signatures"):
        return None
    signatures = statement.content.signatures
    last = agreed_by(signatures, signed_by(signatures, NATIONAL_PARTIES))
    return None if last is None else signatures[last].date
