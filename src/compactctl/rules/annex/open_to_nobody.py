"""An area that nobody may choose."""

from collections.abc import Iterator

from compactctl.documents.content import OpenTo
from compactctl.documents.years import AcademicYear
from compactctl.finding import Level
from compactctl.rules.annex.unknown_open_to import unknown_names
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Register

RULE = Rule(
    level=Level.WARNING,
    found_when="no authority of the year matches an open_to",
    reason="the area stands in the agenda for nobody",
    remedy="widen open_to, or take it out: without it the area is open to every authority",
    says="no authority of 2003/04 may choose this area (c, The London Challenge); widen 'open_to', or take it out",
    breaks=replaced(
        ANNEX,
        ("open_to:\n          regions: [london]", "⟦open_to⟧:\n          regions: [london]\n          types: [county]"),
    ),
    keeps=replaced(ANNEX, ("regions: [london]", "types: [county]")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Hold every open_to against the authorities that existed in the year."""
    register = checks.workspace.register
    limited = [area for area in agenda.listed if area.content.open_to is not None and area.knows_open_to]
    if register is None or not limited:
        return
    existing = _Existing(register, agenda.year)
    for area in limited:
        if not any(unknown_names(area, register)) and not existing.match(area.content.open_to):
            place = agenda.document.source.key((*area.path, "open_to"))
            yield Violation(
                place,
                f"no authority of {agenda.year} may choose this area ({area.label}); widen 'open_to', or take it out",
            )


class _Existing:
    """The authorities of a year, by what an open_to names: no area is held against each of them."""

    def __init__(self, register: Register, year: AcademicYear) -> None:
        self._slugs: set[str] = set()
        self._types: dict[str, set[str]] = {}
        for authority in register.existing_in(year):
            self._slugs.add(authority.slug)
            self._types.setdefault(authority.region, set()).add(authority.type_in(year))
        self._all_types = set().union(*self._types.values())

    def match(self, open_to: OpenTo | None) -> bool:
        """Tell whether any of them is one whom it names, or in a region and of a type that it names."""
        if open_to is None or not self._slugs.isdisjoint(open_to.authorities):
            return True
        types = set(open_to.types)
        if not open_to.regions:
            return not self._all_types.isdisjoint(types)
        regions = [self._types[region] for region in open_to.regions if region in self._types]
        return any(not types or not in_region.isdisjoint(types) for in_region in regions)
