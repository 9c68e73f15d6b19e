"""What a comparison says of what could not be read, so that nothing is concluded from it."""

from collections.abc import Iterable, Iterator

from compactctl.changes.results import YearChanges
from compactctl.changes.revisions import RevisionChanges
from compactctl.formats.readable.document import Entry, Line, group, plain


def no_change(result: YearChanges | RevisionChanges) -> Line:
    """Return that nothing changed, as far as that can be known."""
    return plain("No change." if is_whole(result) else "No change in what can be read.")


def is_whole(result: YearChanges | RevisionChanges) -> bool:
    """Return whether all could be read, so that nothing else can have changed."""
    return not (result.unreadable or result.incomplete)


def caveat_unreadable(paths: Iterable[str]) -> Iterator[Entry]:
    """Yield, where there is any, which files cannot be read."""
    yield from group(
        "what cannot be read, and is left out; 'compactctl validate' says why", map(plain, paths), "unread"
    )


def caveat_broken(paths: Iterable[str]) -> Iterator[Entry]:
    """Yield, where there is any, which files break the schema, so that more may have changed in them than is told."""
    what = "what breaks the schema, so that what changed in it may not be told in full"
    yield from group(what, map(plain, paths), "broken")
