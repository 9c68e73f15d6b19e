"""An edition without a priority."""

from collections.abc import Iterator

from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import BASE, COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_PRIORITIES = BASE[COMPACT].partition("    priorities:\n")[2]

RULE = Rule(
    level=None,
    found_when="an edition has no priority",
    reason="a compact says which areas matter most; nobody signs one that says nothing",
    remedy="take up at least one area of the annex",
    says="this edition has no priority yet; take up at least one area of the annex: below 'priorities:' a line '- area: …'",
    breaks=replaced(COMPACT, ("    priorities:\n" + _PRIORITIES, "    ⟦priorities⟧: []\n")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Look whether there is a priority."""
    path = (*edition.path, "priorities")
    if edition.content.priorities or path in compact.document.broken or edition.path in compact.document.broken:
        return
    yield Violation(
        edition.place_of_priorities,
        "this edition has no priority yet; take up at least one area of the annex: below 'priorities:' a line '- area: …'",
        is_draft=edition.is_draft,
    )
