"""What people call things: an authority by its slug, its number or a usual name, an area by its id, letter or title.

All commands and prompts look names up here, so that what one of them takes, each takes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from compactctl.documents.values import MAXIMUM_NAME
from compactctl.errors import CannotDo
from compactctl.words import day_in_words, did_you_mean, listed, quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.needs import needed_register
from compactctl.workspace.registers import Register, built_in_register
from compactctl.workspace.workspace import Workspace

_KINDS: Final = frozenset(
    (
        *("royal", "metropolitan", "unitary", "county", "city", "borough", "district", "council", "corporation"),
        *("local", "education", "authority", "lea", "lbc", "mbc", "mdc", "cc", "bc", "lb", "rb"),
    )
)
_LONDON_BOROUGH: Final = ["london", "borough"]
_SHORT: Final = {
    "hull": "kingston upon hull",
    "newcastle": "newcastle upon tyne",
    "southend": "southend on sea",
    "stoke": "stoke on trent",
}
"""What some are called for short, where taking words from their ends does not give it."""
_JOINING: Final = frozenset({"and", "of", "on", "the", "upon", "with"})
_HINT: Final = "write its name or its number: hampshire, 'Hampshire County Council' or 850"

Narrower = Callable[[Authority], bool]
"""Tells which of several authorities with one name may be meant."""


def find_authority(register: Register, words: str, *narrower: Narrower) -> Authority:
    """Return the authority with a slug, number or name; raises `CannotDo`.

    A slug that is another authority's name stands for both. Of several, each narrower in turn leaves those that it
    tells may be meant, if there are any.
    """
    if len(words) > MAXIMUM_NAME:
        raise CannotDo(
            f"the register has no authority {quoted(words)}", f"{_HINT}; it has {MAXIMUM_NAME} characters at most"
        )
    found = _called(register, words)
    for may_be_meant in narrower:
        found = [one for one in found if len(found) == 1 or may_be_meant(one)] or found
    if len(found) == 1:
        return found[0]
    if found:
        hint = f"write one of these: {'; '.join(_to_write(register, found))}"
        raise CannotDo(f"several authorities are called {quoted(words)}", hint)
    message = f"the register has no authority {quoted(words)}"
    if meant := _alike(register, words):
        named = listed((f"'{one.slug}' ({register.label(one)})" for one in meant), "or")
        raise CannotDo(f"{message}; did you mean {named}?")
    raise CannotDo(message, _HINT)


def find_slug(workspace: Workspace, words: str, *narrower: Narrower) -> str:
    """Return the slug of an authority, or one that only a compact goes by; raises `CannotDo`."""
    is_known = workspace.register is not None and workspace.register.get(words) is not None
    if words in _slugs(workspace) and not is_known:
        return words
    return find_authority(needed_register(workspace, "which authority is meant"), words, *narrower).slug


def find_compact(workspace: Workspace, words: str, today: date) -> str:
    """Return the slug of an authority that has a compact; raises `CannotDo`."""
    slug = find_slug(workspace, words, with_compact(workspace), lambda one: one.exists_on(today))
    if slug not in _slugs(workspace):
        register = needed_register(workspace, "which authority is meant")
        message = f"{register.label(register.authorities[slug])} has no compact in '{workspace.path_of('compacts')}'"
        raise CannotDo(message, f"'compactctl new {slug}' writes its first edition")
    return slug


def with_compact(workspace: Workspace) -> Narrower:
    """Return what tells which authorities have a compact, one that cannot be read too."""
    slugs = _slugs(workspace)
    return lambda one: one.slug in slugs


def _slugs(workspace: Workspace) -> frozenset[str]:
    return workspace.broken_slugs.union(workspace.compact_slugs)


def find_area(agenda: Agenda, words: str) -> PlacedArea:
    """Return the area of an annex with an id, letter or title; raises `CannotDo`."""
    wanted = words.strip().lower()
    if area := agenda.areas.get(wanted) or agenda.by_letter.get(wanted):
        return area
    areas = list(agenda.areas.values())
    titled = [area for area in areas if wanted and _folded(area.title) == _folded(words)]
    if len(titled) == 1:
        return titled[0]
    if titled:
        named = listed((f"'{area.id}' ({area.letter})" for area in titled), "or")
        raise CannotDo(f"several areas of {agenda.year} are called {quoted(words)}", f"write {named}")
    message = f"{agenda.year} has no area {quoted(words)}"
    names = {_folded(name): area for area in areas for name in (area.title, area.id)}
    if suggestion := did_you_mean(_folded(words), names):
        meant = names[suggestion]
        raise CannotDo(f"{message}; did you mean '{meant.id}' ({meant.label})?")
    raise CannotDo(message, "an area is named by its letter, its id or its title in the annex")


def _called(register: Register, words: str) -> list[Authority]:
    """Return the authorities that go by the words as they stand, or else by what is left of them."""
    wanted, folded = words.strip().casefold(), _folded(words)
    if exact := [one for one in register if wanted in (one.slug, one.code.casefold()) or folded in _names(one)]:
        return exact
    regions = register.regions | built_in_register().regions
    short = _shortened(_SHORT.get(folded, folded), regions)
    short = _SHORT.get(short, short)
    return [one for one in register if short in {_shortened(name, regions) for name in _names(one)}]


def _names(authority: Authority) -> Iterator[str]:
    yield _folded(authority.name)
    if authority.earlier_name:
        yield _folded(authority.earlier_name)


def _folded(name: str) -> str:
    """Return a name without what people write in one way or another: capitals, blanks, stops, hyphens, '&', 'Saint'."""
    words = re.sub(r"[^\w']+", " ", name.casefold().replace("&", " and ").replace("’", "'")).replace("'", "").split()
    return " ".join("st" if word == "saint" else word for word in words)


def _shortened(folded: str, regions: frozenset[str]) -> str:
    """Take from both ends the words that say what kind of authority it is, as long as what is left is no region."""
    words = folded.split()
    for without in (_without_last_kind, _without_first_kind):
        while (rest := without(words)) not in ([], words) and "-".join(rest) not in regions:
            words = rest
    return " ".join(words)


def _without_last_kind(words: list[str]) -> list[str]:
    kept = words[:-1] if words[-1:] == ["of"] else words
    if kept[-2:] == _LONDON_BOROUGH:
        return kept[:-2]
    return kept[:-1] if kept and kept[-1] in _KINDS else words


def _without_first_kind(words: list[str]) -> list[str]:
    if words[:2] == _LONDON_BOROUGH:
        kept = words[2:]
    elif words and (words[0] in _KINDS or words[0] == "the"):
        kept = words[1:]
    else:
        return words
    while len(kept) > 1 and kept[0] in ("of", "and", "the"):
        kept = kept[1:]
    return kept


def _to_write(register: Register, found: Iterable[Authority]) -> Iterator[str]:
    """Yield what to write for each of several with one name, and until or from when it is the one.

    A slug that is also another's name would not tell; the number does.
    """
    named = Counter(name for one in register for name in _names(one))
    for one in found:
        slug = _folded(one.slug)
        is_told = named[slug] == [*_names(one)].count(slug)
        told = [
            one.name if is_told else one.slug,
            *([f"from {day_in_words(one.valid_from)}"] if one.valid_from else []),
            *([f"until {day_in_words(one.valid_to)}"] if one.valid_to else []),
        ]
        yield f"'{one.slug if is_told else one.code}' ({', '.join(told)})"


def _alike(register: Register, words: str) -> list[Authority]:
    """Return the authorities whose names hold all the words, or else the one whose name is closest."""
    regions = register.regions | built_in_register().regions
    short = _shortened(_folded(words), regions)
    wanted = set(short.split()) - _JOINING
    if whole := [one for one in register if wanted and wanted.issubset(_folded(one.name).split())]:
        return whole
    names = {name: one for one in register for full in _names(one) for name in (full, _shortened(full, regions))}
    suggestion = did_you_mean(short, names) or did_you_mean(_folded(words), names)
    return [names[suggestion]] if suggestion else []
