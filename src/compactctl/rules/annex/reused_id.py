"""The id of an area that went, used again."""

from collections.abc import Iterator
from itertools import pairwise

from compactctl.documents.values import free_id
from compactctl.finding import Level, Place, Related
from compactctl.rules.annex.lost_area import RULE as LOST_AREA
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import NEXT_ANNEX
from compactctl.workspace.agenda import Agenda

_SECOND = LOST_AREA.keeps.files[NEXT_ANNEX] or ""
_THIRD = (_SECOND.partition("retired:")[0]).replace("2004/05", "2005/06")
_AGAIN = "      - letter: e\n        id: {}\n        title: Early education\n        summary: As agreed\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="an annex uses the id of an area that went in an earlier year",
    reason="an id means one area for good; used again it would tie this area to compacts of another",
    remedy="give the new area an id of its own",
    says="'early-education' is the id of an area that went after 2003/04; an id that went is not used again, so give this area another, like 'early-education-2'",
    breaks=Sample({NEXT_ANNEX: _SECOND, "annex/2005-06.yaml": _THIRD + _AGAIN.format("⟦early-education⟧")}),
    keeps=Sample({NEXT_ANNEX: _SECOND, "annex/2005-06.yaml": _THIRD + _AGAIN.format("early-years")}),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Look for ids that the last annex does not have, and an earlier one has."""
    last = checks.workspace.last_agenda(agenda.year)
    if last is None or not last.knows_areas:
        return
    taken = {key for other in checks.workspace.readable_agendas for key in other.areas}
    for area in agenda.areas.values():
        if area.id in last.areas:
            continue
        earlier = (other for other in checks.workspace.readable_agendas if other.year < last.year)
        had = [other.year for other in earlier if area.id in other.areas]
        if had:
            message = f"'{area.id}' is the id of an area that went after {had[-1]}; an id that went is not used again"
            place = agenda.document.source.value((*area.path, "id"))
            yield Violation(
                place,
                f"{message}, so give this area another, like '{free_id(area.id, area.content.title, taken)}'",
                (_where_it_went(checks, agenda, area.id),),
            )


def _where_it_went(checks: Checks, back: Agenda, key: str) -> Related:
    """Return the place where an area that is back was dropped: what retires it or comes from it, else where it was."""
    agendas = [agenda for agenda in checks.workspace.readable_agendas if agenda.year < back.year]
    old, new = next(
        (old, new) for old, new in reversed(list(pairwise(agendas))) if key in old.areas and key not in new.areas
    )
    for index, item in enumerate(new.document.content.retired):
        if item.id == key:
            return Related(f"it was retired in {new.year}", _id_place(new, ("retired", index)))
    for area in new.listed:
        if area.id and key in area.content.origins:
            return Related(f"in {new.year} it went into '{area.id}'", _id_place(new, area.path))
    return Related(f"its place in {old.year}, the last year that had it", _id_place(old, old.areas[key].path))


def _id_place(agenda: Agenda, path: tuple[str | int, ...]) -> Place:
    return agenda.document.source.value((*path, "id"))
