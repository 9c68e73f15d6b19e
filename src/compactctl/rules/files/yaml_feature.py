"""A feature of YAML that documents do not use."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule
from compactctl.rules.samples import COMPACT, replaced

RULE = Rule(
    level=Level.ERROR,
    found_when="a text without quotes begins with & * ! or %, or '<<' stands as a name",
    reason="with them a file no longer says in plain sight what it says, and small files can grow without bound",
    remedy="write the text out where it is needed; a text that begins with one of & * ! % needs double quotes, and 'compactctl fix' puts them",
    says="a text cannot begin with '*'; write why: \"*reasons\"",
    breaks=replaced(COMPACT, ("why: Results differ between districts", "why: ⟦*reasons⟧")),
    keeps=replaced(COMPACT, ("why: Results differ between districts", 'why: "*reasons*"')),
)
