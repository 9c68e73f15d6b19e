"""A file that is not YAML."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a file is not YAML, has nothing in it, or holds more than one document",
    reason="nothing in it can be understood from there on",
    remedy="mend the line that is shown, or the one above it: most often it is an indent, a colon without quotes or a quote that is not closed",
    says="this is not YAML: a text that holds ': ' needs quotes; write why: \"Results: differ between districts\"",
    breaks=replaced(COMPACT, ("why: Results differ", "why: Results⟦:⟧ differ")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", "why: 'Results: differ between districts'")),
)
