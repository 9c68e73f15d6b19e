"""A key that is required is not there."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    holds_when="a key that the document needs is not there",
    reason="without it the document does not say what it is there to say",
    remedy="add the key; the format's page and your editor list them",
    breaks=replaced(COMPACT, ("- area: ks2-literacy-numeracy\n        term: short", "- ⟦term⟧: short")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
