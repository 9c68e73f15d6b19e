"""A name that the documents do not know."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a name stands in a document that it cannot have there",
    reason="what stands under it would be read by nobody",
    remedy="correct the name, or take the line out; 'compactctl fix' writes in small letters a name that is not",
    says="a priority has no line 'reason'; its lines are area, issue, term, why and contributions: put what it says under one of these, or take it out",
    breaks=replaced(COMPACT, ("why:", "⟦reason⟧: Results vary\n        why:")),
    keeps=replaced(COMPACT, ("why: Results differ", "why: Results vary")),
)
