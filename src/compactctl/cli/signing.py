"""What stands against a signature, and what it would bring about: the rules, run without it and with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from compactctl.cli.output import notify, notify_lines
from compactctl.documents.years import AcademicYear
from compactctl.drafts.sign import NewSignature, ToSign, annex_to_sign, edition_to_sign
from compactctl.errors import Refused
from compactctl.files.data_folder import (
    ANNEXES,
    CONFIG,
    REGISTER,
    STATEMENT,
    annex_file,
    compact_file,
)
from compactctl.files.inserting import append_entry
from compactctl.files.source import KeyPath, Source
from compactctl.files.trees import ChangedTree
from compactctl.finding import Finding, Level, Place
from compactctl.formats.findings import concise
from compactctl.formats.findings.result import FindingsResult, Scope
from compactctl.formats.styled import plain
from compactctl.rules.checking import check
from compactctl.rules.finish.area_not_carried import not_carried
from compactctl.rules.limit import within_limit
from compactctl.rules.names import page_of
from compactctl.rules.rule import Checks
from compactctl.rules.settings import Selection, damaged
from compactctl.words import number
from compactctl.workspace.compacts import PlacedCompact
from compactctl.workspace.loading import read_workspace
from compactctl.workspace.requirements import foundations
from compactctl.workspace.workspace import Workspace


class WantedEdition(NamedTuple):
    """Which edition is to be signed: an authority's of a year, or its newest where no year is said."""

    slug: str
    year: AcademicYear | None


Wanted = WantedEdition | AcademicYear
"""What is to be signed: an edition, or the annex of a year."""


@dataclass(frozen=True)
class Signing:
    """What is to be signed, in the workspace in which it lies; `as_of` is the day that counts as today."""

    workspace: Workspace
    wanted: Wanted
    subject: ToSign
    compact: PlacedCompact | None
    as_of: date

    @property
    def path(self) -> str:
        """The path of its file, as messages name it."""
        return self.workspace.path_of(self.subject.name)

    @cached_property
    def findings(self) -> list[Finding]:
        """What is found of the edition or annex, and of what it rests on."""
        slugs = (self.compact.slug,) if self.compact else ()
        alone = replace(self.workspace, compact_slugs=slugs)  # no other bears on it
        everything = check(Checks(alone, self.as_of), Selection())
        beneath = self._beneath(damaged(self.workspace))
        return [item for item in everything if self._files(item) & beneath or self._is_about(item)]

    @property
    def stopping(self) -> list[Finding]:
        """What of it stands against a signature: an error, or what is one once anybody has signed."""
        return [item for item in self.findings if item.level is Level.ERROR or page_of(item.rule).level is None]

    @property
    def warnings(self) -> list[Finding]:
        """The warnings of the edition or annex itself, which stop nothing, but for `not_carried_on`."""
        own = [item for item in self.findings if self._is_about(item) and item.level is Level.WARNING]
        return [item for item in own if item.rule != "area-not-carried"]

    def not_carried_on(self) -> list[str]:
        """Return what of the last edition this one does not carry on, whoever has signed it; a sentence an area."""
        edition = self.compact.edition(self.subject.year) if self.compact else None
        if self.compact is None or edition is None:
            return []
        violations = not_carried(Checks(self.workspace, self.as_of), self.compact, edition)
        return [f"{self.subject.label}: {violation.message}" for violation in violations]

    def check_is_ready(self) -> None:
        """Raise `Refused`, after showing why, where it or what it rests on is wrong or unfinished."""
        if self.stopping:
            show(self.workspace, self.stopping)
            errors = sum(item.level is Level.ERROR for item in self.stopping)
            unfinished = len(self.stopping) - errors
            reasons = [number(errors, "error")] * bool(errors)
            reasons += [f"{number(unfinished, 'place')} still to be finished"] * bool(unfinished)
            hint = "mend and finish what is listed, and sign again; 'compactctl validate' shows more of it"
            raise Refused(f"{self.subject.label} cannot be signed yet: {' and '.join(reasons)}", hint)

    def signed(self, signature: NewSignature) -> tuple[bytes, bytes, Signing]:
        """Return the bytes of the file without a signature and with it, and what is signed as it is then.

        Raises `Refused` where there is no place for it, or where it would bring an error.
        """
        tree, name = self.workspace.tree, self.subject.name
        old = tree.read(name)
        new = append_entry(self.path, old, self.subject.path, signature.text)
        after = signing(read_workspace(ChangedTree(tree, name, new), self.workspace.shown), self.wanted, self.as_of)
        if after.stopping:
            reasons = "; ".join(item.message for item in after.stopping)
            raise Refused(f"{self.subject.label} was not signed: {reasons}", "nothing was changed")
        return old, new, after

    def _beneath(self, damaged: frozenset[str]) -> frozenset[str]:
        """Return the files that it rests on, some of them only where they are broken."""
        always = frozenset((STATEMENT, REGISTER))
        if self.compact is None:
            return always | foundations(self.workspace, (self.subject.name,), damaged)
        return always | {annex_file(self.subject.year.file_stem)} | (damaged & {CONFIG, ANNEXES})

    def _files(self, item: Finding) -> set[str]:
        """Return the file of a finding, and the one that it stands for."""
        return {item.place.file, self.workspace.stands_for.get(item.place.file, item.place.file)}

    def _is_about(self, item: Finding) -> bool:
        """Tell whether a finding is about what is to be signed: of its file, and of no other edition."""
        if self.subject.name not in self._files(item):
            return False
        if self.compact is None or item.year is not None:
            return item.year in (None, str(self.subject.year))
        source, own = self.compact.document.source, self.subject.path[:-1]
        others = (edition.path for edition in self.compact.editions if edition.path != own)
        return not any(_is_within(item.place, source, path) for path in others)


