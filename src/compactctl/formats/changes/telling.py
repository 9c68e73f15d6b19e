"""The story of changes, of two years or of a git revision."""

from compactctl.changes.results import YearChanges
from compactctl.changes.revision_results import RevisionChanges
from compactctl.formats.changes.story import Story
from compactctl.formats.changes.telling_revisions import story_of_revision
from compactctl.formats.changes.telling_years import story_of_years


def story_of(result: YearChanges | RevisionChanges) -> Story:
    """Return the changes in words, whatever they will be drawn as."""
    return story_of_years(result) if isinstance(result, YearChanges) else story_of_revision(result)
