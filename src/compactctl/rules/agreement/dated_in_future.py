"""Something that is told as done on a day that is still to come."""

from collections.abc import Iterator
from typing import Any

from compactctl.documents.content import Event, Statement
from compactctl.documents.document import Document
from compactctl.files.data_folder import STATEMENT
from compactctl.files.source import KeyPath
from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Rule, Violation
from compactctl.rules.samples import replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_COMMITMENT = "    text: One education plan in place of many\n"
_FOLLOW_UP = _COMMITMENT + "    follow_up:\n      - date: {}\n        text: The department consults on an order\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="a follow-up, an answer, a review or the end of a compact is of a later day than today (or than --as-of)",
    reason="it tells what happened and what came of it, and nothing has come of it yet",
    remedy="correct the date, or tell it when it has happened",
    says="this is to have happened on 2004-03-01, and today is 2004-01-15; correct the date, or tell it when it has happened",
    breaks=replaced(STATEMENT, (_COMMITMENT, _FOLLOW_UP.format("⟦2004-03-01⟧"))),
    keeps=replaced(STATEMENT, (_COMMITMENT, _FOLLOW_UP.format(SAMPLE_DAY))),
)


def check_statement(checks: Checks, statement: Document[Statement]) -> Iterator[Violation]:
    """Look at what came of the commitments."""
    for number, commitment in enumerate(statement.content.commitments):
        for index, event in enumerate(commitment.follow_up):
            yield from _violations(checks, statement, event, ("commitments", number, "follow_up", index))


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:
    """Look at the end of the compact."""
    yield from _violations(checks, compact.document, compact.document.content.ended, ("ended",))


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Look at the review of an edition, and at the answers to its asks."""
    yield from _violations(checks, compact.document, edition.content.review, (*edition.path, "review"))
    for index, ask in enumerate(edition.content.asks):
        yield from _violations(checks, compact.document, ask.answer, (*edition.path, "asks", index, "answer"))


def _violations(checks: Checks, document: Document[Any], event: Event | None, path: KeyPath) -> Iterator[Violation]:
    if event is not None and event.date is not None and event.date > checks.as_of:
        message = f"this is to have happened on {event.date}, and today is {checks.as_of}; correct the date"
        yield Violation(document.source.value((*path, "date")), f"{message}, or tell it when it has happened")
