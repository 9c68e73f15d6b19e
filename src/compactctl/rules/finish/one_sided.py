"""A priority to which one side contributes nothing."""

from collections.abc import Iterator

from compactctl.documents.values import Party
from compactctl.finding import Level
from compactctl.rules.passages import below_name
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition, PlacedPriority

_SIDE = "          department:\n            - The pilot's materials\n"

RULE = Rule(
    level=Level.WARNING,
    found_when="nothing is written of what the authority, or the department, will contribute to a priority",
    reason="a compact says what each side will do",
    remedy="agree what the side will contribute, and add it under 'contributions'",
    says="what the department will contribute to this priority (b, Literacy and numeracy at key stage 2) is not written; below 'contributions:' write 'department:', and below that a line '- …'",
    breaks=replaced(COMPACT, ("area: ks2-literacy-numeracy", "area: ⟦ks2-literacy-numeracy⟧"), (_SIDE, "")),
    keeps=replaced(COMPACT, ("The pilot's materials", "Materials of the pilot")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look at both sides of every priority."""
    for priority in edition.priorities:
        contributions = priority.content.contributions
        for party, texts in ((Party.AUTHORITY, contributions.authority), (Party.DEPARTMENT, contributions.department)):
            if texts or _is_broken(compact, priority, party):
                continue
            source = compact.document.source
            stands = below_name(source, (*priority.path, "contributions", str(party)))
            cure = f"{stands} write" if stands else f"below 'contributions:' write '{party}:', and below that"
            message = f"what the {party} will contribute to this priority{_label(priority)} is not written; {cure} a line '- …'"
            yield Violation(source.value((*priority.path, "area")), message)


def _is_broken(compact: PlacedCompact, priority: PlacedPriority, party: Party) -> bool:
    broken = compact.document.broken
    contributions = (*priority.path, "contributions")
    return bool(broken) and not broken.keys().isdisjoint({priority.path, contributions, (*contributions, str(party))})


def _label(priority: PlacedPriority) -> str:
    return f" ({priority.area.label})" if priority.area else ""
