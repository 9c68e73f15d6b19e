"""The passages of a document: what the rules on texts and on signatures look through.

A document is looked through in passages that are signed together: the statement, an annex, an edition, and what a
compact says of itself, which is as much a draft as its newest edition.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from compactctl.documents.content import Signature, Statement
from compactctl.documents.content_base import Content
from compactctl.documents.document import Document
from compactctl.documents.status import COMPACT_PARTIES, NATIONAL_PARTIES, signed_by
from compactctl.documents.values import Party
from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath, Source
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.compacts import PlacedCompact, PlacedEdition

_LOOKED_UP: Final = frozenset(("area", "authorities", "focuses", "from", "id", "letter", "party", "regions", "types"))
"""Keys whose texts are looked up somewhere: what is wrong with one is told by the rule that looks it up."""


@dataclass(frozen=True)
class Passage:
    """A part of a document that is signed as one, and which parties sign it.

    `noun` names the kind of document. `year` is None for the statement, and for an edition whose year is broken.
    """

    document: Document[Any]
    content: object
    path: KeyPath
    is_draft: bool
    signatures: Sequence[Signature] = ()
    parties: Collection[Party] = ()
    noun: str = ""
    year: AcademicYear | None = None

    @property
    def source(self) -> Source:
        """The file's text."""
        return self.document.source

    def texts(self, is_meant: Callable[[str], bool]) -> Iterator[tuple[KeyPath, str]]:
        """Yield the path and the text of what people write in it, terms too, and is meant.

        Paths are looked up only where any text is: of most passages none is.
        """
        if any(map(is_meant, self._all_texts)):
            yield from ((path, text) for path, text in _texts(self.content, self.path) if is_meant(text))

    def free_texts(self, is_meant: Callable[[str], bool]) -> Iterator[tuple[KeyPath, str]]:
        """Yield the path and the text of what may be said in any words, and is meant."""
        return ((path, text) for path, text in self.texts(is_meant) if path[-1] != "term")

    def parts(self) -> Iterator[tuple[KeyPath, object]]:
        """Yield the path and the value of what has entries, or lines with names, below its own name."""
        return _parts(self.content, self.path)

    @cached_property
    def _all_texts(self) -> list[str]:
        """Every text in it, those that are looked up too, in no order."""
        texts: list[str] = []
        parts: list[Any] = [self.content]
        for value in parts:  # which grow on the way
            if isinstance(value, str):
                texts.append(value)
            elif isinstance(value, list):
                parts += value
            elif isinstance(value, Content):
                parts += vars(value).values()
            elif isinstance(value, dict):
                parts += value.values()
        return texts

    def days(self) -> Iterator[tuple[date, KeyPath]]:
        """Yield the day of each signature of the parties that sign it, and where it stands."""
        for index, signature in enumerate(self.signatures):
            if signature.party in self.parties and signature.date is not None:
                yield signature.date, (*self.path, "signatures", index, "date")


def of_statement(statement: Document[Statement]) -> Passage:
    """Return the statement."""
    signatures = statement.content.signatures
    is_draft = not signed_by(signatures, NATIONAL_PARTIES)
    return Passage(statement, statement.content, (), is_draft, signatures, NATIONAL_PARTIES, "the statement")


def of_annex(agenda: Agenda) -> Passage:
    """Return an annex."""
    content = agenda.document.content
    is_draft = not signed_by(content.signatures, NATIONAL_PARTIES)
    return Passage(
        agenda.document, content, (), is_draft, content.signatures, NATIONAL_PARTIES, "an annex", agenda.year
    )


def of_compact(compact: PlacedCompact) -> Passage:
    """Return what a compact says beside its editions, which nobody signs."""
    said = compact.document.content.by_key().items()
    beside = {key: value for key, value in said if key not in ("authority", "editions")}
    return Passage(compact.document, beside, (), compact.newest is None or compact.newest.is_draft)


def of_edition(edition: PlacedEdition) -> Passage:
    """Return an edition."""
    document, content, path = edition.document, edition.content, edition.path
    return Passage(
        document, content, path, edition.is_draft, content.signatures, COMPACT_PARTIES, "a compact", edition.year
    )


def name_of(path: KeyPath) -> str:
    """Return the name under which a text stands, in a list or by itself."""
    return next(step for step in reversed(path) if isinstance(step, str))


def below_name(source: Source, path: KeyPath) -> str:
    """Say where the first entry of an empty list is written, if its name stands there: a second one breaks the file."""
    if source.node(path) is None:
        return ""
    span = source.written(path).span
    end = span.end_column - 1 if span.line == span.end_line else None
    stands = source.lines[span.line - 1][span.column - 1 : end]
    in_its_place = f", in place of '{stands}'," if stands else ""
    return f"below '{name_of(path)}:'{in_its_place}"


def _texts(content: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(content, str):
        if name_of(path) not in _LOOKED_UP:
            yield path, content
    elif isinstance(content, list):
        for index, item in enumerate(content):
            yield from _texts(item, (*path, index))
    elif isinstance(content, Mapping):
        for key, value in content.items():
            yield from _texts(value, (*path, key))
    elif isinstance(content, Content):
        yield from _texts(content.by_key(), path)


def _parts(content: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(content, list):
        for index, item in enumerate(content):
            yield from _parts(item, (*path, index))
        return
    inside = content.by_key() if isinstance(content, Content) else content
    for key, value in inside.items() if isinstance(inside, Mapping) else ():
        if isinstance(value, list | Content):
            yield (*path, key), value
            yield from _parts(value, (*path, key))
