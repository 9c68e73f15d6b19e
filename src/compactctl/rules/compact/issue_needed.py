"""A priority of an area named locally that names no issue."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.ERROR,
    found_when="a priority has no 'issue' where its area is named locally",
    reason="such an area says nothing until the authority names what it means",
    remedy="add 'issue' with the name of the local issue below 'area'",
    says="'local-issues' (e, Local issues) is named locally, so this priority names its issue; add a line 'issue: …' below it",
    breaks=replaced(COMPACT, ("area: ks2-literacy-numeracy", "⟦area⟧: local-issues")),
    keeps=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: local-issues\n        issue: Island schools")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look at the priorities of areas that are named locally."""
    for priority in edition.priorities:
        area = priority.area
        if area is None or not area.named_locally or priority.content.issue is not None:
            continue
        if (*priority.path, "issue") in compact.document.broken:
            continue
        message = f"'{area.id}' ({area.label}) is named locally, so this priority names its issue; add a line 'issue: …' below it"
        yield Violation(compact.document.source.first_key(priority.path), message)
