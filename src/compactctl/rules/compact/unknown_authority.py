"""A compact of an authority that the register does not have."""

import re
from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import BASE, COMPACT
from compactctl.words import listed, quoted
from compactctl.workspace.authorities import Authority, Register
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.naming import authorities_meant

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
    meant = _meant(register, compact)
    start = f"the register has no authority {quoted(compact.slug)}"
    if len(meant) > 1:
        named = listed((_named(register, authority) for authority in meant), "or")
        message = f"{start}; did you mean {named}? Name the file after the right one of these, and write the same here"
    elif meant and meant[0].slug in checks.workspace.slugs:
        there = f"the compact of {register.label(meant[0])} is in '{meant[0].slug}.yaml' already"
        message = f"{start}; {there}: move into it what belongs there, and take this file away"
    elif meant:
        slug = meant[0].slug
        here = "" if slug == compact.document.content.authority else f", and write '{slug}' here"
        message = f"{start}; did you mean {_named(register, meant[0])}? Rename the file to '{slug}.yaml'{here}"
    else:
        is_year = re.fullmatch(r"\d{4}-\d{2}", compact.slug)
        as_annex = "if this is an annex, move it to the folder 'annex'; else " if is_year else ""
        message = (
            f"{start}; {as_annex}name the file as the register does, like 'isle-of-wight.yaml', and write the same here"
        )
    yield Violation(compact.document.source.value(("authority",)), message)


def _meant(register: Register, compact: PlacedCompact) -> list[Authority]:
    """Return whose compact it may be: by what stands in it, if the register has that, or else by the file's name."""
    written = compact.document.content.authority
    if written is not None and (authority := register.get(written)):
        return [authority]
    years = [edition.year for edition in compact.editions if edition.year is not None]
    return authorities_meant(register, compact.slug, *years) or authorities_meant(register, written or "", *years)


def _named(register: Register, authority: Authority) -> str:
    return f"'{authority.slug}' ({register.label(authority)})"
