"""A file that is too deep or too full."""

from compactctl.files.limits import MAXIMUM_DEPTH, MAXIMUM_NODES
from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when=f"lines stand more than {MAXIMUM_DEPTH} levels deep, or a file holds more than {MAXIMUM_NODES:,} names, texts and lists",
    reason="no document needs that, and reading it could go on without end",
    remedy="take out what does not belong; split a file that is too full",
    says=f"this stands more than {MAXIMUM_DEPTH} levels deep; put it further out, or in double quotes if it is a text",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: [[[[[[[[[[[[[[[⟦[⟧]]]]]]]]]]]]]]]]")),
    keeps=replaced(COMPACT, ("Results differ between districts", "All is well")),
)
