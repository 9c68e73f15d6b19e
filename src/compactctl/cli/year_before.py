"""What changed in one authority's compact since the year before, for its page: nothing where that cannot be told."""

from dataclasses import replace

from compactctl.changes.results import YearChanges
from compactctl.changes.years import compare_years
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.workspace.workspace import Workspace


def changes_since_year_before(workspace: Workspace, slug: str, year: AcademicYear) -> YearChanges | None:
    """Return the comparison with the newest annex before a year, narrowed to the authority; only its compact is read.

    None where there is no annex before, or what the comparison rests on cannot be read.
    """
    before = workspace.last_annex_before(year)
    if before is None:
        return None
    its_own = tuple(other for other in workspace.compact_slugs if other == slug)
    try:
        return compare_years(replace(workspace, compact_slugs=its_own), before[0], year, slug)
    except CannotDo:
        return None
