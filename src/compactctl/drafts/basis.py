"""What a draft rests on, or the reason why there can be none: the authority, and the annex."""

from collections.abc import Callable
from pathlib import PurePosixPath

from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.listing import COMPACTS
from compactctl.words import did_you_mean, listed, quoted
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.authorities import Authority
from compactctl.workspace.needs import SEE_VALIDATE, needed_agenda, needed_years
from compactctl.workspace.registers import Register
from compactctl.workspace.workspace import Workspace

_RESTS = "and a draft would rest on it"


def newest_year(workspace: Workspace) -> AcademicYear:
    """Return the year of the newest annex; raises `CannotDo` where there is none."""
    return needed_years(workspace, _RESTS)[-1]


def whole_agenda(workspace: Workspace, year: AcademicYear) -> Agenda:
    """Return a year's annex; raises `CannotDo` where it is missing or breaks the schema."""
    agenda = needed_agenda(workspace, year, _RESTS)
    if not agenda.document.is_whole():
        raise CannotDo(f"the annex of {year} has errors, {_RESTS}", SEE_VALIDATE)
    return agenda


def find_authority(register: Register, words: str, is_meant: Callable[[Authority], bool]) -> Authority:
    """Return the authority with a slug, name or code, capitals and blanks apart; raises `CannotDo`.

    Of several that share a name it is the one that is meant, if that is one, or else the one whose slug stands there.
    """
    wanted = " ".join(words.split()).casefold()
    found = [one for one in register if wanted in (one.slug, one.name.casefold(), one.code.casefold())]
    for narrower in (is_meant, lambda one: one.slug == words):
        found = [one for one in found if len(found) == 1 or narrower(one)] or found
    if len(found) == 1:
        return found[0]
    if found:
        hint = f"write one of these: {listed((quoted(one.slug) for one in found), 'or')}"
        raise CannotDo(f"several authorities are called {quoted(words)}", hint)
    raise _unknown(register, words)


def _unknown(register: Register, words: str) -> CannotDo:
    message = f"the register has no authority {quoted(words)}"
    if meant := _meant(register, words):
        named = listed((f"'{one.slug}' ({register.label(one)})" for one in meant), "or")
        return CannotDo(f"{message}; did you mean {named}?")
    return CannotDo(message, "write its name or its number: hampshire, 'Hampshire' or 850")


def _meant(register: Register, words: str) -> list[Authority]:
    """Return the authorities whose names hold all the words, or else the one whose name or slug is closest."""
    wanted = set(words.casefold().split())
    if whole := [one for one in register if wanted and wanted.issubset(one.name.casefold().split())]:
        return whole
    names = {name: one for one in register for name in (one.name, one.slug)}
    suggestion = did_you_mean(words, names)
    return [names[suggestion]] if suggestion else []


def check_exists(register: Register, authority: Authority, year: AcademicYear) -> None:
    """Raise `CannotDo` where the authority did not exist on any day of the year."""
    if authority.exists_in(year):
        return
    ended = authority.valid_to is not None and authority.valid_to < year.first_day
    others = register.successors(authority) if ended else register.predecessors(authority)
    names = listed((f"{other.name} ('{other.slug}')" for other in others), "or")
    label = register.label(authority)
    if ended:
        raise CannotDo(f"{label} ended on {authority.valid_to}, before {year}", names and f"after it came {names}")
    raise CannotDo(f"{label} began on {authority.valid_from}, after {year}", names and f"before it there was {names}")


def is_misnamed(workspace: Workspace, slug: str) -> bool:
    """Tell whether something stands for the compact of a slug under a wrong name, or in a wrong place."""
    misplaced = (PurePosixPath(found.place.file) for found in workspace.findings if found.rule == "misplaced-file")
    is_beside = any(path.parent.name == COMPACTS and path.stem.casefold() == slug for path in misplaced)
    return is_beside or f"{COMPACTS}/{slug}.yaml" in workspace.stands_for.values()
