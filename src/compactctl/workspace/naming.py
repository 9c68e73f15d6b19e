"""What people call things: an authority by its slug, its number or a usual name, an area by its id, letter or title.

All commands and prompts look names up here, so that what one of them takes, each takes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from string import ascii_lowercase
from typing import Final, NamedTuple

from compactctl.documents.values import MAXIMUM_NAME
from compactctl.documents.years import AcademicYear
from compactctl.errors import CannotDo
from compactctl.files.data_folder import COMPACTS
from compactctl.words import Choices, day_in_words, listed, quoted
from compactctl.workspace.agenda import MOST_ANNEXES, Agenda, PlacedArea
from compactctl.workspace.authorities import Authority, Register
from compactctl.workspace.registers import built_in_register
from compactctl.workspace.requirements import readable_register
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
_BY_SLUG: Final = attrgetter("slug")
_HINT: Final = 'write its name or its number: hampshire, "Hampshire County Council" or 850'


def find_authority(
    workspace: Workspace,
    words: str,
    *,
    year: AcademicYear | None = None,
    today: date | None = None,
    has_compact: bool = False,
) -> Authority:
    """Return the authority with a slug, number or name; raises `CannotDo`.

    A slug that is another authority's name stands for both. Of several it is the one that existed in the year, where
    that does not tell the one that has a compact, if it is to have one, and at last the one that exists today.
    """
    register = readable_register(workspace, "which authority is meant")
    if len(words) > MAXIMUM_NAME:
        hint = f"{_HINT}; it has {MAXIMUM_NAME} characters at most"
        raise CannotDo(f"the register has no authority {quoted(words)}", hint)
    candidates, slugs = _called(register, words), workspace.slugs
    for may_be_meant in (
        lambda authority: year is not None and authority.exists_in(year),
        lambda authority: has_compact and authority.slug in slugs,
        lambda authority: today is not None and authority.exists_on(today),
    ):
        if len(candidates) > 1:
            candidates = [*filter(may_be_meant, candidates)] or candidates
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        hint = f"write one of these: {'; '.join(_to_write(register, candidates))}"
        raise CannotDo(f"several authorities are called {quoted(words)}", hint)
    message = f"the register has no authority {quoted(words)}"
    if meant := _alike(register, words):
        named = listed((f"'{authority.slug}' ({register.label(authority)})" for authority in meant), "or")
        raise CannotDo(f"{message}; did you mean {named}?")
    raise CannotDo(message, _HINT)


def find_compact(workspace: Workspace, words: str, today: date) -> str:
    """Return the slug of an authority that has a compact, or of a compact whose authority no register knows.

    Raises `CannotDo`.
    """
    slugs, register = workspace.slugs, workspace.register
    if words in slugs and (register is None or register.get(words) is None):
        return words
    authority = find_authority(workspace, words, today=today, has_compact=True)
    if authority.slug in slugs:
        return authority.slug
    raise no_compact(workspace, authority)


def no_compact(workspace: Workspace, authority: Authority) -> CannotDo:
    """Return what to raise where an authority of the register has no compact."""
    label = workspace.register.label(authority) if workspace.register else authority.name
    message = f"{label} has no compact in '{workspace.path_of(COMPACTS)}'"
    return CannotDo(message, f"'compactctl new {authority.slug}' writes its first edition")


def find_area(agenda: Agenda, words: str) -> PlacedArea:
    """Return the area of an annex with an id, letter or title; raises `CannotDo`."""
    called = _areas_called(agenda, words)
    if len(called) == 1:
        return called[0]
    if called:
        named = listed((f"'{area.id}' ({area.letter})" for area in called), "or")
        raise CannotDo(f"several areas of {agenda.year} are called {quoted(words)}", f"write {named}")
    meant = area_meant(agenda, words)
    hint = None if meant else "an area is named by its letter, its id or its title in the annex"
    raise CannotDo(f"{agenda.year} has no area {quoted(words)}{meant or ''}", hint)


def area_meant(agenda: Agenda, words: str, authority: Authority | None = None) -> str | None:
    """Return how a message goes on about words that are no area's id, where they are, or are like, what one is called.

    Such as "; did you mean 'early-education' (d, Early education)?". Where an authority is to choose the area, it is
    told of one that is not open to it that this is so.
    """
    if called := area_called(agenda, words, authority):
        return called
    for area in _areas_like(agenda, words)[:1]:
        closed = not_open([area], agenda, authority)
        return f"; did you mean '{area.id}' ({area.label})?{closed and f' It is {closed}'}"
    return None


def area_called(agenda: Agenda, words: str, authority: Authority | None = None) -> str | None:
    """Return the same where the words are the letter or the title of an area, or of several."""
    wanted = id_or_letter(words)
    called = [] if wanted in agenda.areas else _areas_called(agenda, words)
    if not called:
        return None
    how = "letter" if wanted in agenda.by_letter else "title"
    named = listed((f"'{area.id}' ({area.label})" for area in called), "or")
    if closed := not_open(called, agenda, authority):
        return f": areas are named by id, not by {how}, and {named} is {closed}"
    return f": areas are named by id, not by {how}; write {named}"


def areas_titled(agenda: Agenda, words: str) -> list[PlacedArea]:
    """Return the areas that have a title."""
    return _area_names(agenda).titled.get(_folded(words), [])


@lru_cache(MOST_ANNEXES)  # as below
def one_of_the_areas(agenda: Agenda, authority: Authority | None = None) -> str:
    """Return how a message goes on about an id that is like none of an annex: '; write one of …'."""
    keys = [area.id for area in agenda.areas.values() if not not_open([area], agenda, authority)] or agenda.areas
    return f"; write one of {listed(map(quoted, keys), 'or', most=len(ascii_lowercase))}"


def not_open(areas: Iterable[PlacedArea], agenda: Agenda, authority: Authority | None) -> str:
    """Return what is said of some areas where an authority is to choose one, and none is open to it; else nothing."""
    if authority is None or any(area.is_open_to(authority, agenda.year) for area in areas):
        return ""
    return "not open to this authority; choose an area that is"


def _areas_called(agenda: Agenda, words: str) -> list[PlacedArea]:
    """Return the area that goes by an id or a letter, or all that have a title; letter and title may stand together."""
    wanted = id_or_letter(words)
    if area := agenda.areas.get(wanted) or agenda.by_letter.get(wanted):
        return [area]
    return areas_titled(agenda, words)


def id_or_letter(words: str) -> str:
    """Return an id or letter as an annex has it: 'b' where 'B', '(b)' or 'area b' was written."""
    return words.strip(" .:()").lower().removeprefix("area ")


def _areas_like(agenda: Agenda, words: str) -> list[PlacedArea]:
    """Return the area whose id is really like the words, or else the one whose title is."""
    names, folded = _area_names(agenda), _folded(words)
    if meant := names.ids.meant_by(folded):
        return [names.by_id[meant]]
    meant = names.titles.meant_by(folded)
    return names.titled[meant][-1:] if meant else []


class _AreaNames(NamedTuple):
    """What the areas of an annex are called, folded, and both kinds of name to choose from."""

    by_id: Mapping[str, PlacedArea]
    titled: Mapping[str, list[PlacedArea]]
    ids: Choices
    titles: Choices


@lru_cache(MOST_ANNEXES)  # asked for each name in a file that no area has
def _area_names(agenda: Agenda) -> _AreaNames:
    by_id = {_folded(area.id): area for area in agenda.areas.values()}
    titled: dict[str, list[PlacedArea]] = {}
    for area in agenda.areas.values():
        for title in {_folded(area.title), _folded(area.label)} - {""}:
            titled.setdefault(title, []).append(area)
    return _AreaNames(by_id, titled, Choices(by_id), Choices(titled))


def authorities_meant(register: Register, words: str, *years: AcademicYear) -> list[Authority]:
    """Return the authorities that are called by words that are no slug, or by what is like them.

    Of several those that existed in all of the years, where there are such.
    """
    if len(words) > MAXIMUM_NAME:
        return []
    meant, slug = _called(register, words), register.choices.meant_by(words)
    meant = meant or ([register.authorities[slug]] if slug else _alike(register, words))
    return [authority for authority in meant if all(map(authority.exists_in, years))] or meant


class _AuthorityNames(NamedTuple):
    """Who has a slug, a number or a whole name, what is left of a name without its kind, and a word of a name.

    Each in the order of slugs; `choices` are the names to choose from, whole or without their kind.
    """

    regions: frozenset[str]
    exact: Mapping[str, list[Authority]]
    short: Mapping[str, list[Authority]]
    words: Mapping[str, list[Authority]]
    choices: Choices


@lru_cache(2)  # asked for each name in a record that no authority has: of its register, and of the built-in one
def _authority_names(register: Register) -> _AuthorityNames:
    regions = register.regions | built_in_register().regions
    exact: dict[str, list[Authority]] = {}
    short: dict[str, list[Authority]] = {}
    words: dict[str, list[Authority]] = {}
    for authority in register:
        names = [*_names(authority)]
        for by, keys in (
            (exact, (authority.slug, authority.code.casefold(), *names)),
            (short, (_shortened(name, regions) for name in names)),
            (words, names[0].split()),
        ):
            for key in dict.fromkeys(keys):
                by.setdefault(key, []).append(authority)
    whole = (name for authority in register for name in _names(authority))
    return _AuthorityNames(regions, exact, short, words, Choices((*whole, *short)))


def _called(register: Register, words: str) -> list[Authority]:
    """Return the authorities that go by the words as they stand, or else by what is left of them."""
    names, folded = _authority_names(register), _folded(words)
    if exact := [*names.exact.get(words.strip().casefold(), ()), *names.exact.get(folded, ())]:
        return sorted(set(exact), key=_BY_SLUG)
    short = _shortened(_SHORT.get(folded, folded), names.regions)
    return names.short.get(_SHORT.get(short, short), [])


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


def _to_write(register: Register, candidates: Iterable[Authority]) -> Iterator[str]:
    """Yield what to write for each of several with one name, and until or from when it is the one.

    A slug that is also another's name would not tell; the number does.
    """
    named = Counter(name for authority in register for name in _names(authority))
    for authority in candidates:
        slug = _folded(authority.slug)
        is_clear = named[slug] == [*_names(authority)].count(slug)
        words = [
            authority.name if is_clear else authority.slug,
            *([f"from {day_in_words(authority.valid_from)}"] if authority.valid_from else []),
            *([f"until {day_in_words(authority.valid_to)}"] if authority.valid_to else []),
        ]
        yield f"'{authority.slug if is_clear else authority.code}' ({', '.join(words)})"


def _alike(register: Register, words: str) -> list[Authority]:
    """Return the authorities whose names hold all the words, or else the one whose name is closest."""
    names = _authority_names(register)
    short = _shortened(_folded(words), names.regions)
    wanted = set(short.split()) - _JOINING
    if whole := set.intersection(*(set(names.words.get(word, ())) for word in wanted)) if wanted else None:
        return sorted(whole, key=_BY_SLUG)
    meant = names.choices.meant_by(short) or names.choices.meant_by(_folded(words))
    return (names.exact.get(meant) or names.short[meant])[-1:] if meant else []
