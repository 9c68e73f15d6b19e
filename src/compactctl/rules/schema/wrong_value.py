"""A value that cannot stand there."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a value is empty, of the wrong kind, not one of the choices, no date, year or id, or too long",
    reason="the document does not say what it is there to say",
    remedy="write what the message asks for; 'compactctl fix' does it for a day, a year or a term that is written in another way, like 1 March 2004 or Short",
    says="'term' is 'soon'; write 'short' or 'medium' (TODO in a draft), or take the line out where no term was agreed",
    breaks=replaced(COMPACT, ("term: short", "term: ⟦soon⟧")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
