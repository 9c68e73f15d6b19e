"""An `issue` where the area is not named locally."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.ERROR,
    found_when="a priority has an 'issue' where its area is not named locally",
    reason="reports count such an area as the annex names it, and the issue would be read by nobody",
    remedy="say it under 'why', or choose the area that is named locally",
    says="'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2) is not named locally, so it takes no 'issue'; take the line out, and say it under 'why'",
    breaks=replaced(
        COMPACT, ("area: ks2-literacy-numeracy", "area: ks2-literacy-numeracy\n        issue: ⟦Island schools⟧")
    ),
    keeps=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: local-issues\n        issue: Island schools")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look at the issues of areas that are not named locally."""
    for priority in edition.priorities:
        area = priority.area
        if area is None or area.named_locally or "named_locally" in area.broken or priority.content.issue is None:
            continue
        message = f"'{area.id}' ({area.label}) is not named locally, so it takes no 'issue'; take the line out, and say it under 'why'"
        yield Violation(compact.document.source.value((*priority.path, "issue")), message)
