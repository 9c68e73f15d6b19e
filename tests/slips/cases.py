"""All slips, each with the name of its kind."""

from collections.abc import Iterator, Mapping
from itertools import chain, cycle
from typing import Final

from tests.slips import blanks, choices, entries, indents, more, names, whole
from tests.slips.slip import SLOTS, Outcome, Slip, in_slot
from tests.slips.texts import EITHER, KEPT, REPAIRED, TOLD, Typed


def _in_texts() -> Iterator[Slip]:
    """Yield each slip in a text, each in another place."""
    slots = cycle(SLOTS)
    of_outcomes: tuple[tuple[Outcome, Mapping[str, Typed]], ...] = (
        (Outcome.REPAIRED, REPAIRED),
        (Outcome.EITHER, EITHER),
        (Outcome.TOLD, TOLD),
        (Outcome.KEPT, KEPT),
    )
    for outcome, kinds in of_outcomes:
        for kind, texts in kinds.items():
            for text in texts:
                typed, meant = (text, text) if isinstance(text, str) else text
                slip = in_slot(outcome, next(slots), typed, meant)
                good = slip.old if outcome is Outcome.TOLD else slip.meant
                yield slip._replace(kind=kind, meant=good)


def _in_lines() -> Iterator[Slip]:
    for module in (indents, blanks, names, choices, entries, more, whole):
        for kind, slips in module.SLIPS.items():
            yield from (slip._replace(kind=kind) for slip in slips)


SLIPS: Final = tuple(chain(_in_texts(), _in_lines()))
KINDS: Final = tuple(dict.fromkeys(slip.kind for slip in SLIPS))
