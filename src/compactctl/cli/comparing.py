"""What `diff` does with its options: compare, say what is missing, and put the result into words."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from compactctl.changes.inputs import years_between
from compactctl.changes.results import YearChanges
from compactctl.changes.revisions import RevisionChanges, compare_revisions
from compactctl.changes.years import compare_years
from compactctl.cli.drawing import drawer, provenance_of
from compactctl.cli.opening import notify_caveats, open_revision, opened
from compactctl.cli.options import today, year_of
from compactctl.cli.output import notify
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.data_folder import compact_file
from compactctl.formats.readable.document import ReadableDocument
from compactctl.workspace.loading import open_workspace
from compactctl.workspace.naming import find_authority
from compactctl.workspace.requirements import check_checkout, check_format
from compactctl.workspace.workspace import Workspace


def compared(
    root: Path,
    old: str | None,
    new: str | None,
    *,
    since: str | None,
    authority: str | None,
    annex_only: bool,
) -> tuple[Workspace, YearChanges | RevisionChanges, str | None]:
    """Return the workspace, what changed in it, and the slug of the authority that was named; raises `CannotDo`."""
    # What a sparse checkout leaves out is said of a revision in the comparison itself.
    workspace = opened(root) if since is None else open_workspace(root)
    if since is not None:
        slug = _slug(workspace, authority)
        return workspace, _since(workspace, root, since, slug, annex_only), slug
    given = (_year("OLD", old) if old is not None else None, _year("NEW", new) if new is not None else None)
    first, last = years_between(workspace, *given)
    slug = _slug(workspace, authority, last)
    years = compare_years(workspace, first, last, slug)
    return workspace, years.without_compacts if annex_only else years, slug


def _year(name: str, words: str) -> AcademicYear:
    """Return the year that words name; raises `CannotDo`, which tells of words in letters what else they may mean."""
    try:
        return year_of(name, words)
    except CannotDo as error:
        others = "an authority is named with --authority, a branch or commit with --since"
        hint = f"{error.hint}; {others}" if any(sign.isalpha() for sign in words) else error.hint
        raise CannotDo(error.message, hint) from error


def _slug(workspace: Workspace, authority: str | None, year: AcademicYear | None = None) -> str | None:
    """Return the authority that is named; of several that which existed in the year, or today where none is given."""
    if authority is None:
        return None
    day = today() if year is None else None
    return find_authority(workspace, authority, year=year, today=day, has_compact=True).slug


def _since(workspace: Workspace, root: Path, ref: str, authority: str | None, annex_only: bool) -> RevisionChanges:
    check_checkout(workspace)
    with open_revision(workspace, root, ref) as since:
        check_format(since.now)
        try:
            check_format(since.before)
        except CannotDo as error:
            message = f"where this branch began (commit {since.commit}), {error.message}"
            raise CannotDo(message, "install a newer compactctl") from None
        return compare_revisions(since, authority, annex_only=annex_only)


def warn(workspace: Workspace, result: YearChanges | RevisionChanges, authority: str | None) -> None:
    """Say what a reader of any format has to know of what is missing."""
    if authority is not None and (
        authority in workspace.unreadable_slugs or workspace.path_of(compact_file(authority)) in result.unreadable
    ):
        notify(f"the compact of '{authority}' cannot be read, and is left out", "'compactctl validate' says why")
    incomplete = result.incomplete if isinstance(result, YearChanges) else result.incomplete_now
    for path in incomplete:
        message = f"{path} breaks the schema, so what changed in it may not be told in full"
        notify(message, "'compactctl validate' says where")
    if isinstance(result, RevisionChanges):
        notify_caveats(result.caveats)


def exit_code_of(result: YearChanges | RevisionChanges) -> int:
    """Return 2 where something could not be read, 1 where anything of substance changed, 0 only where nothing did."""
    if result.unreadable:
        return CannotDo.exit_code
    if result.is_of_substance:
        return 1
    return CannotDo.exit_code if result.incomplete else 0


class Presentation(NamedTuple):
    """How a result is wanted: its format, whether it is for a terminal, and there with every text."""

    format: str
    to_terminal: bool
    full: bool


def written(
    workspace: Workspace, result: YearChanges | RevisionChanges, wanted: Presentation
) -> str | bytes | Iterable[bytes]:
    """Return the result in a format; each is imported only where it is wanted."""
    if wanted.format == "json":
        from compactctl.formats.changes.as_json import revisions, years

        return years(result) if isinstance(result, YearChanges) else revisions(result)
    draw = drawer(wanted.format, to_terminal=wanted.to_terminal, full=wanted.full)
    return draw(_described(workspace, result))


def _described(workspace: Workspace, result: YearChanges | RevisionChanges) -> ReadableDocument:
    provenance = provenance_of(workspace)
    if isinstance(result, YearChanges):
        from compactctl.formats.changes.years import describe_years

        return describe_years(result, provenance)
    from compactctl.formats.changes.revision import describe_revision

    return describe_revision(result, provenance)
