"""Letters of an annex that are not in order."""

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

from compactctl.files.source import KeyPath
from compactctl.finding import Level
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
    """Compare each letter with the one that its place asks for; the first that is off is told, with all that move.

    Of the areas for which there is no letter left the first is told.
    """
    areas, letters, source = [*_areas(agenda)], [*_letters()], agenda.document.source
    lettered = [*zip(areas, letters, strict=False)]
    off = [number for number, ((_, letter), wanted) in enumerate(lettered) if letter not in (None, wanted)]
    if off:
        (path, is_now), wanted = lettered[off[0]]
        message = f"the letter here is {quoted(is_now or '')}, and {quoted(wanted)} is expected, since letters run on"
        from_here = [(letter, wanted) for (_, letter), wanted in lettered[off[0] :]]
        mending = _mending(from_here, last=off[-1] - off[0])
        yield Violation(source.value(path), f"{message} through the whole annex; {mending}")
    if len(areas) > len(letters):
        path, _ = areas[len(letters)]
        message = f"letters end with {quoted(letters[-1])}, and none is left for this area"
        yield Violation(source.value(path), f"{message}; take it out with all below it, or others in their place")


def _areas(agenda: Agenda) -> Iterator[tuple[KeyPath, str | None]]:
    """Yield where the letter of each area stands, and the letter, as far as it is known how many areas there are."""
    for number, group in enumerate(agenda.document.content.groups):
        if not agenda.document.is_whole("groups", number) and not group.areas:
            return
        for index, area in enumerate(group.areas):
            yield ("groups", number, "areas", index, "letter"), area.letter


def _mending(from_here: list[tuple[str | None, str]], last: int) -> str:
    """Say which letters are to be written from the first that is off on; `last` is the place of the last that is."""
    if last == 0:
        return f"write {quoted(from_here[0][1])}"
    order = [*_letters()]
    steps = {order.index(wanted) - order.index(is_now) if is_now in order else None for is_now, wanted in from_here}
    if len(steps) == 1 and steps <= {-1, 1}:
        way = "up" if steps == {-1} else "down"
        (first, to_first), (final, to_final) = from_here[0], from_here[-1]
        return f"from here on each moves {way} by one: {first} to {to_first} … {final} to {to_final}"
    return (
        f"from here on write, in this order, {listed((wanted for _, wanted in from_here[: last + 1]), most=last + 1)}"
    )


def _letters() -> Iterator[str]:
    """Yield a to z, then aa, ab and so on: an annex has no more areas than there are such letters."""
    yield from ascii_lowercase
    yield from map("".join, product(ascii_lowercase, repeat=2))
