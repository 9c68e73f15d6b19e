"""A priority to which one side contributes nothing."""

from collections.abc import Iterator

from compactctl.documents.values import Party
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition, PlacedPriority

_SIDE = "          department:\n            - The pilot's materials\n"

RULE = Rule(
    level=Level.WARNING,
    holds_when="the authority or the department contributes nothing to a priority",
    reason="a compact says what each side will do",
    remedy="agree what the side will contribute, and add it under 'contributions'",
    breaks=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: ⟦ks2-literacy-numeracy⟧"), (_SIDE, "")),
    keeps=replaced(COMPACT, ("The pilot's materials", "Materials of the pilot")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Hit]:  # noqa: ARG001
    """Look at both sides of every priority."""
    for priority in edition.priorities:
        contributions = priority.content.contributions
        for party, texts in ((Party.AUTHORITY, contributions.authority), (Party.DEPARTMENT, contributions.department)):
            if texts or _is_broken(compact, priority, party):
                continue
            message = (
                f"the {party} contributes nothing to this priority{_label(priority)}; add it under 'contributions'"
            )
            place = compact.document.source.value((*priority.path, "area"))
            yield Hit(place, message)


def _is_broken(compact: PlacedCompact, priority: PlacedPriority, party: Party) -> bool:
    broken = compact.document.broken
    contributions = (*priority.path, "contributions")
    return bool(broken) and not broken.keys().isdisjoint({priority.path, contributions, (*contributions, str(party))})


def _label(priority: PlacedPriority) -> str:
    return f" ({priority.area.label})" if priority.area else ""
