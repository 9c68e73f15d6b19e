"""A value that cannot stand there."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a value is empty, of the wrong kind, not one of the choices, no date, year or id, or too long",
    reason="the document does not say what it is there to say",
    remedy="write what the message asks for",
    says="'term' is 'soon'; a term is short or medium (TODO in a draft), and the line is left out where none was agreed",
    breaks=replaced(COMPACT, ("term: short", "term: ⟦soon⟧")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)
