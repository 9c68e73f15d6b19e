"""An edition without a priority."""

from collections.abc import Iterator

from compactctl.rules.passages import below_name
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import BASE, COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_PRIORITIES = BASE[COMPACT].partition("    priorities:\n")[2]

RULE = Rule(
    level=None,
    found_when="an edition has no priority",
    reason="a compact says which areas matter most; nobody signs one that says nothing",
    remedy="take up at least one area of the annex",
    says="this edition has no priority yet; take up at least one area of the annex: below 'priorities:', in place of '[]', a line '- area: …'",
    breaks=replaced(COMPACT, ("    priorities:\n" + _PRIORITIES, "    ⟦priorities⟧: []\n")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look whether there is a priority."""
    path = (*edition.path, "priorities")
    if edition.content.priorities or path in compact.document.broken or edition.path in compact.document.broken:
        return
    below = below_name(compact.document.source, path) or "below 'priorities:'"
    message = f"this edition has no priority yet; take up at least one area of the annex: {below} a line '- area: …'"
    yield Violation(edition.place_of_priorities, message, is_draft=edition.is_draft)
