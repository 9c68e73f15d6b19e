"""Letters of an annex that are not in order."""

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

from compactctl.finding import Level, Place
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.words import listed, quoted
from compactctl.workspace.agenda import Agenda

RULE = Rule(
    level=Level.ERROR,
    found_when="the letters of an annex's areas are not a, b, c … through all groups, without gap or repeat",
    reason="people speak of 'area g', and a letter one off would send them to the wrong area",
    remedy="correct the letters as the message says",
    says="the letter here is 'd', and 'c' is expected, since letters run on through the whole annex; write 'c'",
    breaks=replaced(ANNEX, ("letter: c", "letter: ⟦d⟧")),
    keeps=replaced(ANNEX, ("title: The London Challenge", "title: London Challenge")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:  # noqa: ARG001 - every check is called alike
    """Compare each letter with the one that its place asks for; the first that is off is told, with all that move."""
    expected = _letters()
    place: Place | None = None
    moves: list[tuple[str, str]] = []
    for number, group in enumerate(agenda.document.content.groups):
        if not agenda.document.is_whole("groups", number) and not group.areas:
            break
        for index, area in enumerate(group.areas):
            letter = next(expected, None)
            if area.letter is not None and letter is not None and area.letter != letter:
                moves.append((area.letter, letter))
                place = place or agenda.document.source.value(("groups", number, "areas", index, "letter"))
    if place is not None:
        is_now, wanted = moves[0]
        message = f"the letter here is {quoted(is_now)}, and {quoted(wanted)} is expected, since letters run on"
        yield Violation(place, f"{message} through the whole annex; {_mending(moves)}")


def _mending(moves: list[tuple[str, str]]) -> str:
    """Say which letters are to be written in place of which."""
    if len(moves) == 1:
        return f"write {quoted(moves[0][1])}"
    order = list(_letters())
    steps = {order.index(wanted) - order.index(is_now) if is_now in order else None for is_now, wanted in moves}
    (first, last), one_up, one_down = (moves[0], moves[-1]), {-1}, {1}
    if steps in (one_up, one_down):
        way = "up" if steps == one_up else "down"
        return f"from here on each moves {way} by one: {first[0]} to {first[1]} … {last[0]} to {last[1]}"
    return f"from here on write {listed(f'{wanted} for {is_now}' for is_now, wanted in moves)}"


def _letters() -> Iterator[str]:
    """Yield a to z, then aa, ab and so on: an annex has no more areas than there are such letters."""
    yield from ascii_lowercase
    yield from map("".join, product(ascii_lowercase, repeat=2))
