"""A compact of an authority that the register does not have."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import BASE, COMPACT
from compactctl.words import quoted
from compactctl.workspace.compacts import PlacedCompact

RULE = Rule(
    level=Level.ERROR,
    found_when="the register has no authority of the name that the compact's file has",
    reason="the compact would count for nobody",
    remedy="name the file after the authority as the register has it, and write the same under 'authority'",
    says="the register has no authority 'hampshir'; did you mean 'hampshire' (Hampshire)? Rename the file to 'hampshire.yaml', and write 'hampshire' here",
    breaks=Sample({COMPACT: None, "compacts/hampshir.yaml": BASE[COMPACT].replace("hampshire", "⟦hampshir⟧", 1)}),
    keeps=Sample({COMPACT: None, "compacts/norfolk.yaml": BASE[COMPACT].replace("hampshire", "norfolk", 1)}),
)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:
    """Look the compact's slug up in the register."""
    register = checks.workspace.register
    if register is None or compact.authority is not None:
        return
    written = compact.document.content.authority
    meant = written if written in register.authorities else register.choices.meant_by(compact.slug)
    start = f"the register has no authority {quoted(compact.slug)}"
    if meant in checks.workspace.slugs:
        there = f"the compact of {register.label(register.authorities[meant])} is in '{meant}.yaml' already"
        message = f"{start}; {there}: move into it what belongs there, and take this file away"
    elif meant:
        label = register.label(register.authorities[meant])
        here = "" if meant == written else f", and write '{meant}' here"
        message = f"{start}; did you mean '{meant}' ({label})? Rename the file to '{meant}.yaml'{here}"
    else:
        message = f"{start}; name the file as the register does, like 'isle-of-wight.yaml', and write the same here"
    yield Violation(compact.document.source.value(("authority",)), message)
