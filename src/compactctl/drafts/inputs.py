"""What a draft takes, or the reason why there can be none: the annex, the authority, a text that is typed in."""

from itertools import chain
from pathlib import PurePosixPath

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo, Refused
from compactctl.files.characters import find_hidden, has_visible
from compactctl.files.data_folder import compact_file, is_compact
from compactctl.words import day_in_words, listed
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority, Register
from compactctl.workspace.naming import no_compact
from compactctl.workspace.requirements import SEE_VALIDATE, require_agenda, require_years
from compactctl.workspace.workspace import Workspace

_RESTS = "and a draft would rest on it"


def newest_year(workspace: Workspace) -> AcademicYear:
    """Return the year of the newest annex; raises `CannotDo` where there is none."""
    return require_years(workspace, _RESTS)[-1]


def whole_agenda(workspace: Workspace, year: AcademicYear) -> Agenda:
    """Return a year's annex; raises `CannotDo` where it is missing or breaks the schema."""
    agenda = require_agenda(workspace, year, _RESTS)
    if not agenda.document.is_whole():
        raise CannotDo(f"the annex of {year} has errors, {_RESTS}", SEE_VALIDATE)
    return agenda


def check_exists(register: Register, authority: Authority, year: AcademicYear) -> None:
    """Raise `CannotDo` where the authority did not exist on any day of the year."""
    if authority.exists_in(year):
        return
    begun, ended = (day_in_words(day) if day else "" for day in (authority.valid_from, authority.valid_to))
    is_over = authority.has_ended_by(year)
    others = register.successors(authority) if is_over else register.predecessors(authority)
    names = listed((f"{other.name} ('{other.slug}')" for other in others), "or")
    label = register.label(authority)
    if is_over:
        raise CannotDo(f"{label} ended on {ended}, before {year}", names and f"after it came {names}")
    raise CannotDo(f"{label} began on {begun}, after {year}", names and f"before it there was {names}")


def check_is_new(workspace: Workspace, authority: Authority) -> None:
    """Raise `Refused` where the authority has a compact already, under a wrong name too."""
    slug = authority.slug
    if slug in workspace.compact_slugs:
        message = f"{authority.name} has a compact already, '{workspace.path_of(compact_file(slug))}'"
        raise Refused(message, f"'compactctl renew {slug}' adds the edition of the next year to it")
    if misnamed := _misnamed(workspace, slug):
        message = f"'{workspace.path_of(misnamed)}' goes by the name of '{slug}', and is no compact"
        raise Refused(message, "'compactctl validate' shows what it is; rename it, or move it out")


def check_has_compact(workspace: Workspace, authority: Authority) -> None:
    """Raise `CannotDo` where the authority has no compact, `Refused` where it is not where it can be written to."""
    slug = authority.slug
    path = workspace.path_of(compact_file(slug))
    if compact_file(slug) in workspace.not_checked_out:
        message = f"'{path}' is left out by a sparse checkout, so nothing can be written to it"
        raise Refused(message, "'git sparse-checkout disable' brings all documents here")
    if slug in workspace.compact_slugs:
        return
    if _misnamed(workspace, slug):
        raise Refused(f"the compact of {authority.name} is not in '{path}'", "'compactctl validate' shows where it is")
    raise no_compact(workspace, authority)


def _misnamed(workspace: Workspace, slug: str) -> str | None:
    """Return the file that stands for the compact of a slug under a wrong name, or in a wrong place, if one does."""
    standing = (name for name, meant in workspace.stands_for.items() if meant == compact_file(slug))
    skipped = (name for name in workspace.skipped if is_compact(name) and PurePosixPath(name).stem.casefold() == slug)
    return next(chain(standing, skipped), None)


def checked_text(noun: str, words: str, most: int, hint: str) -> str:
    """Return a text without the blanks around it; raises `CannotDo` where no document may hold it.

    The noun names it in messages; the hint says what to write where it is empty.
    """
    text = words.strip()
    if not has_visible(text):
        raise CannotDo(f"{noun} is empty", hint)
    if hidden := next(find_hidden(text), None):
        raise CannotDo(f"{noun} holds {hidden[1]}, which readers cannot see", "write it without")
    if len(text) > most:
        raise CannotDo(f"{noun} is longer than {most:,} characters", "say it in a few words")
    return text
