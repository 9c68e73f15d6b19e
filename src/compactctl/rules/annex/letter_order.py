"""Letters of an annex that are not in order."""

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Hit, Rule
from compactctl.rules.samples import ANNEX, replaced
from compactctl.words import quoted
from compactctl.workspace.agenda import Agenda

RULE = Rule(
    level=Level.ERROR,
    holds_when="the letters of an annex's areas are not a, b, c … through all groups, without gap or repeat",
    reason="people speak of 'area g', and a letter one off would send them to the wrong area",
    remedy="correct the letter that is shown, and look at those after it",
    breaks=replaced(ANNEX, ("letter: c", "letter: ⟦d⟧")),
    keeps=replaced(ANNEX, ("title: The London Challenge", "title: London Challenge")),
)


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Hit]:  # noqa: ARG001 - every check is called alike
    """Compare each letter with the one that its place asks for; the first that is off is enough."""
    expected = _letters()
    for number, group in enumerate(agenda.document.content.groups):
        if not agenda.document.is_whole("groups", number) and not group.areas:
            return
        for index, area in enumerate(group.areas):
            letter = next(expected, None)
            if area.letter is not None and letter is not None and area.letter != letter:
                path = ("groups", number, "areas", index, "letter")
                message = (
                    f"the letter here is {quoted(area.letter)}, and {quoted(letter)} is expected, since letters run on"
                )
                yield Hit(agenda.document.source.value(path), f"{message} through the whole annex; correct it")
                return


def _letters() -> Iterator[str]:
    """Yield a to z, then aa, ab and so on: an annex has no more areas than there are such letters."""
    yield from ascii_lowercase
    yield from map("".join, product(ascii_lowercase, repeat=2))
