"""What the boxes of a form say together that no edition may say, in the words of the form.

The rules would find it too, in the words of the file that an officer never sees.
"""

from collections.abc import Container, Iterator, Mapping

from compactctl.forms.boxes import Value
from compactctl.words import quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import issue_key

Priorities = Mapping[int, Mapping[str, Value]]
"""The values of the boxes of priorities, by their numbers."""


def misfits(form: Priorities, unnamed: Container[int], agenda: Agenda, authority: Authority) -> Iterator[str]:
    """Yield what is wrong with the priorities of a form, also where it was so before: its boxes can mend each.

    `unnamed` has the numbers of those whose issue is still to be written, as the record says.
    """
    first_of: dict[tuple[str, str | None], int] = {}
    for number, values in form.items():
        if not any(values.values()):
            continue
        area = agenda.areas.get(values["area"][0]) if values["area"] else None
        first = first_of.setdefault(_key(area, values), number) if area else number
        yield from _misfits_of(number, values, area, authority, agenda, may_be_unnamed=number in unnamed)
        if area and first != number:
            yield f"priorities {first} and {number} are both {_named(area, values)}: make one of the two"


def _misfits_of(
    number: int,
    values: Mapping[str, Value],
    area: PlacedArea | None,
    authority: Authority,
    agenda: Agenda,
    *,
    may_be_unnamed: bool,
) -> Iterator[str]:
    if not values["area"]:
        yield f"priority {number} names no area: choose it in the box 'Area', or empty the other boxes"
    elif area is None:
        named = quoted(values["area"][0])
        yield f"priority {number} is {named}, which is no area of {agenda.year}: choose another area"
    elif not area.is_open_to(authority, agenda.year):
        yield f"priority {number} is {area.label}, which is not open to {authority.name}: choose another area"
    elif not area.named_locally and values["issue"]:
        yield (
            f"priority {number} is {area.label}, which takes no local issue: empty the box 'Local issue', "
            "and say it in the box 'Why'"
        )
    elif area.named_locally and not (values["issue"] or may_be_unnamed):
        yield f"priority {number} takes up {area.label}: name the issue in the box 'Local issue'"


def _key(area: PlacedArea, values: Mapping[str, Value]) -> tuple[str, str | None]:
    """Return what must not come twice."""
    return area.id, issue_key(values["issue"][0]) if area.named_locally and values["issue"] else None


def _named(area: PlacedArea, values: Mapping[str, Value]) -> str:
    return f"{area.label}: {values['issue'][0]}" if area.named_locally and values["issue"] else area.label
