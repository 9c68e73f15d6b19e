"""An area that nobody may choose."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.annex.unknown_open_to import unknown_names
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda

RULE = Rule(
    level=Level.WARNING,
    holds_when="no authority of the year matches an open_to",
    reason="the area stands in the agenda for nobody",
    remedy="widen open_to, or take it out: without it the area is open to every authority",
    says="no authority of 2003/04 may choose this area (c, The London Challenge); widen 'open_to', or take it out",
    breaks=replaced(
        ANNEX,
        ("open_to:\n          regions: [london]", "⟦open_to⟧:\n          regions: [london]\n          types: [county]"),
    ),
    keeps=replaced(ANNEX, ("regions: [london]", "types: [county]")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:
    """Hold every open_to against the authorities that existed in the year."""
    register = checks.workspace.register
    if register is None:
        return
    for area in agenda.listed:
        if area.content.open_to is None or "open_to" in area.broken or any(unknown_names(area, register)):
            continue
        if not any(area.is_open_to(authority, agenda.year) for authority in register.existing_in(agenda.year)):
            place = agenda.document.source.key((*area.path, "open_to"))
            yield Hit(
                place,
                f"no authority of {agenda.year} may choose this area ({area.label}); widen 'open_to', or take it out",
            )
