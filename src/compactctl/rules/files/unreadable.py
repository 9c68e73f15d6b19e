"""A file that cannot be read."""

from compactctl.files.limits import MAXIMUM_BYTES, MAXIMUM_REGISTER_BYTES, size_in_words
from compactctl.finding import Level
from compactctl.rules.rule import Rule, Sample

RULE = Rule(
    level=Level.ERROR,
    found_when=(
        f"a file is no plain file, may not be read, or is larger than {size_in_words(MAXIMUM_BYTES)}"
        f" (the register: {size_in_words(MAXIMUM_REGISTER_BYTES)})"
    ),
    reason="what cannot be read cannot be checked; links and pipes are never followed, since they lead out of the folder",
    remedy="put a plain file in its place, or see to its permissions",
    says="this is a folder, not a plain file, and is not opened; put a plain file in its place",
    breaks=Sample({"⟦config.yaml⟧/": ""}),
    keeps=Sample({"config.yaml": "levels: {}\n"}),
)
