"""A focus that the statement does not name."""

from collections.abc import Iterator

from compactctl.documents.content import Statement
from compactctl.documents.document import Document
from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.words import Choices, listed, quoted
from compactctl.workspace.agenda import Agenda

RULE = Rule(
    level=Level.ERROR,
    found_when="an area names a focus that the statement does not have",
    reason="reports count what is taken up by focus",
    remedy="correct the id; the statement lists them under focuses",
    says="the statement has no focus 'primry'; did you mean 'primary'?",
    breaks=replaced(ANNEX, ("focuses: [primary]", "focuses: [⟦primry⟧]")),
    keeps=replaced(ANNEX, ("summary: Reading, writing and number", "summary: Reading and number")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Look up every focus of every area in the statement."""
    statement = checks.workspace.statement
    if statement is None or not _knows_focuses(statement):
        return
    ids = dict.fromkeys(focus.id for focus in statement.content.focuses if focus.id is not None)
    choices = Choices(ids)
    one_of = (
        f"write one of {listed(map(quoted, ids), 'or')}" if ids else "it names none; add it there, or take it out here"
    )
    related = (Related("the focuses of the statement", statement.source.key(("focuses",))),)
    for area in agenda.listed:
        for index, focus in enumerate(area.content.focuses):
            if focus is not None and focus not in ids:
                place = agenda.document.source.value((*area.path, "focuses", index))
                yield Violation(place, _message(focus, choices, one_of), related)


def _knows_focuses(statement: Document[Statement]) -> bool:
    is_whole = ("focuses",) not in statement.broken
    return is_whole and all(focus.id is not None for focus in statement.content.focuses)


def _message(focus: str, choices: Choices, one_of: str) -> str:
    meant = choices.meant_by(focus)
    mending = f"did you mean '{meant}'?" if meant else one_of
    return f"the statement has no focus {quoted(focus)}; {mending}"
