"""An exemption that lets nothing pass."""

from collections.abc import Iterator

from compactctl.files.data_folder import CONFIG, REGISTER, STATEMENT, is_compact
from compactctl.finding import Level
from compactctl.rules.names import page_of
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.rules.settings import CountingExemption, Seen

_CONFIG = """\
exemptions:
  - rule: {}
    file: compacts/hampshire.yaml
    until: 2004-12-31
    reason: The department answers in spring
"""
_ONE_SIDED = replaced(COMPACT, ("          department:\n            - The pilot's materials\n", "")).files[COMPACT]

RULE = Rule(
    level=Level.WARNING,
    found_when="an exemption matches no finding",
    reason="what it was for is mended, and it would hide the next finding of its kind",
    remedy="delete the exemption, or correct its rule, file or year",
    says="this exemption matches no finding; delete it, or correct its rule, file or year",
    breaks=Sample({"config.yaml": _CONFIG.format("⟦one-sided⟧")}),
    keeps=Sample({"config.yaml": _CONFIG.format("one-sided"), COMPACT: _ONE_SIDED}),
)


def check_after(checks: Checks, seen: Seen) -> Iterator[Violation]:
    """Look for exemptions that matched nothing, where it is known that there was nothing to match."""
    config = checks.workspace.config
    for index, exemption in seen.exemptions.unused():
        if config is not None and _was_looked_for(exemption, checks, seen):
            message = "this exemption matches no finding; delete it, or correct its rule, file or year"
            yield Violation(config.source.value(("exemptions", index, "rule")), message)


def _was_looked_for(exemption: CountingExemption, checks: Checks, seen: Seen) -> bool:
    if not seen.selection.takes(exemption.rule) or not checks.look_at(page_of(exemption.rule)):
        return False
    if exemption.file in seen.damaged:
        return False
    national = {file for file in seen.damaged if not is_compact(file) and file != CONFIG}
    return not national or exemption.file in (STATEMENT, REGISTER)
