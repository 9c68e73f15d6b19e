"""An ask about an area that the edition does not take up."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import listed
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_ASKS = "    asks:\n      - text: Give notice of grants for three years\n        area: {}\n    priorities:\n"

RULE = Rule(
    level=Level.WARNING,
    found_when="an ask names an area that is no priority of its edition",
    reason="what an authority asks for goes with what matters most there",
    remedy="name the area of a priority, or leave 'area' out: an ask may stand for itself",
    says="'early-education' (d, Early education) is no priority of this edition; write 'ks2-literacy-numeracy', or take the line out",
    breaks=replaced(COMPACT, ("    priorities:\n", _ASKS.format("⟦early-education⟧"))),
    keeps=replaced(COMPACT, ("    priorities:\n", _ASKS.format("ks2-literacy-numeracy"))),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Hold the areas of asks against those of the priorities."""
    agenda, priorities = edition.agenda, {priority.area for priority in edition.content.priorities}
    if agenda is None or None in priorities or (*edition.path, "priorities") in compact.document.broken:
        return
    if not priorities <= agenda.areas.keys():
        return  # a mistyped area may be the very one
    elsewhere = [
        (index, ask.area)
        for index, ask in enumerate(edition.content.asks)
        if ask.area is not None and ask.area in agenda.areas and ask.area not in priorities
    ]
    if elsewhere:
        named = listed((f"'{area}'" for area in agenda.areas if area in priorities), "or")
        cure = f"write {named}, or take the line out" if named else "take the line out"
        for index, asked in elsewhere:
            area = agenda.areas[asked]
            message = f"'{area.id}' ({area.label}) is no priority of this edition; {cure}"
            yield Violation(compact.document.source.value((*edition.path, "asks", index, "area")), message)
