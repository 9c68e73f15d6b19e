"""Signs that are not saved as UTF-8."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a file holds signs that are not saved as UTF-8",
    reason="the text would come out differently from one machine to the next",
    remedy="save the file as UTF-8; in Notepad choose File, then Save As, then Encoding: UTF-8, and then Save; 'compactctl fix' does the same where it is sure of every sign",
    says="the sign here, probably 'é', is not saved as UTF-8; save the file as UTF-8 (in Notepad: File, Save As, Encoding: UTF-8)",
    breaks=replaced(COMPACT, ("Results differ", "R⟦\udce9⟧sultats differ")),
    keeps=replaced(COMPACT, ("Results", "Résultats")),
)
