"""What an authority may take up, what it is asked about each, and what an officer chooses; checked in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compactctl.documents.values import MAXIMUM_TEXT, TERMS
from compactctl.drafts.inputs import checked_text
from compactctl.errors import CannotDo
from compactctl.words import listed, quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Authority
from compactctl.workspace.compacts import issue_key
from compactctl.workspace.naming import find_area
from compactctl.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Choice:
    """A priority to write: its area, the local issue where there is one to name, the term; None is left open."""

    area: PlacedArea
    issue: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """What one authority may choose from, and whether it is asked for a term and a reason of each."""

    agenda: Agenda
    authority: Authority
    asks_term: bool
    asks_why: bool

    @property
    def areas(self) -> list[PlacedArea]:
        """The areas open to the authority, in the annex's order."""
        areas = self.agenda.areas.values()
        return [area for area in areas if area.is_open_to(self.authority, self.agenda.year)]

    def area(self, words: str) -> PlacedArea:
        """Return the area with a letter, id or title, which is open to the authority; raises `CannotDo`."""
        area = find_area(self.agenda, words)
        if not area.is_open_to(self.authority, self.agenda.year):
            raise CannotDo(f"'{area.id}' ({area.label}) is not open to {self.authority.name}", _open_to(area))
        return area

    def choices(self, areas: Sequence[str], terms: Sequence[str], issues: Sequence[str]) -> list[Choice]:
        """Return what the words of a command line choose; an area or issue given twice is taken once.

        `areas` are letters, ids or titles, `terms` AREA=TERM, `issues` names for the one area that is named locally.
        Raises `CannotDo` for what cannot be meant.
        """
        chosen = list({area.id: area for area in map(self.area, areas)}.values())
        named = self._terms(chosen, terms)
        if not issues:
            return [Choice(area, term=named.get(area.id)) for area in chosen]
        local = [area for area in chosen if area.named_locally]
        if len(local) != 1:
            raise CannotDo("a local issue needs the one area that it belongs to", self._local_hint(local))
        names = distinct_issues(map(issue, issues))
        return [
            Choice(area, name, named.get(area.id)) for area in chosen for name in (names if area in local else [None])
        ]

    def _terms(self, chosen: Sequence[PlacedArea], terms: Sequence[str]) -> Mapping[str, str]:
        named: dict[str, str] = {}
        for words in terms:
            key, sign, value = words.rpartition("=")
            if not sign:
                raise CannotDo(f"a term cannot be {quoted(words)}", "a term is given as AREA=short or AREA=medium")
            area = self.area(key)
            if area not in chosen:
                raise CannotDo(f"there is a term for '{area.id}' ({area.label}), and the area is not among those given")
            if named.setdefault(area.id, term(value)) != term(value):
                raise CannotDo(f"there are two terms for '{area.id}' ({area.label})", "give one of them")
        return named

    def _local_hint(self, local: Sequence[PlacedArea]) -> str:
        if local:
            return "give one of them at a time, or write the issues into the file"
        letters = (f"--area {area.letter}" for area in self.areas if area.named_locally)
        return f"add {listed(letters, 'or')}" if any(area.named_locally for area in self.areas) else "no area takes one"


def candidates_in(workspace: Workspace, agenda: Agenda, authority: Authority) -> Candidates:
    """Return what an authority may choose from; it is asked for terms and reasons as far as the record has any.

    Both are asked for where there is no priority, and where a compact is broken, so that it may have one.
    """
    return Candidates(agenda, authority, *_terms_and_reasons(workspace))


@lru_cache(maxsize=1)  # asked for every authority of the same workspace
def _terms_and_reasons(workspace: Workspace) -> tuple[bool, bool]:
    """Return whether the record has any term, and any reason, or may have."""
    has_any = has_term = has_why = False
    is_broken = bool(workspace.unreadable_slugs)
    for file in workspace.compacts():
        if file.document is None or file.findings:
            is_broken = True
            break
        for edition in file.document.content.editions:
            for priority in edition.priorities:
                has_any = True
                has_term = has_term or priority.term is not None
                has_why = has_why or priority.why is not None
        if has_term and has_why:
            break
    is_unknown = is_broken or not has_any
    return has_term or is_unknown, has_why or is_unknown


def term(words: str) -> str:
    """Return a term, of which the first letter will do; raises `CannotDo`."""
    wanted = words.strip().lower()
    for value in TERMS:
        if wanted in (value, value[0]):
            return value
    raise CannotDo(f"a term cannot be {quoted(words)}", "a term is short or medium")


def issue(words: str) -> str:
    """Return the name of a local issue; raises `CannotDo` where no document may hold it."""
    return checked_text("the name of a local issue", words, MAXIMUM_TEXT, "name it in your own words")


def distinct_issues(names: Iterable[str]) -> list[str]:
    """Return names of issues, each once, as it was first spelt."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(issue_key(name) or name, name)
    return list(by_key.values())


def _open_to(area: PlacedArea) -> str | None:
    open_to = area.content.open_to
    if open_to is None:
        return None
    named: Iterable[tuple[str, Sequence[str | None]]] = (
        ("region", open_to.regions),
        ("type", open_to.types),
    )
    parts = [f"{noun} {listed(filter(None, values), 'or')}" for noun, values in named if values]
    words = [", ".join(parts), listed(filter(None, open_to.authorities), "or")]
    return f"it is open to {'; and to '.join(filter(None, words))}"
