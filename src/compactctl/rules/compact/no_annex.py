"""An edition of a year that has no annex."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.words import listed
from compactctl.workspace.compacts import PlacedCompact

RULE = Rule(
    level=Level.ERROR,
    found_when="there is no annex for the edition's year",
    reason="an edition chooses from the areas of its year's annex",
    remedy="correct the year, or add the annex first ('compactctl revise' drafts it)",
    says="there is no annex for 2004/05, only for 2003/04; correct the year, or begin the annex with 'compactctl revise 2004/05'",
    breaks=replaced(COMPACT, ("year: 2003/04", "year: ⟦2004/05⟧")),
    keeps=replaced(COMPACT, ("term: short", "term: medium")),
)


def check_compact(checks: Checks, compact: PlacedCompact) -> Iterator[Violation]:
    """Look for the annex of every edition; what else an edition without one breaks cannot be told."""
    for edition in compact.editions:
        year = edition.year
        if year is not None and checks.workspace.lacks_annex(year):
            years = checks.workspace.years
            others = f"only for {listed(map(str, years))}" if years else "nor for any other year"
            message = f"there is no annex for {year}, {others}; correct the year"
            if years and year > years[-1]:
                message += f", or begin the annex with 'compactctl revise {year}'"
            yield Violation(compact.document.source.value((*edition.path, "year")), message, year=year)
