"""Runs every rule over a workspace: all findings of all files, as its settings have them.

In the first phase each document is looked at by itself, and the workspace without its compacts. In the second, rules
with a `check_after` look at what the first one saw, in the order of rules: what one of them finds counts for the next.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import Any

from compactctl.documents.content import Statement
from compactctl.documents.document import Document
from compactctl.documents.years import AcademicYear
from compactctl.files.data_folder import CONFIG, STATEMENT, annex_file, compact_file
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.finding import Finding, Level
from compactctl.rules import passages
from compactctl.rules.limit import reading_order
from compactctl.rules.names import module_of, page_of, rule_names
from compactctl.rules.rule import Checks, Violation
from compactctl.rules.settings import Exemptions, Seen, Selection, at_levels, damaged, levels, wrong_settings
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedEdition
from compactctl.workspace.document_files import CompactFile
from compactctl.workspace.loading import agenda_of
from compactctl.workspace.workspace import Workspace

_Check = Callable[..., Iterator[Violation]]


@dataclass(slots=True)
class _Compacts:
    """What is kept of the compacts that were read: their findings, and what `Seen` has of them."""

    findings: list[Finding] = field(default_factory=list)
    editions: set[tuple[str, AcademicYear]] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)


def check(checks: Checks, selection: Selection) -> list[Finding]:
    """Return all findings that count, sorted by file, line, column, rule and message."""
    workspace = checks.workspace
    given = levels(workspace.config)
    exemptions = Exemptions(workspace.config, workspace.shown, checks.as_of)
    compacts = _compacts(checks)
    seen = Seen(
        selection,
        exemptions,
        frozenset(compacts.editions),
        frozenset(compacts.unknown | workspace.unreadable_slugs),
        frozenset(compacts.damaged.union(workspace.stands_for.get(name, name) for name in damaged(workspace))),
    )
    first = [
        *workspace.findings,
        *islice(wrong_settings(workspace.config or workspace.understood.get(CONFIG)), MAXIMUM_FINDINGS + 1),
        *compacts.findings,
        *_national(checks),
    ]
    kept = list(exemptions.remaining(at_levels(first, given)))
    for rule, function in _checks("check_after"):
        kept.extend(exemptions.remaining(at_levels(_findings(rule, function(checks, seen)), given)))
    return sorted((item for item in kept if selection.takes(item.rule)), key=reading_order)


def findings_of_compact(checks: Checks, file: CompactFile) -> list[Finding]:
    """Return what rules that look at one document find of a compact as it was read, at the levels of the settings."""
    return list(at_levels(_compact(checks, file).findings, levels(checks.workspace.config)))


def _national(checks: Checks) -> Iterator[Finding]:
    """Yield the findings on the workspace, the statement and the annexes."""
    for rule, function in _checks("check_workspace"):
        yield from _findings(rule, function(checks))
    workspace = checks.workspace
    statement: Document[Statement] | None = workspace.statement or workspace.understood.get(STATEMENT)
    if statement is not None:
        document = _Document()
        document.look_through(checks, passages.of_statement(statement))
        document.look("check_statement", checks, statement)
        yield from document.findings
    for agenda in (*workspace.readable_agendas, *_understood_agendas(workspace)):
        document = _Document()
        document.look_through(checks, passages.of_annex(agenda))
        document.look("check_annex", checks, agenda)
        yield from document.findings


def _understood_agendas(workspace: Workspace) -> Iterator[Agenda]:
    """Yield the annexes that break rules on files, as far as they can be told; who signed the statement is left open."""
    for year in workspace.agendas:
        if (document := workspace.understood.get(annex_file(year.file_stem))) is not None:
            yield agenda_of(year, document, None)


def _compacts(checks: Checks) -> _Compacts:
    _checks("check_edition")  # imports every rule before the work is shared, so that both processes have them
    together = _Compacts()
    for compact in checks.workspace.map_compacts(partial(_compact, checks)):
        together.findings.extend(compact.findings)
        together.editions.update(compact.editions)
        together.unknown.update(compact.unknown)
        together.damaged.update(compact.damaged)
    return together


def _compact(checks: Checks, file: CompactFile) -> _Compacts:
    kept = _Compacts(list(file.findings), damaged={compact_file(file.slug)} if file.findings else set())
    if file.understood is None:
        kept.unknown.add(file.slug)
        return kept
    compact = checks.workspace.place(file.slug, file.understood)
    document = _Document(kept.findings)
    document.look_through(checks, passages.of_compact(compact))
    document.look("check_compact", checks, compact)
    for edition in compact.editions:
        document.look_through(checks, passages.of_edition(edition), edition)
        document.look("check_edition", checks, compact, edition, edition=edition)
    if file.document is None:
        kept.unknown.add(file.slug)
        return kept
    kept.editions.update((file.slug, edition.year) for edition in compact.editions if edition.year is not None)
    goes_on = checks.complete is None or compact.had_ended_by(checks.complete) is False
    if not goes_on or not compact.editions or any(edition.year is None for edition in compact.editions):
        kept.unknown.add(file.slug)
    return kept


@dataclass(slots=True)
class _Document:
    """The findings of one document; of those that are alike, one more than are ever shown."""

    findings: list[Finding] = field(default_factory=list)
    alike: Counter[tuple[str, Level, str | None]] = field(default_factory=Counter)

    def look_through(self, checks: Checks, passage: passages.Passage, edition: PlacedEdition | None = None) -> None:
        """Hold the texts and the signatures of a passage against the rules on them."""
        self.look("check_texts", passage, edition=edition)
        self.look("check_signatures", checks, passage, edition=edition)

    def look(self, kind: str, *subject: object, edition: PlacedEdition | None = None) -> None:
        """Hold a subject against the rules that look at its kind, each no further than its findings are kept."""
        for rule, function in _checks(kind):
            for item in _findings(rule, function(*subject), edition):
                alike = item.rule, item.level, item.year
                self.alike[alike] += 1
                if self.alike[alike] > MAXIMUM_FINDINGS + 1:
                    break
                self.findings.append(item)


def _findings(rule: str, violations: Iterable[Violation], edition: PlacedEdition | None = None) -> Iterator[Finding]:
    for violation in violations:
        level = violation.level or page_of(rule).level or (Level.WARNING if violation.is_draft else Level.ERROR)
        year = violation.year or (edition.year if edition else None)
        yield Finding(
            rule,
            level,
            violation.message,
            violation.place,
            violation.related,
            str(year) if year else None,
            violation.repair,
        )


@cache
def _checks(kind: str) -> list[tuple[str, _Check]]:
    """Return the checks that look at one kind of subject, with the names of their rules."""
    modules: list[tuple[str, Any]] = [(name, module_of(name)) for name in rule_names()]
    return [(name, getattr(module, kind)) for name, module in modules if hasattr(module, kind)]
