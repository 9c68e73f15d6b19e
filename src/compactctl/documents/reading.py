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


def read_bytes(kind: DocumentKind[C], name: str, data: bytes) -> DocumentRead[C]:
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
    if hidden := list(islice(_hidden(source), MAXIMUM_FINDINGS + 1)):
        return DocumentRead(None, None, tuple(hidden), source)
    strict = read_strictly(kind, source)
    if strict.is_beyond_limits or strict.is_as_meant:
        return strict.read
    from compactctl.documents.understanding import read_as_meant  # as above

    return read_as_meant(strict)


def _hidden(source: Source) -> Iterable[Finding]:
    """Yield the findings on what readers cannot see, but for Word's own signs of entries, which are read by lines."""
    for item in hidden_in(source):
        span, line = item.place.span, item.place.excerpt
        before = line[: span.column - item.place.excerpt_column] if span else line
        sign = line[len(before) : len(before) + 1]
        if before.strip() or not sign or sign not in SIGNS_OF_WORD:
            yield item
