"""A file that is not YAML."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a file is not YAML, has nothing in it, or holds more than one document, or a line in it says something else than its writer meant",
    reason="what stands there is read as something else, or not at all",
    remedy="write the line as the message says: most often a text needs double quotes, or stands too far out; 'compactctl fix' does it where a line can mean one thing only, and shows each line before and after",
    says="a text that holds ': ' needs double quotes; write why: \"Results: differ between districts\"",
    breaks=replaced(COMPACT, ("why: Results differ", "why: Results⟦:⟧ differ")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", 'why: "Results: differ between districts"')),
)
