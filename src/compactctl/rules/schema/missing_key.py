"""A name that is required is not there."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a name that the document needs is not there",
    reason="without it the document does not say what it is there to say",
    remedy="add the line; the format's page and your editor list them",
    says="'area' is missing from this priority; add a line 'area: …'",
    breaks=replaced(COMPACT, ("- area: ks2-literacy-numeracy\n        term: short", "- ⟦term⟧: short")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
