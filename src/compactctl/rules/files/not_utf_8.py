"""Signs that are not saved as UTF-8."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a file holds signs that are not saved as UTF-8",
    reason="the text would come out differently from one machine to the next",
    remedy="save the file as UTF-8; editors on Windows often offer it under 'Save as'",
    says="the sign here, probably 'é', is not saved as UTF-8; save the file as UTF-8 (in many editors: 'Save with encoding')",
    breaks=replaced(COMPACT, ("Results differ", "R⟦\udce9⟧sultats differ")),
    keeps=replaced(COMPACT, ("Results", "Résultats")),
)
