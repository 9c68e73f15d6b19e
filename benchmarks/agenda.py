"""What may be chosen in each of ten years, and how the areas of one year come from the last."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from benchmarks.areas import FIRST, STEPS, Area, Step


@dataclass(frozen=True, slots=True)
class Agenda:
    """The areas of one year, in order; `successors` tells where those of the last that went are to be found."""

    start: int
    areas: tuple[Area, ...]
    retired: tuple[str, ...] = ()
    successors: dict[str, tuple[str, ...]] = field(default_factory=dict)


def written(start: int) -> str:
    """Write the academic year that begins in September of `start` as documents do: 2003/04."""
    return f"{start}/{(start + 1) % 100:02}"


def agendas(changes: tuple[tuple[Step, ...], ...] = STEPS) -> Iterator[Agenda]:
    """Give the agenda of 2003/04 and one a year after it: to 2012/13 where nothing else is said."""
    agenda = Agenda(2003, FIRST)
    yield agenda
    for steps in changes:
        agenda = _next(agenda, steps)
        yield agenda


def _next(last: Agenda, steps: tuple[Step, ...]) -> Agenda:
    areas = [replace(area, origins=()) for area in last.areas]
    for step in steps:
        _take(step, areas)
    return Agenda(
        last.start + 1,
        tuple(areas),
        retired=tuple(gone for step in steps if not step.comes for gone in step.goes),
        successors={gone: tuple(area.id for area in step.comes) for step in steps for gone in step.goes},
    )


def _take(step: Step, areas: list[Area]) -> None:
    ids = [area.id for area in areas]
    place = ids.index(step.goes[0] if step.goes else "local-issues")
    areas[:] = [area for area in areas if area.id not in step.goes]
    areas[place:place] = [area if area.id in step.goes else replace(area, origins=step.goes) for area in step.comes]
