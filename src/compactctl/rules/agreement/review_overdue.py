"""A review that was to be done, and has not led to another edition."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import SAMPLE_DAY, Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

RULE = Rule(
    level=Level.WARNING,
    found_when="review_by is past, no review is told, no later edition follows, and neither compact nor authority has ended",
    reason="a compact is reviewed every year, and what came of it shows in its review or in the next edition",
    remedy="write down the review with its day, begin the next edition ('compactctl renew'), or agree another date",
    says="the review was due by 2004-01-14, and neither a review nor a later edition follows; where it was held, write 'review:' and below it 'date: …' and 'text: …', or begin the next edition with 'compactctl renew hampshire'",
    breaks=replaced(COMPACT, ("year: 2003/04\n", "year: 2003/04\n    review_by: ⟦2004-01-14⟧\n")),
    keeps=replaced(COMPACT, ("year: 2003/04\n", f"year: 2003/04\n    review_by: {SAMPLE_DAY}\n")),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:
    """Hold the day of the review against today."""
    due, authority = edition.content.review_by, compact.authority
    if due is None or due >= checks.as_of or authority is None or not authority.exists_on(checks.as_of):
        return
    if edition.content.review or (*edition.path, "review") in compact.document.broken or compact.may_have_ended:
        return
    years = [other.year for other in compact.editions]
    if edition.year is None or any(year is None or year > edition.year for year in years):
        return
    message = (
        f"the review was due by {due}, and neither a review nor a later edition follows; where it was held, write"
        " 'review:' and below it 'date: …' and 'text: …', or begin the next edition with"
        f" 'compactctl renew {compact.slug}'"
    )
    yield Violation(compact.document.source.value((*edition.path, "review_by")), message)
