"""What a file is read as that was typed otherwise than it was meant: by lines, with its slips."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from compactctl.documents.content_base import Content
from compactctl.documents.document import Document, read_document
from compactctl.documents.grammar import grammar_of
from compactctl.documents.meant import Parsings, lead_to_what_was_meant, settled, that_count, unsure
from compactctl.documents.strict import DocumentRead, StrictReading
from compactctl.files.by_lines.notes import TooMany
from compactctl.files.by_lines.reading import BEFORE_THE_SCHEMA, OF_FILES, LinesRead, read_by_lines
from compactctl.files.reading import Broken
from compactctl.files.slips import Slip
from compactctl.files.source import Source
from compactctl.finding import Finding, Level, Related

C = TypeVar("C", bound=Content)


def read_as_meant(strict: StrictReading[C]) -> DocumentRead[C]:
    """Return what a text is read as that YAML cannot read, or may read otherwise than it was meant."""
    try:
        by_lines = read_by_lines(strict.source, grammar_of(strict.kind))
    except TooMany:
        return strict.read
    if not by_lines.has_values:
        return strict.read
    parsings = Parsings(strict.source, strict.parsed)
    slips = that_count(by_lines, strict.source, strict.parsed, parsings)
    if slips and not any(slip.is_typing for slip in slips):
        return _with_told(strict, slips)
    return _understood(strict, by_lines, slips, parsings)


def _with_told(strict: StrictReading[C], slips: Iterable[Slip]) -> DocumentRead[C]:
    """Return the strict reading, where what YAML objects to is told by lines in plainer words."""
    told = tuple(_finding(slip, strict.source) for slip in slips if slip.rule == "yaml-syntax")
    read = strict._replace(objections=told or strict.objections).read
    return read._replace(document=None, strict=strict.document) if told else read


def _understood(
    strict: StrictReading[C], by_lines: LinesRead, slips: list[Slip], parsings: Parsings
) -> DocumentRead[C]:
    """Return what was understood, with slips mended as far as the schema needs it."""
    source = strict.source
    try:
        understood = _read_again(strict, by_lines, slips, parsings)
    except Broken as broken:
        return _not_understood(source, slips, broken.findings)
    is_readable = strict.document is not None and not strict.document.broken
    if is_readable and (understood.findings or any(_moves_what_is_right(slip, source) for slip in slips)):
        told = (slip for slip in slips if slip.is_silent or slip.line in source.lines_within_texts)
        return _with_told(strict, unsure(told))
    slips = settled(strict.kind, understood, slips, by_lines.typed, parsings)
    if not lead_to_what_was_meant(by_lines, slips, understood, strict.kind, parsings):
        slips = unsure(slips)
    understood.slips = tuple(slips)
    findings = tuple(_findings(understood, slips, source))
    documents = [understood] if strict.document is None else [understood, strict.document]
    for document in documents:
        document.slips, document.findings = understood.slips, findings
    is_whole = all(slip.rule not in OF_FILES for slip in slips)
    whole = strict.document if is_whole else None
    return DocumentRead(whole, understood, findings, source, understood.slips, strict.document)


def _read_again(
    strict: StrictReading[C], by_lines: LinesRead, slips: Iterable[Slip], parsings: Parsings
) -> Document[C]:
    """Return the document that the lines make with those slips mended that go before the schema; raises `Broken`."""
    if not any(slip.rule in BEFORE_THE_SCHEMA for slip in slips) and (document := strict.told) is not None:
        return document
    read = Source(strict.source.name, "\n".join(by_lines.understood), by_lines.differing)
    return read_document(strict.kind, read, parsings.of(read).value)


def _moves_what_is_right(slip: Slip, readable: Source) -> bool:
    """Whether a slip would move a line that YAML reads where it stands, and neither it nor the next within a text."""
    moves = slip.rule == "yaml-syntax" and slip.is_of_blanks and slip.text is not None
    return moves and readable.lines_within_texts.isdisjoint((slip.line, slip.end_line + 1))


def _not_understood(source: Source, slips: Sequence[Slip], objections: Iterable[Finding]) -> DocumentRead[Any]:
    """Return the slips, none of which is repaired, and what YAML objects to in other lines."""
    told = [_finding(slip, source) for slip in unsure(slips) if slip.rule != "text-in-comment"]
    lines = {item.place.span.line for item in told if item.place.span}
    others = (item for item in objections if not item.place.span or item.place.span.line not in lines)
    return DocumentRead(None, None, (*told, *others), source, tuple(unsure(slips)))


def _findings(understood: Document[Any], slips: Sequence[Slip], source: Source) -> Iterator[Finding]:
    """Yield the findings on the file and on the schema, with how the lines should read where that is known."""
    told = [_finding(slip, source) for slip in slips if slip.rule in BEFORE_THE_SCHEMA]
    places = {(item.rule, item.place) for item in told}
    yield from told
    yield from (item for item in understood.findings if (item.rule, item.place) not in places)
    for slip in slips:
        if slip.rule == "text-in-comment" and not understood.is_whole(*slip.path):
            yield _finding(slip, source)  # no rule on texts looks at it


def _finding(slip: Slip, source: Source) -> Finding:
    related = (Related("the first one", source.place(slip.first)),) if slip.first else ()
    return Finding(slip.rule, Level.ERROR, slip.message, source.place(slip.span), related, repair=slip.repair)
