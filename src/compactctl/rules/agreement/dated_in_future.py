"""Something that is told as done on a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compactctl.documents.document import Document
from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Hit, Rule
from compactctl.rules.samples import STATEMENT, replaced

if TYPE_CHECKING:
    from compactctl.documents.statement import Statement

_COMMITMENT = "    text: One education plan in place of many\n"
_FOLLOW_UP = _COMMITMENT + "    follow_up:\n      - date: {}\n        text: The department consults on an order\n"

RULE = Rule(
    level=Level.ERROR,
    holds_when="a follow-up of a commitment is of a later day than today (or than --as-of)",
    reason="it tells what came of something, and nothing has come of it yet",
    remedy="correct the date, or tell it when it has happened",
    breaks=replaced(STATEMENT, (_COMMITMENT, _FOLLOW_UP.format("⟦2004-03-01⟧"))),
    keeps=replaced(STATEMENT, (_COMMITMENT, _FOLLOW_UP.format(SAMPLE_DAY))),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Hit]:
    """Look at what came of the commitments."""
    for number, commitment in enumerate(statement.content.commitments):
        for index, event in enumerate(commitment.follow_up):
            if event.date is not None and event.date > checks.as_of:
                message = f"this is to have happened on {event.date}, and today is {checks.as_of}; correct the date"
                place = statement.source.value(("commitments", number, "follow_up", index, "date"))
                yield Hit(place, f"{message}, or tell it when it has happened")
