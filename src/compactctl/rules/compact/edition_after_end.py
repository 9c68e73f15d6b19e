"""An edition of a year that begins after the compact was brought to an end."""

from collections.abc import Iterator

from compactctl.finding import Level, Related
from compactctl.rules.rule import SAMPLE_DAY, Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact

_ENDED = "authority: hampshire\nended:\n  date: {}\n  text: Both sides agreed to end it\n"

RULE = Rule(
    level=Level.ERROR,
    found_when="an edition is of a year that begins after the compact has ended",
    reason="what has ended is not agreed anew; a compact that goes on has not ended",
    remedy="correct the year or the day of the end, or take out the edition or 'ended'",
    says="this compact ended on 2003-08-31 (see 'ended'), and 2003/04 begins after that; correct the year or the day, or take out one of the two",
    breaks=replaced(
        COMPACT, ("authority: hampshire\n", _ENDED.format("2003-08-31")), ("year: 2003/04", "year: ⟦2003/04⟧")
    ),
    keeps=replaced(COMPACT, ("authority: hampshire\n", _ENDED.format(SAMPLE_DAY))),
)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:  # noqa: ARG001
    """Hold the first day of each edition's year against the day on which the compact ended."""
    source, ended = compact.document.source, compact.ended_on
    for edition in compact.editions:
        if ended is not None and edition.year is not None and edition.year.first_day > ended:
            message = (
                f"this compact ended on {ended} (see 'ended'), and {edition.year} begins after that;"
                " correct the year or the day, or take out one of the two"
            )
            related = Related("the end", source.value(("ended", "date")))
            yield Violation(source.value((*edition.path, "year")), message, (related,), year=edition.year)
