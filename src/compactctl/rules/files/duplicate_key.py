"""A name that stands twice in one place."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a name stands a second time in the same priority, signature or other part",
    reason="only one of the two would count, and nobody could say which",
    remedy="keep one of the two",
    says="'term' stands here a second time; keep one of the two lines",
    breaks=replaced(COMPACT, ("        why:", "        ⟦term⟧: medium\n        why:")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
