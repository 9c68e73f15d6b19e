"""An exemption whose time is over."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Rule, Sample, Violation
from compactctl.rules.samples import COMPACT, replaced

_CONFIG = """\
exemptions:
  - rule: one-sided
    file: compacts/hampshire.yaml
    until: {}
    reason: The department answers in spring
"""

_ONE_SIDED = replaced(COMPACT, ("          department:\n            - The pilot's materials\n", "")).files[COMPACT]

RULE = Rule(
    level=Level.WARNING,
    found_when="an exemption's 'until' is past",
    reason="an exemption is for a time; past it the finding is back",
    remedy="mend what was exempted and delete the exemption, or agree a later day",
    says="this exemption ended on 2004-01-14; mend what it let pass, or agree a later day",
    breaks=Sample({"config.yaml": _CONFIG.format("⟦2004-01-14⟧")}),
    keeps=Sample({"config.yaml": _CONFIG.format(SAMPLE_DAY), COMPACT: _ONE_SIDED}),
)


def check_workspace(checks: Checks) -> Iterator[Violation]:
    """Hold the last day of every exemption against today."""
    config = checks.workspace.config
    for index, exemption in enumerate(config.content.exemptions if config else ()):
        if config is not None and exemption.until is not None and exemption.until < checks.as_of:
            message = f"this exemption ended on {exemption.until}; mend what it let pass, or agree a later day"
            yield Violation(config.source.value(("exemptions", index, "until")), message)
