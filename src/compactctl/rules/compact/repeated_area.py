"""An area, or a local issue, that stands twice in one edition."""

from collections.abc import Iterator

from compactctl.finding import Level, Related
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import quoted
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition, PlacedPriority

_FIRST = "    priorities:\n"
_EARLIER = "      - area: ks2-literacy-numeracy\n        term: medium\n        why: Results vary\n"
_CONTRIBUTIONS = "        contributions:\n          authority:\n            - Training\n          department:\n            - Advice\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="an area stands twice in one edition; of an area named locally, one issue, whatever its case and spaces",
    reason="the two would be counted as two priorities, and could contradict one another",
    remedy="make one priority of the two",
    says="'ks2-literacy-numeracy' (b, Literacy and numeracy at key stage 2) stands in this edition a second time; make one priority of the two",
    breaks=replaced(
        COMPACT,
        ("      - area: ks2", "      - area: ⟦ks2"),
        ("numeracy\n", "numeracy⟧\n"),
        (_FIRST, _FIRST + _EARLIER + _CONTRIBUTIONS),
    ),
    keeps=replaced(
        COMPACT, (_FIRST, _FIRST + _EARLIER.replace("ks2-literacy-numeracy", "early-education") + _CONTRIBUTIONS)
    ),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look for priorities that say what an earlier one of the edition says."""
    source = compact.document.source
    for priority in edition.priorities:
        if priority.repeats is not None:
            key = "issue" if priority.area and priority.area.named_locally else "area"
            related = Related("the first one", source.value((*priority.repeats, key)))
            yield Violation(
                source.value((*priority.path, key)), f"{_what(priority)}; make one priority of the two", (related,)
            )


def _what(priority: PlacedPriority) -> str:
    area, issue = priority.area, priority.content.issue
    if area is None or (area.named_locally and issue is not None):
        return f"the issue {quoted(issue or '')} stands in this edition a second time"
    return f"'{area.id}' ({area.label}) stands in this edition a second time"
