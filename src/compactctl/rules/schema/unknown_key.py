"""A key that the documents do not know."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    holds_when="a key stands in a document that the schema does not know",
    reason="what stands under it would be read by nobody",
    remedy="correct the spelling, or take the key out",
    breaks=replaced(COMPACT, ("why:", "⟦reason⟧: Results vary\n        why:")),
    keeps=replaced(COMPACT, ("why: Results differ", "why: Results vary")),
)
