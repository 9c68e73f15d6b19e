"""A key that stands twice in one map."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    holds_when="a key stands a second time in the same map",
    reason="only one of the two would count, and nobody could say which",
    remedy="keep one of the two",
    breaks=replaced(COMPACT, ("        why:", "        ⟦term⟧: medium\n        why:")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
