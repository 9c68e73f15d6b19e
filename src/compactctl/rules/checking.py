"""Runs every rule over a workspace: all findings of all files, as its settings have them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import Any, Final, NamedTuple

from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import CONFIG, REGISTER, STATEMENT, is_compact
from compactctl.files.limits import MAXIMUM_FINDINGS, MAXIMUM_TOLD
from compactctl.finding import Finding, Level, Place
from compactctl.rules import texts
from compactctl.rules.names import is_untouchable, module_of, page_of, rule_names
from compactctl.rules.rule import Checks, Hit
from compactctl.rules.settings import Exemption, at_level, covering, exemptions, levels, wrong_settings
from compactctl.words import number
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.reading import CompactFile

_Check = Callable[..., Iterator[Hit]]
_ASKED_FOR: Final = frozenset(("missing-compact", "changed-after-signing"))
"""Rules that look at nothing unless an option asks for them."""
_LONGER: Final = '&<>%":\\'
"""What is written as several signs somewhere: '&' as '&amp;'."""
_Told = Counter[tuple[str, Level, AcademicYear | None]]
"""How many findings of a file there are by rule, level and year: alike in all that settings and options look at."""


class Selection(NamedTuple):
    """Which rules count: those selected, or all, but for those ignored.

    Those on files, the schema and the register count in any case: what rests on these cannot be told.
    """

    selected: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    def takes(self, rule: str) -> bool:
        """Tell whether findings of a rule count."""
        return is_untouchable(rule) or ((not self.selected or rule in self.selected) and rule not in self.ignored)


@dataclass(slots=True)
class _Compacts:
    """What is kept of the compacts that were read: their findings, and which editions there are.

    `untold` are those of whose editions no absence can be told, and those that had ended.
    """

    findings: list[Finding] = field(default_factory=list)
    held: set[tuple[str, AcademicYear]] = field(default_factory=set)
    untold: set[str] = field(default_factory=set)


def check(checks: Checks, selection: Selection) -> list[Finding]:
    """Return all findings that count, sorted by file, line, column, rule and message."""
    workspace = checks.workspace
    given = levels(workspace.config)
    compacts = _compacts(checks)
    found = [
        *workspace.findings,
        *islice(wrong_settings(workspace.config), MAXIMUM_FINDINGS + 1),
        *compacts.findings,
        *_national(checks),
    ]
    absence = module_of("missing-compact").check_absence
    hits = absence(checks, frozenset(compacts.held), frozenset(compacts.untold | workspace.unreadable_slugs))
    found.extend(_findings("missing-compact", hits))
    counting = [item for item in (at_level(item, given) for item in found) if item is not None]
    kept = _without_exempt(checks, counting, selection, given)
    return sorted((item for item in kept if selection.takes(item.rule)), key=_order)


def _national(checks: Checks) -> Iterator[Finding]:
    """Yield the findings on the workspace, the statement and the annexes."""
    for rule, function in _checks("check_workspace"):
        yield from _findings(rule, function(checks))
    if checks.workspace.statement is not None:
        told: _Told = Counter()
        yield from _on_texts(texts.of_statement(checks.workspace.statement), told)
        for rule, function in _checks("check_statement"):
            yield from _findings(rule, function(checks, checks.workspace.statement), told=told)
    for agenda in checks.workspace.agendas.values():
        if agenda is not None:
            told = Counter()
            yield from _on_texts(texts.of_annex(agenda), told)
            for rule, function in _checks("check_annex"):
                yield from _findings(rule, function(checks, agenda), told=told)


def _compacts(checks: Checks) -> _Compacts:
    _checks("check_edition")  # imports every rule before the work is shared, so that both processes have them
    together = _Compacts()
    for one in checks.workspace.map_compacts(partial(_compact, checks)):
        together.findings.extend(one.findings)
        together.held.update(one.held)
        together.untold.update(one.untold)
    return together


def _compact(checks: Checks, file: CompactFile) -> _Compacts:
    kept = _Compacts(list(file.findings))
    if file.document is None:
        kept.untold.add(file.slug)
        return kept
    compact = checks.workspace.place(file.slug, file.document)
    told: _Told = Counter()
    kept.findings.extend(_on_texts(texts.of_compact(compact), told))
    for rule, function in _checks("check_compact"):
        kept.findings.extend(_findings(rule, function(checks, compact)))
    for edition in compact.editions:
        if edition.year is None:
            kept.untold.add(file.slug)
        else:
            kept.held.add((file.slug, edition.year))
        kept.findings.extend(_on_texts(texts.of_edition(edition), told, edition))
        for rule, function in _checks("check_edition"):
            kept.findings.extend(_findings(rule, function(checks, compact, edition), edition, told))
    goes_on = checks.complete is None or compact.had_ended_by(checks.complete) is False
    if not compact.editions or not goes_on:
        kept.untold.add(file.slug)
    return kept


def _on_texts(piece: texts.Piece, told: _Told, edition: PlacedEdition | None = None) -> Iterator[Finding]:
    """Yield the findings on the texts of what is signed as one."""
    for rule, function in _checks("check_texts"):
        yield from _findings(rule, function(piece), edition, told)


def _findings(
    rule: str, hits: Iterable[Hit], edition: PlacedEdition | None = None, told: _Told | None = None
) -> Iterator[Finding]:
    """Yield findings, and look no further where there are more that are alike than are shown."""
    for hit in hits:
        level = hit.level or page_of(rule).level or (Level.WARNING if hit.is_draft else Level.ERROR)
        year = hit.year or (edition.year if edition else None)
        if told is not None:
            told[rule, level, year] += 1
            if told[rule, level, year] > MAXIMUM_FINDINGS + 1:
                return
        yield Finding(rule, level, hit.message, hit.place, hit.related, str(year) if year else None)


@cache
def _checks(kind: str) -> list[tuple[str, _Check]]:
    """Return the checks that look at one kind of subject, with the names of their rules."""
    modules: list[tuple[str, Any]] = [(name, module_of(name)) for name in rule_names()]
    return [(name, getattr(module, kind)) for name, module in modules if hasattr(module, kind)]


def _without_exempt(
    checks: Checks,
    found: list[Finding],
    selection: Selection,
    given: Mapping[str, str],
) -> list[Finding]:
    """Leave out what an exemption lets pass, and tell of exemptions that let nothing pass."""
    counting = exemptions(checks.workspace.config, checks.workspace.shown, checks.as_of)
    used: set[Exemption] = set()
    kept = list(_let_pass(found, counting, used))
    broken = _broken(checks, found)
    unused = {
        index
        for index, exemption in counting.items()
        if exemption not in used and _can_be_told(checks, exemption, broken, selection)
    }
    hits = module_of("unused-exemption").check_exemptions(checks, frozenset(unused))
    told = (at_level(item, given) for item in _findings("unused-exemption", hits))
    kept.extend(_let_pass((item for item in told if item is not None), counting, used))
    return kept


def _let_pass(found: Iterable[Finding], counting: Mapping[int, Exemption], used: set[Exemption]) -> Iterator[Finding]:
    given = frozenset(counting.values())
    for item in found:
        matching = given.intersection(covering(item))
        used.update(matching)
        if not matching:
            yield item


def _broken(checks: Checks, found: Iterable[Finding]) -> frozenset[str]:
    """Return the documents of which something cannot be read."""
    stands_for = checks.workspace.stands_for
    return frozenset(stands_for.get(item.place.file, item.place.file) for item in found if is_untouchable(item.rule))


def _can_be_told(checks: Checks, exemption: Exemption, broken: frozenset[str], selection: Selection) -> bool:
    """Tell whether an exemption that matched nothing is known to have had nothing to match."""
    if not selection.takes(exemption.rule):
        return False
    if exemption.rule in _ASKED_FOR - checks.asked_for:
        return False
    if exemption.file in broken:
        return False
    national = {file for file in broken if not is_compact(file) and file != CONFIG}
    return not national or exemption.file in (STATEMENT, REGISTER)


def within_limit(found: list[Finding]) -> Iterator[Finding]:
    """Yield findings in order, of each file as many as are shown, and one that says that there are more."""
    shown: Counter[str] = Counter()
    room: Counter[str] = Counter()
    rest: dict[str, list[Finding]] = {}
    kept: list[Finding] = []
    for item in found:
        file = item.place.file
        room[file] += _room(item)
        if file in rest or shown[file] == MAXIMUM_FINDINGS or room[file] > MAXIMUM_TOLD:
            rest.setdefault(file, []).append(item)
        else:
            shown[file] += 1
            kept.append(item)
    if not rest:
        yield from kept
        return
    more = {_more(items, shown[file]) for file, items in rest.items()}

    def order(item: Finding) -> tuple[str, int, int, bool, str, str]:
        # Among findings without a line, as those on missing compacts, it is the last whatever their words are.
        file, line, column, rule, message = _order(item)
        return file, line, column, item in more, rule, message

    yield from sorted([*kept, *more], key=order)


def _room(item: Finding) -> int:
    """Return how many bytes the texts of a finding take in the format that needs most for them."""
    places = (item.place, *(related.place for related in item.related))
    text = "".join((item.message, *(related.message for related in item.related), *(place.excerpt for place in places)))
    return len(text.encode("utf-8", "surrogatepass")) + 4 * sum(map(text.count, _LONGER))


def _more(rest: list[Finding], shown: int) -> Finding:
    heaviest = min(rest, key=lambda item: item.level.rank)
    message = f"there are more findings in this file than the {shown} that are shown; mend these first"
    if heaviest.rule == "missing-compact":
        message = f"{number(len(rest), 'more authority has', 'more authorities have')} no edition of that year"
    return heaviest._replace(message=message, place=Place(heaviest.place.file), related=())


def _order(item: Finding) -> tuple[str, int, int, str, str]:
    span = item.place.span
    line, column = (span.line, span.column) if span else (0, 0)
    return item.place.file, line, column, item.rule, item.message
