"""What an authority's editions hold: made up, and carried from one year to the next along the lineage."""

from dataclasses import dataclass, replace
from random import Random

from benchmarks.agenda import Agenda
from benchmarks.areas import Area
from benchmarks.wording import ASKS, ISSUES, OFFERS_OF_THE_AUTHORITY, OFFERS_OF_THE_DEPARTMENT, REASONS, say


@dataclass(frozen=True, slots=True)
class Priority:
    area: str
    issue: str | None
    term: str
    why: str
    authority: tuple[str, ...]
    department: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    agenda: Agenda
    priorities: tuple[Priority, ...]
    asks: tuple[tuple[str, str | None], ...]
    signed_by: tuple[str, ...]


def editions(agendas: list[Agenda], region: str, random: Random) -> list[Edition]:
    """Give an edition for each of the agendas, oldest first, with priorities open to authorities of the region."""
    result: list[Edition] = []
    for agenda in agendas:
        last = result[-1].priorities if result else ()
        made = _edition(agenda, _priorities(agenda, region, last, random), random)
        # A draft is told what of the last edition it does not carry on; one that somebody has signed is not.
        result.append(replace(made, signed_by=made.signed_by or ("authority",)) if result else made)
    return result


def _edition(agenda: Agenda, priorities: tuple[Priority, ...], random: Random) -> Edition:
    asks = random.sample(ASKS, random.randint(1, 2))
    return Edition(
        agenda,
        priorities,
        tuple((say(random, (ask,)), random.choice((None, *(p.area for p in priorities)))) for ask in asks),
        random.choices(((), ("authority",), ("authority", "department")), weights=(2, 2, 6))[0],
    )


def _priorities(agenda: Agenda, region: str, last: tuple[Priority, ...], random: Random) -> tuple[Priority, ...]:
    open_areas = [area for area in agenda.areas if area.region in {None, region}]
    carried = {area: priority for priority in last if (area := _goes_on_as(priority, agenda, random))}
    size = random.choice((5, 6, 6))  # never more than half of the areas that are open: a compact says what matters most
    others = [area.id for area in open_areas if area.id not in carried]
    chosen = {*list(carried)[:size], *random.sample(others, max(0, size - len(carried)))}
    return tuple(
        priority
        for area in open_areas
        if area.id in chosen
        for priority in _taken_up(area, carried.get(area.id), random)
    )


def _goes_on_as(priority: Priority, agenda: Agenda, random: Random) -> str | None:
    """Name the area under which a priority of the last year goes on, if it does: one in seven is dropped."""
    ids = agenda.successors.get(priority.area, (priority.area,))
    return random.choice(ids) if ids and random.random() < 6 / 7 else None


def _taken_up(area: Area, last: Priority | None, random: Random) -> list[Priority]:
    if last and random.random() < 2 / 3:
        return [Priority(area.id, last.issue, last.term, last.why, last.authority, last.department)]
    if not area.named_locally:
        return [_priority(area, None, random)]
    return [_priority(area, issue, random) for issue in random.sample(ISSUES, random.choice((1, 1, 1, 2)))]


def _priority(area: Area, issue: str | None, random: Random) -> Priority:
    return Priority(
        area.id,
        issue,
        random.choice(("short", "short", "medium")),
        say(random, REASONS),
        tuple(say(random, OFFERS_OF_THE_AUTHORITY) for _ in range(random.randint(2, 3))),
        tuple(say(random, OFFERS_OF_THE_DEPARTMENT) for _ in range(random.choice((1, 2, 2)))),
    )