def signing(workspace: Workspace, wanted: Wanted, as_of: date) -> Signing:
    """Return what is to be signed; raises `Refused` where its file cannot be read, `CannotDo` where there is none."""
    if isinstance(wanted, AcademicYear):
        agenda = workspace.agendas[wanted]
        if agenda is None:
            raise unreadable(workspace, annex_file(wanted.file_stem))
        return Signing(workspace, wanted, annex_to_sign(workspace, agenda), None, as_of)
    file = workspace.read_compact(wanted.slug)
    if file.document is None:
        raise unreadable(workspace, compact_file(wanted.slug), file.findings)
    compact = workspace.place(wanted.slug, file.document)
    return Signing(workspace, wanted, edition_to_sign(workspace, compact, wanted.year), compact, as_of)


def unreadable(workspace: Workspace, name: str, findings: Sequence[Finding] = ()) -> Refused:
    """Return the refusal to sign what rests on a file that cannot be read, after showing its findings."""
    right, *others = workspace.files_of(name)
    files = {right, *others, *(file for file, meant in workspace.stands_for.items() if meant == name)}
    show(workspace, [*findings, *(item for item in workspace.findings if item.place.file in files)])
    return Refused(f"'{workspace.path_of(right)}' cannot be read, so nothing was signed", "mend it, and sign again")


def show(workspace: Workspace, findings: list[Finding]) -> None:
    """Show findings on standard error, a line each."""
    shown = list(within_limit(findings))
    result = FindingsResult(workspace.shown, workspace.shown, date.max, Scope(len(shown), ()), shown)
    if shown:
        notify_lines(plain(concise.render(result)).splitlines())


def notify_signed(before: Signing, after: Signing, signature: NewSignature) -> None:
    """Say who signed what, what it is now, or was already, and what to type for the next signature."""
    subject = after.subject
    notify(f"the {signature.party} has signed {subject.label} in '{after.path}'")
    command = f"{subject.slug} --year {subject.year}" if subject.slug else f"{subject.year}"
    hints = [
        f'when the {party} signs: compactctl sign {command} --party {party} --role "…"' for party in subject.missing
    ]
    became = "was agreed before this signature, and still is" if before.subject.is_agreed else "is now"
    notify(f"{subject.label} {became} {subject.standing}", hints[0] if hints else None)


def _is_within(place: Place, source: Source, path: KeyPath) -> bool:
    """Tell whether a place lies in the part of a file that a path leads to."""
    if place.span is None:
        return False
    part = source.written(path).span
    return (part.line, part.column) <= (place.span.line, place.span.column) < (part.end_line, part.end_column)
