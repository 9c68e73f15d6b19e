"""What a file is read as by YAML and the schema alone, and what every reading of a file ends in."""

from collections.abc import Callable
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from compactctl.documents.content_base import Content
from compactctl.documents.document import Document, Told, hold_against_schema
from compactctl.documents.grammar import grammar_of
from compactctl.documents.kinds import DocumentKind
from compactctl.files.by_lines.looks import may_mean_otherwise
from compactctl.files.grammar import names_in
from compactctl.files.reading import Broken, Parsed, parse_counting
from compactctl.files.slips import Slip
from compactctl.files.source import Source
from compactctl.finding import Finding

C = TypeVar("C", bound=Content)


class DocumentRead(NamedTuple, Generic[C]):
    """What a file is read as.

    `document` is None where a rule on files is broken, and nothing may be concluded from the file. `understood` is what
    can be told of it all the same, with its slips mended as far as the schema needs it; None where that is nothing.
    `findings` are those on the file and on the schema of what was understood. `source` is the text as it was typed,
    None where the file has none; `slips` were made in it. `strict` is the document as YAML and the schema have it.
    """

    document: Document[C] | None
    understood: Document[C] | None
    findings: tuple[Finding, ...]
    source: Source | None
    slips: tuple[Slip, ...] = ()
    strict: Document[C] | None = None

    @property
    def as_yaml_has_it(self) -> "DocumentRead[C]":
        """What the file is read as where it is of no account how it was meant."""
        return self if self.strict is None else self._replace(document=self.strict)


class StrictReading(NamedTuple, Generic[C]):
    """A text as YAML and the schema have it: its values and the document, None where a rule on files is broken.

    `objections` are the findings on the file then. Those on the document are told when they are asked for.
    """

    kind: DocumentKind[C]
    source: Source
    parsed: Parsed | None
    document: Document[C] | None
    objections: tuple[Finding, ...] = ()
    tell: Told = tuple

    @property
    def is_as_meant(self) -> bool:
        """Whether it surely has the text as it was meant."""
        if self.parsed is None or self.document is None or self.document.broken:
            return False
        return not may_mean_otherwise(self.source.text, self.parsed, _known_names(self.kind))

    @property
    def is_beyond_limits(self) -> bool:
        """Whether the text is not read at all."""
        return any(item.rule == "yaml-limit" for item in self.objections[:1])

    @property
    def told(self) -> Document[C] | None:
        """The document, with a finding for all that breaks the schema."""
        if self.document is not None:
            self.document.findings = self.tell()
        return self.document

    @property
    def read(self) -> DocumentRead[C]:
        """What the text is read as where nothing was meant otherwise, or nobody can tell what."""
        document = self.told
        findings = (*self.objections, *(document.findings if document else ()))
        return DocumentRead(document, document, findings, self.source)


def read_strictly(
    kind: DocumentKind[C], source: Source, parse: Callable[[Source], Parsed] = parse_counting
) -> StrictReading[C]:
    """Return a text as YAML and the schema have it."""
    try:
        parsed = parse(source)
    except Broken as broken:
        return StrictReading(kind, source, None, None, tuple(broken.findings))
    document, tell = hold_against_schema(kind, source, parsed.value)
    return StrictReading(kind, source, parsed, document, tell=tell)


@cache
def _known_names(kind: DocumentKind[Any]) -> frozenset[str]:
    return frozenset(names_in(grammar_of(kind)))
