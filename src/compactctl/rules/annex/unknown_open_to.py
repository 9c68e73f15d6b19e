"""A region, type or authority that no register has."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath
from compactctl.finding import Level
from compactctl.rules.rule import Checks, Rule, Violation
from compactctl.rules.samples import ANNEX, replaced
from compactctl.words import Choices, listed, quoted
from compactctl.workspace.agenda import Agenda, PlacedArea
from compactctl.workspace.authorities import Register
from compactctl.workspace.naming import authorities_meant
from compactctl.workspace.registers import built_in_register

RULE = Rule(
    level=Level.ERROR,
    found_when="open_to names a region, type or authority that neither the workspace's register nor the built-in one has",
    reason="nobody would be open to the area for a slip of the pen",
    remedy="correct the spelling; the register lists the regions, the types and the authorities",
    says="the register has no region 'londn'; did you mean 'london'?",
    breaks=replaced(ANNEX, ("regions: [london]", "regions: [⟦londn⟧]")),
    keeps=replaced(ANNEX, ("regions: [london]", "regions: [london, south-east]")),
)

_FEW: Final = 30
"""Of more names no list is shown: there are so many authorities, and so few regions and types."""
_NOUNS = {"regions": "region", "types": "type of authority", "authorities": "authority"}


def check_annex(checks: Checks, agenda: Agenda) -> Iterator[Violation]:
    """Look up all that every open_to names."""
    register = checks.workspace.register
    if register is None:
        return
    known: dict[str, _Known] = {}
    for area in agenda.listed:
        for key, path, value in unknown_names(area, register):
            if key not in known:
                known[key] = _choices(register, key)
            called = _authorities(register, agenda.year, value) if key == "authorities" else []
            message = _message(_NOUNS[key], value, known[key], called)
            yield Violation(agenda.document.source.value(path), message)


def unknown_names(area: PlacedArea, register: Register) -> Iterator[tuple[str, KeyPath, str]]:
    """Yield key, place and text of each name in an area's open_to that no register has."""
    for key in _NOUNS:
        for index, value in enumerate(getattr(area.content.open_to, key, ())):
            if value is None or value in _known(register, key) or value in _known(built_in_register(), key):
                continue
            yield key, (*area.path, "open_to", key, index), value


def _known(register: Register, key: str) -> frozenset[str]:
    return {"regions": register.regions, "types": register.types, "authorities": register.slugs}[key]


class _Known(NamedTuple):
    """The names of one kind that there are, and what to write where none of them is like a wrong one."""

    choices: Choices
    mending: str


def _choices(register: Register, key: str) -> _Known:
    names = sorted(_known(register, key) | _known(built_in_register(), key))
    few = f"write one of {listed(map(quoted, names), 'or', most=_FEW)}" if len(names) <= _FEW else "correct it"
    return _Known(Choices(names), f"{few}, or take it out")


def _authorities(register: Register, year: AcademicYear, value: str) -> list[str]:
    """Return the slugs of those who go by a name or number, as the workspace's register has it or the built-in one."""
    meant = authorities_meant(register, value, year) or authorities_meant(built_in_register(), value, year)
    return [authority.slug for authority in meant]


def _message(noun: str, value: str, known: _Known, called: list[str]) -> str:
    meant = called or [*filter(None, [known.choices.meant_by(value)])]
    mending = f"did you mean {listed(map(quoted, meant), 'or')}?" if meant else known.mending
    return f"the register has no {noun} {quoted(value)}; {mending}"
