"""A workspace without its statement."""

from collections.abc import Iterator

from compactctl.files.data_folder import STATEMENT
from compactctl.finding import Level, Place
from compactctl.rules.rule import Checks, Rule, Sample, Violation

RULE = Rule(
    level=Level.ERROR,
    found_when="there is no statement.yaml, and there are other documents",
    reason="annexes and compacts follow from the statement, which names the focuses and who signed",
    remedy="add statement.yaml; 'compactctl init' in an empty folder writes one to copy",
    says="there is no statement, from which all other documents follow; add 'statement.yaml', or put it back",
    breaks=Sample({"⟦statement.yaml⟧": None}),
    keeps=Sample({}),
)


def check_workspace(checks: Checks) -> Iterator[Violation]:
    """Look for the statement."""
    if not checks.workspace.has_statement and checks.workspace.document_count:
        message = "there is no statement, from which all other documents follow; add 'statement.yaml', or put it back"
        yield Violation(Place(STATEMENT), message)
