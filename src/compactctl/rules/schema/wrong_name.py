"""A document that says another name than its file."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="the year of an annex or the authority of a compact differs from the file's name",
    reason="one of the two is wrong, and the document would be taken for another's",
    remedy="make the two the same; until then the file's name counts",
    says="'authority' is 'norfolk', and the file is that of 'hampshire'; write 'hampshire', or rename the file",
    breaks=replaced(COMPACT, ("authority: hampshire", "authority: ⟦norfolk⟧")),
    keeps=replaced(COMPACT, ("Two consultants", "Three consultants")),
)
