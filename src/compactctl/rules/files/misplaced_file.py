"""A file in `annex` or `compacts` that is none of theirs."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule, Sample

RULE = Rule(
    level=Level.ERROR,
    found_when="a file, folder, link or pipe lies in annex/ or compacts/ that is no document: another ending than .yaml, or a name that is no year and no authority's; or a .yaml lies in the data folder itself that is neither statement nor config; or one of these goes by another spelling",
    reason="a file that is skipped in silence is a compact that nobody checks",
    remedy="rename the file as the message says, or move it out of the folder",
    says="this is not read: its name does not end in '.yaml'; rename it to 'norfolk.yaml', or move it out",
    breaks=Sample({"⟦compacts/norfolk.yml⟧": "authority: norfolk\n"}),
    keeps=Sample({"compacts/README.md": "What lies here"}),
)
