"""A signature to be added: to which edition or annex, where in which file, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from compactctl.documents.content import Signature
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, Status, agreed_by, signed_by
from compactctl.documents.values import MAXIMUM_NAME, Party
from compactctl.documents.years import AcademicYear
from compactctl.drafts.inputs import checked_text
from compactctl.drafts.lines import document, entry, keyed
from compactctl.errors import CannotDo, Refused
from compactctl.files.source import KeyPath
from compactctl.words import agreeing, day_in_words, listed, marked
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition
from compactctl.workspace.workspace import Workspace


class NewSignature(NamedTuple):
    """What is to be added: which party signs, in whose name (None where that is left out), in what role, and when."""

    party: Party
    name: str | None
    role: str
    date: date

    @property
    def text(self) -> str:
        """The signature as an entry of a list."""
        name = keyed("name", self.name) if self.name else []
        return document(entry([f"party: {self.party}", *name, *keyed("role", self.role), f"date: {self.date}"]))


@dataclass(frozen=True, slots=True)
class ToSign:
    """An edition or an annex that is to be signed, as it stands now.

    `name` is its file's, `path` leads to its signatures there, `label` names it in messages. `slug` is that of an
    edition's authority, None for an annex. `needed` are the parties whose signatures make it agreed.
    """

    name: str
    path: KeyPath
    label: str
    year: AcademicYear
    slug: str | None
    parties: tuple[Party, ...]
    needed: frozenset[Party]
    signatures: Sequence[Signature]
    is_example: bool

    @property
    def missing(self) -> list[Party]:
        """The parties that have still to sign."""
        return [party for party in self.parties if party in self.needed - signed_by(self.signatures, self.parties)]

    @property
    def is_agreed(self) -> bool:
        """Whether all that have to sign it have."""
        return bool(self.needed) and not self.missing

    @property
    def standing(self) -> str:
        """What it is now, in words: 'agreed (12 January 2004)', 'proposed: the department has still to sign'."""
        last = agreed_by(self.signatures, self.needed)
        if last is not None and (day := self.signatures[last].date) is not None:
            return f"{marked(Status.AGREED, is_example=self.is_example)} ({day_in_words(day)})"
        status = Status.PROPOSED if signed_by(self.signatures, self.parties) else Status.DRAFT
        so_far = marked(status.in_words, is_example=self.is_example)
        if not self.needed:
            return f"{so_far}: nobody has signed the statement yet, and no annex is agreed before it is"
        verb = agreeing(len(self.missing), "has", "have")
        return f"{so_far}: {listed(f'the {party}' for party in self.missing)} {verb} still to sign"


def edition_to_sign(workspace: Workspace, compact: PlacedCompact, year: AcademicYear | None) -> ToSign:
    """Return the edition of a year, or the newest; raises `CannotDo` or `Refused` where there is no such edition."""
    edition = _edition(compact, year)
    if edition is None or edition.year is None:
        raise CannotDo(f"{workspace.label(compact)} has no edition of {year}", _other_editions(compact, year))
    return ToSign(
        name=compact.document.name,
        path=(*edition.path, "signatures"),
        label=f"{workspace.label(compact)} {edition.year}",
        year=edition.year,
        slug=compact.slug,
        parties=COMPACT_PARTIES,
        needed=frozenset(COMPACT_PARTIES),
        signatures=edition.content.signatures,
        is_example=compact.is_example,
    )


def _edition(compact: PlacedCompact, year: AcademicYear | None) -> PlacedEdition | None:
    named = next((edition for edition in compact.editions if year is not None and edition.year == year), None)
    if named is None and any(edition.year is None for edition in compact.editions):
        meant = "the newest" if year is None else f"that of {year}"
        message = f"which edition of '{compact.slug}' is {meant} cannot be told: one has no year that can be read"
        raise Refused(message, "'compactctl validate' shows the line; mend it, and sign again")
    return compact.newest if year is None else named


def _other_editions(compact: PlacedCompact, year: AcademicYear | None) -> str:
    held = [edition.year for edition in compact.editions if edition.year is not None]
    if not held:
        return "'compactctl validate' says what is wrong with its editions"
    is_later = year is not None and year > max(held)
    renew = f"; 'compactctl renew {compact.slug}' adds the next" if is_later else ""
    return f"there is one of {listed(map(str, held))}{renew}"


def annex_to_sign(workspace: Workspace, agenda: Agenda) -> ToSign:
    """Return a year's annex."""
    statement = workspace.statement
    return ToSign(
        name=agenda.document.name,
        path=("signatures",),
        label=f"the annex of {agenda.year}",
        year=agenda.year,
        slug=None,
        parties=NATIONAL_PARTIES,
        needed=signed_by(statement.content.signatures, NATIONAL_PARTIES) if statement else frozenset(),
        signatures=agenda.document.content.signatures,
        is_example=agenda.document.is_example,
    )


def given_role(words: str) -> str:
    """Return a role; raises `CannotDo` where a signature may not hold it."""
    return _on_one_line("the role", words, 'say in what role, like "Leader of the council"')


def given_name(words: str) -> str:
    """Return the name of a person; raises `CannotDo` where a signature may not hold it."""
    return _on_one_line("the name", words, "leave it out, or say who signs")


def _on_one_line(noun: str, words: str, hint: str) -> str:
    text = checked_text(noun, words, MAXIMUM_NAME, hint)
    if any(sign in text for sign in "\t\r\n"):
        raise CannotDo(f"{noun} holds a tab or a line break", "write it on one line, with spaces")
    return text
