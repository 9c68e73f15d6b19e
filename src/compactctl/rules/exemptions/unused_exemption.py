"""An exemption that lets nothing pass."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule, Sample
from compactctl.rules.samples import COMPACT, replaced

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
    holds_when="an exemption matches no finding",
    reason="what it was for is mended, and it would hide the next finding of its kind",
    remedy="delete the exemption, or correct its rule, file or year",
    says="this exemption matches no finding; delete it, or correct its rule, file or year",
    breaks=Sample({"config.yaml": _CONFIG.format("⟦one-sided⟧")}),
    keeps=Sample({"config.yaml": _CONFIG.format("one-sided"), COMPACT: _ONE_SIDED}),
)


def check_exemptions(checks: Checks, unused: frozenset[int]) -> Iterator[Hit]:
    """Tell of the exemptions, by their place in the list, that matched nothing."""
    config = checks.workspace.config
    for index in sorted(unused):
        if config is not None:
            message = "this exemption matches no finding; delete it, or correct its rule, file or year"
            yield Hit(config.source.value(("exemptions", index, "rule")), message)
