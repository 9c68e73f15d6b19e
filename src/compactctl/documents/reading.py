"""From the bytes of a file to the document in it, with all that is wrong with the file and the schema.

A file is read strictly. It is read by lines too where YAML cannot read it, where the schema is broken, and where a line
may have been meant otherwise than YAML has it: what was typed by mistake is told then, with how it should read.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final, TypeVar

from compactctl.documents.content_base import Content
from compactctl.documents.kinds import DocumentKind
from compactctl.documents.strict import DocumentRead, read_strictly
from compactctl.files.characters import SIGNS_OF_WORD
from compactctl.files.limits import MAXIMUM_FINDINGS
from compactctl.files.reading import Broken, decode_bytes, hidden_in
from compactctl.files.source import Source
from compactctl.finding import Finding, Repair

C = TypeVar("C", bound=Content)

_NEW_ENCODING: Final = Repair(None, None, None)


def read_document(kind: DocumentKind[C], name: str, data: bytes) -> DocumentRead[C]:
    """Return what a file of a kind holds, by its name within the data folder."""
    try:
        source = decode_bytes(name, data)
    except Broken as broken:
        return _in_other_encoding(kind, name, data, broken.findings)
    return _read(kind, source)


def _in_other_encoding(kind: DocumentKind[C], name: str, data: bytes, objections: list[Finding]) -> DocumentRead[C]:
    """Return what a file that is no UTF-8 is read as, where it is sure what its bytes say: no document as it stands."""
    from compactctl.files.encodings import other_encoding  # rarely needed, and slow to load

    other = other_encoding(data)
    if other is None:
        return DocumentRead(None, None, tuple(objections), None)
    read = _read(kind, Source(name, other[0]))
    findings = (objections[0]._replace(repair=_NEW_ENCODING), *read.findings)
    if read.understood is not None:
        read.understood.findings = findings
    return read._replace(document=None, findings=findings)


def _read(kind: DocumentKind[C], source: Source) -> DocumentRead[C]:
    hidden = tuple(islice(hidden_in(source), MAXIMUM_FINDINGS + 1))
    if not all(map(_may_begin_entry, hidden)):
        return DocumentRead(None, None, hidden, source)
    read = _read_what_is_seen(kind, source)
    is_told = _lines_of_hidden(hidden) <= _lines_of_hidden(read.findings)
    return read if is_told else DocumentRead(None, None, hidden, source)


def _read_what_is_seen(kind: DocumentKind[C], source: Source) -> DocumentRead[C]:
    strict = read_strictly(kind, source)
    if strict.is_beyond_limits or strict.is_as_meant:
        return strict.read
    from compactctl.documents.understanding import read_as_meant  # as above

    return read_as_meant(strict)


def _lines_of_hidden(findings: Iterable[Finding]) -> set[int]:
    return {item.place.span.line for item in findings if item.rule == "hidden-character" and item.place.span}


def _may_begin_entry(hidden: Finding) -> bool:
    """Tell whether what readers cannot see is Word's own sign of an entry, at its line's beginning: read by lines."""
    span, line = hidden.place.span, hidden.place.excerpt
    before = line[: span.column - hidden.place.excerpt_column] if span else line
    sign = line[len(before) : len(before) + 1]
    return sign != "" and sign in SIGNS_OF_WORD and not before.strip()
