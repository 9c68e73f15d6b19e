"""A character that readers cannot see."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a control, bidirectional, line-separator or invisible character, a sign that only one font has or the mark of one that could not be read (U+FFFD) stands in a value or a comment (emoji are fine)",
    reason="what reviewers see would not be what is there",
    remedy="delete the character; it often comes along when text is pasted from another program; 'compactctl fix' puts blanks of the space bar where a line begins with other ones, or a name or '-' has one behind it",
    says="a zero-width space (U+200B) stands here, which readers cannot see; take it out",
    breaks=replaced(COMPACT, ("Results differ", "Results⟦\u200b⟧ differ")),
    keeps=replaced(COMPACT, ("Results differ", "Results differ 🙂")),
)
