"""An edition that takes up more than the annex, or good sense, has in mind."""

from collections.abc import Iterator

from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import COMPACT, replaced
from compactctl.workspace.at_most import count_open, most_areas
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition


def _more(*ids: str) -> str:
    contributions = "{authority: [Training], department: [Advice]}"
    return "".join(
        f"      - {{area: {key}, term: short, why: It matters, contributions: {contributions}}}\n" for key in ids
    )


RULE = Rule(
    level=Level.WARNING,
    found_when="an edition takes up more areas than the annex's 'at_most'; where it has none, more than half of those open to it, where at least four are",
    reason="a compact says what matters most; where everything matters, nothing is said",
    remedy="keep the areas of greatest importance in the short and medium term",
    says="this edition takes up 3 of the 4 areas open to it; a compact says what matters most, so keep 2 or fewer",
    breaks=replaced(
        COMPACT, ("    priorities:\n", "    ⟦priorities⟧:\n" + _more("challenging-targets", "early-education"))
    ),
    keeps=replaced(COMPACT, ("    priorities:\n", "    priorities:\n" + _more("early-education"))),
)


def check_edition(checks: Checks, compact: PlacedCompact, edition: PlacedEdition) -> Iterator[Violation]:  # noqa: ARG001
    """Count what is taken up, and what is open."""
    agenda, authority, year = edition.agenda, compact.authority, edition.year
    if agenda is None or authority is None or year is None or not agenda.knows_areas or not authority.exists_in(year):
        return
    taken = {priority.area.id for priority in edition.priorities if priority.area and edition.may_choose(priority.area)}
    count = count_open(agenda, authority)
    if count is None or not agenda.document.is_whole("at_most"):
        return
    most = most_areas(agenda, count)
    if most is not None and len(taken) > most:
        asked = f", and the annex asks for {most} at most" if agenda.document.content.at_most is not None else ""
        message = (
            f"this edition takes up {len(taken)} of the {count} areas open to it{asked};"
            " a compact says what matters most"
        )
        yield Violation(
            compact.document.source.key((*edition.path, "priorities")), f"{message}, so keep {most} or fewer"
        )
