"""What of a part of a document is compared: key by key, the texts that stand there.

The order of entries, and how a text is laid out in its file, are no part of it. Broken values count as absent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from compactctl.documents.content import (
    Annex,
    Ask,
    Compact,
    Config,
    Edition,
    Event,
    OpenTo,
    Priority,
    Signature,
    Statement,
)
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES
from compactctl.documents.texts import running, without_mark
from compactctl.documents.values import Party
from compactctl.words import day_in_words
from compactctl.workspace.agenda import PlacedArea

Values = Mapping[str, tuple[str, ...]]
"""The texts under each key, none where it is absent."""
Parties = Collection[Party | None]
ANYBODY: Final[Parties] = (*Party, None)
"""Whoever is said to have signed, also a party that does not sign such a document, or that cannot be read."""


class Compound(str):
    """Several values in one text, as readers see them; two entries are the same where each of their values is."""

    __slots__ = ("values",)
    values: tuple[object, ...]

    @classmethod
    def of(cls, *values: object) -> Compound:
        """Return the entry of some values, None standing for one that is absent."""
        entry = cls(", ".join(given(*(day_in_words(value) if isinstance(value, date) else value for value in values))))
        entry.values = values
        return entry


class Difference(NamedTuple):
    """A key whose value is another, and the texts on either side."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def differences(old: Values, new: Values) -> tuple[Difference, ...]:
    """Return the keys whose values differ, in their order; both sides are of one kind."""
    return tuple(Difference(key, old[key], new[key]) for key in old if not _say_the_same(old[key], new[key]))


def compared_by(text: str) -> tuple[str, ...]:
    """Return what a text is compared by, whatever its layout: each value of an entry, else the text itself."""
    values = text.values if isinstance(text, Compound) else (text,)
    return tuple("" if value is None else running(str(value)) for value in values)


def without_marks(values: Values) -> Values:
    """Return values as they were before they came over from the last edition, each text to be looked at again."""
    return {key: tuple(filter(None, map(_without_mark, texts))) for key, texts in values.items()}


def _without_mark(text: str) -> str:
    return text if isinstance(text, Compound) else without_mark(text)


def _say_the_same(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    return sorted(map(compared_by, old)) == sorted(map(compared_by, new))


def area_values(area: PlacedArea) -> Values:
    """Return what an area says, but for its id and where it comes from; `open_to` in words."""
    content = area.content
    return {
        "title": given(content.title),
        "summary": given(content.summary),
        "letter": given(content.letter),
        "group": given(area.group),
        "focuses": given(*content.focuses),
        "open_to": _open_to(content.open_to) if content.open_to else (),
        "named_locally": ("true",) if area.named_locally else (),
    }


def annex_values(annex: Annex, parties: Parties = NATIONAL_PARTIES) -> Values:
    """Return what an annex says beside its areas, with the signatures of some parties."""
    return {
        "title": given(annex.title),
        "note": given(annex.note),
        "sources": given(*annex.sources),
        "example": ("true",) if annex.example else (),
        "at_most": given(annex.at_most),
        "groups": tuple(Compound.of(group.id, group.title, *sorted(given(*group.aims))) for group in annex.groups),
        "signatures": _signatures(annex.signatures, parties),
    }


def priority_values(priority: Priority) -> Values:
    """Return what a priority says about the area that it takes up."""
    return {
        "term": given(priority.term),
        "why": given(priority.why),
        "contributions.authority": given(*priority.contributions.authority),
        "contributions.department": given(*priority.contributions.department),
    }


def edition_values(edition: Edition, note: str | None = None, parties: Parties = COMPACT_PARTIES) -> Values:
    """Return what an edition says beside its priorities and asks, with the signatures of some parties.

    A note of its own goes before the one given.
    """
    return {
        "review_by": () if edition.review_by is None else (Compound.of(edition.review_by),),
        "review": _event(edition.review),
        "note": given(edition.note or note),
        "signatures": _signatures(edition.signatures, parties),
    }


def ask_values(ask: Ask) -> Values:
    """Return what an ask says beside its text."""
    return {"area": given(ask.area), "answer": _event(ask.answer)}


def compact_values(compact: Compact) -> Values:
    """Return what a compact says beside its editions."""
    return {
        "note": given(compact.note),
        "sources": given(*compact.sources),
        "example": ("true",) if compact.example else (),
        "ended": _event(compact.ended),
    }


def statement_values(statement: Statement) -> Values:
    """Return what the statement says."""
    return {
        "title": given(statement.title),
        "note": given(statement.note),
        "sources": given(*statement.sources),
        "principles": given(*statement.principles),
        "conditions": given(*statement.conditions),
        "vision": given(*statement.vision),
        "focuses": tuple(Compound.of(focus.id, focus.title) for focus in statement.focuses),
        "commitments": tuple(Compound.of(item.id, item.text, item.due) for item in statement.commitments),
        "follow_up": tuple(
            Compound.of(item.id, event.date, event.text, event.source)
            for item in statement.commitments
            for event in item.follow_up
        ),
        "signatures": _signatures(statement.signatures, ANYBODY),
    }


def config_values(config: Config) -> Values:
    """Return what the settings of a workspace say."""
    return {
        "levels": tuple(Compound.of(rule, level) for rule, level in config.levels.items()),
        "exemptions": tuple(
            Compound.of(item.rule, item.file, item.year, item.until, item.reason) for item in config.exemptions
        ),
    }


def _event(event: Event | None) -> tuple[str, ...]:
    return () if event is None else (Compound.of(event.date, event.text, event.source),)


def given(*values: object) -> tuple[str, ...]:
    """Return values as texts, without those that are absent."""
    return tuple(str(value) for value in values if value is not None)


def _open_to(open_to: OpenTo) -> tuple[str, ...]:
    named = {"region": open_to.regions, "type": open_to.types, "authority": open_to.authorities}
    return tuple(f"{kind} {name}" for kind, names in named.items() for name in given(*dict.fromkeys(names)))


def _signatures(signatures: Iterable[Signature], parties: Parties) -> tuple[str, ...]:
    entries = (Compound.of(item.party, item.name, item.role, item.date) for item in signatures if item.party in parties)
    return tuple(entry for entry in entries if entry)
