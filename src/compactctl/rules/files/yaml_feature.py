"""A feature of YAML that documents do not use."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    holds_when="an anchor, alias, merge key, tag or directive is used",
    reason="with them a file no longer says in plain sight what it says, and small files can grow without bound",
    remedy="write the text out where it is needed; a text that begins with one of & * ! % needs quotes",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: ⟦*reasons⟧")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", "why: '*reasons*'")),
)
