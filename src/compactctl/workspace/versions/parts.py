"""A document as parts that can be told apart: itself, its areas, its editions, their priorities and asks."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from compactctl.documents.content import Compact, Config, Edition, Statement
from compactctl.documents.document import Document
from compactctl.documents.texts import case_folded, running, without_mark
from compactctl.documents.years import AcademicYear
from compactctl.files.source import KeyPath, Source
from compactctl.workspace.agenda import Agenda
from compactctl.workspace.versions.part_values import (
    ANYBODY,
    Compound,
    Values,
    annex_values,
    area_values,
    ask_values,
    compact_values,
    config_values,
    edition_values,
    given,
    priority_values,
    statement_values,
)

Noun = Literal["document", "area", "edition", "priority", "ask"]
Parts = tuple["DocumentPart", ...]


class DocumentPart(NamedTuple):
    """A part of a document: what it is, what of it is compared, and where it begins; `text` is that of an ask."""

    noun: Noun
    values: Values
    path: KeyPath
    year: AcademicYear | None = None
    area: str | None = None
    issue: str | None = None
    text: str | None = None
    repeat: int = 0
    """Of an edition whose year stands before it already, and of what is in it: how often. It counts nowhere."""

    @property
    def name(self) -> tuple[str, str, str, str]:
        """What tells it apart from other parts: an ask its text, a priority its area and issue, whatever the case.

        An ask that came over from the last edition is the same ask once somebody has looked at it.
        """
        ask, issue = running(without_mark(self.text or "")), case_folded(self.issue or "")
        return self.noun, self.year_name, ask if self.text else self.area or "", issue

    @property
    def year_name(self) -> str:
        """The year, of a later edition of one year told apart."""
        return " ".join(map(str, filter(None, (self.year, self.repeat))))


def statement_parts(document: Document[Statement]) -> Parts:
    """Return the statement as its one part."""
    return (DocumentPart("document", statement_values(document.content), ()),)


def config_parts(document: Document[Config]) -> Parts:
    """Return the settings as their one part."""
    return (DocumentPart("document", config_values(document.content), ()),)


def register_parts(source: Source) -> Parts:
    """Return a register as its one part, row by row."""
    rows = tuple(filter(None, map(str.strip, source.lines)))
    return (DocumentPart("document", {"authorities": rows}, ()),)


def annex_parts(agenda: Agenda) -> Parts:
    """Return an annex as itself and its areas, with where these come from."""
    content = agenda.document.content
    retired = tuple(Compound.of(item.id, item.why) for item in content.retired)
    beside = {"year": given(content.year), **annex_values(content, ANYBODY), "retired": retired}
    areas = [
        DocumentPart("area", {**area_values(area), "from": tuple(area.origins)}, area.path, agenda.year, area.id)
        for area in agenda.listed
        if area.id
    ]
    return DocumentPart("document", beside, (), agenda.year), *areas


def compact_parts(document: Document[Compact]) -> Parts:
    """Return a compact as itself, its editions, their priorities and asks."""
    beside = {"authority": given(document.content.authority), **compact_values(document.content)}
    parts = [DocumentPart("document", beside, ())]
    years: Counter[AcademicYear] = Counter()
    for index, edition in enumerate(document.content.editions):
        if edition.year is not None:
            inside = _edition_parts(edition, edition.year, ("editions", index))
            parts += (part._replace(repeat=years[edition.year]) for part in inside)
            years[edition.year] += 1
    return tuple(parts)


def _edition_parts(edition: Edition, year: AcademicYear, path: KeyPath) -> Iterator[DocumentPart]:
    yield DocumentPart("edition", edition_values(edition, parties=ANYBODY), path, year)
    for index, priority in enumerate(edition.priorities):
        if priority.area is not None:
            place = (*path, "priorities", index)
            values = {"issue": given(priority.issue), **priority_values(priority)}
            yield DocumentPart("priority", values, place, year, priority.area, priority.issue)
    for index, ask in enumerate(edition.asks):
        if ask.text is not None:
            values = {"text": given(ask.text), **ask_values(ask)}
            yield DocumentPart("ask", values, (*path, "asks", index), year, ask.area, text=ask.text)
