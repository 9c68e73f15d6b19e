"""A `from` or `retired` that names nothing that could go on or go."""

from collections.abc import Iterator

from compactctl.files.source import KeyPath
from compactctl.finding import Level
from compactctl.rules.annex.lost_area import RULE as LOST_AREA
from compactctl.rules.rule import Checks, Rule, Sample, Violation
from compactctl.rules.samples import NEXT_ANNEX
from compactctl.words import quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.naming import area_meant, one_of_the_areas

_KEEPS = LOST_AREA.keeps.files[NEXT_ANNEX] or ""

RULE = Rule(
    level=Level.ERROR,
    found_when=(
        "'from' or 'retired' names no area of the last annex, 'retired' names one that goes on or that a 'from' names,"
        " or there is no last annex"
    ),
    reason="lineage ties compacts of one year to those of the next, and an end that is tied to nothing loses them",
    remedy="write the id as the last annex has it; take an area out of 'retired' if it goes on",
    says="2003/04, the last annex, has no area 'early-eduction'; did you mean 'early-education' (d, Early education)?",
    breaks=Sample({NEXT_ANNEX: f"{_KEEPS}  - id: ⟦early-eduction⟧\n    why: It is over\n"}),
    keeps=LOST_AREA.keeps,
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Look up every origin and every retired area in the last annex."""
    previous = checks.workspace.last_annex_before(agenda.year)
    last = previous[1] if previous else None
    if not checks.workspace.annexes_known or (previous and last is None):
        return
    if last is None or last.knows_areas:
        for path, key, may_be_own in _named(agenda):
            if (last is None or key not in last.areas) and not may_be_own:
                yield Violation(agenda.document.source.value(path), _message(key, last, agenda))
    yield from _retired_and_going_on(agenda, last)


def _named(agenda: Agenda) -> Iterator[tuple[KeyPath, str, bool]]:
    """Yield place and id of each area that is said to go on or to go, and whether an area may name itself."""
    for area in agenda.listed:
        for index, origin in enumerate(area.content.origins):
            if origin is not None:
                yield (*area.path, "from", index), origin, area.id in (origin, "")
    for index, item in enumerate(agenda.document.content.retired):
        if item.id is not None:
            yield ("retired", index, "id"), item.id, False


def _message(key: str, last: Agenda | None, agenda: Agenda) -> str:
    if last is None:
        return (
            f"there is no annex before {agenda.year}, so no area can come from {quoted(key)} or be retired; take it out"
        )
    start = f"{last.year}, the last annex, has no area {quoted(key)}"
    return f"{start}{area_meant(last, key) or f'{one_of_the_areas(last)}, or take it out'}"


def _retired_and_going_on(agenda: Agenda, last: Agenda | None) -> Iterator[Violation]:
    origins = {origin for area in agenda.listed for origin in area.content.origins}
    for index, item in enumerate(agenda.document.content.retired):
        if item.id is None or last is None or item.id not in last.areas:
            continue
        place = agenda.document.source.value(("retired", index, "id"))
        if item.id in agenda.areas:
            yield Violation(
                place, f"'{item.id}' is retired here and goes on as an area of {agenda.year}; keep one of the two"
            )
        elif item.id in origins:
            yield Violation(
                place, f"'{item.id}' is retired here, and an area of {agenda.year} comes from it; keep one of the two"
            )
